import Desk
import Foundation
import Language
import Vocabulary

/// Reads labelled texts from a file of JSON lines or tab-separated columns.
struct JudgedFile {
  /// The texts, in the order they stand.
  private(set) var texts: [JudgedText] = []
  /// What they come from, for sentences.
  let source: String
  /// Sentences about lines that were passed over.
  private(set) var faults: [String] = []

  /// The labels that count as hot, for a file whose labels are words of its own.
  private let hotLabels: Set<String>
  private let turn: Turn

  /// Which of the customer's turns of a dialogue is read.
  enum Turn: String, CaseIterable { case last, first }

  /// Reads everything.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - hotLabels: words that are labels of hot texts, when the usual ones do not do.
  ///   - turn: which turn of a dialogue is read.
  /// - Throws: `CommandFailure` when the file cannot be read, has no text or column that is needed,
  ///   or has nothing in it.
  init(path: String, hotLabels: [String], turn: Turn) throws {
    self.hotLabels = Set(hotLabels.map { $0.lowercased() })
    self.turn = turn
    var lines = try LineReader(path: path)
    source = lines.source
    var columns: [String]?
    var isFirst = true
    while let line = try lines.next() {
      let place = "\(lines.source), line \(line.number)"
      defer { isFirst = false }
      if isFirst, !line.looksLikeJSON {
        columns = try Self.columns(line, lines.source)
        continue
      }
      do {
        let fields =
          if let columns {
            try Self.fields(try line.text(), columns)
          } else {
            try JudgedFields(json: try line.json())
          }
        texts.append(try text(fields))
      } catch let error as DeskError {
        faults.append("\(place): \(error.description)")
      } catch let fault as LineFault {
        faults.append("\(place): \(fault.sentence)")
      }
    }
    if isFirst {
      throw CommandFailure(
        "There is nothing in \(lines.source); give it labelled texts, one a line.",
        CommandFailure.data)
    }
  }

  private static func columns(_ line: LineReader.Line, _ source: String) throws -> [String] {
    guard let head = try? line.text() else {
      throw CommandFailure(
        "The first line of \(source) is not UTF-8 text; save it as UTF-8.", CommandFailure.data)
    }
    let columns = head.split(separator: "\t", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
    guard columns.contains("text") else {
      throw CommandFailure(
        "\(source) has no column “text” in its first line; name the columns there, such as "
          + "text, lang and label, with tabs between them.", CommandFailure.data)
    }
    guard !JudgedFields.judgements.isDisjoint(with: columns) else {
      throw CommandFailure(
        "\(source) has no column that says what people judged; add “label”, “score”, "
          + "“findings” or “acts”.", CommandFailure.data)
    }
    return columns
  }

  private static func fields(_ line: String, _ columns: [String]) throws -> JudgedFields {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == columns.count else {
      throw LineFault(
        sentence: "It has \(cells.count) columns where the first line names \(columns.count); "
          + "check its tabs.")
    }
    return JudgedFields(cells: Dictionary(zip(columns, cells), uniquingKeysWith: { $1 }))
  }

  private func text(_ fields: JudgedFields) throws -> JudgedText {
    let messages = fields.customerTurns
    let text: String
    if let written = fields.text {
      text = written
    } else if let turn = turn == .last ? messages.last : messages.first {
      text = turn
    } else {
      throw LineFault(sentence: "It has no “text”; add it, or “turns” for a dialogue.")
    }
    let earlier = fields.text == nil && turn == .last ? Array(messages.dropLast()) : []
    return JudgedText(
      text: text, language: fields.language, earlier: earlier, judgement: try judgement(fields),
      weight: fields.weight)
  }

  private func judgement(_ fields: JudgedFields) throws -> JudgedText.Judgement {
    if let findings = fields.findings { return .findings(findings) }
    if let acts = fields.acts { return .acts(acts) }
    if let label = fields.label?.trimmingCharacters(in: .whitespacesAndNewlines).lowercased(),
      !label.isEmpty
    {
      if !hotLabels.isEmpty { return .hot(hotLabels.contains(label)) }
      if let level = HeatLevel(rawValue: label) { return .level(level) }
      if let isHot = JudgedFile.usualLabels[label] { return .hot(isHot) }
      if Double(label) != nil {
        throw LineFault(
          sentence: "The label “\(label)” is neither 0 nor 1; call a figure on a scale “score”.")
      }
      throw LineFault(
        sentence: "The label “\(label)” is not known; use calm, uneasy, angry or explosive, 0 or "
          + "1, or say with --hot which labels are hot.")
    }
    if let score = fields.score {
      guard score.isFinite else { throw LineFault(sentence: "Its score is no number.") }
      return .figure(score)
    }
    throw LineFault(
      sentence: "Nobody's judgement is in it; add “label”, “score”, “S_mean”, “findings” or “acts”."
    )
  }

  /// Labels as public sets write them.
  private static let usualLabels: [String: Bool] = [
    "1": true, "0": false, "1.0": true, "0.0": false, "true": true, "false": false, "yes": true,
    "no": false, "hot": true, "other": false, "negative": true, "neutral": false,
    "positive": false, "neg": true, "pos": false, "anger": true,
  ]
}

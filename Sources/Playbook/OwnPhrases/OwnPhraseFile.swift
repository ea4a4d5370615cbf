import Vocabulary

/// A file of phrases in one's own words, one language a file, made to be written by hand:
///
///     ship: Your parcel left us this morning.
///     late:
///       kind: progress
///       steps: [solve]
///       channels: [chat]
///       text: "I've chased the courier for {order}."
struct OwnPhraseFile {
  /// What it is called in problems.
  let label: String
  let language: LanguageTag
  /// The names in braces that can be filled.
  let variables: Set<String>

  /// The phrases a text holds.
  ///
  /// - Parameter text: the whole file; nothing but blanks and comments is no phrase.
  /// - Returns: those that are sound, and everything wrong with the others.
  func phrases(in text: String) -> Loaded<[OwnPhrase]> {
    let list = ProblemList(file: label)
    guard !OwnPhraseFile.isBare(text) else { return Loaded(value: [], problems: []) }
    let phrases = YAMLNode.parse(text, into: list).map { node in
      YAMLReader(node: node, subject: "the phrases", key: "phrases", problems: list).map()?
        .readers.compactMap { phrase(called: $0.key, line: $0.line, $0.value, list) } ?? []
    }
    return Loaded(value: phrases ?? [], problems: list.problems.sorted())
  }

  private static func isBare(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy {
      $0.isBlank || $0.drop { $0 == " " || $0 == "\t" }.first == "#"
    }
  }

  private func phrase(
    called code: String, line: Int, _ reader: YAMLReader, _ list: ProblemList
  ) -> OwnPhrase? {
    let value = reader.about("phrase “\(code)”")
    let before = list.problems.count
    guard OwnPhrase.isCode(code) else {
      list.add(
        line,
        "“\(code)” is no short code; take up to \(OwnPhrase.longestCode) letters and digits,"
          + " with -, _ or . between them.")
      return nil
    }
    var phrase = OwnPhrase(code: code, language: language, text: "")
    var words = value
    if case .map = value.node.content, let map = value.map() {
      map.knows("kind", "steps", "channels", "text")
      phrase.kind = map.optional("kind")?.term("kind")
      phrase.stages =
        map.optional("steps")?.items(orOne: true).compactMap(PhraseStage.read) ?? []
      phrase.channels = Set(map.optional("channels")?.terms("channel") ?? [])
      guard let text = map.required("text") else { return nil }
      words = text
    }
    guard let text = words.text() else { return nil }
    phrase.text = text
    if let fault = fault(in: text) { words.report(fault) }
    return list.problems.count == before ? phrase : nil
  }

  /// What is wrong with the words of a phrase, as the end of a sentence about it; nil for nothing.
  func fault(in text: String) -> String? {
    if let unknown = Placeholders.names(in: text).first(where: { !variables.contains($0) }) {
      return "uses {\(unknown)}, which nothing fills" + Spelling.question(unknown, in: variables)
    }
    let isOdd = text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    return isOdd ? "holds a control character; write its words anew." : nil
  }

  // MARK: - Changing

  /// The text of the file with a phrase more.
  ///
  /// What a person wrote stays as it is, comments and all.
  ///
  /// - Throws: a sentence when the code is taken or the file cannot be added to.
  func adding(_ phrase: OwnPhrase, to text: String) throws(PlaybookProblem) -> String {
    let before = phrases(in: text)
    if before.value.contains(where: { $0.code == phrase.code }) {
      throw PlaybookProblem(
        file: label,
        sentence: "There is a phrase “\(phrase.code)” already; take another short code.")
    }
    var longer = OwnPhraseFile.isBare(text) && text.isEmpty ? Self.heading : text
    if let last = longer.last, !last.isNewline { longer += "\n" }
    longer += entry(for: phrase)
    try hold(longer, to: before.value + [phrase], before.problems)
    return longer
  }

  /// The text of the file without a phrase; comments above the next one stay.
  ///
  /// - Throws: a sentence when there is no such phrase or the file cannot be changed.
  func removing(_ code: String, from text: String) throws(PlaybookProblem) -> String {
    let before = phrases(in: text)
    let list = ProblemList(file: label)
    guard case .map(let entries)? = YAMLNode.parse(text, into: list)?.content,
      let place = entries.firstIndex(where: { $0.key == code })
    else {
      throw list.problems.first
        ?? PlaybookProblem(file: label, sentence: "There is no phrase “\(code)” any more.")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = entries[place].line - 1
    var end = entries.indices.contains(place + 1) ? entries[place + 1].line - 1 : lines.count
    while end > first + 1, end <= lines.count,
      lines[end - 1].isBlank || lines[end - 1].hasPrefix("#")
    {
      end -= 1
    }
    guard lines.indices.contains(first), end <= lines.count else {
      throw PlaybookProblem(file: label, sentence: "The file cannot be changed; edit it by hand.")
    }
    lines.removeSubrange(first..<end)
    let shorter = lines.joined(separator: "\n")
    try hold(shorter, to: before.value.filter { $0.code != code }, before.problems)
    return shorter
  }

  /// Makes sure that a changed text holds what it should and no fault that was not there.
  private func hold(
    _ text: String, to wanted: [OwnPhrase], _ known: [PlaybookProblem]
  ) throws(PlaybookProblem) {
    let after = phrases(in: text)
    if after.value == wanted, after.problems.count <= known.count { return }
    let why = known.first ?? after.problems.first
    throw PlaybookProblem(
      file: label, line: why?.line,
      sentence: why.map { "Put this right first: \($0.sentence)" }
        ?? "The file is written in a way that cannot be changed from here; edit it by hand.")
  }

  private static let heading = """
    # Phrases in your own words, by short code. A text may stand alone behind its code. Left out,
    # kind follows from the words, and steps and channels mean any. Names in braces such as
    # {customer}, {order} or {due} are filled in for each customer.

    """

  /// A phrase as it stands in a file.
  private func entry(for phrase: OwnPhrase) -> String {
    var lines = ["\(phrase.code):"]
    if let kind = phrase.kind { lines.append("  kind: \(kind.rawValue)") }
    if !phrase.stages.isEmpty {
      lines.append("  steps: [\(phrase.stages.map(\.rawValue).joined(separator: ", "))]")
    }
    if !phrase.channels.isEmpty {
      let names = Channel.allCases.filter(phrase.channels.contains).map(\.rawValue)
      lines.append("  channels: [\(names.joined(separator: ", "))]")
    }
    lines.append("  text: \(OwnPhraseFile.quoted(phrase.text))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { character in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

import Vocabulary

/// Small hints that a text is of one kind: an act, or something that may hurt. Learned from texts
/// that somebody judged; one alone says little, together they are a second vote beside the words
/// that the lexicon names.
package struct LabelHints: Equatable, Codable, Sendable {
  /// What a vote reads.
  package enum Section: String, CaseIterable, Codable, Hashable, Sendable { case acts, tone }

  /// The writing a vote is for; the kinds of Chinese share one, since text is folded first.
  package enum Script: String, CaseIterable, Codable, Hashable, Sendable {
    case en, zh

    /// Its place among all.
    var place: Int { self == .en ? 0 : 1 }
  }

  /// The kind of ``Section/tone`` whose hints count towards every other one: that it hurts at all.
  package static let anything = "anything"

  /// What the hints of a passage must come to by themselves before anything is found in it: where
  /// next to nothing speaks for it, the points before any word are no reason.
  static let least = 0.0

  package var reads: Section
  /// An act or a kind of finding, or ``anything``.
  package var kind: String
  package var lang: Script
  /// The points before any word is read.
  package var start: Double
  /// The points from which the vote speaks; nil for ``anything``, which speaks through the others.
  package var pass: Double?
  /// Hints by the points each adds, such as `"0.4"`; those that speak against it stand under
  /// negative points.
  ///
  /// A hint is one to four neighbours, written as they stand: Chinese characters, English words
  /// with `_` between them, `#` for a number, `^` and `$` where a sentence begins and ends, `,`,
  /// `?`, `!`, `~`, `"` for a quotation, `{` for a variable. `[tone.blame]` is what the lexicon
  /// reads in the same passage, `[time]` one of its marks. Blanks stand between hints.
  package var hints: [String: String]

  package init(
    reads: Section, kind: String, lang: Script, start: Double = 0, pass: Double? = nil,
    hints: [String: String]
  ) {
    self.reads = reads
    self.kind = kind
    self.lang = lang
    self.start = start
    self.pass = pass
    self.hints = hints
  }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "a vote")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    reads = try container.decode(Section.self, forKey: .reads)
    kind = try container.decode(String.self, forKey: .kind)
    lang = try container.decode(Script.self, forKey: .lang)
    start = try container.decodeIfPresent(Double.self, forKey: .start) ?? 0
    pass = try container.decodeIfPresent(Double.self, forKey: .pass)
    hints = try container.decode([String: String].self, forKey: .hints)
    func refuse(_ key: CodingKeys, _ sentence: String) -> DecodingError {
      .dataCorrupted(
        .init(codingPath: container.codingPath + [key], debugDescription: sentence))
    }
    for points in hints.keys where Float(points)?.isFinite != true {
      throw refuse(.hints, "“\(points)” is no number of points; write one such as “0.4”.")
    }
    guard start.isFinite, pass?.isFinite != false else {
      throw refuse(.start, "“start” and “pass” are points; write numbers such as 0.4.")
    }
  }

  /// What is wrong with a vote as a whole, or nil; no capital, no stop.
  var complaint: String? {
    let isBase = reads == .tone && kind == Self.anything
    if reads == .acts, SpeechAct(rawValue: kind) == nil {
      return
        "it is no kind of act; use \(SpeechAct.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if isBase, pass != nil {
      return "it speaks through the other kinds; leave out “pass”"
    }
    if !isBase, pass == nil {
      return "it does not say from how many points it speaks; add “pass”, such as 1.5"
    }
    return nil
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case reads, kind, lang, start, pass, hints
  }
}

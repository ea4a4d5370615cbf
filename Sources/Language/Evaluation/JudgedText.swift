package import Vocabulary

/// A text with what people said of it.
package struct JudgedText: Equatable, Sendable {
  /// What people said.
  package enum Judgement: Equatable, Sendable {
    /// Whether it is hot (angry, negative, an insult).
    case hot(Bool)
    /// The level they gave it.
    case level(HeatLevel)
    /// A figure on a scale of their own, such as the satisfaction a dialogue ended in.
    case figure(Double)
    /// An agent's words: the kinds of what may hurt in them; none when they are good.
    case findings(Set<String>)
    /// An agent's words: what they do.
    case acts(Set<String>)

    /// What people said, as the keys of a file call it.
    package var name: String {
      switch self {
      case .hot: "hot or not"
      case .level: "levels"
      case .figure: "scores"
      case .findings: "findings"
      case .acts: "acts"
      }
    }
  }

  package var text: String
  /// nil to have it guessed.
  package var language: LanguageTag?
  /// The customer's messages before it.
  package var earlier: [String]
  package var judgement: Judgement
  /// How many times it is learned from: once, unless there is reason to be surer of it than of
  /// others.
  package var weight: Int

  package init(
    text: String, language: LanguageTag? = nil, earlier: [String] = [], judgement: Judgement,
    weight: Int = 1
  ) {
    self.text = text
    self.language = language
    self.earlier = earlier
    self.judgement = judgement
    self.weight = max(1, min(100, weight))
  }

  /// The two halves of a labelled set: tuning on one, reporting on the other.
  package enum Part: String, CaseIterable, Sendable { case tune, report }

  /// The half a text belongs to, always the same: a bit of its hash (FNV-1a over UTF-8, mixed).
  package var part: Part { hash & 1 == 0 ? .tune : .report }

  /// A number that is always the same for the same text.
  var hash: UInt64 {
    var hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash >> 33
  }

  /// Whether people judged an agent's words in it for `section`.
  package func isJudged(for section: LabelHints.Section) -> Bool { labels(of: section) != nil }

  /// Whether it is a good message by what it does: it says no to nobody and sets no limit.
  var isGoodByItsActs: Bool {
    guard case .acts(let acts) = judgement else { return false }
    return acts.isDisjoint(with: [SpeechAct.refusal.rawValue, SpeechAct.boundary.rawValue])
  }

  /// What people said of an agent's words; nil when they were judged for something else.
  func labels(of section: LabelHints.Section) -> Set<String>? {
    switch (judgement, section) {
    case (.findings(let kinds), .tone): kinds
    case (.acts(let kinds), .acts): kinds
    default: nil
    }
  }
}

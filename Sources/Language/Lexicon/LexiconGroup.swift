package import Vocabulary

/// Words that say the same thing, and when they do not.
package struct LexiconGroup: Equatable, Codable, Sendable {
  /// What the words are a sign of; which kinds there are depends on the section.
  package var kind: String
  /// Points of heat; negative words cool. Only in `heat`.
  package var weight: Double?
  /// The danger the words tell of. Only in `moves`, for the kind `danger`.
  package var danger: DangerKind?
  /// The entries, as `WordPattern` reads them.
  package var words: WordLists
  /// Entries that take a word away when they stand on it: 垃圾桶 for 垃圾.
  package var unless: WordLists
  /// Marks of which one must stand in the same sentence.
  package var with: [String]
  /// Marks of which none may stand in the same sentence.
  package var without: [String]
  /// Marks of which none may stand anywhere in the message.
  package var withoutInMessage: [String]
  /// Whether words inside quotation marks count; they do not unless this says so.
  package var quoted: Bool
  /// Whether English words count with letters struck out too, as in `sh*t`.
  package var maskable: Bool
  /// What the finding does to the message. Only in `tone`; advice unless given.
  package var strength: ToneStrength?
  /// Whether the words are found whatever stands around them; otherwise the hints of a passage may
  /// clear them. Only in `tone`.
  package var isSure: Bool
  /// Why the words hurt. Only in `tone`.
  package var why: LexiconText?
  /// What to say instead. Only in `tone`.
  package var rewrite: LexiconText?
  /// What the rewrite stands in for. Only in `tone` and `situations`; the sentence unless given.
  package var replaces: RewritePlace?
  /// Sentences that must be caught.
  package var catches: WordLists
  /// Sentences that look like it and must be left alone.
  package var leaves: WordLists

  /// A group of `words`; everything else is left out unless given.
  package init(
    kind: String, weight: Double? = nil, danger: DangerKind? = nil, words: WordLists,
    unless: WordLists = WordLists(), with: [String] = [], without: [String] = [],
    withoutInMessage: [String] = [],
    quoted: Bool = false, maskable: Bool = false, strength: ToneStrength? = nil,
    isSure: Bool = false, why: LexiconText? = nil, rewrite: LexiconText? = nil,
    replaces: RewritePlace? = nil,
    catches: WordLists = WordLists(), leaves: WordLists = WordLists()
  ) {
    self.kind = kind
    self.weight = weight
    self.danger = danger
    self.words = words
    self.unless = unless
    self.with = with
    self.without = without
    self.withoutInMessage = withoutInMessage
    self.quoted = quoted
    self.maskable = maskable
    self.strength = strength
    self.isSure = isSure
    self.why = why
    self.rewrite = rewrite
    self.replaces = replaces
    self.catches = catches
    self.leaves = leaves
  }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "a group of words")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func lists(_ key: CodingKeys) throws -> WordLists {
      try container.decodeIfPresent(WordLists.self, forKey: key) ?? WordLists()
    }
    func names(_ key: CodingKeys) throws -> [String] {
      try container.decodeIfPresent([String].self, forKey: key) ?? []
    }
    kind = try container.decode(String.self, forKey: .kind)
    weight = try container.decodeIfPresent(Double.self, forKey: .weight)
    danger = try container.decodeIfPresent(DangerKind.self, forKey: .danger)
    words = try lists(.words)
    unless = try lists(.unless)
    with = try names(.with)
    without = try names(.without)
    withoutInMessage = try names(.withoutInMessage)
    quoted = try container.decodeIfPresent(Bool.self, forKey: .quoted) ?? false
    maskable = try container.decodeIfPresent(Bool.self, forKey: .maskable) ?? false
    strength = try container.decodeIfPresent(ToneStrength.self, forKey: .strength)
    isSure = try container.decodeIfPresent(Bool.self, forKey: .isSure) ?? false
    why = try container.decodeIfPresent(LexiconText.self, forKey: .why)
    rewrite = try container.decodeIfPresent(LexiconText.self, forKey: .rewrite)
    replaces = try container.decodeIfPresent(RewritePlace.self, forKey: .replaces)
    catches = try lists(.catches)
    leaves = try lists(.leaves)
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case kind, weight, danger, words, unless, with, without
    case withoutInMessage = "without_in_message"
    case isSure = "sure"
    case quoted, maskable, strength, why, rewrite, replaces, catches, leaves
  }
}

/// What a rewrite stands in for.
package enum RewritePlace: String, CaseIterable, Codable, Hashable, Sendable {
  /// The words found, and nothing around them.
  case words
  /// The whole sentence they stand in.
  case sentence
}

/// Entries of a lexicon by the language they are in.
///
/// One Chinese list serves both scripts, since text is folded to simplified before it is matched;
/// words only Taiwan uses stand in the same list.
package struct WordLists: Equatable, Codable, Sendable {
  /// English entries.
  package var en: [String]
  /// Chinese entries, in either script.
  package var zh: [String]

  /// Lists of entries; none unless given.
  package init(en: [String] = [], zh: [String] = []) {
    self.en = en
    self.zh = zh
  }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "a word list")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    en = try container.decodeIfPresent([String].self, forKey: .en) ?? []
    zh = try container.decodeIfPresent([String].self, forKey: .zh) ?? []
  }

  /// All entries.
  package var all: [String] { en + zh }

  private enum CodingKeys: String, CodingKey, CaseIterable { case en, zh }
}

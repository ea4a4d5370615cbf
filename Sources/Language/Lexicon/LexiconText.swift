package import Vocabulary

/// A sentence for the agent, in each language of the desk.
package struct LexiconText: Equatable, Codable, Sendable {
  /// English.
  package var en: String
  /// 简体中文.
  package var zhHans: String
  /// 繁體中文.
  package var zhHant: String

  package init(en: String, zhHans: String, zhHant: String) {
    self.en = en
    self.zhHans = zhHans
    self.zhHant = zhHant
  }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "a text")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    en = try container.decode(String.self, forKey: .en)
    zhHans = try container.decode(String.self, forKey: .zhHans)
    zhHant = try container.decode(String.self, forKey: .zhHant)
  }

  /// The sentence in `language`.
  package subscript(language: LanguageTag) -> String {
    switch language {
    case .en: en
    case .zhHans: zhHans
    case .zhHant: zhHant
    }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case en
    case zhHans = "zh-Hans"
    case zhHant = "zh-Hant"
  }
}

/// A language people write in or read the screen in.
package enum LanguageTag: String, CaseIterable, Codable, Hashable, Sendable {
  /// English.
  case en
  /// 简体中文, mainland usage.
  case zhHans = "zh-Hans"
  /// 繁體中文, Taiwan usage.
  case zhHant = "zh-Hant"

  /// The language meant by a tag or POSIX locale such as `zh_TW.UTF-8`, or nil when it is none of
  /// the three.
  package init?(locale: String) {
    let tag = locale.prefix { $0 != "." && $0 != "@" }.lowercased()
      .replacing("_", with: "-")
    let parts = tag.split(separator: "-")
    switch parts.first {
    case "en": self = .en
    case "zh":
      let traditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
      self = traditional && !parts.contains("hans") ? .zhHant : .zhHans
    default: return nil
    }
  }
}

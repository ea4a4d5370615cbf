import Language

extension YAMLMap {
  /// Entries of a lexicon under `en` and `zh`; none when the key is missing.
  func lists(_ key: String) -> WordLists {
    guard let map = optional(key)?.map() else { return WordLists() }
    map.about(subject).knows("en", "zh")
    return WordLists(en: map.texts("en"), zh: map.texts("zh"))
  }
}

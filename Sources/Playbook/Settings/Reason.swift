package import Vocabulary

/// A short reason for passing an advice gate; it costs one digit (domain E12).
package struct Reason: Equatable, Sendable {
  /// What the record keeps.
  package var id: String
  package var words: [LanguageTag: String]

  package init(id: String, words: [LanguageTag: String]) {
    self.id = id
    self.words = words
  }

  /// Reasons there may be, since each is one digit.
  package static let most = 9
}

extension Reason {
  /// The reasons a file lists.
  static func list(_ reader: YAMLReader) -> [Reason] {
    guard let map = reader.map() else { return [] }
    map.knows("reasons")
    let items = map.required("reasons")?.items() ?? []
    if items.isEmpty, let list = map.optional("reasons") {
      list.report("lists none; an agent needs at least one reason.")
    }
    if items.count > most {
      items[most].report("lists \(items.count) reasons; one digit holds \(most).")
    }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard let found = item.about("a reason").map(), let id = found.text("id") else { return nil }
      let reason = found.about("reason “\(id)”")
      reason.knows("id", "words")
      if !seen.insert(id).inserted {
        item.report("has two called “\(id)”; rename one.")
      }
      return Reason(id: id, words: reason.words("words"))
    }
  }
}

/// Names in braces within a text, such as `{due}`.
package enum Placeholders {
  /// The names in `text`, in the order they first stand.
  ///
  /// - Complexity: linear in the length of the text.
  package static func names(in text: String) -> [String] {
    var names: [String] = []
    for part in parts(of: text) {
      if case .name(let name) = part, !names.contains(String(name)) { names.append(String(name)) }
    }
    return names
  }

  /// `text` with each name replaced by its value; a name without one stays in its braces.
  ///
  /// Values are put in as they are: braces within a value are not looked at again.
  ///
  /// - Complexity: linear in the length of the result.
  package static func fill(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    for part in parts(of: text) {
      switch part {
      case .words(let words): filled += words
      case .name(let name):
        if let value = values[String(name)] { filled += value } else { filled += "{\(name)}" }
      }
    }
    return filled
  }

  private enum Part {
    case words(Substring)
    case name(Substring)
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest.index(after: open)
      let name = rest[after...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" else {
        parts.append(.words(rest[..<after]))
        rest = rest[after...]
        continue
      }
      parts.append(.words(rest[..<open]))
      parts.append(.name(name))
      rest = rest[rest.index(after: name.endIndex)...]
    }
    parts.append(.words(rest))
    return parts
  }
}

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

  /// Whether a text can stand in braces.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isPartOfName)
  }

  private enum Part {
    case words(Substring)
    case name(Substring)
  }

  private static func parts(of text: String) -> [Part] {
    let bytes = text.utf8
    var parts: [Part] = []
    var rest = text.startIndex
    var place = rest
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
      let after = bytes.index(after: open)
      let end = bytes[after...].firstIndex { !isPartOfName($0) } ?? bytes.endIndex
      guard end > after, end < bytes.endIndex, bytes[end] == UInt8(ascii: "}") else {
        place = after
        continue
      }
      parts.append(.words(text[rest..<open]))
      parts.append(.name(text[after..<end]))
      rest = bytes.index(after: end)
      place = rest
    }
    parts.append(.words(text[rest...]))
    return parts
  }

  /// Letters and digits of ASCII, and `_`.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

package import Vocabulary

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

  /// The words before, between and behind the names in `text`, in order.
  ///
  /// - Complexity: linear in the length of the text.
  static func words(around text: String) -> [String] {
    parts(of: text).compactMap { part in
      if case .words(let words) = part, !words.isEmpty { String(words) } else { nil }
    }
  }

  /// `text` with each name replaced by its value; a name without one stays in its braces.
  ///
  /// Values are put in as they are: braces within a value are not looked at again.
  ///
  /// - Complexity: linear in the length of the result.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - values: what stands for each name.
  ///   - language: where it is Chinese, a blank stands between Chinese letters and a Latin name put
  ///     beside them, in Taiwan also between them and a number; nil for no blanks.
  /// - Returns: the words with the values in them.
  package static func fill(
    _ text: String, _ values: [String: String], in language: LanguageTag? = nil
  ) -> String {
    var filled = ""
    var before: Substring?
    for part in parts(of: text) {
      switch part {
      case .words(let words):
        if let name = before, stands(filled.last, apart: words.first, name, language) {
          filled += " "
        }
        filled += words
        if !words.isEmpty { before = nil }
      case .name(let name):
        guard let value = values[String(name)] else {
          filled += "{\(name)}"
          before = nil
          continue
        }
        if stands(value.first, apart: filled.last, name, language) { filled += " " }
        filled += value
        before = name
      }
    }
    return filled
  }

  /// Whether a blank stands between the end of a value and the Chinese letter beside it.
  private static func stands(
    _ end: Character?, apart neighbour: Character?, _ name: Substring, _ language: LanguageTag?
  ) -> Bool {
    guard let language, let end, let neighbour, end.isASCII,
      neighbour.unicodeScalars.allSatisfy({ $0.properties.isIdeographic })
    else { return false }
    switch language {
    case .en: return false
    case .zhHans: return end.isLetter && ["customer", "agent", "senior"].contains(name)
    case .zhHant: return end.isLetter || end.isNumber
    }
  }

  /// `text` with the name of a variable in braces wherever its value stands in it, so that what was
  /// said to one customer can be said to the next.
  ///
  /// Longer values go first; a value of letters or digits is no part of a longer word or number, and
  /// one of a single character is left alone.
  ///
  /// - Complexity: linear in the length of the text for each value.
  package static func naming(
    _ text: String, _ values: [(name: String, value: String)]
  ) -> String {
    var parts = parts(of: text)
    let ordered = values.filter { $0.value.count > 1 }
      .sorted { ($1.value.count, $0.name) < ($0.value.count, $1.name) }
    for (name, value) in ordered {
      parts = parts.flatMap { part -> [Part] in
        guard case .words(let words) = part else { return [part] }
        return naming(value, name[...], in: words)
      }
    }
    return parts.reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .name(let name): text += "{\(name)}"
      }
    }
  }

  private static func naming(_ value: String, _ name: Substring, in words: Substring) -> [Part] {
    var parts: [Part] = []
    var done = words.startIndex
    var place = done
    while let found = words[place...].firstRange(of: value) {
      let isWhole =
        !joins(words[..<found.lowerBound].last, value.first)
        && !joins(value.last, words[found.upperBound...].first)
      place = found.upperBound
      guard isWhole else { continue }
      parts.append(.words(words[done..<found.lowerBound]))
      parts.append(.name(name))
      done = place
    }
    return parts + [.words(words[done...])]
  }

  /// Whether two neighbours belong to one word or number.
  private static func joins(_ left: Character?, _ right: Character?) -> Bool {
    guard let left, let right else { return false }
    return left.isASCII && right.isASCII && (left.isLetter || left.isNumber)
      && (right.isLetter || right.isNumber)
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

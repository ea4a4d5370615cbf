import GRDB

/// A text as a column holds it. SQLite's C strings end at the first NUL, and customers' words may
/// hold one, so NUL is written as U+10FFFF and a 0, and U+10FFFF as itself and a 1.
struct StoredText: DatabaseValueConvertible {
  private static let escape: Unicode.Scalar = "\u{10FFFF}"

  let text: String

  init(_ text: String) { self.text = text }

  var databaseValue: DatabaseValue { Self.escaped(text).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
    guard case .string(let stored) = value.storage else { return nil }
    return StoredText(unescaped(stored))
  }

  private static func escaped(_ text: String) -> String {
    // 0xF4 begins every scalar from U+100000 on.
    guard text.utf8.contains(where: { $0 == 0 || $0 == 0xF4 }) else { return text }
    var stored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value == 0 {
        stored.append(escape)
        stored.append("0")
      } else {
        stored.append(scalar)
        if scalar == escape { stored.append("1") }
      }
    }
    return String(stored)
  }

  private static func unescaped(_ stored: String) -> String {
    guard stored.utf8.contains(0xF4) else { return stored }
    var text = String.UnicodeScalarView()
    var scalars = stored.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == escape else {
        text.append(scalar)
        continue
      }
      text.append(scalars.next() == "0" ? "\0" : escape)
    }
    return String(text)
  }
}

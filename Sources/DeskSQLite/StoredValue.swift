import Vocabulary

/// What a column holds.
enum StoredValue {
  case integer(Int64)
  case text(String)
  case nothing

  static func number(_ number: Int) -> StoredValue { .integer(Int64(number)) }

  static func number(_ number: Int?) -> StoredValue { number.map(StoredValue.number) ?? .nothing }

  /// Milliseconds since 1970.
  static func time(_ time: Instant?) -> StoredValue {
    time.map { .integer($0.milliseconds) } ?? .nothing
  }

  static func name<Kind>(_ name: Name<Kind>?) -> StoredValue {
    name.map { .text($0.rawValue) } ?? .nothing
  }

  static func optional(_ text: String?) -> StoredValue { text.map(StoredValue.text) ?? .nothing }

  /// Whether the column would hold the same bytes.
  func isSame(as other: StoredValue) -> Bool {
    switch (self, other) {
    case (.integer(let one), .integer(let two)): one == two
    case (.text(let one), .text(let two)): one.utf8.elementsEqual(two.utf8)
    case (.nothing, .nothing): true
    default: false
    }
  }
}

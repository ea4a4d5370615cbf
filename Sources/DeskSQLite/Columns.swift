import GRDBSQLite
import Vocabulary

/// The columns of the row at hand. They may hold anything: who reads one says what it should hold.
struct Columns {
  private let statement: OpaquePointer
  /// What the row stands for, for the sentence when a value is wrong.
  private var kind: StaticString = "a row"
  private var ref: CaseRef?

  init(_ statement: OpaquePointer) { self.statement = statement }

  /// The same columns with a name for sentences.
  ///
  /// - Parameters:
  ///   - kind: the kind of thing the row stands for.
  ///   - ref: the case it belongs to, where that is known.
  /// - Returns: the columns.
  func of(_ kind: StaticString, _ ref: CaseRef? = nil) -> Columns {
    var columns = self
    columns.kind = kind
    columns.ref = ref
    return columns
  }

  func optionalText(_ index: Int32) throws -> String? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(statement, index) else { throw damage(index) }
      let count = Int(sqlite3_column_bytes(statement, index))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    default: throw damage(index)
    }
  }

  /// Whatever the column holds.
  func value(_ index: Int32) throws -> StoredValue {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: .nothing
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, index))
    default: .text(try text(index))
    }
  }

  func text(_ index: Int32) throws -> String {
    guard let text = try optionalText(index) else { throw damage(index) }
    return text
  }

  func optionalInteger(_ index: Int32) throws -> Int64? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: nil
    case SQLITE_INTEGER: sqlite3_column_int64(statement, index)
    default: throw damage(index)
    }
  }

  func integer(_ index: Int32) throws -> Int64 {
    guard let number = try optionalInteger(index) else { throw damage(index) }
    return number
  }

  func number(_ index: Int32) throws -> Int { Int(clamping: try integer(index)) }

  func optionalNumber(_ index: Int32) throws -> Int? {
    try optionalInteger(index).map(Int.init(clamping:))
  }

  func optionalTime(_ index: Int32) throws -> Instant? {
    try optionalInteger(index).map(Instant.init(milliseconds:))
  }

  func time(_ index: Int32) throws -> Instant { Instant(milliseconds: try integer(index)) }

  func optionalName<Kind>(_ index: Int32) throws -> Name<Kind>? {
    try optionalText(index).map(Name.init(_:))
  }

  func name<Kind>(_ index: Int32) throws -> Name<Kind> { Name(try text(index)) }

  func optionalWord<Word: RawRepresentable<String>>(_ index: Int32) throws -> Word? {
    guard let text = try optionalText(index) else { return nil }
    guard let word = Word(rawValue: text) else { throw damage(index) }
    return word
  }

  func word<Word: RawRepresentable<String>>(_ index: Int32) throws -> Word {
    guard let word: Word = try optionalWord(index) else { throw damage(index) }
    return word
  }

  private func damage(_ index: Int32) -> Damage {
    let owner = ref.map { " of \($0)" } ?? ""
    return Damage("\(kind)\(owner) has a wrong value in column \(index + 1)")
  }
}

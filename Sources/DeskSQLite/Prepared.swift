import GRDB
import GRDBSQLite

/// A statement that its connection keeps for the next time.
///
/// Values go in and come out by SQLite's own interface: GRDB's ends texts at a NUL, which
/// customers' words may hold, and ends the program when a column holds what it should not.
struct Prepared {
  private let statement: Statement
  private let database: Database

  /// - Parameters:
  ///   - sql: one statement.
  ///   - database: the connection.
  /// - Throws: `DatabaseError`.
  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
  }

  /// Runs a statement that answers nothing.
  ///
  /// - Parameter values: one for each `?`.
  /// - Throws: `DatabaseError`.
  func run(_ values: StoredValue...) throws { try run(values) }

  /// As `run(_:)` with the values in an array.
  func run(_ values: [StoredValue]) throws {
    try bind(values)
    defer { reset() }
    while try step() {}
  }

  /// Asks, and reads every row of the answer.
  ///
  /// - Parameters:
  ///   - values: one for each `?`.
  ///   - read: gets the columns of a row, which are gone when it returns.
  /// - Returns: what was read.
  /// - Throws: `DatabaseError`, or what `read` threw.
  func all<Result>(
    _ values: StoredValue..., read: (Columns) throws -> Result
  ) throws -> [Result] {
    try all(values, read: read)
  }

  /// As `all(_:read:)` with the values in an array.
  func all<Result>(_ values: [StoredValue], read: (Columns) throws -> Result) throws -> [Result] {
    try bind(values)
    defer { reset() }
    var results: [Result] = []
    while try step() { results.append(try read(Columns(statement.sqliteStatement))) }
    return results
  }

  /// Asks, and reads the first row of the answer.
  ///
  /// - Parameters:
  ///   - values: one for each `?`.
  ///   - read: gets the columns of the row, which are gone when it returns.
  /// - Returns: what was read; nil when there was no row.
  /// - Throws: `DatabaseError`, or what `read` threw.
  func first<Result>(
    _ values: StoredValue..., read: (Columns) throws -> Result
  ) throws -> Result? {
    try bind(values)
    defer { reset() }
    return try step() ? try read(Columns(statement.sqliteStatement)) : nil
  }

  private func bind(_ values: [StoredValue]) throws {
    let handle = statement.sqliteStatement
    for (index, value) in values.enumerated() {
      let place = Int32(truncatingIfNeeded: index + 1)
      let code =
        switch value {
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .nothing: sqlite3_bind_null(handle, place)
        case .text(var text):
          text.withUTF8 { bytes in
            // An address even for no bytes, since none would bind NULL; SQLite takes a copy.
            bytes.withMemoryRebound(to: CChar.self) { characters in
              withUnsafePointer(to: 0 as CChar) { none in
                sqlite3_bind_text64(
                  handle, place, characters.baseAddress ?? none, UInt64(characters.count),
                  Self.copied, UInt8(SQLITE_UTF8))
              }
            }
          }
        }
      if code != SQLITE_OK { throw failure(code) }
    }
  }

  /// - Returns: whether there is a row.
  private func step() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure(code)
    }
  }

  /// Lets go of the answer, and with it of the moment it was read at.
  private func reset() {
    sqlite3_reset(statement.sqliteStatement)
    sqlite3_clear_bindings(statement.sqliteStatement)
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
  }

  /// Tells SQLite to copy a text while it is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

import GRDBSQLite
import Testing

/// Another program that uses a desk's file as SQLite.
final class OtherProgram {
  private var connection: OpaquePointer?

  init(at path: String) throws {
    try #require(sqlite3_open(path, &connection) == SQLITE_OK)
  }

  func run(_ statement: String) throws {
    let code = sqlite3_exec(connection, statement, nil, nil, nil)
    try #require(code == SQLITE_OK, "\(statement): \(code)")
  }

  deinit { sqlite3_close(connection) }
}

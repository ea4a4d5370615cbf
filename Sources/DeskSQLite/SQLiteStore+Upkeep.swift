import Desk
import Foundation
import GRDB
package import Vocabulary

extension SQLiteStore {
  /// What of this desk survives the loss of power, read back from the connection that writes.
  ///
  /// - Returns: the settings.
  /// - Throws: `StoreError`.
  package func durability() throws -> Durability {
    try askingWriter { try Durability(of: $0) }
  }

  /// Lets the file grow to a size and no further; the next write beyond it finds the disk full.
  ///
  /// - Parameter pages: of 4 KiB; at least as many as the file has now.
  /// - Throws: `StoreError`.
  package func limit(pages: Int) throws {
    try askingWriter { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }

  package func readings(before time: Instant) throws -> Int {
    try asking { database in
      try Prepared("SELECT count(*) FROM readings WHERE at < ?", in: database)
        .first(.time(time)) { try $0.number(0) } ?? 0
    }
  }

  package func purge(readingsBefore time: Instant, limit: Int) throws -> Int {
    try writing { database in
      let old = try Prepared(
        "SELECT case_id, message FROM readings WHERE at < ? ORDER BY at LIMIT ?", in: database
      ).all(.time(time), .number(max(0, limit))) { (try $0.integer(0), try $0.integer(1)) }
      let removal = try Prepared(
        "DELETE FROM readings WHERE case_id = ? AND message = ?", in: database)
      for (id, message) in old { try removal.run(.integer(id), .integer(message)) }
      let forgetting = try Prepared(
        """
        UPDATE cases SET heat_score = NULL
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM readings WHERE case_id = cases.id)
        """, in: database)
      for id in Set(old.map(\.0)) { try forgetting.run(.integer(id)) }
      return old.count
    }
  }

  /// On a connection of its own, since a whole check takes a while.
  package func faults() throws -> [String] {
    try file.tellingErrors(patience) {
      let queue = try DeskConnection.reader(file, patience)
      return try queue.read { try DeskCheck(database: $0, path: path).faults() }
    }
  }

  /// Copies the desk as it stands now, while others go on working on it.
  ///
  /// - Parameter destination: the path of the copy; nothing may be there yet.
  /// - Throws: `StoreError`; nothing is left at `destination` then.
  package func backup(to destination: String) throws {
    let copy = try DeskFile(destination, mayCreate: true)
    guard !copy.exists else {
      throw StoreError.cannotCreate(path: destination, why: "there is a file of that name")
    }
    try copy.create()
    do {
      try copy.tellingErrors(patience) {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let target = try DatabaseQueue(path: copy.path, configuration: configuration)
        let source = try file.tellingErrors(patience) {
          try DeskConnection.reader(file, patience)
        }
        try source.backup(to: target)
        try target.close()
      }
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(copy.path + suffix) }
      throw error
    }
  }
}

import Desk
import Foundation
import GRDB

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

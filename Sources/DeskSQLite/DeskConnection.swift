import Desk
import GRDB

/// Opens connections to a desk as it wants them.
enum DeskConnection {
  /// The connection that writes.
  ///
  /// - Parameters:
  ///   - file: the desk.
  ///   - patience: how long to wait for other programs.
  ///   - creating: whether to make the desk where the file is still empty; only for the one whose
  ///     turn it is.
  /// - Returns: a connection whose commits survive the loss of power; nil when the file holds
  ///   nothing yet.
  /// - Throws: `DatabaseError`, or `StoreError` when the file is no desk of this schema.
  static func writer(_ file: DeskFile, _ patience: Patience, creating: Bool = false) throws
    -> DatabaseQueue?
  {
    let queue = try DatabaseQueue(
      path: file.path, configuration: configuration("writer", patience))
    let isDesk = try queue.writeWithoutTransaction { database in
      let kind = try DeskSchema.kind(of: database, file)
      guard kind != .empty || creating else { return false }
      try prepare(database, file)
      guard kind != .desk else { return true }
      try database.inTransaction(.immediate) {
        if kind == .empty {
          try DeskSchema.create(in: database)
        } else {
          // Whoever had the turn before may have done it already; then nothing is left to add.
          try DeskSchema.upgrade(database)
        }
        return .commit
      }
      return true
    }
    return isDesk ? queue : nil
  }

  /// A connection that only reads.
  static func reader(_ file: DeskFile, _ patience: Patience) throws -> DatabaseQueue {
    var configuration = configuration("reader", Patience(patience.limit))
    configuration.readonly = true
    return try DatabaseQueue(path: file.path, configuration: configuration)
  }

  /// A connection that carries the log over into the file.
  static func checkpointer(_ file: DeskFile, _ patience: Patience) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: file.path, configuration: configuration("checkpointer", patience))
    try queue.writeWithoutTransaction { try prepare($0, file) }
    return queue
  }

  private static func configuration(_ label: String, _ patience: Patience) -> Configuration {
    var configuration = Configuration()
    configuration.label = "calmdesk.\(label)"
    configuration.busyMode = .callback { patience.triesAgain(after: $0) }
    // GRDB would end the program if a rollback failed on a broken disk.
    configuration.allowsUnsafeTransactions = true
    // The one writer keeps the references right; `faults` checks them.
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// Asks for write-ahead logging and for a sync with every commit, and makes sure of both: a
  /// setting that is not taken is told by nothing but its value.
  private static func prepare(_ database: Database, _ file: DeskFile) throws {
    if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try database.execute(sql: "PRAGMA synchronous = FULL")
    // After a burst the log shrinks again.
    try database.execute(sql: "PRAGMA journal_size_limit = 16777216")
    let durability = try Durability(of: database)
    guard durability == .wanted else {
      throw StoreError.failed(
        path: file.name, why: "it does not keep what is written when the power fails")
    }
  }
}

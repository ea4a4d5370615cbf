import GRDB

/// What of a desk survives the loss of power.
package struct Durability: Equatable, Sendable {
  /// How changes are logged; `wal`.
  package var journal: String
  /// How often the disk is made to keep them; 2 is with every commit.
  package var synchronous: Int64

  /// What a desk asks for.
  package static let wanted = Durability(journal: "wal", synchronous: 2)

  init(journal: String, synchronous: Int64) {
    self.journal = journal
    self.synchronous = synchronous
  }

  /// Reads back what a connection does.
  init(of database: Database) throws {
    journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
    synchronous = try Int64.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
  }
}

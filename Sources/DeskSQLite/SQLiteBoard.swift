import Desk
import Foundation
import GRDB
import Synchronization

/// The board of a desk in a file: one more SQLite file beside it, written without a sync.
///
/// It may be lost, damaged or taken away at any time, also while programs have it open: whoever
/// finds it so makes it anew, and everybody who is there is on it again within seconds.
final class SQLiteBoard: PresenceBoard {
  private struct Opened {
    let queue: DatabaseQueue
    /// Which file it is, since another may lie there under the same name.
    let file: ino_t
  }

  /// Who cannot write now tries again a few seconds later anyway.
  private static let patience = Duration.milliseconds(200)

  private let desk: DeskFile
  private let path: String
  private let patience = Patience(SQLiteBoard.patience)
  private let opened = Mutex<Opened?>(nil)
  /// Held while a board is made: the system drops a program's locks on a file when any of its
  /// descriptors of that file is closed, and making a file closes one.
  private static let opening = Mutex(())

  init(beside desk: DeskFile) {
    self.desk = desk
    path = desk.path + "-presence"
  }

  func put(_ presence: Presence) throws {
    let about = presence.whereabouts
    try working { database in
      try Prepared(
        """
        INSERT INTO sittings_1 (sitting, person, place, counter, looking, typing, status, since, \
        has_left) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sitting) DO UPDATE SET \
        place = excluded.place, counter = excluded.counter, looking = excluded.looking, \
        typing = excluded.typing, status = excluded.status, since = excluded.since, \
        has_left = excluded.has_left WHERE person = excluded.person
        """, in: database
      ).run(
        .name(presence.sitting), .name(presence.person), .text(presence.place),
        .integer(presence.counter), .name(about.looking), .name(about.typing),
        .text(about.status.rawValue), .time(about.statusSince),
        .integer(presence.hasLeft ? 1 : 0))
    }
  }

  func all() throws -> [Presence] {
    try working { database in
      try Prepared(
        """
        SELECT sitting, person, place, counter, looking, typing, status, since, has_left \
        FROM sittings_1 ORDER BY sitting
        """, in: database
      ).all { columns in
        let columns = columns.of("a sitting")
        return Presence(
          sitting: try columns.name(0), person: try columns.name(1), place: try columns.text(2),
          counter: try columns.integer(3),
          whereabouts: Whereabouts(
            looking: try columns.optionalName(4), typing: try columns.optionalName(5),
            status: try columns.word(6), statusSince: try columns.optionalTime(7)),
          hasLeft: try columns.integer(8) != 0)
      }
    }
  }

  func clear(_ presence: Presence) throws {
    try working { database in
      try Prepared("DELETE FROM sittings_1 WHERE sitting = ? AND counter = ?", in: database)
        .run(.name(presence.sitting), .integer(presence.counter))
    }
  }

  // MARK: The file

  /// Works on the file that lies there now; on a new one where it cannot be read.
  private func working<Result: Sendable>(
    _ body: @Sendable (Database) throws -> Result
  ) throws -> Result {
    try opened.withLock { opened in
      try desk.tellingErrors(patience) {
        do {
          return try database(&opened).writeWithoutTransaction(body)
        } catch  where Self.isDamage(error) {
          opened = nil
          for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
          return try database(&opened).writeWithoutTransaction(body)
        }
      }
    }
  }

  private static func isDamage(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return error is Damage }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR: return true
    default: return false
    }
  }

  private func database(_ opened: inout Opened?) throws -> DatabaseQueue {
    if let known = opened, Self.file(at: path) == known.file { return known.queue }
    opened = nil
    return try Self.opening.withLock { _ in
      let file = try DeskFile(path, mayCreate: true)
      if !file.exists { try file.create() }
      var configuration = Configuration()
      configuration.label = "calmdesk.presence"
      configuration.busyMode = .callback { [patience] in patience.triesAgain(after: $0) }
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
          try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try database.execute(sql: "PRAGMA synchronous = OFF")
        // The table is named for its shape: another shape is another table beside it.
        try database.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS sittings_1 (
              sitting TEXT PRIMARY KEY NOT NULL, person TEXT NOT NULL, place TEXT NOT NULL,
              counter INTEGER NOT NULL, looking TEXT, typing TEXT, status TEXT NOT NULL,
              since INTEGER, has_left INTEGER NOT NULL
            ) WITHOUT ROWID
            """)
      }
      opened = Self.file(at: file.path).map { Opened(queue: queue, file: $0) }
      return queue
    }
  }

  private static func file(at path: String) -> ino_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_ino : nil
  }
}

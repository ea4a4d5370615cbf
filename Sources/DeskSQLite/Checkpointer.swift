import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Carries the pages of the log over into the desk's file while nobody waits for it.
///
/// SQLite would do so within the commit that makes the log long, and one command in a hundred
/// would take several times as long as the others.
final class Checkpointer: Sendable {
  private struct State {
    var isAtWork = false
    var connection: DatabaseQueue?
  }

  /// Pages in the log at which the work begins; those of about a hundred commands.
  private static let enough: Int32 = 1000
  /// Pages at which writers are so busy that the commit must do it, or the log grows without end.
  private static let tooMany: Int32 = 4000

  private let file: DeskFile
  private let patience: Patience
  private let state = Mutex(State())
  private let work = DispatchQueue(label: "calmdesk.checkpointer", qos: .utility)

  init(_ file: DeskFile, _ patience: Patience) {
    self.file = file
    self.patience = Patience(patience.limit)
  }

  /// Follows the commits of a connection, in the place of SQLite's own checkpoints.
  ///
  /// - Parameter database: the connection; it must be closed before this object goes.
  func follow(_ database: Database) {
    sqlite3_wal_hook(
      database.sqliteConnection,
      { context, connection, name, pages in
        guard let context, pages >= Checkpointer.enough else { return SQLITE_OK }
        if pages >= Checkpointer.tooMany {
          sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        } else {
          Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue().begin()
        }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Begins the work on a thread of its own, unless it is being done.
  private func begin() {
    let begins = state.withLock { state in
      defer { state.isAtWork = true }
      return !state.isAtWork
    }
    guard begins else { return }
    work.async { [self] in
      // What fails here is done by a later commit, and what is wrong with the disk is said there.
      try? connection().writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
      state.withLock { $0.isAtWork = false }
    }
  }

  private func connection() throws -> DatabaseQueue {
    try state.withLock { state in
      if let open = state.connection { return open }
      let opened = try DeskConnection.checkpointer(file, patience)
      state.connection = opened
      return opened
    }
  }
}

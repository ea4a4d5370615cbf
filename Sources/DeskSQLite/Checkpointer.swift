import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Carries the pages of the log over into the desk's file while nobody waits for it.
///
/// SQLite would do so within the commit that makes the log long, and one command in a hundred
/// would take several times as long as the others. It begins the log anew only when all of it has been
/// carried over, and with many writers there is always more. So one program, the one with the broom,
/// carries over what there is while the others go on, makes the disk keep it, and takes a turn of its
/// own for the little that was written meanwhile.
final class Checkpointer: Sendable {
  private struct State {
    var isAtWork = false
    /// Pages in the log at which the next work begins here.
    var mark = Checkpointer.enough
    var connection: DatabaseQueue?
  }

  /// Pages in the log at which the work begins; those of about a hundred commands.
  private static let enough: Int32 = 1000
  /// Pages at which writers are so busy, or somebody reads for so long, that the commit must do it, or
  /// the log grows without end.
  private static let tooMany: Int32 = 4000
  /// As long as readers are waited for, with everybody waiting; most need less than one.
  private static let longestRead = Duration.milliseconds(10)

  private let file: DeskFile
  private let patience: Patience
  private let turn: Turn
  private let state = Mutex(State())
  private let work = DispatchQueue(label: "calmdesk.checkpointer", qos: .utility)

  init(_ file: DeskFile, _ patience: Patience, _ turn: Turn) {
    self.file = file
    self.patience = patience
    self.turn = turn
  }

  /// Follows the commits of a connection, in the place of SQLite's own checkpoints.
  ///
  /// - Parameter database: the connection; it must be closed before this object goes.
  func follow(_ database: Database) {
    sqlite3_wal_hook(
      database.sqliteConnection,
      { context, connection, name, pages in
        guard let context else { return SQLITE_OK }
        let checkpointer = Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue()
        if checkpointer.begins(at: pages) {
          checkpointer.begin()
        } else if pages >= Checkpointer.tooMany {
          sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether the log has become long and nobody tidies it. Once begun, not again before it has grown
  /// by as much: somebody may read for long.
  private func begins(at pages: Int32) -> Bool {
    state.withLock { state in
      if pages < Self.enough { state.mark = Self.enough }
      guard pages >= state.mark, !state.isAtWork else { return false }
      state.mark = pages + Self.enough
      state.isAtWork = turn.takesBroom()
      return state.isAtWork
    }
  }

  /// Does the work on a thread of its own.
  private func begin() {
    work.async { [self] in
      // What fails here is done by a later commit, and what is wrong with the disk is said there.
      try? tidy()
      turn.putBroomBack()
      state.withLock { $0.isAtWork = false }
    }
  }

  private func tidy() throws {
    try connection().writeWithoutTransaction { database in
      // The second time there is what was written during the first, and hardly anything after it.
      for _ in 0..<2 {
        _ = try database.checkpoint(.passive)
        database.syncFile()
      }
      guard try turn.enter(by: .now + patience.limit) else { return }
      defer { turn.leave() }
      // The next writer begins the log anew, unless somebody reads what is in it.
      _ = try database.checkpoint(.restart)
    }
  }

  private func connection() throws -> DatabaseQueue {
    try state.withLock { state in
      if let open = state.connection { return open }
      let opened = try DeskConnection.checkpointer(file, Patience(Self.longestRead))
      state.connection = opened
      return opened
    }
  }
}

extension Database {
  /// Makes the disk keep what was carried over, so that there is little left to wait for in a turn.
  fileprivate func syncFile() {
    var found: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &found)
    guard code == SQLITE_OK, let found, let methods = found.pointee.pMethods else { return }
    _ = methods.pointee.xSync(found, SQLITE_SYNC_NORMAL)
  }
}

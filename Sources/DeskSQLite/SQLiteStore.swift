package import Desk
import Foundation
import GRDB
import Synchronization

/// A desk in one SQLite file, shared by the programs of one host.
///
/// Four connections: one writes, one reads, one watches for the commits of others, one tidies the
/// log; all but the first are opened when they are first needed. What was written survives the loss of power. Reads never
/// wait for writers, nor writers for reads; every read is one short transaction, since a long one
/// would let the log beside the file grow without end. A write within a write is a mistake of the
/// program, which ends as a busy desk.
package final class SQLiteStore: DeskStore {
  /// As the user wrote it.
  package var path: String { file.name }
  /// Whether the desk belongs to this user alone (domain F): only then may one act as somebody
  /// else, or at another time.
  package let isPersonal: Bool

  package let presence: any PresenceBoard

  let file: DeskFile
  let patience: Patience
  private let turn: Turn
  private let writer: DatabaseQueue
  private let checkpointer: Checkpointer
  private let readers = Mutex(Readers())
  private let log: LogWatch

  private struct Readers {
    var reader: DatabaseQueue?
    var watcher: DatabaseQueue?
  }

  /// Held while a desk is opened: the system drops a program's locks on a file when any of its
  /// descriptors of that file is closed, and making a file closes one.
  private static let opening = Mutex(())

  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - create: whether to make the desk where there is none; its folder must be there.
  ///   - patience: how long to wait for other programs.
  /// - Returns: the open desk.
  /// - Throws: `StoreError`, one sentence for each thing that may be wrong with the file.
  package static func open(
    path: String, create: Bool, patience: Duration = .seconds(10)
  ) throws -> SQLiteStore {
    try opening.withLock { _ in
      try SQLiteStore(path: path, create: create, patience: Patience(patience))
    }
  }

  private init(path: String, create: Bool, patience: Patience) throws {
    let file = try DeskFile(path, mayCreate: create)
    (writer, turn) = try file.tellingErrors(patience) {
      if file.exists, !file.isEmpty, let writer = try DeskConnection.writer(file, patience) {
        return (writer, try Turn(file))
      }
      // Nothing in it: it is to be made, or somebody is making it just now.
      guard create || file.hasLock else { throw StoreError.corrupt(path: path, why: "it is empty") }
      let turn = try Turn(file)
      guard try turn.enter(by: patience.begin()) else {
        throw StoreError.busy(path: path, seconds: patience.seconds)
      }
      defer {
        turn.leave()
        patience.end()
      }
      if create { try file.create() }
      guard let writer = try DeskConnection.writer(file, patience, creating: create) else {
        throw StoreError.corrupt(path: path, why: "it is empty")
      }
      return (writer, turn)
    }
    self.file = file
    self.patience = patience
    isPersonal = file.isPersonal
    presence = SQLiteBoard(beside: file)
    log = LogWatch(file.path + "-wal")
    checkpointer = Checkpointer(file, patience, turn)
    writer.writeWithoutTransaction { checkpointer.follow($0) }
  }

  // MARK: Writing

  package func readied(_ appending: Appending) throws -> Appending { try appending.writtenOut() }

  package func write<Result: Sendable>(
    _ body: (any DeskTransaction) throws -> Result
  ) throws -> Result {
    try writing { database in
      let transaction = SQLiteTransaction(database, file)
      defer { transaction.end() }
      return try body(transaction)
    }
  }

  /// Runs a body as the only writer of this desk, in one transaction.
  func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let deadline = ContinuousClock.now + patience.limit
    guard try turn.enter(by: deadline) else {
      throw StoreError.busy(path: path, seconds: patience.seconds)
    }
    defer { turn.leave() }
    patience.begin(until: deadline)
    defer { patience.end() }
    return try file.tellingErrors(patience) {
      try writer.writeWithoutTransaction { database in
        try Prepared("BEGIN IMMEDIATE", in: database).run()
        do {
          let result = try body(database)
          try Prepared("COMMIT", in: database).run()
          return result
        } catch {
          // After some faults SQLite has rolled back by itself.
          if database.isInsideTransaction { try? Prepared("ROLLBACK", in: database).run() }
          throw error
        }
      }
    }
  }

  package func awaitChange(atMost time: Duration) { log.wait(atMost: time) }

  // MARK: Reading

  /// Asks one question of the desk as it stands.
  func asking<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let reader = try connection(\.reader)
    return try file.tellingErrors(patience) { try reader.unsafeRead(body) }
  }

  /// Asks several questions of the desk as it stands at one moment.
  func askingAtOnce<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let reader = try connection(\.reader)
    return try file.tellingErrors(patience) { try reader.read(body) }
  }

  /// Asks on the connection that watches for the commits of others.
  func watching<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let watcher = try connection(\.watcher)
    return try file.tellingErrors(patience) { try watcher.unsafeRead(body) }
  }

  /// Asks on the connection that writes, without writing.
  func askingWriter<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try file.tellingErrors(patience) { try writer.unsafeRead(body) }
  }

  private func connection(
    _ which: any WritableKeyPath<Readers, DatabaseQueue?> & Sendable
  ) throws -> DatabaseQueue {
    try readers.withLock { readers in
      if let open = readers[keyPath: which] { return open }
      let opened = try file.tellingErrors(patience) { try DeskConnection.reader(file, patience) }
      readers[keyPath: which] = opened
      return opened
    }
  }

  deinit {
    // The writer last: whoever closes last clears the log away, and readers may not.
    readers.withLock { $0 = Readers() }
    try? writer.close()
  }
}

import CForgetfulDisk
import Desk
import DeskSQLite
import DeskTesting
import Foundation
import GRDBSQLite
import Testing
import Vocabulary
import Workflow

/// A disk that loses with the power what was not synced, and one that fills. A kill alone proves
/// little: the system still has what the program wrote.
@Suite struct ForgetfulDiskTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  /// How often a program dies; `CALMDESK_KILLS=200` looks longer.
  static let kills =
    ProcessInfo.processInfo.environment["CALMDESK_KILLS"].flatMap(Int.init) ?? 8

  /// A dot for every write that was acknowledged.
  private var acknowledged: Int {
    FileManager.default.contents(atPath: folder.desk + ".acknowledged")?.count ?? 0
  }

  /// The disk does forget, or the tests below would prove nothing.
  @Test(arguments: [("FULL", 20), ("NORMAL", 0)])
  func `what SQLite does not sync is gone`(level: String, kept: Int) async throws {
    defer { folder.remove() }
    let path = folder.desk
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, level = level as String] in
      guard forgetful_disk_install() == SQLITE_OK else { exit(3) }
      var connection: OpaquePointer?
      guard sqlite3_open(path, &connection) == SQLITE_OK else { exit(4) }
      let start = """
        PRAGMA journal_mode = WAL; CREATE TABLE kept (number INTEGER); PRAGMA wal_checkpoint;
        PRAGMA synchronous = \(level)
        """
      guard sqlite3_exec(connection, start, nil, nil, nil) == SQLITE_OK else { exit(5) }
      for number in 1...20 {
        let row = "INSERT INTO kept VALUES (\(number))"
        guard sqlite3_exec(connection, row, nil, nil, nil) == SQLITE_OK else { exit(6) }
      }
      kill(getpid(), SIGKILL)
    }
    var connection: OpaquePointer?
    var statement: OpaquePointer?
    #expect(sqlite3_open(path, &connection) == SQLITE_OK)
    sqlite3_prepare_v2(connection, "SELECT count(*) FROM kept", -1, &statement, nil)
    #expect(sqlite3_step(statement) == SQLITE_ROW)
    #expect(sqlite3_column_int64(statement, 0) == Int64(kept))
    sqlite3_finalize(statement)
    sqlite3_close_v2(connection)
  }

  @Test func `what was acknowledged survives the loss of power`() async throws {
    defer { folder.remove() }
    let path = folder.desk
    for round in 1...Self.kills {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int] in
        guard forgetful_disk_install() == SQLITE_OK else { exit(3) }
        let store = try SQLiteStore.open(path: path, create: true)
        let log = open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        Thread.detachNewThread {
          usleep(UInt32(1_000 + (round * 7_919) % 90_000))
          kill(getpid(), SIGKILL)
        }
        let fixture = CaseFixture(1001)
        while true {
          try store.write { transaction in
            let next = (try transaction.version(of: fixture.ref) ?? 0) + 1
            try transaction.append(fixture.appending(next...next))
          }
          write(log, ".", 1)
        }
      }
      let store = try SQLiteStore.open(path: path, create: true)
      let stored = try store.events(of: "C-1001", after: 0).map(\.record.version)
      #expect(stored == Array(0..<stored.count).map { $0 + 1 })
      #expect(stored.count >= acknowledged)
      #expect(stored.count <= acknowledged + round)
      #expect(try store.faults().isEmpty)
    }
    #expect(acknowledged > Self.kills)
  }

  @Test func `a disk that fills says so, loses nothing, and goes on when there is room`()
    async throws
  {
    defer { folder.remove() }
    let path = folder.desk
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      guard forgetful_disk_install() == SQLITE_OK else { exit(3) }
      let store = try SQLiteStore.open(path: path, create: true)
      let log = open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      let fixture = CaseFixture(1001)
      var version = 0
      func writeNext() throws {
        try store.write { try $0.append(fixture.appending((version + 1)...(version + 1))) }
        version += 1
        write(log, ".", 1)
      }
      for _ in 0..<3 {
        forgetful_disk_leave_room(150_000)
        var said: String?
        while said == nil, version < 20_000 {
          do { try writeNext() } catch { said = "\(error)" }
        }
        let wanted =
          "There is no room left for the desk at \(path); nothing was lost, but free some space "
          + "before going on."
        guard said == wanted else {
          print(said ?? "nothing was said")
          exit(4)
        }
        guard try store.row(of: fixture.ref)?.version == version else { exit(5) }
        forgetful_disk_leave_room(-1)
        for _ in 0..<5 { try writeNext() }
      }
      kill(getpid(), SIGKILL)
    }
    let store = try SQLiteStore.open(path: path, create: false)
    #expect(acknowledged > 15)
    #expect(try store.events(of: "C-1001", after: 0).count == acknowledged)
    #expect(try store.faults().isEmpty)
  }
}

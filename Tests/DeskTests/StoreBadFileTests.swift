import Desk
import DeskSQLite
import DeskTesting
import Foundation
import GRDB
import Testing
import Vocabulary

/// Each thing that may be wrong with the file of a desk is told in one sentence.
@Suite struct StoreBadFileTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  /// What opening says.
  private func sentence(
    _ path: String, create: Bool = false, patience: Duration = .seconds(10)
  ) -> String {
    do {
      _ = try SQLiteStore.open(path: path, create: create, patience: patience)
      return "It opened."
    } catch {
      return "\(error)"
    }
  }

  /// The desk as another program sees it.
  private func asAnotherProgram(_ body: (DatabaseQueue) throws -> Void) throws {
    try body(try DatabaseQueue(path: folder.desk))
  }

  @Test func `a desk that is not there`() {
    defer { folder.remove() }
    #expect(
      sentence(folder.desk) == "There is no desk at \(folder.desk); make one with "
        + "“calmdesk desk init --desk \(folder.desk)”.")
    #expect(folder.modes().isEmpty)
  }

  @Test func `a folder that is not there`() {
    defer { folder.remove() }
    let path = folder.path + "/none/desk"
    #expect(
      sentence(path, create: true) == "A desk cannot be made at \(path): the folder "
        + "\(folder.path)/none does not exist. Choose another place with --desk.")
    #expect(
      sentence(path) == "There is no desk at \(path); make one with "
        + "“calmdesk desk init --desk \(path)”.")
  }

  @Test func `a file where a folder should be`() throws {
    defer { folder.remove() }
    try folder.write([], to: "file")
    let path = folder.path + "/file/desk"
    #expect(
      sentence(path, create: true) == "A desk cannot be made at \(path): \(folder.path)/file is "
        + "not a folder. Choose another place with --desk.")
  }

  @Test func `a folder where the desk should be`() {
    defer { folder.remove() }
    #expect(
      sentence(folder.path, create: true) == "A desk cannot be made at \(folder.path): it is a "
        + "folder. Choose another place with --desk.")
    #expect(
      sentence(folder.path) == "The file \(folder.path) is damaged or is no desk (it is a "
        + "folder); put a backup in its place, or name another desk with --desk.")
  }

  @Test func `no name, or none for a file`() {
    defer { folder.remove() }
    #expect(
      sentence("", create: true) == "A desk cannot be made at “”: that is no file name. Choose "
        + "another place with --desk.")
    #expect(
      sentence(folder.path + "/new/", create: true) == "A desk cannot be made at "
        + "\(folder.path)/new/: that is no file name. Choose another place with --desk.")
  }

  @Test func `a pipe`() {
    defer { folder.remove() }
    #expect(mkfifo(folder.desk, 0o600) == 0)
    #expect(
      sentence(folder.desk) == "The file \(folder.desk) is damaged or is no desk (it is not a "
        + "plain file); put a backup in its place, or name another desk with --desk.")
  }

  @Test func `an empty file`() throws {
    defer { folder.remove() }
    try folder.write([], to: "desk")
    #expect(
      sentence(folder.desk) == "The file \(folder.desk) is damaged or is no desk (it is empty); "
        + "put a backup in its place, or name another desk with --desk.")
    #expect(Array(folder.modes().keys) == ["desk"])
    #expect(sentence(folder.desk, create: true) == "It opened.")
    #expect(sentence(folder.desk) == "It opened.")
  }

  @Test(arguments: [false, true]) func `a text`(create: Bool) throws {
    defer { folder.remove() }
    let text = Array(String(repeating: "Dear customer, ", count: 1000).utf8)
    try folder.write(text, to: "desk")
    #expect(
      sentence(folder.desk, create: create) == "The file \(folder.desk) is damaged or is no desk "
        + "(it is not a database); put a backup in its place, or name another desk with --desk.")
    #expect(Array(folder.modes().keys) == ["desk"])
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: folder.desk))) == text)
  }

  @Test(arguments: [
    "CREATE TABLE recipes (id)", "PRAGMA application_id = 7", "PRAGMA user_version = 3",
  ])
  func `a database of another program`(statement: String) throws {
    defer { folder.remove() }
    try asAnotherProgram { try $0.writeWithoutTransaction { try $0.execute(sql: statement) } }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.desk))
    for create in [false, true] {
      #expect(
        sentence(folder.desk, create: create) == "The file \(folder.desk) is damaged or is no "
          + "desk (it belongs to another program); put a backup in its place, or name another "
          + "desk with --desk.")
    }
    #expect(Array(folder.modes().keys) == ["desk"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.desk)) == before)
  }

  @Test func `a desk of a newer program`() throws {
    defer { folder.remove() }
    do {
      let store = try SQLiteStore.open(path: folder.desk, create: true)
      try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    }
    try asAnotherProgram {
      try $0.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 10") }
    }
    for create in [false, true] {
      #expect(
        sentence(folder.desk, create: create) == "The desk at \(folder.desk) was made by a newer "
          + "CalmDesk (schema 10, this program knows 9); update the program.")
    }
    try asAnotherProgram { queue in
      let events = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM events") }
      #expect(events == 1)
    }
  }

  @Test func `a desk with a page that is rubbish`() throws {
    defer { folder.remove() }
    do { _ = try SQLiteStore.open(path: folder.desk, create: true) }
    do {
      let store = try SQLiteStore.open(path: folder.desk, create: false)
      try store.write { transaction in
        for number in 1001...1400 { try transaction.append(CaseFixture(number).appending(1...3)) }
      }
    }
    // All but the pages that say which tables there are.
    var spared: Set<Int> = []
    try asAnotherProgram { queue in
      spared = Set(
        try queue.read {
          try Int.fetchAll($0, sql: "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
        })
    }
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.desk)))
    for index in bytes.indices where !spared.contains(index / 4096 + 1) { bytes[index] = 0x5A }
    try folder.write(bytes, to: "desk")
    let store = try SQLiteStore.open(path: folder.desk, create: false)
    let wanted =
      "The file \(folder.desk) is damaged or is no desk (database disk image is malformed); put a "
      + "backup in its place, or name another desk with --desk."
    #expect(throws: StoreError.self) { try store.queue(QueuePage(limit: 5)) }
    do {
      try store.write { try $0.append(CaseFixture(1).appending(1...1)) }
      Issue.record("It was written.")
    } catch {
      #expect("\(error)" == wanted)
    }
    do {
      let faults = try store.faults()
      #expect(!faults.isEmpty)
    } catch {
      #expect("\(error)" == wanted)
    }
  }

  @Test func `values that no desk has written`() throws {
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    for number in 1001...1003 {
      try store.write { try $0.append(CaseFixture(number).appending(1...2)) }
    }
    try asAnotherProgram { queue in
      try queue.write { database in
        try database.execute(sql: "UPDATE cases SET heat = 'boiling' WHERE ref = 'C-1001'")
        try database.execute(
          sql: "UPDATE events SET event = '{\"type\":\"sung\"}' WHERE sequence = 4")
        try database.execute(sql: "DELETE FROM events WHERE sequence = 6")
      }
    }
    func words(_ body: () throws -> Void) -> String {
      do {
        try body()
        return "It worked."
      } catch {
        return "\(error)"
      }
    }
    #expect(
      words { _ = try store.row(of: "C-1001") } == "The file \(folder.desk) is damaged or is no "
        + "desk (the queue row of C-1001 has a wrong value in column 14); put a backup in its "
        + "place, or name another desk with --desk.")
    #expect(
      words { _ = try store.events(of: "C-1002", after: 0) } == "The file \(folder.desk) is "
        + "damaged or is no desk (event 2 of C-1002 cannot be read by this program); put a "
        + "backup in its place, or name another desk with --desk.")
    #expect(try store.faults() == ["Case C-1003 does not have the events that its version counts."])
  }

  @Test func `a snapshot that cannot be read is passed over`() throws {
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    let fixture = CaseFixture(1001)
    try store.write { try $0.append(fixture.appending(1...4)) }
    try asAnotherProgram { queue in
      try queue.write {
        try $0.execute(sql: "INSERT INTO snapshots VALUES (1, 3, '{\"shape\":\"old\"}')")
      }
    }
    let record = try #require(try store.record(of: fixture.ref))
    #expect(record.snapshot == nil)
    #expect(record.events.count == 4)
    #expect(try store.faults().isEmpty)
  }

  @Test func `a desk that another program holds`() throws {
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true, patience: .seconds(2))
    let wanted =
      "Another program has held the desk at \(folder.desk) for 2 seconds; end it, or try again."
    try asAnotherProgram { queue in
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        do {
          try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
          Issue.record("It was written.")
        } catch {
          #expect("\(error)" == wanted)
        }
        #expect(try store.queue(QueuePage(limit: 5)).isEmpty)
        try database.execute(sql: "COMMIT")
      }
    }
    try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(try store.lastSequence() == 1)
  }

  @Test func `a desk that another program has to itself`() throws {
    defer { folder.remove() }
    _ = try SQLiteStore.open(path: folder.desk, create: true)
    try asAnotherProgram { queue in
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE held (id)")
        #expect(
          sentence(folder.desk, patience: .seconds(2)) == "Another program has held the desk at "
            + "\(folder.desk) for 2 seconds; end it, or try again.")
        try database.execute(sql: "DROP TABLE held")
      }
    }
    #expect(sentence(folder.desk) == "It opened.")
  }

  @Test func `a disk that is full keeps what was there`() throws {
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    try store.limit(pages: 60)
    var kept = 1
    var said: String?
    while said == nil, kept < 5000 {
      do {
        try store.write { try $0.append(CaseFixture(1001 + kept).appending(1...3)) }
        kept += 1
      } catch {
        said = "\(error)"
      }
    }
    #expect(
      said == "There is no room left for the desk at \(folder.desk); nothing was lost, but free "
        + "some space before going on.")
    #expect(try store.queue(QueuePage(limit: 5000)).count == kept)
    #expect(try store.faults().isEmpty)
    try store.limit(pages: 1_000_000)
    try store.write { try $0.append(CaseFixture(1001 + kept).appending(1...3)) }
    #expect(try store.queue(QueuePage(limit: 5000)).count == kept + 1)
  }
}

import Desk
import DeskTesting
import Foundation
import Testing
import Vocabulary
import Workflow

@testable import DeskSQLite

/// What a desk in SQLite does beyond what every store does.
@Suite struct StoreSQLiteTests {
  @Test func `commits are synced, and the setting is read back`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let new = try SQLiteStore.open(path: folder.desk, create: true)
    #expect(try new.durability() == .wanted)
    try new.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(try new.durability() == .wanted)
    let old = try SQLiteStore.open(path: folder.desk, create: false)
    #expect(try old.durability() == .wanted)
    #expect(Durability.wanted.journal == "wal")
    #expect(Durability.wanted.synchronous == 2)
  }

  @Test func `everything is still there when the desk is opened again`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let fixture = CaseFixture(1001)
    var appending = fixture.appending(1...3)
    appending.snapshot = Case(replaying: appending.events)
    appending.readings = [StoredReading(message: 1, customer: .empty)]
    appending.contacts = ["phone:1"]
    appending.external = "ticket-7"
    let ana = Person(id: "ana", name: "Ana", role: .supervisor)
    do {
      let store = try SQLiteStore.open(path: folder.desk, create: true)
      try store.write { transaction in
        #expect(try transaction.nextNumber() == 1001)
        try transaction.append(appending)
        try transaction.put(ana)
      }
      try store.keep(draft: "Dear", of: "ana", for: fixture.ref)
    }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    #expect(try store.events(of: fixture.ref, after: 0).map(\.record) == appending.events)
    #expect(try store.record(of: fixture.ref)?.snapshot == appending.snapshot)
    #expect(try store.row(of: fixture.ref) == appending.row)
    #expect(try store.readings(of: fixture.ref, last: .max) == appending.readings)
    #expect(try store.cases(contact: ["phone:1"], limit: 1) == [fixture.ref])
    #expect(try store.drafts(of: "ana") == [fixture.ref: "Dear"])
    #expect(try store.people() == [ana])
    #expect(try store.counts()[.open] == 1)
    try store.write { transaction in
      let ref = try transaction.ref(external: "ticket-7")
      #expect(ref == fixture.ref)
      #expect(try transaction.nextNumber() == 1002)
    }
    #expect(try store.faults().isEmpty)
  }

  @Test func `a desk of one's own is nobody else's to read`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(
      folder.modes() == [
        "desk": 0o600, "desk-lock": 0o600, "desk-shm": 0o600, "desk-wal": 0o600,
      ])
    #expect(store.isPersonal)
    #expect(store.path == folder.desk)
  }

  @Test func `a desk in a folder that hands its group down is the group's`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    #expect(chmod(folder.path, 0o2770) == 0)
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(
      folder.modes() == [
        "desk": 0o660, "desk-lock": 0o660, "desk-shm": 0o660, "desk-wal": 0o660,
      ])
    #expect(!store.isPersonal)
  }

  @Test func `two programs see each other's commits, and each notices`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let one = try SQLiteStore.open(path: folder.desk, create: true)
    let two = try SQLiteStore.open(path: folder.desk, create: false)
    let mark = try two.changeMark()
    try one.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(try two.changeMark() != mark)
    #expect(try two.feed(after: 0, limit: 9).map(\.ref) == ["C-1001"])
    let quiet = try two.changeMark()
    _ = try one.queue(QueuePage(limit: 9))
    #expect(try two.changeMark() == quiet)
  }

  @Test func `who waits hears of another program's commit, and of nothing else`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let watch = LogWatch(folder.desk + "-wal")
    #expect(!watch.wait(atMost: .milliseconds(1)), "no desk yet")
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    _ = try store.queue(QueuePage(limit: 9))
    #expect(!watch.wait(atMost: .milliseconds(1)))
    try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(watch.wait(atMost: .milliseconds(1)))
    _ = try store.queue(QueuePage(limit: 9))
    #expect(!watch.wait(atMost: .milliseconds(1)))
  }

  @Test func `a desk reached by a symbolic link is the same desk`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    let link = folder.path + "/link"
    #expect(symlink(folder.desk, link) == 0)
    let linked = try SQLiteStore.open(path: link, create: false)
    try linked.write { try $0.append(CaseFixture(1001).appending(1...1)) }
    #expect(try store.lastSequence() == 1)
    #expect(Set(folder.modes().keys) == ["desk", "desk-lock", "desk-shm", "desk-wal", "link"])
  }

  @Test func `names that mean something to SQLite are file names like any other`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    for name in [":memory:", "file:desk?mode=memory", "a b'c\"d", "桌子"] {
      let path = folder.path + "/" + name
      let store = try SQLiteStore.open(path: path, create: true)
      try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `a copy is made while others work, and never over a file`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    try store.write { try $0.append(CaseFixture(1001).appending(1...2)) }
    let copy = folder.path + "/copy"
    try store.backup(to: copy)
    try store.write { try $0.append(CaseFixture(1002).appending(1...1)) }
    let copied = try SQLiteStore.open(path: copy, create: false)
    #expect(try copied.lastSequence() == 2)
    #expect(try copied.faults().isEmpty)
    #expect(copied.isPersonal)
    try copied.write { try $0.append(CaseFixture(1001).appending(3...3)) }
    #expect(try store.lastSequence() == 3)
    let error = #expect(throws: StoreError.self) { try store.backup(to: copy) }
    #expect(
      error?.description == "A desk cannot be made at \(copy): there is a file of that name. "
        + "Choose another place with --desk.")
    #expect(try copied.lastSequence() == 3)
  }

  @Test func `reads go on while somebody writes`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    let other = try SQLiteStore.open(path: folder.desk, create: false)
    try store.write { transaction in
      try transaction.append(CaseFixture(1001).appending(1...1))
      #expect(try other.lastSequence() == 0)
      #expect(try other.queue(QueuePage(limit: 5)).isEmpty)
      #expect(try store.counts()[.open] == 0)
    }
    #expect(try other.lastSequence() == 1)
  }
}

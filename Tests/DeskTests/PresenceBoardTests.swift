import Desk
import DeskSQLite
import DeskTesting
import Foundation
import Testing
import Vocabulary

/// Every board does what sittings need of it, and one in a file comes through whatever befalls it.
@Suite struct PresenceBoardTests {
  private let place: StoreFolder

  init() throws { place = try StoreFolder() }

  private func store() throws -> SQLiteStore {
    try SQLiteStore.open(path: place.desk, create: true)
  }

  private var file: String { place.desk + "-presence" }

  @Test(arguments: PresenceClause.all)
  func `in memory`(_ clause: PresenceClause) throws {
    defer { place.remove() }
    try clause.check(MemoryBoard())
  }

  @Test(arguments: PresenceClause.all)
  func `in SQLite`(_ clause: PresenceClause) throws {
    defer { place.remove() }
    try clause.check(try store().presence)
  }

  @Test func `a sitting says nothing of another person's`() throws {
    defer { place.remove() }
    for board in [MemoryBoard(), try store().presence] as [any PresenceBoard] {
      let mei = Presence(sitting: "1", person: "mei", counter: 5)
      try board.put(mei)
      try board.put(Presence(sitting: "1", person: "ann", counter: 6))
      #expect(try board.all() == [mei])
    }
  }

  @Test func `a board in a file is seen by other programs, and by nobody else`() throws {
    defer { place.remove() }
    let (one, other) = (try store(), try store())
    let mei = Presence(sitting: "1", person: "mei")
    try one.presence.put(mei)
    #expect(try other.presence.all() == [mei])
    #expect(place.modes()["desk-presence"] == 0o600)
    #expect(try one.lastSequence() == 0)
  }

  @Test func `a board that was taken away or damaged is made anew, also while it is open`() throws {
    defer { place.remove() }
    let (one, other) = (try store(), try store())
    let mei = Presence(sitting: "1", person: "mei")
    let ann = Presence(sitting: "2", person: "ann")
    try one.presence.put(mei)
    #expect(try other.presence.all() == [mei])
    for suffix in ["", "-wal", "-shm"] { unlink(file + suffix) }
    try other.presence.put(ann)
    #expect(try one.presence.all() == [ann])
    try one.presence.put(mei)
    #expect(try other.presence.all() == [mei, ann])
    for suffix in ["-wal", "-shm"] { unlink(file + suffix) }
    try place.write(repeatElement(7, count: 20_000), to: "desk-presence")
    let third = try store()
    try third.presence.put(mei)
    #expect(try third.presence.all() == [mei])
    try one.presence.put(ann)
    #expect(try third.presence.all() == [mei, ann])
  }
}

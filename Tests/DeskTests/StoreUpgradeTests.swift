import Desk
import DeskSQLite
import DeskTesting
import Foundation
import GRDB
import Testing
import Vocabulary
import Workflow

/// A desk made by an older CalmDesk.
@Suite struct StoreUpgradeTests {
  /// Takes away what schemas 2 to 9 brought.
  private func makeOld(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          DROP TABLE offers;
          DROP INDEX readings_by_age;
          ALTER TABLE readings DROP COLUMN at;
          DROP INDEX owned_cases;
          DROP INDEX cases_by_step;
          DROP INDEX cases_by_holder;
          DROP TABLE pace;
          DROP INDEX raised_hands;
          DROP INDEX waiting_requests;
          DROP INDEX unseen_threats;
          DROP INDEX consulted_cases;
          DROP INDEX cases_by_matter;
          DROP INDEX announced_cases;
          ALTER TABLE cases DROP COLUMN consult_at;
          ALTER TABLE cases DROP COLUMN received_at;
          ALTER TABLE cases DROP COLUMN matters;
          ALTER TABLE cases DROP COLUMN announced_at;
          ALTER TABLE cases DROP COLUMN approval_at;
          ALTER TABLE cases DROP COLUMN threat;
          DROP INDEX open_cases;
          DROP INDEX handled_cases;
          DROP INDEX closed_cases;
          DROP INDEX idle_cases;
          ALTER TABLE cases DROP COLUMN lane;
          ALTER TABLE cases DROP COLUMN wants;
          ALTER TABLE cases DROP COLUMN idle_at;
          ALTER TABLE people DROP COLUMN aptitude;
          CREATE INDEX open_cases ON cases (rank, due, ref) WHERE state <> 'closed';
          CREATE INDEX handled_cases ON cases (handler, rank, due, ref) WHERE state <> 'closed';
          CREATE INDEX closed_cases ON cases (rank, due, ref) WHERE state = 'closed';
          ALTER TABLE cases DROP COLUMN hand;
          ALTER TABLE cases DROP COLUMN warn_at;
          DROP INDEX raised_matters;
          ALTER TABLE cases DROP COLUMN raises_at;
          ALTER TABLE people DROP COLUMN team;
          ALTER TABLE people DROP COLUMN department;
          PRAGMA user_version = 1;
          """)
    }
    try queue.close()
  }

  /// Offers a case to one after the other; the last may take it.
  private func offer(
    _ fixture: CaseFixture, to people: [PersonID], taken: Bool = false, in store: SQLiteStore
  ) throws {
    try store.write { try $0.append(fixture.appending(1...1)) }
    var events = people.map { CaseEvent.transferOffered(to: $0) }
    if taken, let last = people.last { events.append(.transferAccepted(by: last)) }
    // A customer who knows the log by heart changes nothing.
    let words = #""type":"claimed""#
    events.append(.received(.init(text: words, kind: .text, heat: .calm, moves: [])))
    for (offset, event) in events.enumerated() {
      let version = offset + 2
      let record = RecordedEvent(
        version: version, at: fixture.start, actor: "ana",
        command: CommandID("\(fixture.ref)-\(version)"), event: event)
      try store.write {
        try $0.append(
          Appending(
            ref: fixture.ref, from: version - 1, events: [record], row: fixture.row(version)))
      }
    }
  }

  @Test func `it is brought up when it is opened, and nothing of it is lost`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    do {
      let store = try SQLiteStore.open(path: folder.desk, create: true)
      try store.write {
        var first = CaseFixture(1001).appending(1...2)
        first.readings = [StoredReading(message: 0, customer: .empty)]
        try $0.append(first)
        try $0.put(Person(id: "ana", name: "Ana", role: .supervisor))
      }
      try offer(CaseFixture(1004), to: ["bo"], in: store)
      try offer(CaseFixture(1005), to: ["ana", "bo"], in: store)
      try offer(CaseFixture(1006), to: ["bo"], taken: true, in: store)
    }
    try makeOld(folder.desk)
    let store = try SQLiteStore.open(path: folder.desk, create: false)
    let rows = try store.queue(QueuePage(limit: 1))
    var first = CaseFixture(1001).row(2)
    first.clock?.warnAt = nil
    first.receivedAt = Instant(milliseconds: 0)
    #expect(rows == [first])
    // A reading is no older than the last word on its case.
    let last = CaseFixture(1001).start.adding(seconds: 2)
    #expect(try store.readings(before: last) == 0)
    #expect(try store.readings(before: last.adding(seconds: 1)) == 1)
    #expect(try store.offers(to: "bo", limit: 9).map(\.ref) == ["C-1004", "C-1005"])
    #expect(try store.offers(to: "ana", limit: 9).isEmpty)
    let ana = Person(id: "ana", name: "Ana", role: .supervisor, team: "East")
    #expect(try store.people().map(\.team) == [nil])
    try store.write { try $0.put(ana) }
    #expect(try store.people() == [ana])
    var raised = CaseFixture(1002).row(1)
    raised.hand = true
    let appending = CaseFixture(1002).appending(1...1, row: raised)
    try store.write { try $0.append(appending) }
    #expect(try store.queue(QueuePage(limit: 9, filter: .handsRaised)) == [raised])
    let closed = CaseFixture(1003).row(1, state: .closed, rank: 4, due: Instant(seconds: 7))
    let closing = CaseFixture(1003).appending(1...1, row: closed)
    try store.write { try $0.append(closing) }
    #expect(try store.queue(QueuePage(limit: 9, filter: .closed)) == [closed])
    #expect(try store.asleep(until: Instant(seconds: 8), limit: 9) == ["C-1003"])
    #expect(try store.durability() == .wanted)
  }

  @Test func `two programs that open it at once bring it up once`() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    _ = try SQLiteStore.open(path: folder.desk, create: true)
    try makeOld(folder.desk)
    let path = folder.desk
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      #expect(throws: Never.self) { _ = try SQLiteStore.open(path: path, create: false) }
    }
    #expect(try SQLiteStore.open(path: path, create: false).queue(QueuePage(limit: 1)) == [])
  }
}

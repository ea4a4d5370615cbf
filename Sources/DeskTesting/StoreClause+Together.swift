import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What many write about, what was said of it, and whom a case asks.
  static let together = [
    StoreClause("similar cases are counted since a time, whatever else lies there") { store in
      var random = SplitMix(seed: 41)
      let start = CaseFixture(1001).start
      let all: [MatterID] = ["outage", "not_delivered", "product:小家电 k2"]
      var rows: [QueueRow] = []
      for number in 0..<80 {
        var fixture = CaseFixture(1001 + number)
        fixture.start = start.adding(seconds: Int64(number) * 60)
        let isClosed = Int.random(in: 0..<3, using: &random) == 0
        var row = fixture.row(
          1, state: isClosed ? .closed : .open, rank: isClosed ? QueueKey.atRest : 1)
        row.matters = all.filter { _ in Int.random(in: 0..<2, using: &random) == 0 }
        rows.append(row)
        try store.write { [row] in try $0.append(fixture.appending(1...1, row: row)) }
      }
      for (least, minutes) in [(1, 0), (1, 20), (12, 40), (30, 0), (2, 79), (1, 80)]
        as [(Int, Int64)]
      {
        let since = start.adding(seconds: minutes * 60)
        let wanted = all.sorted().compactMap { matter -> MatterCount? in
          let mine = rows.filter { $0.matters?.contains(matter) == true && $0.receivedAt >= since }
          guard mine.count >= least, let first = mine.min(by: { $0.receivedAt < $1.receivedAt })
          else { return nil }
          return MatterCount(
            matter: matter, cases: mine.count, since: first.receivedAt, first: first.ref)
        }
        #expect(try store.crowds(since: since, ofAtLeast: least) == wanted)
      }
    },
    StoreClause("what a case is about stays until it is found anew") { store in
      let fixture = CaseFixture(1001)
      func append(_ version: Int, _ matters: [MatterID]?) throws {
        var row = fixture.row(version)
        row.matters = matters
        try store.write { [row] in try $0.append(fixture.appending(version...version, row: row)) }
      }
      try append(1, nil)
      #expect(try store.row(of: fixture.ref)?.matters == [])
      #expect(try store.crowds(since: fixture.start, ofAtLeast: 1).isEmpty)
      try append(2, ["outage"])
      try append(3, nil)
      #expect(try store.row(of: fixture.ref)?.matters == ["outage"])
      #expect(try store.crowds(since: fixture.start, ofAtLeast: 1).map(\.cases) == [1])
      try append(4, [])
      #expect(try store.crowds(since: fixture.start, ofAtLeast: 1).isEmpty)
    },
    StoreClause("what was said of a matter is found since a time, the newest first") { store in
      for number in 1001...1006 {
        let fixture = CaseFixture(number)
        var row = fixture.row(1)
        row.announcedAt =
          number.isMultiple(of: 2) ? nil : fixture.start.adding(seconds: Int64(number))
        try store.write { [row] in try $0.append(fixture.appending(1...1, row: row)) }
      }
      let start = CaseFixture(1001).start
      #expect(try store.announced(since: start, limit: 9) == ["C-1005", "C-1003", "C-1001"])
      #expect(try store.announced(since: start, limit: 2) == ["C-1005", "C-1003"])
      #expect(
        try store.announced(since: start.adding(seconds: 1003), limit: 9) == ["C-1005", "C-1003"])
      #expect(try store.announced(since: start.adding(seconds: 1006), limit: 9).isEmpty)
    },
    StoreClause("whose view is asked for comes back with the row") { store in
      let fixture = CaseFixture(1001)
      var row = fixture.row(1, handler: "ana")
      row.consultDue = fixture.start.adding(seconds: 900)
      row.wants.asked = [.person("bo"), .role(.senior)]
      try store.write { [row] in try $0.append(fixture.appending(1...1, row: row)) }
      #expect(try store.queue(QueuePage(limit: 9, filter: .consultations)) == [row])
      row = fixture.row(2, handler: "ana")
      try store.write { [row] in try $0.append(fixture.appending(2...2, row: row)) }
      #expect(try store.queue(QueuePage(limit: 9, filter: .consultations)).isEmpty)
    },
  ]
}

import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// The queue in order, in pages, and by whose cases they are.
  static let queue = [
    StoreClause("asked together, pages are what they are one by one") { store in
      for number in 1001...1012 {
        let fixture = CaseFixture(number)
        let isClosed = number.isMultiple(of: 5)
        let row = fixture.row(
          1, state: isClosed ? .closed : .open, rank: isClosed ? QueueKey.atRest : 1,
          handler: number.isMultiple(of: 3) ? "mei" : nil)
        try store.write { try $0.append(fixture.appending(1...1, row: row)) }
      }
      let pages = [
        QueuePage(limit: 4), QueuePage(start: .last, limit: 3),
        QueuePage(limit: 9, filter: .heldBy("mei")), QueuePage(limit: 9, filter: .closed),
        QueuePage(limit: 9, filter: .requests),
      ]
      let look = QueueLook(pages, offersTo: "mei", limit: 4)
      let glance = try store.glance(look)
      #expect(try glance.pages == pages.map(store.queue))
      #expect(glance.pages.map(\.count) == [4, 3, 3, 2, 0])
      #expect(try glance.offers == store.offers(to: "mei", limit: 4))
      #expect(try glance.counts == store.counts())
      #expect(try store.glance(QueueLook([], offersTo: "mei", limit: 4)).pages.isEmpty)
    },
    StoreClause("news are the feed with its cases as they stand, and whose offers they are") {
      store in
      for number in 1001...1004 {
        try store.write { try $0.append(CaseFixture(number).appending(1...2)) }
      }
      for (number, person) in [(1002, "mei"), (1004, "ana")] as [(Int, PersonID)] {
        let fixture = CaseFixture(number)
        let record = RecordedEvent(
          version: 3, at: fixture.start, actor: "bo", command: CommandID("offer-\(number)"),
          event: .transferOffered(to: person))
        try store.write {
          try $0.append(
            Appending(ref: fixture.ref, from: 2, events: [record], row: fixture.row(3)))
        }
      }
      let second = try store.feed(after: 0, limit: 2)[1].sequence
      let news = try store.news(after: second, limit: 99, for: "mei")
      #expect(try news.feed == store.feed(after: second, limit: 99))
      #expect(Set(news.rows.map(\.ref)) == ["C-1002", "C-1003", "C-1004"])
      for row in news.rows { #expect(try store.row(of: row.ref) == row) }
      #expect(news.rows.count == 3)
      #expect(news.offered == ["C-1002"])
      #expect(try news.counts == store.counts())
      #expect(try store.news(after: 0, limit: 1, for: "mei").rows.map(\.ref) == ["C-1001"])
      let last = try store.lastSequence()
      #expect(try store.news(after: last, limit: 3, for: "mei").feed.isEmpty)
    },
    StoreClause("a glance that follows the news is the one that would be taken anew") { store in
      var random = SplitMix(seed: 19)
      var rows = try fillQueue(of: store, cases: 40, seed: 5)
      let from = try #require(rows.map(\.key).sorted().dropFirst(9).first)
      let pages =
        filters.map { QueuePage(limit: Int.random(in: 1...30, using: &random), filter: $0) } + [
          QueuePage(limit: 99), QueuePage(start: .from(from), limit: 8),
        ]
      let look = QueueLook(pages, offersTo: "ana", limit: 4)
      var glance = try store.glance(look)
      var sequence = try store.lastSequence()
      var followed = 0
      for _ in 0..<200 {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          try moveOne(of: &rows, in: store, using: &random)
        }
        let news = try store.news(after: sequence, limit: 99, for: "ana")
        sequence = try #require(news.feed.last?.sequence)
        let anew = try store.glance(look)
        if let next = glance.taking(news, by: look) {
          #expect(next == anew)
          // What was told already may be told again.
          #expect(next.taking(news, by: look) == anew)
          followed += 1
        }
        glance = anew
      }
      #expect(followed > 20)
    },
    StoreClause("pages of the queue are slices of the sorted rows, both ways") { store in
      let rows = try fillQueue(of: store, cases: 150, seed: 7)
      for filter in filters {
        let expected = rows.filter { filter.includes($0) }.sorted { $0.key < $1.key }
        try expectPages(of: expected, in: store, filter)
      }
    },
    StoreClause("the queue follows every move") { store in
      var random = SplitMix(seed: 11)
      var rows = try fillQueue(of: store, cases: 40, seed: 3)
      for _ in 0..<160 {
        try moveOne(of: &rows, in: store, using: &random)
      }
      for filter in filters {
        let expected = rows.filter { filter.includes($0) }.sorted { $0.key < $1.key }
        #expect(try store.queue(QueuePage(limit: 999, filter: filter)) == expected)
      }
      for row in rows { #expect(try store.row(of: row.ref) == row) }
      let counts = try store.counts()
      for state in CaseState.allCases {
        #expect(counts[state] == rows.count { $0.state == state })
      }
      #expect(try store.faults().isEmpty)
    },
    StoreClause("places beyond the ends and between the rows are places too") { store in
      for number in [1002, 1004, 1006] {
        try store.write { try $0.append(CaseFixture(number).appending(1...1)) }
      }
      func key(_ number: Int, rank: Int = 1) -> QueueKey {
        QueueKey(rank: rank, due: CaseFixture(number).row(1).key.due, ref: CaseFixture(number).ref)
      }
      func refs(_ start: QueuePage.Start) throws -> [CaseRef] {
        try store.queue(QueuePage(start: start, limit: 2)).map(\.ref)
      }
      #expect(try refs(.after(key(1003))) == ["C-1004", "C-1006"])
      #expect(try refs(.before(key(1005))) == ["C-1002", "C-1004"])
      #expect(try refs(.from(key(1004))) == ["C-1004", "C-1006"])
      #expect(try refs(.from(key(1003))) == ["C-1004", "C-1006"])
      #expect(try refs(.after(key(1006))).isEmpty)
      #expect(try refs(.before(key(1002))).isEmpty)
      #expect(try refs(.after(key(1002, rank: 0))) == ["C-1002", "C-1004"])
      #expect(try refs(.before(key(1002, rank: 9))) == ["C-1004", "C-1006"])
      #expect(try refs(.last) == ["C-1004", "C-1006"])
      #expect(try refs(.first) == ["C-1002", "C-1004"])
    },
    StoreClause("an empty desk has an empty queue and counts of nought") { store in
      for filter in filters {
        for start in [QueuePage.Start.first, .last] {
          #expect(try store.queue(QueuePage(start: start, limit: 5, filter: filter)).isEmpty)
        }
      }
      let counts = try store.counts()
      #expect(
        counts
          == Dictionary(uniqueKeysWithValues: CaseState.allCases.map { ($0, 0) }))
    },
    StoreClause("an offer stands until it is answered or the case changes hands") { store in
      func change(_ number: Int, _ version: Int, _ event: CaseEvent) throws {
        let fixture = CaseFixture(number)
        let row = fixture.row(
          version, due: Instant(seconds: Int64(2_000_000_000 - number)), handler: "ana")
        let record = RecordedEvent(
          version: version, at: fixture.start, actor: "ana",
          command: CommandID("\(number)-\(version)"), event: event)
        try store.write {
          try $0.append(
            Appending(ref: fixture.ref, from: version - 1, events: [record], row: row))
        }
      }
      func offers(_ person: PersonID, _ limit: Int = 9) throws -> [CaseRef] {
        try store.offers(to: person, limit: limit).map(\.ref)
      }
      for number in 1001...1003 {
        try store.write { try $0.append(CaseFixture(number).appending(1...1)) }
        try change(number, 2, .transferOffered(to: "bo"))
      }
      #expect(try offers("bo") == ["C-1003", "C-1002", "C-1001"])
      #expect(try offers("bo", 1) == ["C-1003"])
      #expect(try offers("ana").isEmpty)
      try change(1001, 3, .identified(how: "order number"))
      try change(1002, 3, .transferOffered(to: "ana"))
      try change(1003, 3, .transferDeclined(by: "bo"))
      #expect(try offers("bo") == ["C-1001"])
      #expect(try offers("ana") == ["C-1002"])
      try change(1001, 4, .released(by: "ana"))
      try change(1002, 4, .lapsed(from: "ana"))
      #expect(try offers("bo").isEmpty)
      #expect(try offers("ana").isEmpty)
      let closed = CaseFixture(1003)
      try change(1003, 4, .transferOffered(to: "bo"))
      try store.write {
        try $0.append(
          closed.appending(5...5, row: closed.row(5, state: .closed, rank: QueueKey.atRest)))
      }
      #expect(try offers("bo").isEmpty)
    },
    StoreClause("snoozes end in their order, and only those whose time has come") { store in
      let now = Instant(seconds: 1_800_000_000)
      let snoozes: [(number: Int, state: CaseState, seconds: Int64?)] = [
        (1001, .snoozed, -5), (1002, .snoozed, -60), (1003, .snoozed, 1), (1004, .snoozed, 0),
        (1005, .open, -90), (1006, .snoozed, nil), (1007, .closed, -90), (1008, .snoozed, -60),
      ]
      for snooze in snoozes {
        let fixture = CaseFixture(snooze.number)
        let row = fixture.row(
          1, state: snooze.state, snoozedUntil: snooze.seconds.map { now.adding(seconds: $0) })
        try store.write { try $0.append(fixture.appending(1...1, row: row)) }
      }
      #expect(
        try store.asleep(until: now, limit: 9) == ["C-1002", "C-1008", "C-1001", "C-1004"])
      #expect(try store.asleep(until: now, limit: 3) == ["C-1002", "C-1008", "C-1001"])
      #expect(try store.asleep(until: now, limit: 0).isEmpty)
      let woken = CaseFixture(1002)
      try store.write { try $0.append(woken.appending(2...2)) }
      #expect(try store.asleep(until: now, limit: 9) == ["C-1008", "C-1001", "C-1004"])
    },
    StoreClause("what waits or is closed comes up when something of it is due, after the snoozed") {
      store in
      let now = Instant(seconds: 1_800_000_000)
      let closed: [(number: Int, rank: Int, seconds: Int64)] = [
        (1001, 4, 0), (1002, 4, -60), (1003, 4, 1), (1004, 1, -90), (1006, 2, -5), (1007, 2, 1),
        (1008, 0, -1), (1009, 0, 1),
      ]
      for (number, rank, seconds) in closed {
        let fixture = CaseFixture(number)
        let row = fixture.row(
          1, state: [0, 2].contains(rank) ? .waiting : .closed, rank: rank,
          due: now.adding(seconds: seconds),
          handler: "ana")
        try store.write { try $0.append(fixture.appending(1...1, row: row)) }
      }
      let asleep = CaseFixture(1005)
      let row = asleep.row(1, state: .snoozed, snoozedUntil: now)
      try store.write { try $0.append(asleep.appending(1...1, row: row)) }
      #expect(
        try store.asleep(until: now, limit: 9) == [
          "C-1005", "C-1008", "C-1006", "C-1002", "C-1001",
        ])
      #expect(try store.asleep(until: now, limit: 3) == ["C-1005", "C-1008", "C-1006"])
      var up = CaseFixture(1010).row(1)
      up.raisesAt = now
      try store.write { try $0.append(CaseFixture(1010).appending(1...1, row: up)) }
      #expect(try store.row(of: "C-1010") == up)
      #expect(try store.asleep(until: now, limit: 9).last == "C-1010")
      #expect(try store.asleep(until: now.adding(seconds: -1), limit: 9).last != "C-1010")
      up = CaseFixture(1010).row(2)
      try store.write { try $0.append(CaseFixture(1010).appending(2...2, row: up)) }
      #expect(try store.asleep(until: now, limit: 9).last == "C-1001")
      func refs(_ filter: QueueFilter) throws -> [CaseRef] {
        try store.queue(QueuePage(limit: 9, filter: filter)).map(\.ref)
      }
      #expect(try refs(.heldBy("ana")) == ["C-1008", "C-1009", "C-1004", "C-1006", "C-1007"])
      #expect(try refs(.closed) == ["C-1002", "C-1001", "C-1003"])
      #expect(try store.counts()[.closed] == 4)
    },
  ]

  private static let filters: [QueueFilter] = [
    .everything, .free, .heldBy("ana"), .heldBy("bo"), .heldBy("nobody"), .ownedBy("ana"),
    .ownedBy("nobody"), .closed,
    .handsRaised, .requests, .threats, .consultations,
  ]

  /// Opens cases with random rows, many of them with the same rank and due time.
  private static func fillQueue(of store: any DeskStore, cases: Int, seed: UInt64) throws
    -> [QueueRow]
  {
    var random = SplitMix(seed: seed)
    let rows = (0..<cases).map { randomRow(CaseFixture(1001 + $0), 1, using: &random) }
    try store.write { transaction in
      for (index, row) in rows.enumerated().shuffled(using: &random) {
        try transaction.append(CaseFixture(1001 + index).appending(1...1, row: row))
      }
    }
    return rows
  }

  /// Something happens on one of the cases that `fillQueue` opened.
  private static func moveOne(
    of rows: inout [QueueRow], in store: any DeskStore, using random: inout SplitMix
  ) throws {
    let index = Int.random(in: rows.indices, using: &random)
    let fixture = CaseFixture(1001 + index)
    let version = rows[index].version + 1
    let row = randomRow(fixture, version, using: &random)
    rows[index] = row
    try store.write { try $0.append(fixture.appending(version...version, row: row)) }
  }

  private static func randomRow(
    _ fixture: CaseFixture, _ version: Int, using random: inout SplitMix
  ) -> QueueRow {
    let states = CaseState.allCases
    let people: [PersonID?] = [nil, "ana", "bo"]
    let state = states[Int.random(in: states.indices, using: &random)]
    // Closed cases are at rest but for a few of which something is due.
    let isAtRest = state == .closed && Int.random(in: 0..<4, using: &random) > 0
    var row = fixture.row(
      version, state: state,
      rank: isAtRest ? QueueKey.atRest : Int.random(in: 0...3, using: &random),
      due: Instant(seconds: Int64.random(in: 0...4, using: &random)),
      handler: people[Int.random(in: people.indices, using: &random)])
    if Int.random(in: 0..<4, using: &random) == 0 {
      row.key.lane = QueueKey.vipLane
      row.wants = CaseWants(isVIP: true, skill: "billing", barred: ["ana", "陈梅"])
    }
    row.approvalDue =
      state != .closed && Int.random(in: 0..<4, using: &random) == 0
      ? Instant(seconds: Int64.random(in: 0...9, using: &random)) : nil
    row.consultDue =
      state != .closed && Int.random(in: 0..<4, using: &random) == 0
      ? Instant(seconds: Int64.random(in: 0...9, using: &random)) : nil
    row.threat = state != .closed && Int.random(in: 0..<4, using: &random) == 0
    row.hand = state != .closed && Int.random(in: 0..<4, using: &random) == 0
    return row
  }

  private static func expectPages(
    of expected: [QueueRow], in store: any DeskStore, _ filter: QueueFilter
  ) throws {
    func page(_ start: QueuePage.Start, _ limit: Int) throws -> [QueueRow] {
      try store.queue(QueuePage(start: start, limit: limit, filter: filter))
    }
    for limit in [1, 7, 1000] {
      #expect(try page(.first, limit) == Array(expected.prefix(limit)))
      #expect(try page(.last, limit) == Array(expected.suffix(limit)))
    }
    for (index, row) in expected.enumerated() {
      #expect(try page(.after(row.key), 7) == Array(expected.dropFirst(index + 1).prefix(7)))
      #expect(try page(.from(row.key), 7) == Array(expected.dropFirst(index).prefix(7)))
      #expect(try page(.before(row.key), 7) == Array(expected.prefix(index).suffix(7)))
    }
    var walked: [QueueRow] = []
    var next = try page(.first, 9)
    while let last = next.last {
      walked += next
      next = try page(.after(last.key), 9)
    }
    #expect(walked == expected)
    walked = []
    next = try page(.last, 9)
    while let first = next.first {
      walked = next + walked
      next = try page(.before(first.key), 9)
    }
    #expect(walked == expected)
  }
}

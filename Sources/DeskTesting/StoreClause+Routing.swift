import Desk
import Dispatch
import Playbook
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What decides who is given a case.
  static let routing = [
    StoreClause("one person's consoles at once take no more than the person may have") { store in
      let bench = try Bench(store: store)
      let most = try #require(bench.desk.playbook.routing.capacity[.chat])
      let refs = try (0..<most + 4).map { try bench.open("Where is parcel \($0)?") }
      let commands = refs.map { _ in bench.nextCommand() }
      DispatchQueue.concurrentPerform(iterations: refs.count) { place in
        do {
          if place.isMultiple(of: 2) {
            _ = try bench.desk.perform(
              DeskRequest(
                by: "mei", ref: refs[place],
                envelope: CommandEnvelope(id: commands[place], command: .claim)))
          } else {
            _ = try bench.desk.takeNext(for: "mei", command: commands[place], present: ["mei"])
          }
        } catch let refusal as Refusal {
          #expect([.capacity, .holder].contains(refusal.gate), "\(refusal)")
        } catch {
          Issue.record("\(error)")
        }
      }
      let held = try store.queue(QueuePage(limit: 50, filter: .heldBy("mei")))
      #expect(held.count == most)
    },
    StoreClause("the VIP lane goes first within its rank, and what is due is found in both") {
      store in
      let now = Instant(seconds: 1_800_000_000)
      let rows: [(number: Int, rank: Int, lane: Int, seconds: Int64)] = [
        (1001, 2, 1, -60), (1002, 2, 0, -5), (1003, 2, 0, 1), (1004, 1, 1, -90), (1005, 1, 0, 9),
        (1006, 4, 0, -1), (1007, 4, 1, -2), (1008, 2, 1, 1),
      ]
      for (number, rank, lane, seconds) in rows {
        let states: [CaseState] = [.waiting, .open, .waiting, .snoozed, .closed]
        var row = CaseFixture(number).row(
          1, state: states[rank], rank: rank, due: now.adding(seconds: seconds))
        row.key.lane = lane
        try store.write { try $0.append(CaseFixture(number).appending(1...1, row: row)) }
      }
      func refs(_ page: QueuePage) throws -> [CaseRef] { try store.queue(page).map(\.ref) }
      #expect(
        try refs(QueuePage(limit: 9)) == [
          "C-1005", "C-1004", "C-1002", "C-1003", "C-1001", "C-1008",
        ])
      #expect(try refs(QueuePage(limit: 9, filter: .closed)) == ["C-1006", "C-1007"])
      #expect(
        try store.asleep(until: now, limit: 9) == ["C-1001", "C-1002", "C-1007", "C-1006"])
      // Whoever becomes a VIP moves, with nothing else about the case changed.
      var moved = CaseFixture(1004).row(2, rank: 1, due: now.adding(seconds: -90))
      moved.key.lane = QueueKey.vipLane
      try store.write { try $0.append(CaseFixture(1004).appending(2...2, row: moved)) }
      #expect(try refs(QueuePage(limit: 2)) == ["C-1004", "C-1005"])
      #expect(try store.queue(QueuePage(limit: 1)) == [moved])
    },
    StoreClause("a row stands where its key says, though its clock runs out later") { store in
      for (number, due) in [(1001, 900), (1002, 600), (1003, 300)] as [(Int, Int64)] {
        var row = CaseFixture(number).row(1)
        row.key.due = Instant(seconds: 1_800_000_000 + due)
        try store.write { try $0.append(CaseFixture(number).appending(1...1, row: row)) }
        #expect(try store.row(of: row.ref) == row)
      }
      #expect(
        try store.queue(QueuePage(limit: 9)).map(\.ref) == ["C-1003", "C-1002", "C-1001"])
      var forward = CaseFixture(1001).row(2)
      forward.key.due = Instant(seconds: 1_800_000_001)
      try store.write { try $0.append(CaseFixture(1001).appending(2...2, row: forward)) }
      #expect(
        try store.queue(QueuePage(limit: 9)).map(\.ref) == ["C-1001", "C-1003", "C-1002"])
    },
    StoreClause("what was left untouched comes up last, when its time has come") { store in
      let now = Instant(seconds: 1_800_000_000)
      for (number, seconds) in [(1001, 0), (1002, -9), (1003, 1)] as [(Int, Int64)] {
        var row = CaseFixture(number).row(1, handler: "ana")
        row.idleAt = now.adding(seconds: seconds)
        try store.write { try $0.append(CaseFixture(number).appending(1...1, row: row)) }
        #expect(try store.row(of: row.ref) == row)
      }
      var up = CaseFixture(1004).row(1)
      up.raisesAt = now
      try store.write { try $0.append(CaseFixture(1004).appending(1...1, row: up)) }
      #expect(try store.asleep(until: now, limit: 9) == ["C-1004", "C-1002", "C-1001"])
      try store.write { try $0.append(CaseFixture(1002).appending(2...2)) }
      #expect(try store.asleep(until: now, limit: 9) == ["C-1004", "C-1001"])
    },
    StoreClause("what a case wants is kept whole") { store in
      var row = CaseFixture(1001).row(1)
      row.wants = CaseWants(
        isVIP: true, skill: "billing", leastRole: .senior, barred: ["bo", "“o”"], prefers: "ana",
        prefersUntil: Instant(seconds: 7), isInService: true)
      try store.write { try $0.append(CaseFixture(1001).appending(1...1, row: row)) }
      #expect(try store.row(of: row.ref) == row)
      let plain = CaseFixture(1001).row(2)
      try store.write { try $0.append(CaseFixture(1001).appending(2...2, row: plain)) }
      #expect(try store.row(of: row.ref) == plain)
    },
    StoreClause("the first free case of a list is found, once") { store in
      for number in 1001...1004 {
        var row = CaseFixture(number).row(1, handler: number == 1001 ? "ana" : nil)
        if number == 1002 { row = CaseFixture(number).row(1, state: .closed, rank: 4) }
        try store.write { try $0.append(CaseFixture(number).appending(1...1, row: row)) }
      }
      let wanted: [CaseRef] = ["C-9", "C-1001", "C-1002", "C-1004", "C-1003"]
      for expected in ["C-1004", "C-1003", nil] as [CaseRef?] {
        try store.write { transaction in
          let found = try transaction.firstFree(among: wanted)
          #expect(found == expected)
          guard let found else { return }
          let fixture = CaseFixture(found == "C-1003" ? 1003 : 1004)
          let version = try transaction.version(of: found)
          #expect(version == 1)
          try transaction.append(
            Appending(
              ref: found, from: 1,
              events: [
                RecordedEvent(
                  version: 2, at: fixture.start, actor: "bo", command: CommandID("claim-\(found)"),
                  event: .claimed(by: "bo"))
              ], row: fixture.row(2, handler: "bo")))
          let again = try transaction.firstFree(among: [found])
          #expect(again == nil)
        }
      }
      let none = try store.write { try $0.firstFree(among: []) }
      #expect(none == nil)
    },
  ]
}

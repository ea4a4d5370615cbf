import Desk
import Dispatch
import Synchronization
import Testing
import Vocabulary
import Workflow

/// What a test throws out of a transaction.
private struct ChangeOfMind: Error {}

extension StoreClause {
  /// All or nothing, one at a time, and never twice.
  static let transactions = [
    StoreClause("a transaction sees what it has done, and nobody else does yet") { store in
      let fixture = CaseFixture(1001)
      try store.write { transaction in
        var appending = fixture.appending(1...2, by: "first")
        appending.contacts = ["phone:1"]
        appending.external = "outside"
        try transaction.append(appending)
        try transaction.append(fixture.appending(3...3, by: "second"))
        try transaction.put(Person(id: "ana", name: "Ana", role: .agent))

        #expect(try transaction.version(of: fixture.ref) == 3)
        let later = try transaction.events(of: fixture.ref, after: 1)
        #expect(later.map(\.record.version) == [2, 3])
        #expect(areAscending(later.map(\.sequence)))
        #expect(try transaction.record(of: fixture.ref)?.events.count == 3)
        #expect(try transaction.events(causedBy: "first").map(\.record.version) == [1, 2])
        #expect(try transaction.ref(external: "outside") == fixture.ref)
        #expect(try transaction.cases(contact: ["phone:1"], limit: 5) == [fixture.ref])
        #expect(try transaction.people().map(\.id) == ["ana"])

        #expect(try store.row(of: fixture.ref) == nil)
        #expect(try store.lastSequence() == 0)
        #expect(try store.people().isEmpty)
      }
      #expect(try store.events(of: fixture.ref, after: 2).map(\.sequence) == [store.lastSequence()])
      #expect(try store.people().map(\.id) == ["ana"])
    },
    StoreClause("what a transaction returns is handed on") { store in
      #expect(try store.write { _ in 7 } == 7)
      let nothing: Int? = try store.write { _ in nil }
      #expect(nothing == nil)
    },
    StoreClause("a transaction that throws leaves nothing behind") { store in
      let kept = CaseFixture(1001)
      try store.write { transaction in
        try transaction.append(kept.appending(1...2))
        #expect(try transaction.nextNumber() == 1001)
      }
      let row = try store.row(of: kept.ref)
      let last = try store.lastSequence()
      #expect(throws: ChangeOfMind.self) {
        try store.write { transaction in
          var more = kept.appending(3...3, by: "undone", row: kept.row(3, state: .closed))
          more.contacts = ["phone:1"]
          more.snapshot = Case(replaying: kept.events(1...3))
          more.readings = [StoredReading(message: 1)]
          try transaction.append(more)
          var new = CaseFixture(1002).appending(1...1)
          new.external = "outside"
          try transaction.append(new)
          try transaction.put(Person(id: "ana", name: "Ana", role: .agent))
          #expect(try transaction.nextNumber() == 1002)
          throw ChangeOfMind()
        }
      }
      #expect(try store.row(of: kept.ref) == row)
      #expect(try store.record(of: kept.ref)?.snapshot == nil)
      #expect(try store.events(of: kept.ref, after: 0).count == 2)
      #expect(try store.readings(of: kept.ref, last: .max).isEmpty)
      #expect(try store.cases(contact: ["phone:1"], limit: 5).isEmpty)
      #expect(try store.row(of: "C-1002") == nil)
      #expect(try store.people().isEmpty)
      #expect(try store.counts()[.open] == 1)
      #expect(try store.counts()[.closed] == 0)
      #expect(try store.lastSequence() == last)
      try store.write { transaction in
        #expect(try transaction.events(causedBy: "undone").isEmpty)
        #expect(try transaction.ref(external: "outside") == nil)
        // A number that went with the transaction may be left out.
        #expect(try transaction.nextNumber() >= 1002)
        try transaction.append(kept.appending(3...3))
      }
      #expect(try store.feed(after: last, limit: 9).map(\.version) == [3])
    },
    StoreClause("a conflict that is caught leaves the rest of the transaction whole") { store in
      try store.write { transaction in
        try transaction.append(CaseFixture(1001).appending(1...1))
        #expect(throws: StoreError.conflict(ref: "C-1001", at: 1)) {
          try transaction.append(CaseFixture(1001).appending(1...1))
        }
        try transaction.append(CaseFixture(1002).appending(1...1))
      }
      #expect(try store.queue(QueuePage(limit: 9)).map(\.ref) == ["C-1001", "C-1002"])
    },
    StoreClause("what a command caused is found again, over cases and in order") { store in
      try store.write { transaction in
        try transaction.append(CaseFixture(1002).appending(1...2, by: "both"))
        try transaction.append(CaseFixture(1001).appending(1...1, by: "both"))
      }
      try store.write { try $0.append(CaseFixture(1001).appending(2...2, by: "other")) }
      try store.write { transaction in
        let caused = try transaction.events(causedBy: "both")
        #expect(areAscending(caused.map(\.sequence)))
        #expect(caused.map(\.ref) == ["C-1002", "C-1002", "C-1001"])
        #expect(try transaction.events(causedBy: "other").map(\.record.version) == [2])
        #expect(try transaction.events(causedBy: "none").isEmpty)
      }
    },
    StoreClause("a transaction that has ended does nothing any more") { store in
      // The stores' transactions are classes; keeping one is the mistake under test.
      let kept = Kept()
      try store.write { kept.transaction = $0 }
      let transaction = try #require(kept.transaction)
      let fixture = CaseFixture(1001)
      for use in [
        { try transaction.append(fixture.appending(1...1)) },
        { _ = try transaction.version(of: fixture.ref) },
        { _ = try transaction.nextNumber() },
        { try transaction.put(Person(id: "ana", name: "Ana", role: .agent)) },
        { _ = try transaction.events(causedBy: "open") },
      ] {
        let error = #expect(throws: StoreError.self) { try use() }
        guard case .failed(_, let why) = error else {
          Issue.record("\(String(describing: error)) instead of a failure")
          continue
        }
        #expect(why == "a transaction was used after it had ended")
      }
      #expect(try store.lastSequence() == 0)
      #expect(try store.people().isEmpty)
    },
    StoreClause("writers on many threads lose nothing and double nothing") { store in
      let threads = 8
      let turns = 20
      let shared = CaseFixture(1)
      try store.write { try $0.append(shared.appending(1...1)) }
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        do {
          let own = CaseFixture(1001 + thread)
          for turn in 1...turns {
            try store.write { transaction in
              try transaction.append(own.appending(turn...turn))
              let next = (try transaction.version(of: shared.ref) ?? 0) + 1
              try transaction.append(shared.appending(next...next))
            }
            if try store.row(of: own.ref)?.version != turn {
              failures.withLock { $0.append("thread \(thread) does not see turn \(turn)") }
            }
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 }.isEmpty)
      #expect(try store.row(of: shared.ref)?.version == 1 + threads * turns)
      for thread in 0..<threads {
        let versions = try store.events(of: CaseFixture(1001 + thread).ref, after: 0)
        #expect(versions.map(\.record.version) == Array(1...turns))
      }
      let feed = try store.feed(after: 0, limit: .max)
      #expect(feed.count == 1 + 2 * threads * turns)
      #expect(areAscending(feed.map(\.sequence)))
      #expect(feed.last?.sequence == (try store.lastSequence()))
      let told = feed.filter { $0.ref == shared.ref }.map(\.version)
      #expect(told.sorted() == Array(1...(1 + threads * turns)))
    },
  ]
}

/// Holds what should not be held.
private final class Kept {
  var transaction: (any DeskTransaction)?
}

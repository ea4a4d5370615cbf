import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What changed, and that something did.
  static let feed = [
    StoreClause("the feed names every event once, in the order of its numbers") { store in
      for number in 1001...1004 {
        try store.write { try $0.append(CaseFixture(number).appending(1...2)) }
      }
      try store.write { transaction in
        try transaction.append(CaseFixture(1003).appending(3...3))
        try transaction.append(CaseFixture(1001).appending(3...4))
      }
      let all = try store.feed(after: 0, limit: 99)
      #expect(all.count == 11 && areAscending(all.map(\.sequence)))
      #expect(all.suffix(3).map(\.ref) == ["C-1003", "C-1001", "C-1001"])
      #expect(all.suffix(3).map(\.version) == [3, 3, 4])
      for (index, entry) in all.enumerated() {
        let after = try store.feed(after: entry.sequence, limit: 3)
        #expect(after == Array(all.dropFirst(index + 1).prefix(3)))
        let events = try store.events(of: entry.ref, after: entry.version - 1)
        #expect(events.first?.sequence == entry.sequence)
      }
      #expect(try store.feed(after: .max, limit: .max).isEmpty)
      #expect(try store.feed(after: 0, limit: 0).isEmpty)
      #expect(try store.lastSequence() == all.last?.sequence)
    },
    StoreClause("an empty desk begins at sequence nought") { store in
      #expect(try store.lastSequence() == 0)
      #expect(try store.feed(after: 0, limit: 9).isEmpty)
      #expect(try store.faults().isEmpty)
      try store.eachCase { Issue.record("\($0) on an empty desk") }
    },
    StoreClause("the mark changes with a commit and stays without one") { store in
      let first = try store.changeMark()
      _ = try store.queue(QueuePage(limit: 5))
      #expect(try store.changeMark() == first)
      try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
      let second = try store.changeMark()
      #expect(second != first)
      #expect(throws: StoreError.self) {
        try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
      }
      #expect(try store.changeMark() == second)
    },
  ]
}

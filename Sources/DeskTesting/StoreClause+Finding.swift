import Desk
import Testing
import Vocabulary
import Workflow

/// What a test throws to end a walk.
private struct Enough: Error {}

extension StoreClause {
  /// Cases found by what is known of them from outside.
  static let finding = [
    StoreClause("a customer's cases are found by any of their keys, the newest first") { store in
      func open(_ number: Int, _ contacts: [String], state: CaseState = .open) throws {
        let fixture = CaseFixture(number)
        var appending = fixture.appending(1...1, row: fixture.row(1, state: state))
        appending.contacts = contacts
        try store.write { try $0.append(appending) }
      }
      try open(1009, ["phone:1", "mail:a"])
      try open(1001, ["phone:2"])
      try open(1005, ["phone:1", "phone:1"], state: .closed)
      try open(1003, [])
      #expect(try store.cases(contact: ["phone:1"], limit: 9) == ["C-1005", "C-1009"])
      #expect(
        try store.cases(contact: ["mail:a", "phone:1", "phone:2"], limit: 9)
          == ["C-1005", "C-1001", "C-1009"])
      #expect(try store.cases(contact: ["mail:a", "phone:2"], limit: 1) == ["C-1001"])
      #expect(try store.cases(contact: ["phone:3"], limit: 9).isEmpty)
      #expect(try store.cases(contact: [], limit: 9).isEmpty)
      #expect(try store.cases(contact: ["phone:1"], limit: 0).isEmpty)

      var later = CaseFixture(1003).appending(2...2)
      later.contacts = ["phone:1"]
      try store.write { try $0.append(later) }
      #expect(try store.cases(contact: ["phone:1"], limit: 2) == ["C-1003", "C-1005"])
    },
    StoreClause("an outside id belongs to one case for ever") { store in
      var first = CaseFixture(1001).appending(1...1)
      first.external = "ticket-7"
      try store.write { try $0.append(first) }
      try store.write { try $0.append(CaseFixture(1002).appending(1...1)) }
      try store.write { try $0.append(CaseFixture(1003).appending(1...1)) }
      var second = CaseFixture(1004).appending(1...1)
      second.external = "ticket-7"
      let error = #expect(throws: StoreError.self) {
        try store.write { try $0.append(second) }
      }
      guard case .failed(_, let why) = error else {
        Issue.record("\(String(describing: error)) instead of a failure")
        return
      }
      #expect(why == "the outside id “ticket-7” is that of case C-1001")
      #expect(try store.row(of: "C-1004") == nil)
      try store.write { transaction in
        let ref = try transaction.ref(external: "ticket-7")
        #expect(ref == "C-1001")
        #expect(try transaction.ref(external: "ticket-8") == nil)
      }
    },
    StoreClause("every case is walked once, and a throw ends the walk") { store in
      try store.write { transaction in
        for number in stride(from: 3500, to: 1000, by: -1) {
          try transaction.append(CaseFixture(number).appending(1...1))
        }
      }
      var walked: [CaseRef] = []
      try store.eachCase { walked.append($0) }
      #expect(walked.count == 2500)
      #expect(Set(walked).count == 2500)
      var seen = 0
      #expect(throws: Enough.self) {
        try store.eachCase { _ in
          seen += 1
          if seen == 3 { throw Enough() }
        }
      }
      #expect(seen == 3)
    },
    StoreClause("a case may be asked for and changed while all are walked") { store in
      for number in 1001...1003 {
        try store.write { try $0.append(CaseFixture(number).appending(1...1)) }
      }
      var walked = 0
      try store.eachCase { ref in
        walked += 1
        #expect(try store.row(of: ref)?.version == 1)
        try store.write { try $0.append(CaseFixture(1000 + walked).appending(2...2)) }
      }
      #expect(walked == 3)
      #expect(try store.feed(after: 0, limit: 9).count == 6)
    },
  ]
}

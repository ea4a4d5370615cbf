import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What is appended is there, whole, and only where it belongs.
  static let appending = [
    StoreClause("a new case is read back whole") { store in
      let fixture = CaseFixture(1001)
      var appending = fixture.appending(1...3)
      appending.readings = [StoredReading(message: 1, customer: .empty)]
      try store.write { try $0.append(appending) }

      let events = try store.events(of: fixture.ref, after: 0)
      #expect(events.map(\.record) == appending.events)
      #expect(events.count == 3 && areAscending(events.map(\.sequence)))
      #expect(events.allSatisfy { $0.ref == fixture.ref })
      #expect(try store.record(of: fixture.ref) == CaseRecord(snapshot: nil, events: events))
      #expect(try store.row(of: fixture.ref) == appending.row)
      #expect(try store.readings(of: fixture.ref, last: .max) == appending.readings)
      #expect(
        try store.readings(of: fixture.ref, last: 1) == Array(appending.readings.suffix(1)))
      #expect(try store.queue(QueuePage(limit: 10)) == [appending.row])
    },
    StoreClause("a desk without the case has nothing of it") { store in
      try store.write { try $0.append(CaseFixture(1001).appending(1...1)) }
      #expect(try store.record(of: "C-9") == nil)
      #expect(try store.row(of: "C-9") == nil)
      #expect(try store.events(of: "C-9", after: 0).isEmpty)
      #expect(try store.readings(of: "C-9", last: .max).isEmpty)
      try store.write { transaction in
        let version = try transaction.version(of: "C-9")
        #expect(version == nil)
        #expect(try transaction.record(of: "C-9") == nil)
        #expect(try transaction.events(of: "C-9", after: 0).isEmpty)
      }
    },
    StoreClause("events after a version are those that came later") { store in
      let fixture = CaseFixture(1001)
      try store.write { try $0.append(fixture.appending(1...2)) }
      try store.write { try $0.append(fixture.appending(3...5)) }
      #expect(try store.events(of: fixture.ref, after: 3).map(\.record.version) == [4, 5])
      #expect(try store.events(of: fixture.ref, after: 5).isEmpty)
      #expect(try store.events(of: fixture.ref, after: .max).isEmpty)
      #expect(try store.events(of: fixture.ref, after: -1).count == 5)
    },
    StoreClause("an append at another version is a conflict and changes nothing") { store in
      let fixture = CaseFixture(1001)
      try store.write { try $0.append(fixture.appending(1...2)) }
      let last = try store.lastSequence()
      for range in [1...1, 2...2, 4...4] {
        #expect(throws: StoreError.conflict(ref: fixture.ref, at: 2)) {
          try store.write { try $0.append(fixture.appending(range)) }
        }
      }
      #expect(throws: StoreError.conflict(ref: "C-1002", at: 0)) {
        try store.write { try $0.append(CaseFixture(1002).appending(2...2)) }
      }
      #expect(try store.events(of: fixture.ref, after: 0).count == 2)
      #expect(try store.lastSequence() == last)
      #expect(try store.row(of: "C-1002") == nil)
    },
    StoreClause("parts that do not belong together are refused whole") { store in
      let fixture = CaseFixture(1001)
      try store.write { try $0.append(fixture.appending(1...1)) }
      let last = try store.lastSequence()
      var none = fixture.appending(2...2)
      none.events = []
      var gap = fixture.appending(2...3)
      gap.events.removeFirst()
      var stranger = fixture.appending(2...2)
      stranger.row = CaseFixture(1002).row(2)
      var behind = fixture.appending(2...3)
      behind.row = fixture.row(2)
      var renamed = fixture.appending(2...2)
      renamed.external = "late"
      for (appending, why) in [
        (none, "holds no event"), (gap, "counts version 3 where 2 comes next"),
        (stranger, "has the queue row of another case"),
        (behind, "has a queue row of version 2 with events up to 3"),
        (renamed, "names an outside id, but is not its first event"),
      ] {
        let error = #expect(throws: StoreError.self) {
          try store.write { try $0.append(appending) }
        }
        guard case .failed(_, let reason) = error else {
          Issue.record("\(String(describing: error)) instead of a failure")
          continue
        }
        #expect(reason == "what was to be added to C-1001 \(why)")
      }
      #expect(try store.lastSequence() == last)
    },
    StoreClause("a snapshot with its tail is the same case as all its events") { store in
      let fixture = CaseFixture(1001)
      let all = fixture.events(1...20)
      for version in 1...20 {
        var appending = fixture.appending(version...version)
        if version == 5 || version == 12 {
          appending.snapshot = Case(replaying: all.prefix(version))
        }
        try store.write { try $0.append(appending) }
      }
      let record = try #require(try store.record(of: fixture.ref))
      #expect(record.snapshot?.version == 12)
      #expect(record.events.map(\.record.version) == Array(13...20))
      #expect(record.folded == Case(replaying: all))
      #expect(record.folded?.version == 20)
    },
    StoreClause("the score of the last customer message stays until there is another") { store in
      let fixture = CaseFixture(1001)
      let scores: [Int?] = [nil, 40, nil, 70, nil, nil, 0, nil]
      var shown: [Int?] = []
      for (index, score) in scores.enumerated() {
        let version = index + 1
        // Every third event moves the case to another place of the queue.
        let row = fixture.row(version, rank: version / 3, heatScore: score)
        try store.write { try $0.append(fixture.appending(version...version, row: row)) }
        shown.append(try store.row(of: fixture.ref)?.heatScore)
      }
      #expect(shown == [nil, 40, 40, 70, 70, 70, 0, 0])
    },
    StoreClause("the newest reading of a message is the one that counts") { store in
      let fixture = CaseFixture(1001)
      let hot = CustomerReading(
        heat: Heat(score: 80, level: .angry, mood: .dissatisfied, signals: []), moves: [],
        proposals: [])
      var first = fixture.appending(1...1)
      first.readings = [
        StoredReading(message: 2, customer: .empty), StoredReading(message: 1, agent: .empty),
      ]
      var second = fixture.appending(2...2)
      second.readings = [StoredReading(message: 2, customer: hot)]
      try store.write { try $0.append(first) }
      try store.write { try $0.append(second) }
      #expect(
        try store.readings(of: fixture.ref, last: .max) == [
          StoredReading(message: 1, agent: .empty), StoredReading(message: 2, customer: hot),
        ])
    },
    StoreClause("any text comes back as it was") { store in
      let texts = [
        "", "\0", "a\0b", "\u{10FFFF}", "0\u{10FFFF}1\0", "“'\"\\;--%_?", "\u{1B}[2J\r\n\t",
        "e\u{301}\u{200D}👩‍👩‍👧\u{202E}", "对不起，麻煩您了", String(repeating: "长", count: 400_000),
      ]
      for (index, text) in texts.enumerated() {
        let fixture = CaseFixture(1001 + index)
        var appending = fixture.appending(1...1)
        appending.events.append(
          fixture.received(2, by: CommandID("command \(index) \(text)"), text: text))
        appending.row = fixture.row(2)
        appending.row.customer = text
        appending.row.excerpt = text
        appending.row.handler = PersonID("person \(text)")
        appending.contacts = ["contact \(text)"]
        appending.external = "outside \(text)"
        try store.write { try $0.append(appending) }
        try store.keep(draft: "draft \(text)", of: PersonID(text), for: fixture.ref)

        #expect(try store.events(of: fixture.ref, after: 0).map(\.record) == appending.events)
        #expect(try store.row(of: fixture.ref) == appending.row)
        let mine = QueuePage(limit: 9, filter: .heldBy(PersonID("person \(text)")))
        #expect(try store.queue(mine) == [appending.row])
        #expect(try store.cases(contact: ["contact \(text)"], limit: 9) == [fixture.ref])
        #expect(try store.drafts(of: PersonID(text)) == [fixture.ref: "draft \(text)"])
        try store.write { transaction in
          #expect(try transaction.ref(external: "outside \(text)") == fixture.ref)
          let caused = try transaction.events(
            causedBy: CommandID("command \(index) \(text)"))
          #expect(caused.map(\.record) == [appending.events[1]])
        }
      }
    },
    StoreClause("times and numbers come back from their very ends") { store in
      let fixture = CaseFixture(1001)
      var appending = fixture.appending(1...1)
      appending.row = fixture.row(
        1, state: .snoozed, due: Instant(milliseconds: .max), heatScore: 100,
        snoozedUntil: Instant(milliseconds: .min))
      appending.row.danger = .selfHarm
      appending.row.clock = nil
      appending.row.waitingSince = nil
      appending.row.unread = .max
      appending.row.owner = "owner"
      try store.write { try $0.append(appending) }
      #expect(try store.row(of: fixture.ref) == appending.row)
    },
  ]
}

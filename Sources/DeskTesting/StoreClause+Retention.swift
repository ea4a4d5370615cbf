import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What goes with its age, and what stays.
  static let retention = [
    StoreClause("readings go with their age, and nothing else does") { store in
      let old = CaseFixture(1001)
      var newer = CaseFixture(1002)
      newer.start = old.start.adding(seconds: 1_000)
      for fixture in [old, newer] {
        var opening = fixture.appending(1...1)
        opening.readings = [reading(0), reading(1)]
        let first = opening
        try store.write { try $0.append(first) }
      }
      // A later word is younger than the ones before it, whatever the case.
      let written = RecordedEvent(
        version: 2, at: newer.start, actor: "ana", command: "later",
        event: .received(.init(text: "Well?", kind: .text, heat: .calm, moves: [])))
      var later = Appending(ref: old.ref, from: 1, events: [written], row: old.row(2))
      later.readings = [reading(2)]
      let second = later
      try store.write { try $0.append(second) }
      let sequence = try store.lastSequence()
      let limit = old.start.adding(seconds: 500)
      #expect(try store.readings(before: old.start) == 0)
      #expect(try store.purge(readingsBefore: old.start, limit: 9) == 0)
      #expect(try store.readings(before: limit) == 2)

      #expect(try store.purge(readingsBefore: limit, limit: 1) == 1)
      #expect(try store.readings(before: limit) == 1)
      #expect(try store.purge(readingsBefore: limit, limit: 9) == 1)
      #expect(try store.purge(readingsBefore: limit, limit: 9) == 0)
      #expect(try store.readings(of: old.ref, last: 9) == [reading(2)])
      #expect(try store.readings(of: newer.ref, last: 9) == [reading(0), reading(1)])
      #expect(try store.row(of: old.ref)?.heatScore == 40)

      let all = newer.start.adding(seconds: 500)
      #expect(try store.readings(before: all) == 3)
      #expect(try store.purge(readingsBefore: all, limit: 9) == 3)
      #expect(try store.readings(of: newer.ref, last: 9).isEmpty)
      #expect(try store.row(of: old.ref)?.heatScore == nil)
      #expect(try store.row(of: newer.ref)?.heatScore == nil)
      #expect(try store.row(of: newer.ref)?.heat == .uneasy)
      #expect(try store.events(of: old.ref, after: 0).count == 2)
      #expect(try store.lastSequence() == sequence)
      #expect(try store.faults() == [])

      // What is read from now on is kept again.
      var next = newer.appending(2...2)
      next.readings = [reading(3)]
      let third = next
      try store.write { try $0.append(third) }
      #expect(try store.readings(of: newer.ref, last: 9) == [reading(3)])
      #expect(try store.row(of: newer.ref)?.heatScore == 40)
    },
    StoreClause("a reading that is made anew is as old as the new one") { store in
      let fixture = CaseFixture(1001)
      var opening = fixture.appending(1...1)
      opening.readings = [reading(0)]
      let first = opening
      try store.write { try $0.append(first) }
      var correction = fixture.appending(2...2)
      correction.readings = [reading(0)]
      let second = correction
      try store.write { try $0.append(second) }
      #expect(try store.readings(before: fixture.start.adding(seconds: 2)) == 0)
      #expect(try store.readings(before: fixture.start.adding(seconds: 3)) == 1)
    },
    StoreClause("somebody's leave and deputy are kept with what they can") { store in
      let leave = Leave(
        from: Instant(seconds: 1_800_000_000), until: Instant(seconds: 1_800_600_000),
        deputy: "bo")
      var ana = Person(id: "ana", name: "Ana", role: .agent)
      ana.aptitude.leave = leave
      ana.aptitude.skills = ["billing"]
      let away = ana
      try store.write { try $0.put(away) }
      #expect(try store.person("ana") == away)
      ana.aptitude.leave = nil
      let back = ana
      try store.write { try $0.put(back) }
      #expect(try store.people() == [back])
    },
  ]

  private static func reading(_ message: Int) -> StoredReading {
    StoredReading(message: message, customer: .empty)
  }
}

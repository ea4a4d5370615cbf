import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// Whatever people and cases there are, nobody is given what is not theirs, and nobody waits for
/// nothing.
@Suite struct RoutingPropertyTests {
  private struct Floor {
    let bench: Bench
    var people: [Person] = []
    var random: SplitMix

    init(seed: UInt64) throws {
      bench = try Bench()
      random = SplitMix(seed: seed)
      let founder = try #require(try bench.desk.store.people().first { $0.id == "sam" })
      for number in 0..<5 {
        let roles: [Role] = [.agent, .agent, .senior, .supervisor]
        let person = Person(
          id: PersonID("p\(number)"), name: "P\(number)", role: one(of: roles),
          aptitude: Aptitude(
            speaks: LanguageTag.allCases.filter { _ in chance(2) },
            skills: ["billing", "technical"].filter { _ in chance(3) },
            capacity: chance(2) ? [:] : [.chat: one(of: [0, 1, 2]), .mail: one(of: [1, 3])]))
        try bench.desk.put(person, by: founder)
        people.append(person)
      }
      // The bench's own take part in nothing.
      for id in ["mei", "ann", "lin"] as [PersonID] {
        try bench.desk.put(Person(id: id, name: "x", role: .agent, active: false), by: founder)
      }
      people.append(founder)
    }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    mutating func one<Value>(of values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }

    /// A customer comes in, of any language and need.
    mutating func open() throws {
      let words = one(of: [
        "Where is my parcel?", "You charged me twice!", "我的包裹在哪里？", "重复扣款，退我钱！",
        "我的包裹在哪裡？", "How do I set this up?",
      ])
      let ref = try bench.desk.open(
        IntakeLine(
          external: nil, channel: one(of: [.chat, .mail]),
          customer: Customer(name: "Ms Reed", vip: chance(4) ? true : nil),
          turns: [.init(from: .customer, text: words, at: nil)]), by: "sam",
        command: bench.nextCommand()
      ).ref
      if chance(3) {
        try bench.perform(.complainedAbout(one(of: people).id, on: true), on: ref, by: "sam")
      }
    }

    func free() throws -> [QueueRow] {
      try bench.desk.store.queue(QueuePage(limit: 999, filter: .free))
    }

    func held(by person: Person, on channel: Channel) throws -> Int {
      try bench.desk.store.queue(QueuePage(limit: 999, filter: .heldBy(person.id)))
        .count { $0.channel == channel && $0.isLive }
    }

    /// Said anew, so that it is no copy of what is tried: whether a free case is one for a person.
    func suits(_ row: QueueRow, _ person: Person) throws -> Bool {
      let current = try bench.desk.find(row.ref)
      guard !current.complainedAbout.contains(person.id) else { return false }
      let able = people.filter { !current.complainedAbout.contains($0.id) }
      let speakers = able.filter {
        $0.aptitude.speaks.isEmpty || $0.aptitude.speaks.contains(current.language)
      }
      if !speakers.isEmpty, !speakers.contains(person) { return false }
      guard let skill = row.wants.skill else { return true }
      let skilled = able.filter { $0.aptitude.skills.contains(skill) }
      return skilled.isEmpty || skilled.contains(person)
    }

    func most(_ person: Person, _ channel: Channel) -> Int {
      person.aptitude.capacity[channel] ?? (channel == .chat ? 4 : 10)
    }
  }

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `never beyond capacity, never to whom it is about, and nobody starves`(_ seed: UInt64) throws
  {
    var floor = try Floor(seed: seed)
    for _ in 0..<60 {
      if floor.chance(2) { try floor.open() }
      let person = floor.one(of: floor.people)
      let before = try floor.free()
      do {
        let taken = try floor.bench.desk.takeNext(
          for: person.id, command: floor.bench.nextCommand(), present: [])
        guard let taken else {
          #expect(before.isEmpty)
          continue
        }
        let row = try #require(before.first { $0.ref == taken.ref })
        #expect(!taken.result.complainedAbout.contains(person.id))
        #expect(try floor.suits(row, person))
        let held = try floor.held(by: person, on: row.channel)
        #expect(held <= floor.most(person, row.channel))
        // Nothing more urgent was passed over that suited them.
        for other in before where other.key < row.key {
          let hasRoom =
            try floor.held(by: person, on: other.channel) < floor.most(person, other.channel)
          #expect(try !(floor.suits(other, person) && hasRoom))
        }
        if floor.chance(3) {
          try floor.bench.perform(.release, on: taken.ref, by: person.id)
        }
      } catch let refusal as Refusal {
        #expect([GateID.capacity, .suited].contains(refusal.gate))
        for row in before {
          let held = try floor.held(by: person, on: row.channel)
          let hasRoom = held < floor.most(person, row.channel)
          #expect(try !(floor.suits(row, person) && hasRoom))
        }
      }
    }
    #expect(try floor.bench.desk.verification() == Verification())
  }
}

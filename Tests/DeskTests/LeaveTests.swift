import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// Deputies for owners on leave (domain F); whoever owns a case owns it still (S0-31).
@Suite struct LeaveTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func person(_ id: PersonID) throws -> Person {
    try #require(try bench.desk.store.person(id))
  }

  /// From now on, for a day unless told otherwise.
  private func leave(
    _ id: PersonID, deputy: PersonID?, days: Int64 = 1, by actor: PersonID? = nil
  ) throws {
    try bench.desk.set(
      leave: Leave(
        from: bench.now, until: bench.now.adding(seconds: days * 86_400), deputy: deputy),
      of: id, by: try person(actor ?? id))
  }

  private func standIn(_ id: PersonID) throws -> PersonID? {
    try bench.desk.deputies()[id]?.deputy
  }

  private func entrusted(_ id: PersonID) throws -> [CaseRef] {
    try bench.desk.deputyship(of: id, limit: 9).cases.map(\.ref)
  }

  @Test func `whoever is away is known with their deputy until they are back`() throws {
    #expect(try bench.desk.deputies().absences.isEmpty)
    try leave("mei", deputy: "ann")
    #expect(
      try bench.desk.deputies().absences == [
        .init(
          person: "mei", name: "mei", until: bench.now.adding(seconds: 86_400), deputy: "ann")
      ])
    bench.pass(seconds: 86_399)
    #expect(try standIn("mei") == "ann")
    bench.pass(seconds: 1)
    #expect(try bench.desk.deputies().absences.isEmpty)
  }

  @Test func `one says it oneself or a supervisor does, and nobody else`() throws {
    #expect(throws: DeskError.notAllowed("ann", .people)) {
      try leave("mei", deputy: nil, by: "ann")
    }
    try leave("mei", deputy: nil, by: "sam")
    #expect(throws: DeskError.ownDeputy("mei")) { try leave("mei", deputy: "mei") }
    #expect(throws: DeskError.unknownPerson("zoe")) { try leave("mei", deputy: "zoe") }
    #expect(throws: DeskError.notAllowed("aud", .work)) { try leave("mei", deputy: "aud") }
    #expect(throws: DeskError.leaveEndsTooSoon) { try leave("mei", deputy: nil, days: 0) }
    // What is asked for and refused leaves what was.
    #expect(try bench.desk.deputies()["mei"] != nil)
    try bench.desk.set(leave: nil, of: "mei", by: try person("mei"))
    #expect(try bench.desk.deputies()["mei"] == nil)
  }

  @Test func `a leave is known from when it is set until it is over`() throws {
    #expect(try bench.desk.leaves().isEmpty)
    let set = Leave(
      from: bench.now.adding(seconds: 60), until: bench.now.adding(seconds: 120), deputy: "ann")
    try bench.desk.set(leave: set, of: "mei", by: try person("mei"))
    #expect(try bench.desk.leaves() == ["mei": set])
    bench.pass(seconds: 119)
    #expect(try bench.desk.leaves() == ["mei": set])
    bench.pass(seconds: 1)
    #expect(try bench.desk.leaves().isEmpty)
  }

  @Test func `a deputy on leave passes it on, circles and those who left end with supervisors`()
    throws
  {
    try leave("mei", deputy: "ann")
    try leave("ann", deputy: "lin", days: 2)
    #expect(try standIn("mei") == "lin")
    #expect(try standIn("ann") == "lin")
    try leave("lin", deputy: "mei")
    #expect(try standIn("mei") == nil)
    #expect(try standIn("lin") == nil)
    try bench.desk.set(leave: nil, of: "lin", by: try person("lin"))
    var gone = try person("lin")
    gone.active = false
    try bench.desk.put(gone, by: try person("sam"))
    #expect(try standIn("mei") == nil)
    let fallen = bench.desk.covered(by: try person("sam"), in: try bench.desk.deputies())
    #expect(fallen.map(\.person) == ["mei", "ann"])
    #expect(bench.desk.covered(by: try person("ann"), in: try bench.desk.deputies()).isEmpty)
  }

  @Test func `circles of any length end, and nobody on leave stands in`() {
    let authority = Authority(permissions: [.agent: [.work]])
    for seed in UInt64(1)...300 {
      var random = SplitMix(seed: seed)
      let ids = (0..<6).map { PersonID("p\($0)") }
      let people = ids.map { id in
        var person = Person(id: id, name: id.rawValue, role: .agent)
        person.active = Int.random(in: 0..<6, using: &random) > 0
        if Bool.random(using: &random) {
          person.aptitude.leave = Leave(
            from: Instant(seconds: 0),
            until: Instant(seconds: Int64.random(in: 1...20, using: &random)),
            deputy: ids.randomElement(using: &random))
        }
        return person
      }
      let now = Instant(seconds: 10)
      let deputies = Deputies(people, by: authority, at: now)
      for absence in deputies.absences {
        guard let deputy = absence.deputy else { continue }
        let person = people.first { $0.id == deputy }
        #expect(person?.active == true && person?.isAway(at: now) == false)
        #expect(deputy != absence.person)
      }
      #expect(
        Set(deputies.absences.map(\.person))
          == Set(people.filter { $0.active && $0.isAway(at: now) }.map(\.id)))
    }
  }

  @Test func `what is theirs reaches the deputy, and them again when they are back`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    try bench.perform(
      .promise(what: "Find the parcel", due: bench.now.adding(seconds: 3_600)), on: ref)
    #expect(try bench.desk.promises(of: "ann").isEmpty)
    try leave("mei", deputy: "ann")
    #expect(try bench.desk.leaveAhead(of: "mei")?.cases.map(\.ref) == [ref])
    #expect(try bench.desk.leaveAhead(of: "mei")?.deputy == "ann")
    // She holds it, with no console open: it goes back to the queue, where it reaches her deputy.
    #expect(try bench.desk.sweep() == [ref])
    let current = try bench.desk.find(ref)
    #expect(current.handler == nil)
    #expect(current.owner == "mei")
    #expect(try entrusted("ann") == [ref])
    #expect(try entrusted("lin").isEmpty)
    #expect(try bench.desk.promises(of: "ann").map(\.standsInFor?.person) == ["mei"])
    #expect(try bench.desk.verify().isEmpty)

    // Whoever works on it, it is in good hands, and hers still.
    try bench.perform(.claim, on: ref, by: "ann")
    #expect(try entrusted("ann").isEmpty)
    #expect(try bench.desk.find(ref).owner == "mei")
    try bench.perform(.release, on: ref, by: "ann")
    bench.pass(seconds: 86_400)
    #expect(try entrusted("ann").isEmpty)
    #expect(try bench.desk.promises(of: "ann").isEmpty)
    #expect(try bench.desk.leaveAhead(of: "mei") == nil)
  }

  @Test func `what she still has open at a console is left in her hands`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    try bench.desk.store.presence.put(Presence(sitting: "s", person: "mei"))
    try leave("mei", deputy: "ann")
    #expect(try bench.desk.sweep().isEmpty)
    #expect(try bench.desk.find(ref).handler == "mei")
    try bench.desk.store.presence.put(
      Presence(sitting: "s", person: "mei", counter: 2, hasLeft: true))
    bench.pass(seconds: 60)
    #expect(try bench.desk.sweep() == [ref])
  }

  @Test func `nobody on leave is given a case or offered one`() throws {
    let ref = try bench.open("Where is my parcel?")
    try leave("mei", deputy: "ann")
    let until = bench.now.adding(seconds: 86_400)
    #expect(throws: DeskError.onLeave("mei", until: until, deputy: "ann")) {
      try bench.desk.takeNext(for: "mei", command: "next", present: [])
    }
    try bench.perform(.claim, on: ref, by: "lin")
    #expect(throws: DeskError.onLeave("mei", until: until, deputy: "ann")) {
      try bench.perform(.transfer(to: "mei"), on: ref, by: "lin")
    }
    try bench.perform(.transfer(to: "ann"), on: ref, by: "lin")
  }

  @Test func `the deputy's is kept for the deputy while they are there, until it is late`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    try bench.perform(.release, on: ref)
    try leave("mei", deputy: "ann")
    func take(_ id: PersonID, _ present: Set<PersonID>) -> CaseRef? {
      (try? bench.desk.takeNext(for: id, command: bench.nextCommand(), present: present))?.ref
    }
    #expect(take("lin", ["ann", "lin"]) == nil)
    #expect(take("ann", ["ann", "lin"]) == ref)
    try bench.perform(.release, on: ref, by: "ann")
    #expect(take("lin", ["lin"]) == ref, "the deputy is not there")
    try bench.perform(.release, on: ref, by: "lin")
    bench.pass(seconds: 3_600)
    #expect(take("lin", ["ann", "lin"]) == ref, "the customer has waited past the clock")
  }

  @Test func `a question to somebody on leave is the deputy's to answer`() throws {
    let ref = try bench.open("Is this covered?")
    try bench.perform(.claim, on: ref, by: "lin")
    try bench.perform(.consult(asked: [.person("mei")], question: "Is it?"), on: ref, by: "lin")
    #expect(try bench.desk.questions(to: "ann", limit: 9).isEmpty)
    #expect(throws: Refusal.self) {
      try bench.perform(.giveView(number: nil, words: "Yes."), on: ref, by: "ann")
    }
    try leave("mei", deputy: "ann")
    #expect(try bench.desk.questions(to: "ann", limit: 9).map(\.ref) == [ref])
    #expect(try bench.desk.questions(to: "sam", limit: 9).isEmpty)
    try bench.perform(.giveView(number: nil, words: "Yes."), on: ref, by: "ann")
    let view = try #require(try bench.desk.find(ref).consultations.first?.views.first)
    #expect(view.by == "ann")
    #expect(view.speaksFor == .person("mei"))
    #expect(try bench.desk.verify().isEmpty)
  }
}

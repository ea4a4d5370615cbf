import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// The whole floor at one moment: its figures, and what nobody may see in it (domain F).
@Suite struct WallboardTests {
  private let bench: Bench
  private let sam: Person

  init() throws {
    bench = try Bench()
    sam = try bench.desk.signIn("sam", name: "Sam")
  }

  private func board(
    _ present: [Presence] = [], for person: Person? = nil
  ) throws -> Wallboard {
    try bench.desk.wallboard(for: person ?? sam, present: present)
  }

  /// What a plain fold over every case gives.
  private func folded() throws -> [Case] {
    var cases: [Case] = []
    try bench.desk.store.eachCase { cases.append(try bench.desk.find($0)) }
    return cases.filter { $0.state != .closed }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `its figures are those of a plain fold over all cases, whatever happened`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let words = [
      "Where is my order?", "This is ridiculous! You people are a joke!", "Thank you.",
      "I am furious, this is the worst company ever!!!", "谁来管管这件事？！",
    ]
    let people: [PersonID] = ["mei", "ann", "lin", "sam"]
    var refs: [CaseRef] = []
    for turn in 0..<160 {
      bench.pass(seconds: Int64.random(in: 1...200, using: &random))
      let text = words[Int.random(in: words.indices, using: &random)]
      guard turn > 8, let ref = refs.randomElement(using: &random) else {
        refs.append(try bench.open(text))
        continue
      }
      let person = people[Int.random(in: people.indices, using: &random)]
      let commands: [CaseCommand] = [
        .claim, .release, .receive(text: text, spoken: false), .advance(to: nil),
        .send(Draft(text: "I hear you, and I am sorry. What happened?")),
        .snooze(until: bench.now.adding(seconds: 900)), .close(.withdrawn, words: "ok"),
        .takeOver(reason: "help"), .raiseHand(words: "help"),
      ]
      // Much of it is refused, as on any shift.
      do {
        try bench.perform(
          commands[Int.random(in: commands.indices, using: &random)], on: ref, by: person)
      } catch is Refusal {}
      if turn.isMultiple(of: 20) { try expectFold() }
    }
    try expectFold()
  }

  private func expectFold() throws {
    let board = try board(people(["mei", "ann", "lin"]))
    let open = try folded()
    func load(_ cases: [Case]) -> Load {
      Load(cases: cases.count, oldest: cases.compactMap(\.waitingSince).min())
    }
    #expect(board.waiting == load(open.filter { $0.state == .open }))
    for level in HeatLevel.allCases {
      #expect(board.heat[level] == open.count { $0.heat == level })
    }
    for state in [CaseState.open, .waiting, .snoozed] {
      #expect(board.states[state] == open.count { $0.state == state })
    }
    let steps = Dictionary(grouping: open, by: \.step).mapValues(load)
    #expect(board.steps.count == steps.count)
    for step in board.steps { #expect(step.load == steps[step.step]) }
    for person in board.people {
      #expect(person.load == load(open.filter { $0.handler == person.id }))
    }
    #expect(Set(board.hands.map(\.ref)) == Set(open.filter { $0.hand != nil }.map(\.ref)))
    let due = board.breaches.compactMap(\.clock?.at)
    #expect(due == due.sorted())
    #expect(board.course.last?.waiting == board.waiting.cases)
  }

  private func people(_ ids: [PersonID]) -> [Presence] {
    ids.map { Presence(sitting: SittingID("s-\($0)"), person: $0) }
  }

  @Test func `only roles that may see the figures see it`() throws {
    let mei = try bench.desk.signIn("mei", name: "Mei")
    #expect(throws: DeskError.notAllowed("mei", .report)) { try board(for: mei) }
  }

  @Test func `who may see no names of customers sees the references of their cases`() throws {
    let ref = try bench.open("The charger is smoking!", customer: Customer(name: "Ms Reed"))
    let auditor = try bench.desk.signIn("aud", name: "Aud")
    let seen = try board(for: auditor)
    #expect(seen.dangers.map(\.ref) == [ref])
    #expect(try board().dangers.map(\.customer) == ["Ms Reed"])
    for row in seen.dangers + seen.breaches + seen.hands {
      #expect(row.customer.isEmpty && row.excerpt.isEmpty)
    }
    #expect(!seen.document.line.contains("Reed"))
  }

  @Test func `people who are there stand once and by name, and nobody else`() throws {
    try bench.perform(.claim, on: try bench.open("Hello?"), by: "ann")
    var present = people(["mei", "ann", "lin"])
    present[2].hasLeft = true
    var second = Presence(sitting: "again", person: "mei")
    second.whereabouts.status = .away
    present.insert(second, at: 0)
    let board = try board(present)
    #expect(board.people.map(\.id) == ["ann", "mei"])
    #expect(board.people.map(\.load.cases) == [1, 0])
    #expect(board.people.last?.status == .ready)
  }

  @Test func `teams of fewer than five are not shown, nor can they be had by subtracting`() throws {
    func hire(_ team: String, _ count: Int) throws -> [Presence] {
      let ids = (0..<count).map { PersonID("\(team)-\($0)") }
      for id in ids {
        try bench.desk.put(
          Person(id: id, name: id.rawValue, role: .agent, team: team), by: sam)
      }
      return people(ids)
    }
    let day = try hire("day", 6)
    let night = try hire("night", 5)
    #expect(try board(day + night).teams.map(\.team) == ["day", "night"])
    #expect(try board(day + night).teams.map(\.people) == [6, 5])
    let late = try hire("late", 4)
    let teams = try board(day + night + late).teams
    #expect(!teams.contains { $0.team == "late" })
    #expect(teams.count < 2)
    #expect(try board(late).teams.isEmpty)
  }

  @Test func `the course tells how many waited at the end of each five minutes`() throws {
    let first = try bench.open("Hello?")
    bench.pass(seconds: 300)
    let second = try bench.open("Anybody?")
    try bench.perform(.claim, on: first)
    try bench.say("One moment, I am looking into it for you.", on: first)
    bench.pass(seconds: 600)
    try bench.perform(.claim, on: second)
    try bench.say("I am with you now.", on: second)
    try bench.perform(.close(.withdrawn, words: "no more"), on: second, by: "mei")
    let course = try board().course.suffix(4)
    let states = [first, second].map { try? bench.desk.find($0).state }
    #expect(states == [.waiting, .closed])
    #expect(course.map(\.waiting) == [1, 1, 1, 0])
    #expect(course.map(\.answered) == [0, 1, 0, 1])
    #expect(course.map(\.closed) == [0, 0, 0, 1])
  }
}

import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// Who is given which case by “take the next one”.
@Suite struct RoutingTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func change(_ id: PersonID, _ body: (inout Person) -> Void) throws {
    let people = try bench.desk.store.people()
    var person = try #require(people.first { $0.id == id })
    body(&person)
    try bench.desk.put(person, by: try #require(people.first { $0.id == "sam" }))
  }

  private func take(_ person: PersonID, present: Set<PersonID>? = []) throws -> CaseRef? {
    try bench.desk.takeNext(for: person, command: bench.nextCommand(), present: present)?.ref
  }

  private func gate(_ body: () throws -> Void) -> GateID? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.gate
    }
  }

  private func intake(
    _ text: String, _ customer: Customer = Customer(name: "Ms Reed"), channel: Channel = .chat,
    toTop: Bool = false
  ) throws -> CaseRef {
    try bench.desk.open(
      IntakeLine(
        external: nil, channel: channel, customer: customer,
        turns: [.init(from: .customer, text: text, at: nil)], toTop: toTop), by: "sam",
      command: bench.nextCommand()
    ).ref
  }

  // MARK: Language and skill

  @Test func `a customer goes to somebody who speaks their language`() throws {
    let chinese = try bench.open("我的包裹在哪里？")
    let english = try bench.open("Where is my parcel?")
    try change("ann") { $0.aptitude.speaks = [.en] }
    #expect(try take("ann") == english)
    #expect(gate { _ = try take("ann") } == .suited)
    #expect(try take("mei") == chinese, "whoever has none set speaks all")
  }

  @Test func `what nobody speaks or knows is anybody's`() throws {
    let chinese = try bench.open("我的包裹在哪里？")
    for id in ["ann", "mei", "lin", "sam"] as [PersonID] {
      try change(id) { $0.aptitude.speaks = [.en] }
    }
    #expect(try take("ann") == chinese)
    let billing = try bench.open("You charged me twice!")
    #expect(try bench.desk.store.row(of: billing)?.wants.skill == "billing")
    #expect(try take("ann") == billing)
  }

  @Test func `who waited past their clock is anybody's where nobody who suits is there`() throws {
    let chinese = try bench.open("我的包裹在哪里？")
    try change("ann") { $0.aptitude.speaks = [.en] }
    #expect(gate { _ = try take("ann") } == .suited)
    let clock = try #require(try bench.desk.store.row(of: chinese)?.clock)
    bench.pass(seconds: clock.at.seconds(since: bench.now))
    #expect(gate { _ = try take("ann", present: ["ann", "mei"]) } == .suited)
    #expect(try take("ann") == chinese, "all who speak it are at home")
  }

  @Test func `a case that needs a skill goes to somebody who has it`() throws {
    let billing = try bench.open("You charged me twice!")
    let other = try bench.open("Where is my parcel?")
    try change("mei") { $0.aptitude.skills = ["billing"] }
    #expect(try take("ann") == other)
    #expect(gate { _ = try take("ann") } == .suited)
    #expect(try take("mei") == billing)
    #expect(try bench.desk.verify().isEmpty)
  }

  // MARK: Capacity

  @Test func `nobody is given more than they may have, and by name it takes a reason`() throws {
    try change("ann") { $0.aptitude.capacity = [.chat: 1] }
    let first = try bench.open("Where is my parcel?")
    bench.pass(seconds: 1)
    let second = try bench.open("Where is mine?")
    let mail = try bench.open("Dear Sirs, where is it?", channel: .mail)
    #expect(try take("ann") == first)
    #expect(try take("ann") == mail, "another channel has room")
    let refusal = #expect(throws: Refusal.self) { try take("ann") }
    #expect(refusal == Refusal(gate: .capacity, needs: [.room(.chat, most: 1)]))
    #expect(gate { try bench.perform(.claim, on: second, by: "ann") } == .capacity)
    try bench.perform(.claim, on: second, by: "ann", override: .digit(1))
    #expect(try bench.desk.find(second).handler == "ann")
    #expect(try bench.desk.find(second).overrides.map(\.gate) == [.capacity])
    for ref in [first, second] { try bench.perform(.release, on: ref, by: "ann") }
    #expect(try take("ann") == first)
  }

  @Test func `a chat that waits for the customer takes room, a mail does not`() throws {
    try change("mei") { $0.aptitude.capacity = [.chat: 1, .mail: 1] }
    for channel in [Channel.chat, .mail] {
      let ref = try bench.open("Where is my parcel?", channel: channel)
      #expect(try take("mei") == ref)
      try bench.say("I'm reading this now, Ms Reed. One moment, please.", on: ref)
    }
    _ = try bench.open("Hello?")
    let mail = try bench.open("Dear Sirs, where is it?", channel: .mail)
    #expect(try take("mei") == mail)
  }

  // MARK: Order

  @Test func `the VIP lane goes first among equals of rank, and danger before it`() throws {
    let plain = try bench.open("Where is my parcel?")
    bench.pass(seconds: 30)
    let vip = try intake("Where is mine?", Customer(name: "Mrs Lee", vip: true))
    let attested = try bench.open("And mine?")
    try bench.perform(.vip(on: true), on: attested, by: "sam")
    let danger = try bench.open("The battery is on fire and there is smoke everywhere!")
    let queue = try bench.desk.store.queue(QueuePage(limit: 9)).map(\.ref)
    #expect(queue == [danger, vip, attested, plain])
    #expect(try take("mei") == danger)
    #expect(try take("ann") == vip)
    #expect(gate { try bench.perform(.vip(on: false), on: attested, by: "mei") } == .role)
  }

  @Test func `who comes back is kept a little for whoever had them last, if they are there`() throws
  {
    let customer = Customer(name: "Ms Reed", phone: "020 7946 0112")
    let first = try intake("Where is my parcel?", customer)
    try bench.perform(.claim, on: first)
    func back() throws -> CaseRef {
      bench.pass(seconds: 3_600)
      return try intake("It is me again.", customer)
    }
    var again = try back()
    #expect(gate { _ = try take("ann", present: ["mei", "ann"]) } == .suited)
    #expect(try take("mei", present: ["mei", "ann"]) == again)
    try bench.perform(.release, on: again)
    #expect(try take("ann", present: ["mei", "ann"]) == again, "she gave it back herself")
    try bench.perform(.release, on: again, by: "ann")
    try bench.perform(.claim, on: again, by: "mei")
    again = try back()
    #expect(try take("ann", present: ["ann"]) == again, "she is not there")
    try bench.perform(.release, on: again, by: "ann")
    try bench.perform(.claim, on: again, by: "mei")
    try change("mei") { $0.aptitude.capacity = [.chat: 1] }
    again = try back()
    #expect(try take("ann", present: ["mei", "ann"]) == again, "she has no room")
    try bench.perform(.release, on: again, by: "ann")
    try bench.perform(.claim, on: again, by: "mei", override: .digit(1))
    try change("mei") { $0.aptitude.capacity = [:] }
    again = try back()
    bench.pass(seconds: 61)
    #expect(try take("ann", present: ["mei", "ann"]) == again, "the time is over")
  }

  @Test func `a second failure in the same matter goes to a senior at once`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    try bench.perform(.takeOver(reason: "to close it"), on: ref, by: "sam")
    try bench.perform(.close(.noReply, words: ""), on: ref, by: "sam", override: .words("test"))
    try bench.perform(.followUpDone(outcome: .notFixed), on: ref, by: "sam")
    try bench.hear("It still is not here!", on: ref)
    try bench.perform(.release, on: ref, by: "sam")
    #expect(try bench.desk.store.row(of: ref)?.wants.leastRole == .senior)
    #expect(gate { _ = try take("ann") } == .suited)
    #expect(try take("lin") == ref)
  }

  // MARK: To the top

  @Test func `who writes to the top is linked to the first case, whose owner stays theirs`() throws
  {
    let customer = Customer(name: "Ms Reed", email: "reed@example.com")
    let first = try intake("Where is my parcel?", customer, channel: .mail)
    try bench.perform(.claim, on: first)
    let top = try intake("To the board: nobody helps me.", customer, channel: .mail, toTop: true)
    let above = try bench.desk.find(top)
    #expect(above.skipsLevel)
    #expect(above.links == [first])
    #expect(above.owner == "mei")
    #expect(above.handler == nil)
    #expect(try bench.desk.find(first).links == [top])
    #expect(try bench.desk.find(first).handler == "mei")
    try bench.perform(.claim, on: top, by: "sam")
    #expect(try bench.desk.find(top).owner == "mei")
    #expect(try bench.desk.verify().isEmpty)
    // Who says so in their own words is linked as well; another customer is not.
    let words = try intake("I wrote to your CEO last week.", customer)
    #expect(try bench.desk.find(words).links == [top])
    let other = try intake("Dear Mr Chairman", Customer(name: "Mr Cho"), toTop: true)
    #expect(try bench.desk.find(other).links.isEmpty)
  }

  // MARK: Left untouched

  @Test func `the sweep gives back what was taken and left untouched, once`() throws {
    let ref = try bench.open("Where is my parcel?")
    #expect(try take("mei") == ref)
    let call = try bench.open("Hello?", channel: .phone)
    try bench.perform(.claim, on: call)
    try bench.desk.store.keep(draft: "Dear Ms Reed", of: "mei", for: ref)
    bench.pass(seconds: 299)
    #expect(try bench.desk.sweep().isEmpty)
    bench.pass(seconds: 1)
    try bench.desk.store.presence.put(
      Presence(sitting: "m", person: "mei", whereabouts: Whereabouts(typing: ref)))
    #expect(try bench.desk.sweep().isEmpty, "she writes in it")
    try bench.desk.store.presence.put(Presence(sitting: "m", person: "mei", counter: 2))
    #expect(try bench.desk.sweep() == [ref])
    #expect(try bench.desk.sweep().isEmpty)
    #expect(try bench.desk.find(call).handler == "mei")
    #expect(try bench.desk.wentBack([ref], from: "mei", ignored: true) == ["Ms Reed"])
    #expect(try bench.desk.wentBack([ref], from: "mei").isEmpty)
    #expect(try bench.desk.store.drafts(of: "mei") == [ref: "Dear Ms Reed"])
    #expect(try bench.desk.verify().isEmpty)
  }

  @Test func `whoever a complaint is about is given every other case`() throws {
    let about = try bench.open("Mei was rude to me.")
    let other = try bench.open("Where is my parcel?")
    try bench.perform(.complainedAbout("mei", on: true), on: about, by: "ann")
    #expect(try take("mei") == other)
    #expect(gate { _ = try take("mei") } == .suited)
    #expect(gate { try bench.perform(.claim, on: about) } == .complainedAbout)
    #expect(try take("ann") == about)
    #expect(throws: DeskError.unknownPerson("nobody")) {
      try bench.perform(.complainedAbout("nobody", on: true), on: about, by: "ann")
    }
    #expect(try bench.desk.verify().isEmpty)
  }
}

import Testing
import Vocabulary
import Workflow

/// Who gets a case, who never does, and when one goes back by itself.
@Suite struct RoutingTests {
  private static let routing: Rules = {
    var rules = Rules.sixSteps
    rules.routing = Routing(
      capacity: [.chat: 2], ignored: [.chat: 60, .phone: 60, .mail: 600], secondFailure: .senior)
    return rules
  }()

  private func waiting(on channel: Channel = .chat, claimed: Bool = true) throws -> Story {
    var story = try Story(Self.routing, on: channel, claimed: false)
    try story.act(
      .receive(text: "Where is it?", spoken: channel == .phone), by: .tom,
      customer: CustomerReading.empty)
    if claimed { try story.act(.claim) }
    return story
  }

  // MARK: The person complained about

  @Test func `whoever a complaint is about loses the case and never gets it again`() throws {
    var story = try waiting()
    try story.act(.transfer(to: "lin"))
    try story.act(.complainedAbout("mei", on: true), by: .tom)
    #expect(story.current.handler == nil)
    #expect(story.current.owner == nil)
    #expect(story.current.offeredTo == nil)
    #expect(story.current.epoch == 2)
    let refusal = Refusal(gate: .complainedAbout, needs: [.uninvolved])
    #expect(throws: refusal) { try story.act(.claim) }
    try story.act(.claim, by: .tom)
    #expect(story.current.owner == "tom")
    #expect(throws: refusal) { try story.act(.transfer(to: "mei"), by: .tom) }
    #expect(throws: refusal) {
      try story.act(.complainedAbout("mei", on: false), by: .init(id: "mei", role: .supervisor))
    }
    #expect(throws: Refusal(gate: .role, needs: [.permission(.approve)])) {
      try story.act(.complainedAbout("mei", on: false), by: .tom)
    }
    try story.act(.complainedAbout("mei", on: false), by: .ana)
    try story.act(.transfer(to: "mei"), by: .tom)
    try story.act(.accept)
    #expect(story.current.handler == "mei")
  }

  @Test func `a supervisor it is about neither takes it over nor decides on it`() throws {
    var story = try waiting()
    try story.act(
      .requestApproval(
        .remedy(PlanOption(remedy: "refund", what: "it", amount: Money(minor: 1, currency: "CNY"))))
    )
    try story.act(.complainedAbout("ana", on: true), by: .mei)
    for command in [
      CaseCommand.takeOver(reason: "mine"), .approve(request: 1, reason: "yes"),
      .deny(request: 1, reason: "no"),
    ] {
      #expect(throws: Refusal(gate: .complainedAbout, needs: [.uninvolved])) {
        try story.act(command, by: .ana)
      }
    }
    #expect(story.current.handler == "mei")
    let other = Colleague(id: "eve", role: .supervisor)
    try story.act(.approve(request: 1, reason: "yes"), by: other)
  }

  @Test func `somebody already named is not named twice`() throws {
    var story = try waiting()
    try story.act(.complainedAbout("tom", on: true))
    #expect(try story.act(.complainedAbout("tom", on: true)).isEmpty)
    #expect(story.current.complainedAbout == ["tom"])
    #expect(story.current.handler == "mei")
  }

  // MARK: Left untouched

  @Test func `what was taken and left untouched goes back, and nothing else does`() throws {
    var story = try waiting()
    story.now = story.now.adding(seconds: 59)
    #expect(try story.act(.wake, by: .desk).isEmpty)
    story.now = story.now.adding(seconds: 1)
    #expect(try story.act(.wake).isEmpty, "nobody but the desk itself")
    #expect(try story.act(.wake, by: .desk) == [.ignored(from: "mei")])
    #expect(story.current.handler == nil)
    #expect(story.current.owner == "mei")
    #expect(story.current.lapse == Lapse(from: "mei", at: story.now, wasIgnored: true))
  }

  @Test(arguments: [CaseCommand.note(text: "ringing the depot"), .identify(how: "order number")])
  func `anything the holder does keeps it theirs`(_ command: CaseCommand) throws {
    var story = try waiting()
    try story.act(command)
    story.now = story.now.adding(seconds: 86_400)
    #expect(story.current.idleAt(by: Self.routing.routing) == nil)
    #expect(try story.act(.wake, by: .desk).isEmpty)
  }

  @Test func `what others do is no sign of the holder`() throws {
    var story = try waiting()
    try story.act(.note(text: "who has this?"), by: .tom)
    story.now = story.now.adding(seconds: 60)
    #expect(try story.act(.wake, by: .desk) == [.ignored(from: "mei")])
  }

  @Test func `a call never goes back, nor what somebody writes in`() throws {
    var call = try waiting(on: .phone)
    call.now = call.now.adding(seconds: 86_400)
    #expect(call.current.idleAt(by: Self.routing.routing) == nil)
    #expect(try call.act(.wake, by: .desk).isEmpty)
    let chat = try waiting()
    let late = chat.now.adding(seconds: 60)
    var context = DecisionContext(actor: "desk", role: .system, now: late)
    let wake = CommandEnvelope(id: "w", command: .wake)
    context.holderWrites = true
    #expect(try decide(wake, on: chat.current, by: Self.routing, in: context).isEmpty)
    context.holderWrites = false
    #expect(
      try decide(wake, on: chat.current, by: Self.routing, in: context)
        == [.ignored(from: "mei")])
  }

  // MARK: Capacity

  @Test func `one more than one may have is taken by name with a reason alone`() throws {
    let story = try waiting(claimed: false)
    var context = DecisionContext(actor: "mei", role: .agent, now: story.now)
    context.load = ChannelLoad(held: 2, most: 2)
    func claim(_ override: OverrideReason?) throws -> [CaseEvent] {
      try decide(
        CommandEnvelope(id: "c", command: .claim, override: override), on: story.current,
        by: Self.routing, in: context)
    }
    #expect(
      throws: Refusal(
        gate: .capacity, strength: .advice, needs: [.room(.chat, most: 2)], override: .agent)
    ) { try claim(nil) }
    #expect(
      try claim(.digit(1)) == [
        .overridden(
          gate: .capacity, strength: .advice, reason: Self.routing.reasons[0], role: .agent),
        .claimed(by: "mei"),
      ])
    context.load = ChannelLoad(held: 1, most: 2)
    #expect(try claim(nil) == [.claimed(by: "mei")])
  }

  // MARK: VIP, second failures

  @Test func `a supervisor says who is a VIP`() throws {
    var story = try waiting()
    #expect(throws: Refusal.self) { try story.act(.vip(on: true)) }
    try story.act(.vip(on: true), by: .ana)
    #expect(story.current.customer.vip == true)
    #expect(try story.act(.vip(on: true), by: .ana).isEmpty)
    try story.act(.vip(on: false), by: .ana)
    #expect(story.current.customer.vip == false)
  }
}

import Testing
import Vocabulary
import Workflow

/// Who holds a case, who owns it, and what a claim that has passed can do.
struct HoldingTests {
  @Test func `whoever claims first owns it, and only the holder speaks for it`() throws {
    var story = try Story(claimed: false)
    try story.hears("Hello?")
    #expect(story.refusal(of: .send(Draft(text: "Hi")))?.gate == .holder)
    #expect(story.refusal(of: .send(Draft(text: "Hi")))?.needs == [.claim])
    try story.act(.claim, by: .tom)
    #expect(story.current.owner == "tom")
    #expect(story.current.epoch == 1)
    #expect(story.refusal(of: .claim)?.needs == [.heldBy("tom")])
    #expect(story.refusal(of: .send(Draft(text: "Hi")))?.needs == [.heldBy("tom")])
    #expect(try story.act(.claim, by: .tom).isEmpty)
  }

  @Test func `the owner stays until the new one accepts`() throws {
    var story = try Story()
    try story.hears("Hello?")
    try story.act(.transfer(to: "tom"))
    #expect(story.current.handler == "mei")
    #expect(story.refusal(of: .accept, by: .lin)?.gate == .premise)
    try story.act(.accept, by: .tom)
    #expect(story.current.handler == "tom")
    #expect(story.current.owner == "tom")
    #expect(try story.act(.accept, by: .tom).isEmpty)
    #expect(story.refusal(of: .transfer(to: "tom"), by: .tom)?.gate == .premise)
  }

  @Test func `a superior takes over and the owner stays`() throws {
    var story = try Story()
    let grab = CaseCommand.takeOver(reason: "mine")
    #expect(story.refusal(of: grab, by: .tom)?.needs == [.permission(.takeOver)])
    #expect(story.refusal(of: .takeOver(reason: " "), by: .lin)?.needs == [.reason])
    try story.act(.takeOver(reason: "they asked for me"), by: .lin)
    #expect(story.current.handler == "lin")
    #expect(story.current.owner == "mei")
    #expect(story.current.epoch == 2)
  }

  @Test func `a claim that has passed changes nothing`() throws {
    var story = try Story()
    try story.hears("Hello?")
    let stale = story.current.epoch
    try story.act(.release)
    try story.act(.claim)
    for command in [
      CaseCommand.send(Draft(text: "Hi")), .note(text: "x"), .advance(to: nil), .claim, .release,
      .receive(text: "x", spoken: false), .close(.withdrawn, words: ""), .tag("x", on: true),
    ] {
      let refusal = try #require(story.refusal(of: command, epoch: stale))
      #expect(refusal.gate == .claim)
      #expect(refusal.needs == [.heldBy("mei")])
    }
    try story.act(.send(Draft(text: "Hi")), epoch: story.current.epoch)
  }

  @Test func `anybody may note, link and raise an alarm; an auditor may not`() throws {
    var story = try Story()
    try story.act(.note(text: "Rang the depot."), by: .tom)
    try story.act(.link("C-9"), by: .tom)
    try story.act(.danger(.injury), by: .tom)
    #expect(story.refusal(of: .note(text: "x"), by: .ray)?.needs == [.permission(.work)])
    #expect(story.refusal(of: .whisper(text: "x"), by: .tom)?.needs == [.permission(.whisper)])
    try story.act(.whisper(text: "Offer the new one."), by: .ana)
    #expect(story.current.messages.last?.kind == .whisper)
    #expect(story.current.messages.allSatisfy { !$0.reachesCustomer })
  }

  @Test func `a case is opened once`() throws {
    let story = try Story()
    let opening = Opening(
      ref: "C-1", channel: .chat, language: .en, customer: Customer(), turns: [])
    #expect(story.refusal(of: .open(opening))?.gate == .state)
    #expect(throws: Refusal.self) {
      try decide(
        CommandEnvelope(id: "x", command: .claim), on: nil, by: .sixSteps,
        in: DecisionContext(actor: "mei", role: .agent, now: story.now))
    }
  }

  @Test func `nobody is put aside while they wait for us`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    #expect(story.refusal(of: .snooze(until: story.inHours(1)))?.needs == [.reply(to: [1])])
    try story.writes("Sorry to hear that.", [.regret])
    #expect(story.refusal(of: .snooze(until: story.inHours(1)))?.needs == [.reply(to: [1])])
    try story.writes("It comes on Thursday.", [.progress])
    #expect(story.refusal(of: .snooze(until: story.now))?.needs == [.later])
    try story.act(.snooze(until: story.inHours(1)))
    #expect(story.current.state == .snoozed)
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.snooze])
    try story.hears("And?", [.question])
    #expect(story.current.state == .open)
    #expect(story.current.snoozedUntil == nil)
  }

  @Test func `the desk wakes what was put aside`() throws {
    var story = try Story()
    try story.hears("Thanks.")
    try story.writes("Gladly.", [.thanks])
    try story.act(.snooze(until: story.inHours(1)))
    try story.act(.wake, by: .desk)
    #expect(story.current.state == .waiting)
    #expect(try story.act(.wake, by: .desk).isEmpty)
  }

  @Test func `handing up needs a time, and goes to whoever decides`() throws {
    var story = try Story.atSolve()
    #expect(story.refusal(of: .escalate(to: "Ana", due: story.now))?.needs == [.later])
    #expect(story.refusal(of: .escalate(to: "", due: story.inHours(2)))?.needs == [.text])
    try story.act(.escalate(to: "Ana", due: story.inHours(2)))
    #expect(story.current.step == "superior")
    #expect(story.current.escalation?.due == story.inHours(2))
    #expect(story.current.clocks(by: story.rules.clocks).contains { $0.name == .escalation })
    #expect(story.refusal(of: .advance(to: "solve"))?.gate == "told_who")
  }

  @Test func `the customer's next message does not hide the time they were given`() throws {
    var story = try Story.atSolve()
    try story.act(.escalate(to: "Ana", due: story.inHours(2)))
    try story.writes("Ana decides; you hear by six.", [.handUp])
    try story.hears("Fine, but hurry.")
    #expect(story.current.clocks(by: story.rules.clocks).contains { $0.name == .escalation })
    try story.act(.advance(to: "solve"))
    #expect(!story.current.clocks(by: story.rules.clocks).contains { $0.name == .escalation })
    #expect(story.current.escalation?.isAnswered == true)
  }

  @Test func `a superior's side step leads back no further than the case had come`() throws {
    var story = try Story.atSolve()
    try story.act(.escalate(to: "Ana", due: story.inHours(2)))
    #expect(story.current.stepsBack(by: story.rules) == ["vent", "apologise", "collect", "solve"])
    #expect(story.refusal(of: .back(to: "follow_up"))?.gate == .branch)
    try story.act(.back(to: nil))
    #expect(story.current.step == "solve")
  }
}

import Testing
import Vocabulary
import Workflow

/// What waits for a reply, what a case takes in, and the way from step to step.
struct ConversationTests {
  @Test func `a reply that only soothes leaves the question open`() throws {
    var story = try Story()
    try story.hears("It is late.")
    try story.hears("When does it come?", [.question])
    try story.writes("I'm so sorry, thank you for waiting.", [.regret, .thanks])
    #expect(story.current.openQuestions == [2])
    #expect(story.current.unanswered == [2])
    #expect(story.current.state == .open)
    try story.writes("It comes on Thursday.", [.progress])
    #expect(story.current.openQuestions.isEmpty)
    #expect(story.current.state == .waiting)
    #expect(story.current.waitingSince == nil)
  }

  @Test func `thanks need no answer, but first words and anger do`() throws {
    var story = try Story()
    try story.hears("Please help, thank you.", [.thanks])
    #expect(story.current.unanswered == [1])
    try story.writes("Gladly: what happened?", [.question])
    try story.hears("Found it, thanks.", [.thanks])
    #expect(story.current.unanswered.isEmpty)
    // Nothing agreed is under way: it is ours to close or to go on.
    #expect(story.current.state == .open)
    try story.hears("Thanks for nothing!", [.thanks], heat: .angry)
    #expect(story.current.unanswered == [4])
  }

  @Test func `the wait counts from the oldest unanswered message`() throws {
    var story = try Story()
    try story.hears("It is late.")
    let first = story.now
    story.wait(500)
    try story.hears("Hello?", [.question])
    #expect(story.current.waitingSince == first)
    try story.writes("Sorry.", [.regret])
    #expect(story.current.waitingSince == first.adding(seconds: 500))
  }

  @Test func `turns taken in keep the time they were said, and none lies ahead`() throws {
    let monday = Instant(seconds: 1_763_000_000)
    let story = try Story(
      turns: [
        OpeningTurn(from: .customer, text: "It is late.", at: monday),
        OpeningTurn(from: .agent, text: "Sorry.", at: monday.adding(seconds: 60)),
        OpeningTurn(from: .customer, text: "   ", at: nil),
        OpeningTurn(from: .customer, text: "Still late.", at: Instant(seconds: 4_000_000_000)),
      ], claimed: false)
    #expect(story.current.messages.map(\.at) == [monday, monday.adding(seconds: 60), story.now])
    #expect(story.current.messages.map(\.isHistory) == [false, true, false])
    #expect(story.current.waitingSince == story.now)
    #expect(story.current.customerTurns == 2)
  }

  @Test func `nothing empty and nothing endless is kept`() throws {
    var story = try Story()
    let endless = String(repeating: "x", count: 1_000_001)
    for command in [
      CaseCommand.receive(text: endless, spoken: false), .send(Draft(text: endless)),
      .note(text: endless), .whisper(text: endless), .set(.problem, value: endless, reason: nil),
    ] {
      let refusal = try #require(story.refusal(of: command, by: .mei) ?? nil)
      #expect([GateID.complete, .role].contains(refusal.gate))
    }
    #expect(story.refusal(of: .receive(text: " \u{3000}\n", spoken: false))?.needs == [.text])
    #expect(story.refusal(of: .set(.problem, value: nil, reason: ""))?.needs == [.reason])
    #expect(throws: Refusal(gate: .complete, needs: [.shorter(1_000_000)])) {
      try Story(turns: [OpeningTurn(from: .customer, text: endless, at: nil)])
    }
    try story.act(.set(.problem, value: "  Lid missing ", reason: nil))
    #expect(story.current.fields[.problem]?.value == "Lid missing")
    #expect(try story.act(.set(.problem, value: "Lid missing", reason: nil)).isEmpty)
  }

  @Test func `the customer's words are kept as they came`() throws {
    var story = try Story(turns: [OpeningTurn(from: .customer, text: "  It is late.\n", at: nil)])
    try story.hears("\tStill late. ")
    #expect(story.current.messages.map(\.text) == ["  It is late.\n", "\tStill late. "])
  }

  @Test func `unknown is a value with a reason`() throws {
    var story = try Story()
    try story.hears("It is late.")
    try story.act(.set(.problem, value: "Late", reason: nil))
    try story.act(.set(.demand, value: nil, reason: "would not say"))
    #expect(story.current.fields[.demand]?.value == nil)
    #expect(try story.act(.set(.demand, value: nil, reason: "would not say")).isEmpty)
    try story.act(.advance(to: nil))
  }

  @Test func `a cool enquiry skips the soothing, with a reason`() throws {
    var story = try Story()
    try story.hears("Do you ship to Macao?", [.question])
    #expect(story.refusal(of: .skip(to: "collect", reason: " "))?.needs == [.reason])
    #expect(story.refusal(of: .skip(to: "follow_up", reason: "x"))?.gate == .branch)
    try story.act(.skip(to: "collect", reason: "just a question"))
    #expect(story.current.step == "collect")
  }

  @Test func `a hot complaint does not`() throws {
    var story = try Story()
    try story.hears("Where is it?!", [.question], heat: .angry)
    let refusal = try #require(story.refusal(of: .skip(to: "collect", reason: "x")))
    #expect(refusal.gate == "cool_enquiry")
    #expect(refusal.occasion == .skip)
    #expect(refusal.needs == [.heat(below: .angry)])
  }

  @Test func `steps follow the branches and lead back to any before`() throws {
    var story = try Story.atSolve()
    let forward = story.refusal(of: .advance(to: "vent"))
    #expect(forward?.needs == [.step(["follow_up", "ask", "superior"])])
    #expect(story.refusal(of: .back(to: "follow_up"))?.gate == .branch)
    try story.act(.back(to: nil))
    #expect(story.current.step == "collect")
    try story.act(.back(to: "vent"))
    #expect(story.refusal(of: .back(to: nil))?.needs == [.existing("earlier step")])
    #expect(story.current.visited == ["vent", "apologise", "collect", "solve"])
  }

  @Test func `after the last step only a close follows`() throws {
    let story = try Story.atFollowUp()
    #expect(story.current.usualNext(by: story.rules, now: story.now) == nil)
    #expect(
      story.refusal(of: .advance(to: nil))?.needs == [.closeReason(CloseReason.allCases)])
  }

  @Test func `hearing has a cap: three turns, or a question`() throws {
    var story = try Story()
    try story.hears("It is late!", heat: .angry)
    try story.fills([.problem: "Late", .demand: "The parcel"])
    let refusal = try #require(story.refusal(of: .advance(to: nil)))
    #expect(refusal.gate == "heard")
    #expect(refusal.needs == [.oneOf([.heat(below: .angry), .turns(2), .customerQuestion])])
    try story.hears("A week late!", heat: .angry)
    try story.hears("And nobody called!", heat: .angry)
    try story.act(.advance(to: nil))
    #expect(story.current.step == "apologise")
  }

  @Test func `an unjudged severity counts as small, unless the judgement is asked for`() throws {
    var story = try Story()
    for most in 1...4 {
      story.rules.house = [.advice("judged", .leave, .severity(atMost: most))]
      #expect(story.gate("judged")?.met == (most < 4))
    }
    try story.act(.classify(Classification(severity: 4)))
    #expect(story.gate("judged")?.met == true)
    story.rules.house = [.advice("judged", .leave, .severity(atMost: 3))]
    #expect(story.gate("judged")?.missing == [.severity(atMost: 3)])
  }

  @Test(arguments: [0, 5, .min])
  func `severity is a number from one to four`(severity: Int) throws {
    let refusal = try Story().refusal(of: .classify(Classification(severity: severity)))
    #expect(refusal?.gate == .complete)
  }
}

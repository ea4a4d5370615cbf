import Testing
import Vocabulary
import Workflow

/// Undo-send: for a few seconds, one's own words, before the customer answered.
struct RetractTests {
  @Test func `words can be taken back for ten seconds`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.writes("It is our fault.", [.progress])
    story.wait(10)
    #expect(story.refusal(of: .retract(message: 2)) == nil)
    story.wait(1)
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)
  }

  @Test func `what was taken back answers nothing and does nothing`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    let due = story.inHours(3)
    try story.writes(
      "Sorry! It comes at six.", [.regret, .progress],
      promising: [DraftPromise(what: "the parcel by six", due: due)])
    #expect(story.current.commitments.count == 1)
    #expect(story.current.acts == [.regret, .progress, .promise])
    try story.act(.retract(message: 2))
    #expect(story.current.messages[1].retracted)
    #expect(story.current.acts.isEmpty)
    #expect(story.current.commitments.isEmpty)
    #expect(story.current.unanswered == [1])
    #expect(story.current.openQuestions == [1])
    #expect(story.current.state == .open)
    #expect(story.current.lastWordAt == nil)
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)
  }

  @Test func `only the words of that message go`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    let due = story.inHours(3)
    try story.writes(
      "It comes at six.", [.progress], promising: [DraftPromise(what: "by six", due: due)])
    try story.writes(
      "And a call.", [.promise], promising: [DraftPromise(what: "a call", due: due)])
    try story.act(.retract(message: 3))
    #expect(story.current.commitments.map(\.what) == ["by six"])
    #expect(story.current.unanswered.isEmpty)
    try story.act(.promise(what: "a letter", due: due))
    #expect(story.current.commitments.map(\.number) == [1, 2])
  }

  @Test func `a say-back taken back asks no more`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Lost, is that right?", [.paraphrase])
    try story.writes("Lost since Monday, is that right?", [.paraphrase])
    try story.act(.retract(message: 3))
    #expect(story.current.confirmations[.problem] == .asked(message: 2))
    try story.act(.retract(message: 2))
    #expect(story.current.confirmations[.problem] == nil)
  }

  @Test func `not after the customer answered, not others' words, not notes`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.writes("On its way.", [.progress])
    try story.act(.note(text: "Checked."))
    #expect(story.refusal(of: .retract(message: 3))?.gate == .state)
    #expect(story.refusal(of: .retract(message: 1))?.gate == .state)
    for number in [0, 9, .min, .max] {
      #expect(story.refusal(of: .retract(message: number))?.gate == .state)
    }
    try story.act(.takeOver(reason: "mine"), by: .ana)
    #expect(story.refusal(of: .retract(message: 2), by: .ana)?.needs == [.heldBy("mei")])
    try story.act(.release, by: .ana)
    try story.act(.claim)
    try story.hears("Good.", [.acceptance])
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)
  }

  @Test func `a line noted of a call can be struck until the next one is noted`() throws {
    var call = try Story(on: .phone)
    try call.act(
      .receive(text: "I have told you twice!", spoken: true), customer: .read(heat: .angry))
    try call.tells("I'm sorry. A call by six.", [.regret, .promise])
    #expect(call.refusal(of: .retract(message: 1))?.gate == .state)
    call.wait(600)
    #expect(call.refusal(of: .retract(message: 2), by: .ana)?.needs == [.heldBy("mei")])
    try call.act(.retract(message: 2))
    #expect(call.current.acts.isEmpty)
    #expect(call.current.unanswered == [1])
    try call.act(.retract(message: 1))
    #expect(call.current.unanswered.isEmpty)
    #expect(call.current.customerTurns == 0)
    #expect(call.current.lastCustomerMessage == nil)
    #expect(call.refusal(of: .retract(message: 1))?.gate == .state)
  }

  @Test func `a customer's line struck leaves the heat and the say-back where they were`() throws {
    var call = try Story(on: .phone)
    try call.act(
      .receive(text: "It is late.", spoken: true), customer: .read(heat: .uneasy))
    try call.tells("Late since Monday, is that right?", [.paraphrase])
    try call.act(
      .receive(text: "You are all thieves!", spoken: true), customer: .read(heat: .explosive))
    #expect(call.current.flared)
    #expect(call.current.confirmations[.problem] == .implied)
    try call.act(.retract(message: 3))
    #expect(call.current.heat == .uneasy)
    #expect(!call.current.flared)
    #expect(call.current.confirmations[.problem] == .asked(message: 2))
    #expect(call.current.state == .waiting)
  }
}

/// A promise filed by mistake.
struct WithdrawnPromiseTests {
  @Test func `what stands on the record alone can be withdrawn, with a reason`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.act(.promise(what: "a call", due: story.inHours(3)))
    #expect(
      story.refusal(of: .withdrawPromise(number: nil, reason: " "))?.needs == [.reason])
    try story.act(.withdrawPromise(number: 1, reason: "misfiled"))
    #expect(story.current.commitments.isEmpty)
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.respond])
    #expect(story.refusal(of: .withdrawPromise(number: 1, reason: "x"))?.gate == .premise)
  }

  @Test func `not what the customer was told or took, what is due, or what others promised`()
    throws
  {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.writes(
      "By six.", [.promise],
      promising: [DraftPromise(what: "an answer", due: story.inHours(3))])
    let told = Refusal(gate: .premise, needs: [.existing("unmade promise")])
    #expect(story.refusal(of: .withdrawPromise(number: 1, reason: "x")) == told)
    try story.act(.settlePromise(number: 1, kept: true))

    try story.act(.promise(what: "a call", due: story.inHours(1)))
    story.wait(3600)
    #expect(story.refusal(of: .withdrawPromise(number: 2, reason: "x")) == told)
    try story.act(.settlePromise(number: 2, kept: true))

    try story.act(.promise(what: "a letter", due: story.inHours(1)))
    try story.act(.takeOver(reason: "mine"), by: .ana)
    #expect(
      story.refusal(of: .withdrawPromise(number: 3, reason: "x"), by: .ana)?.needs
        == [.heldBy("mei")])

    var solved = try Story.atSolve()
    try solved.act(
      .offer(options: [.exchange(due: solved.inHours(5))], onlyOneBecause: "asked for"))
    try solved.hears("Yes, please.", [.acceptance])
    try solved.act(.answer(accepted: true, option: 0, words: "Yes, please.", plan: nil))
    #expect(solved.current.commitments.count == 1)
    #expect(solved.refusal(of: .withdrawPromise(number: nil, reason: "x")) == told)
  }
}

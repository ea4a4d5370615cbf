import Testing
import Vocabulary
import Workflow

/// Offers, answers, approvals and promises.
struct SolvingTests {
  @Test func `two options, or one with a reason`() throws {
    var story = try Story.atSolve()
    let due = story.inHours(24)
    let one = [PlanOption.exchange(due: due)]
    #expect(story.refusal(of: .offer(options: one, onlyOneBecause: nil))?.needs == [.options(2)])
    #expect(story.refusal(of: .offer(options: one, onlyOneBecause: " "))?.needs == [.options(2)])
    #expect(story.refusal(of: .offer(options: [], onlyOneBecause: nil))?.gate == .complete)
    try story.act(.offer(options: one, onlyOneBecause: "no other model is made"))
    #expect(story.current.plan?.onlyOneBecause == "no other model is made")
  }

  @Test func `two plans turned down go up, and a new word from above counts anew`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var story = try Story(rules)
    try story.hears("My kettle came without a lid.")
    func lose() throws {
      try story.act(
        .offer(options: [.exchange(due: story.inHours(24))], onlyOneBecause: "no other"),
        override: .digit(1))
      try story.writes("A new one by tomorrow?", [.offer])
      try story.hears("No.", [.rejection])
      try story.act(.answer(accepted: false, option: 0, words: "No", plan: nil))
    }
    let asks = story.walk(to: "ask")
    #expect(asks)
    try lose()
    #expect(story.gate("two_rounds")?.met == true)
    story.wait(60)
    try lose()
    #expect(story.gate("two_rounds")?.missing == [.escalation])
    story.wait(60)
    try story.act(.escalate(to: "Ana", due: story.inHours(4)))
    #expect(story.current.step == "superior")
    #expect(story.current.roundsLost == 0)
  }

  @Test func `before an answer the way on is the follow-up, after a no the question`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var story = try Story(rules)
    try story.hears("My kettle came without a lid.")
    let solves = story.walk(to: "solve")
    #expect(solves)
    #expect(story.current.usualNext(by: rules, now: story.now) == "follow_up")
    try story.act(
      .offer(options: [.exchange(due: story.inHours(24))], onlyOneBecause: "no other"),
      override: .digit(1))
    try story.writes("A new one by tomorrow?", [.offer])
    try story.hears("No.", [.rejection])
    try story.act(.answer(accepted: false, option: 0, words: "No", plan: nil))
    #expect(story.current.usualNext(by: rules, now: story.now) == "ask")
  }

  @Test func `what was promised before the yes is not promised twice`() throws {
    var call = try Story.atSolve(on: .phone)
    let due = call.inHours(20)
    try call.act(.promise(what: "a new one", due: due))
    try call.act(.offer(options: [.exchange(due: due)], onlyOneBecause: "agreed on the phone"))
    try call.act(.answer(accepted: true, option: 0, words: "Yes", plan: nil))
    #expect(call.current.commitments.count == 1)
  }

  @Test func `an offer stands on the table once words can have told of it`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var story = try Story(rules)
    try story.hears("My kettle came without a lid.")
    let solves = story.walk(to: "solve")
    #expect(solves)
    try story.act(
      .offer(options: [.exchange(due: story.inHours(24))], onlyOneBecause: "no other"),
      override: .digit(1))
    #expect(story.gate("plan_offered")?.missing == [.words(.offer)])
    try story.writes("A new one by tomorrow?", [.offer])
    #expect(story.gate("plan_offered")?.met == true)
  }

  @Test func `every option says by when`() throws {
    let story = try Story.atSolve()
    let refusal = story.refusal(
      of: .offer(
        options: [.exchange(due: story.inHours(1)), .refund(20)], onlyOneBecause: nil))
    #expect(refusal?.gate == "dated")
    #expect(refusal?.needs == [.date])
  }

  @Test func `no solution before a confirmed paraphrase`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let due = story.inHours(24)
    let offer = CaseCommand.offer(
      options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil)
    let refusal = try #require(story.refusal(of: offer))
    #expect(refusal.gate == "confirmed_before_offer")
    #expect(refusal.needs == [.act([.paraphrase]), .confirmation(.problem)])
  }

  @Test func `an answer rests on words that came after the offer`() throws {
    var story = try Story.atSolve()
    let due = story.inHours(24)
    try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil))
    let answer = CaseCommand.answer(accepted: true, option: 0, words: "Yes", plan: nil)
    #expect(story.refusal(of: answer)?.needs == [.customerMessage])
    #expect(story.refusal(of: .confirm(.plan))?.needs == [.customerMessage])
    try story.writes("A new one, or 20 yuan back?", [.offer])
    try story.hears("A new one.", [.acceptance])
    try story.act(answer)
    #expect(story.current.confirmations[.plan] == .explicit)
    #expect(try story.act(.confirm(.plan)).isEmpty)
  }

  @Test func `an offer written first and recorded after the yes is answered by it`() throws {
    var story = try Story.atSolve()
    try story.writes("Shall I send a new one by Thursday, or 20 yuan back?", [.offer])
    try story.hears("A new one.", [.acceptance])
    let due = story.inHours(24)
    try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil))
    try story.act(.answer(accepted: true, option: 0, words: "A new one.", plan: 1))
    #expect(story.current.plan?.taken?.remedy == "exchange")
  }

  @Test func `on the phone the answer was heard`() throws {
    var story = try Story.atSolve(on: .phone)
    let due = story.inHours(24)
    try story.act(.offer(options: [.exchange(due: due)], onlyOneBecause: "only one left"))
    try story.act(.answer(accepted: true, option: nil, words: "Fine", plan: nil))
    #expect(story.current.answer?.option == 0)
  }

  @Test func `an accepted option with a date is a promise`() throws {
    let story = try Story.atFollowUp()
    #expect(story.current.commitments.map(\.what) == ["a new kettle for the old one"])
    #expect(story.current.commitments.first?.due == story.inHours(48))
  }

  @Test func `an answer names the plan it rests on and one of its options`() throws {
    var story = try Story.atSolve()
    #expect(
      story.refusal(of: .answer(accepted: true, option: 0, words: "Yes", plan: nil))?.needs
        == [.plan])
    let due = story.inHours(24)
    for _ in 1...2 {
      try story.act(
        .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil))
    }
    try story.hears("Hm.")
    #expect(
      story.refusal(of: .answer(accepted: true, option: 0, words: "Yes", plan: 1))?.needs
        == [.planAtHand(number: 2)])
    for option in [nil, 2, -1, .min, .max] as [Int?] {
      #expect(
        story.refusal(of: .answer(accepted: true, option: option, words: "Yes", plan: 2))?.needs
          == [.options(2)])
    }
    #expect(
      story.refusal(of: .answer(accepted: true, option: 1, words: " ", plan: 2))?.needs == [.text])
    try story.act(.answer(accepted: false, option: 9, words: "Neither", plan: 2))
    #expect(story.current.answer?.option == nil)
  }

  @Test func `a no asks for their view, and then the next plan`() throws {
    var story = try Story.atSolve()
    let due = story.inHours(24)
    try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil))
    try story.hears("Neither.", [.rejection])
    try story.act(.answer(accepted: false, option: nil, words: "Neither", plan: nil))
    try story.act(.advance(to: nil))
    #expect(story.current.step == "ask")
    #expect(story.refusal(of: .advance(to: "solve"))?.needs == [.view])
    try story.act(.askView(words: "The lid alone would do"))
    #expect(story.current.usualNext(by: story.rules, now: story.now) == "solve")
    try story.act(.advance(to: "solve"))
    try story.act(
      .offer(options: [.exchange(due: due), .refund(30, due: due)], onlyOneBecause: nil))
    #expect(story.current.answer == nil)
    #expect(story.current.plan?.number == 2)
  }

  @Test func `a yes taken back opens the answer again`() throws {
    var story = try Story.atFollowUp()
    let events = try story.hears("No, I want the money after all.", [.rejection])
    #expect(events.contains(.disputed(.plan)))
    try story.writes("Let me change that.", [.progress])
    try story.readyToClose()
    #expect(story.refusal(of: .close(.accepted, words: ""))?.needs == [.answer(.accepted)])
    try story.act(.answer(accepted: true, option: 1, words: "The money", plan: nil))
    try story.act(.close(.accepted, words: ""))
  }

  @Test func `above the limit somebody else says yes`() throws {
    var story = try Story.atSolve()
    let dear = PlanOption.refund(900, due: story.inHours(24))
    let offer = CaseCommand.offer(options: [dear], onlyOneBecause: "they lost the day")
    #expect(
      story.refusal(of: offer)?.needs == [.approval("refund", leastRole: .senior)])
    try story.act(.requestApproval(.remedy(dear)))
    #expect(
      story.refusal(of: .approve(request: 1, reason: "fine"), by: .tom)?.needs
        == [.permission(.approve)])
    #expect(story.refusal(of: .approve(request: 7, reason: "fine"), by: .ana)?.gate == .premise)
    try story.act(.approve(request: 1, reason: "fine"), by: .ana)
    try story.act(offer)
    #expect(story.refusal(of: .deny(request: nil, reason: "late"), by: .ana)?.gate == .premise)
  }

  @Test func `a yes holds up to its amount, and only for its remedy`() throws {
    var story = try Story.atSolve()
    try story.act(.requestApproval(.remedy(.refund(900))))
    try story.act(.approve(request: nil, reason: "fine"), by: .ana)
    let due = story.inHours(24)
    #expect(
      story.refusal(of: .offer(options: [.refund(901, due: due)], onlyOneBecause: "x"))?.gate
        == "authority")
    let visit = PlanOption(remedy: "visit", what: "somebody calls in", due: due)
    #expect(
      story.refusal(of: .offer(options: [visit], onlyOneBecause: "x"))?.needs
        == [.approval("visit", leastRole: .supervisor)])
    var abroad = PlanOption.refund(1, due: due)
    abroad.amount?.currency = "EUR"
    #expect(
      story.refusal(of: .offer(options: [abroad], onlyOneBecause: "x"))?.needs
        == [.approval("refund", leastRole: nil)])
  }

  @Test func `a no to a request says why`() throws {
    var story = try Story.atSolve()
    try story.act(.requestApproval(.remedy(.refund(900))))
    #expect(story.refusal(of: .deny(request: nil, reason: ""), by: .ana)?.needs == [.reason])
    try story.act(.deny(request: nil, reason: "20 yuan is what the lid costs"), by: .ana)
    #expect(story.current.approvals.first?.decision?.approved == false)
  }

  @Test func `nobody approves beyond their own limit`() throws {
    var story = try Story.atSolve()
    try story.act(.requestApproval(.remedy(.refund(9_000))))
    let refusal = try #require(
      story.refusal(of: .approve(request: nil, reason: "fine"), by: .ana))
    #expect(refusal.gate == "authority")
    #expect(refusal.needs == [.approval("refund", leastRole: nil)])
  }

  @Test func `a promise has a time to come, and is kept or broken`() throws {
    var story = try Story()
    try story.hears("Call me.")
    #expect(story.refusal(of: .promise(what: "a call", due: story.now))?.needs == [.later])
    #expect(story.refusal(of: .promise(what: "", due: story.inHours(1)))?.needs == [.text])
    try story.act(.promise(what: "a call", due: story.inHours(2)))
    try story.act(.promise(what: "a letter", due: story.inHours(1)))
    #expect(
      story.current.clocks(by: story.rules.clocks).filter { $0.name == .promise }.map(\.at)
        == [story.inHours(1), story.inHours(2)])
    try story.act(.settlePromise(number: 2, kept: false))
    #expect(story.current.failedBefore)
    try story.act(.settlePromise(number: nil, kept: true))
    #expect(story.current.commitments.map(\.state) == [.kept, .broken])
    #expect(story.refusal(of: .settlePromise(number: nil, kept: true))?.gate == .premise)
  }

  @Test func `promises in a message become clocks`() throws {
    var story = try Story()
    try story.hears("Call me.")
    let due = story.inHours(2)
    try story.writes("I call at six.", [], promising: [DraftPromise(what: "a call", due: due)])
    #expect(story.current.acts == [.promise])
    #expect(story.current.commitments.first?.due == due)
    let late = Draft(text: "…", promises: [DraftPromise(what: "x", due: story.now)])
    #expect(story.refusal(of: .send(late))?.needs == [.later])
  }

  @Test func `the look back stands on the promised day unless another is named`() throws {
    var story = try Story()
    try story.hears("Call me.")
    try story.act(.promise(what: "a call", due: story.inHours(5)))
    try story.act(.arrangeFollowUp(due: nil, channel: .phone))
    #expect(story.current.followUps == [FollowUp(due: story.inHours(5), channel: .phone)])
    var plain = try Story()
    try plain.act(.arrangeFollowUp(due: nil, channel: nil))
    #expect(plain.current.followUps.map(\.due) == [plain.inHours(72)])
  }
}

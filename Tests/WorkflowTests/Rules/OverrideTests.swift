import Testing
import Vocabulary
import Workflow

/// Domain E12 and E14: a digit passes advice, words and a role pass policy.
struct OverrideTests {
  @Test func `advice costs a digit`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let refusal = try #require(story.refusal(of: .advance(to: nil)))
    #expect(refusal.strength == .advice)
    #expect(refusal.override == .agent)
    try story.act(.advance(to: nil), override: .digit(2))
    #expect(
      story.current.overrides == [
        Override(
          gate: "problem_stated", strength: .advice, reason: "said_differently", by: "mei",
          role: .agent, at: story.now)
      ])
  }

  @Test(arguments: [0, 4, -1, .min, .max])
  func `a digit that stands for nothing passes nothing`(digit: Int) throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    #expect(story.refusal(of: .advance(to: nil), override: .digit(digit))?.gate == "problem_stated")
  }

  @Test func `words pass advice, blank ones do not`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    #expect(story.refusal(of: .advance(to: nil), override: .words("  \n")) != nil)
    try story.act(.advance(to: nil), override: .words(" told me by phone "))
    #expect(story.current.overrides.map(\.reason) == ["told me by phone"])
  }

  @Test(arguments: [
    (Colleague.mei, OverrideReason.words("it is due")), (.mei, .digit(1)), (.ana, .digit(1)),
    (.ana, .words(" ")), (.lin, .words("it is due")), (.desk, .words("it is due")),
  ])
  func `policy wants a supervisor and words`(who: Colleague, reason: OverrideReason) throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    if who != .mei, who != .desk {
      try story.act(.release)
      try story.act(.claim, by: who)
    }
    let offer = CaseCommand.offer(
      options: [.refund(9_000, due: story.inHours(1))], onlyOneBecause: "nothing else helps")
    let refusal = try #require(story.refusal(of: offer, by: who, override: reason))
    #expect(refusal.gate == "authority")
  }

  @Test func `a supervisor passes policy with a reason, and the record keeps it`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.act(.takeOver(reason: "helping out"), by: .ana)
    let close = CaseCommand.close(.withdrawn, words: "told me on the stairs")
    #expect(story.refusal(of: close, by: .ana)?.gate == "unanswered")
    try story.act(close, by: .ana, override: .words("the board wishes it"))
    #expect(story.current.overrides.map(\.gate).contains("unanswered"))
    #expect(story.current.overrides.allSatisfy { $0.role == .supervisor && $0.by == "ana" })
  }

  @Test func `a supervisor's reason is no wider limit, and the refusal promises none`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.act(.takeOver(reason: "helping out"), by: .ana)
    let offer = CaseCommand.offer(
      options: [.refund(9_000, due: story.inHours(1))], onlyOneBecause: "nothing else helps")
    let refusal = try #require(
      story.refusal(of: offer, by: .ana, override: .words("the board wishes it")))
    #expect(refusal.gate == "authority")
    #expect(refusal.override == nil)
    #expect(refusal.needs == [.approval("refund", leastRole: nil)])
  }

  @Test func `a reason is recorded only for gates that were closed`() throws {
    var story = try Story.atSolve()
    let due = story.inHours(2)
    let events = try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil),
      override: .digit(1))
    #expect(events.count == 1)
  }

  @Test func `while another conversation burns, advice asks nothing and policy stands`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.act(.advance(to: nil), burning: true)
    #expect(story.current.overrides.map(\.reason) == ["burning"])
    let dear = Attempt(
      command: .offer(options: [.refund(9_000)], onlyOneBecause: nil), burning: true)
    #expect(story.refusal(of: dear)?.gate == "authority")
  }

  @Test func `policy is named before advice`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let refusal = try #require(
      story.refusal(of: .offer(options: [.refund(9_000)], onlyOneBecause: nil)))
    #expect(refusal.gate == "authority")
    #expect(refusal.also == ["confirmed_before_offer", "two_or_one", "dated"])
  }

  @Test func `words that hurt are held until changed or passed by a supervisor`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let hurting = AgentReading.read([.explanation], findings: [.held("blame")])
    let draft = Draft(text: "You must have lost it yourself.")
    let refusal = try #require(story.refusal(of: .send(draft), agent: hurting))
    #expect(refusal.gate == .tone)
    #expect(refusal.needs == [.rewording("blame")])
    #expect(refusal.override == .supervisor)
    try story.act(.takeOver(reason: "mine"), by: .ana)
    try story.act(.send(draft), by: .ana, override: .words("quoting the court"), agent: hurting)
    #expect(story.current.overrides.map(\.gate) == [.tone])
  }

  @Test func `fault is admitted once it was found to be ours`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let draft = Draft(text: "That was our mistake.")
    let admitting = AgentReading.read([.responsibility], findings: [.held("early_admission")])
    #expect(story.refusal(of: .send(draft), agent: admitting)?.needs == [.faultOurs])
    try story.act(.classify(Classification(fault: .customer)))
    #expect(story.refusal(of: .send(draft), agent: admitting)?.needs == [.faultOurs])
    try story.act(.classify(Classification(fault: .shared)))
    try story.act(.send(draft), agent: .read([.responsibility]))
  }

  @Test func `what was only voted to admit a fault holds nothing, a phrase for it does`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    let draft = Draft(text: "You were left without news, I'm sorry.")
    var phrased = draft
    phrased.phraseActs = [.responsibility]
    #expect(story.refusal(of: .send(phrased))?.needs == [.faultOurs])
    try story.act(.send(draft), agent: .read([.regret, .responsibility]))
  }
}

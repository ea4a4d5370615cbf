import Testing
import Vocabulary
import Workflow

/// Domain E4: the short complete path for a plain demand.
struct GrantTests {
  /// A plain demand, answered by nothing yet: severity 1, order on file.
  static func plainDemand(on channel: Channel = .chat) throws -> Story {
    var story = try Story(on: channel)
    try story.hears("Order K-778 came broken. I want my 89 yuan back.", [.question])
    try story.fills([.problem: "Broken", .demand: "89 yuan back", .order: "K-778"])
    try story.act(.classify(Classification(severity: 1)))
    return story
  }

  static let words = Draft(text: "Your 89 yuan go back to your card by Thursday 6 pm.")

  @Test func `one message closes the steps between and arranges the look back`() throws {
    var story = try Self.plainDemand()
    let due = story.inHours(48)
    try story.act(.grant(.refund(89, due: due), draft: Self.words), agent: .read([.promise]))
    #expect(story.current.step == "follow_up")
    #expect(story.current.grant == .refund(89, due: due))
    #expect(story.current.answer?.accepted == true)
    #expect(story.current.answer?.how == .granted)
    #expect(story.current.answer?.words == "89 yuan back")
    #expect(story.current.followUps == [FollowUp(due: due, channel: .chat, message: 2)])
    #expect(story.current.commitments.map(\.due) == [due])
    #expect(story.current.messages.last?.acts == [.offer, .promise])
    #expect(story.current.unanswered.isEmpty)
  }

  @Test func `it closes at once, and is drawn for a second look`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.close(.granted, words: ""), sampled: true)
    #expect(story.current.closed?.reason == .granted)
    #expect(story.current.closed?.signedOffBy == nil)
    #expect(story.current.closed?.review == true)
    let followUp = story.current.clocks(by: story.rules.clocks)
    #expect(Set(followUp.map(\.name)) == [.promise, .followUp])
    #expect(Set(followUp.map(\.at)) == [story.inHours(48)])
  }

  @Test func `a follow-up that fails brings it back to solve, and the grant is worth nothing`()
    throws
  {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.close(.granted, words: ""))
    story.wait(48 * 3600)
    try story.act(.followUpDone(outcome: .notFixed), by: .tom)
    #expect(story.current.state == .open)
    #expect(story.current.step == "solve")
    #expect(story.current.returns == 1)
    #expect(story.current.grant == nil)
    #expect(story.current.plan == nil)
    #expect(story.current.failedBefore)
    #expect(story.refusal(of: .close(.granted, words: ""))?.gate == "closing_answer")
    #expect(story.refusal(of: .close(.accepted, words: ""))?.gate == "closing_answer")
    #expect(
      story.refusal(of: .grant(.refund(89, due: story.inHours(1)), draft: Self.words))?.needs
        == [.noEarlierFailure])
  }

  @Test func `a follow-up that finds it fixed keeps it closed`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.close(.granted, words: ""))
    story.wait(49 * 3_600)
    try story.act(.followUpDone(outcome: .fixed))
    #expect(story.current.state == .closed)
    #expect(story.current.commitments.map(\.state) == [.kept])
    #expect(story.current.clocks(by: story.rules.clocks).isEmpty)
  }

  @Test func `nobody has kept yet what is not due yet`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.close(.granted, words: ""))
    try story.act(.followUpDone(outcome: .fixed))
    #expect(story.current.commitments.map(\.state) == [.open])
  }

  @Test func `a promise broken behind a close makes the case ours again`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.close(.granted, words: ""))
    story.wait(49 * 3_600)
    try story.act(.settlePromise(number: nil, kept: false))
    #expect(story.current.state == .open)
    #expect(story.current.unspokenPromise != nil)
  }

  @Test(arguments: [
    (FieldName.otherDemands, "An apology in writing", Need.noField(.otherDemands))
  ])
  func `more than one demand is no plain demand`(
    field: FieldName, value: String, need: Need
  ) throws {
    var story = try Self.plainDemand()
    try story.fills([field: value])
    let refusal = story.refusal(of: .grant(.refund(89, due: story.inHours(1)), draft: Self.words))
    #expect(refusal?.gate == "small_grant")
    #expect(refusal?.needs == [need])
  }

  @Test func `a grave matter is no plain demand`() throws {
    var story = try Self.plainDemand()
    try story.act(.classify(Classification(severity: 3)))
    let refusal = story.refusal(of: .grant(.refund(89, due: story.inHours(1)), draft: Self.words))
    #expect(refusal?.needs == [.severity(atMost: 2)])
  }

  @Test func `a grant beyond the agent's limit is refused with whom to ask`() throws {
    let story = try Self.plainDemand()
    let refusal = story.refusal(of: .grant(.refund(900, due: story.inHours(1)), draft: Self.words))
    #expect(refusal?.gate == "authority")
    #expect(refusal?.strength == .policy)
    #expect(refusal?.needs == [.approval("refund", leastRole: .senior)])
    // A reason widens no limit.
    #expect(refusal?.override == nil)
  }

  @Test func `a legal right is owed whatever the role`() throws {
    var story = try Self.plainDemand()
    let right = PlanOption(
      remedy: "legal_return", what: "900 yuan back",
      amount: Money(minor: 90_000, currency: "CNY"), due: story.inHours(24))
    try story.act(.grant(right, draft: Draft(text: "900 yuan go back to you by Thursday.")))
    #expect(story.current.grant == right)
  }

  @Test func `many small gifts count as one`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(150, due: story.inHours(48)), draft: Self.words))
    let second = story.refusal(of: .grant(.refund(100, due: story.inHours(48)), draft: Self.words))
    #expect(second?.gate == "authority")
    try story.act(.grant(.refund(50, due: story.inHours(48)), draft: Self.words))
  }

  @Test func `a grant names what, how much and when, and the customer is told`() throws {
    let story = try Self.plainDemand()
    let due = story.inHours(1)
    #expect(story.refusal(of: .grant(.refund(89), draft: Self.words))?.needs == [.date])
    let blank = PlanOption(remedy: "refund", what: "money", due: due)
    #expect(story.refusal(of: .grant(blank, draft: Self.words))?.gate == .complete)
    #expect(
      story.refusal(of: .grant(.refund(-5, due: due), draft: Self.words))?.gate == .complete)
    #expect(
      story.refusal(of: .grant(.refund(89, due: story.now), draft: Self.words))?.needs == [.later])
    let unknown = PlanOption(remedy: "moon", what: "the moon", due: due)
    #expect(story.refusal(of: .grant(unknown, draft: Self.words))?.gate == "authority")
    // Nothing was said, so nobody was told.
    let silent = story.refusal(of: .grant(.refund(89, due: due), draft: nil))
    #expect(silent?.gate == .premise)
    #expect(silent?.needs == [.act([.offer, .promise])])
  }

  @Test func `a grant told before is recorded without a second message`() throws {
    var story = try Self.plainDemand()
    try story.writes("Your 89 yuan go back by Thursday.", [.offer, .promise])
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: nil))
    #expect(story.current.step == "follow_up")
    #expect(story.current.messages.count == 2)
  }

  @Test func `a grant on the phone was spoken`() throws {
    var story = try Self.plainDemand(on: .phone)
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    #expect(story.current.messages.last?.kind == .spoken)
  }

  @Test func `a grant wants the person or the order`() throws {
    var story = try Story()
    try story.hears("I want my 89 yuan back.")
    let grant = CaseCommand.grant(.refund(89, due: story.inHours(1)), draft: Self.words)
    let refusal = try #require(story.refusal(of: grant))
    #expect(refusal.gate == "identity_for_grant")
    #expect(refusal.needs == [.oneOf([.identity, .field(.order)])])
    try story.act(.identify(how: "called back on the number on file"))
    #expect(story.refusal(of: grant) == nil)
  }

  @Test func `words taken back take their grant back`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.act(.retract(message: 2))
    #expect(story.current.grant == nil)
    #expect(story.current.plan == nil)
    #expect(story.current.commitments.isEmpty)
    #expect(story.current.followUps.isEmpty)
    #expect(story.current.step == "vent")
    #expect(story.current.confirmations.isEmpty)
    #expect(story.current.unanswered == [1])
  }

  @Test func `a new offer after the grant is a new question`() throws {
    var story = try Self.plainDemand()
    let due = story.inHours(48)
    try story.act(.grant(.refund(89, due: due), draft: Self.words))
    try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil),
      override: .digit(1))
    #expect(story.refusal(of: .close(.granted, words: ""))?.needs == [.grant])
    #expect(story.refusal(of: .close(.accepted, words: ""))?.gate == "closing_answer")
  }

  @Test func `a grant the customer turned down is none`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.hears("I don't want money.", [.rejection])
    try story.writes("I see.", [.progress])
    try story.act(.answer(accepted: false, option: nil, words: "No money", plan: nil))
    #expect(story.refusal(of: .close(.granted, words: ""))?.needs == [.grant])
  }

  @Test func `a rejection after the grant opens the answer again`() throws {
    var story = try Self.plainDemand()
    try story.act(.grant(.refund(89, due: story.inHours(48)), draft: Self.words))
    try story.hears("No, I want a new one instead.", [.rejection])
    try story.writes("Understood, let me see.", [.progress])
    #expect(story.refusal(of: .close(.granted, words: ""))?.needs == [.answer(.accepted)])
  }
}

import Testing
import Vocabulary
import Workflow

/// Role × remedy × limit, and what is said where more is given than was paid for.
struct AuthorityTests {
  private func story() throws -> Story {
    var rules = Rules.sixSteps
    rules.authority.factors = LimitFactors(shared: 125, ours: 150, loss: 50, most: 100)
    rules.authority.smallSums = ["CNY": 1_000]
    rules.authority.warnOverPrice = 150
    rules.authority.guarantees = [
      Guarantee(
        id: "late", names: [.en: "late"], remedy: "voucher", amounts: ["CNY": 5_000])
    ]
    var story = try Story.atSolve()
    story.rules = rules
    return story
  }

  private func offers(_ option: PlanOption, in story: Story, by who: Colleague = .mei) -> Refusal? {
    story.refusal(of: .offer(options: [option], onlyOneBecause: "agreed"), by: who)
  }

  private func money(_ remedy: RemedyID, _ yuan: Int64, _ story: Story) -> PlanOption {
    PlanOption(
      remedy: remedy, what: "\(yuan) yuan",
      amount: Money(minor: yuan * 100, currency: "CNY"), due: story.inHours(20))
  }

  @Test func `fault counts once something was found out, and the loss once it is filed`() throws {
    var story = try story()
    #expect(offers(money("refund", 200, story), in: story) == nil)
    #expect(offers(money("refund", 300, story), in: story)?.gate == "authority")
    try story.act(.classify(Classification(fault: .ours)))
    #expect(offers(money("refund", 300, story), in: story)?.gate == "authority")
    try story.fills([.finding: "The lid was never packed."])
    #expect(offers(money("refund", 300, story), in: story) == nil)
    #expect(offers(money("refund", 301, story), in: story)?.gate == "authority")
    try story.fills([.lossAmount: "100"])
    #expect(offers(money("refund", 350, story), in: story) == nil)
    #expect(offers(money("refund", 351, story), in: story)?.gate == "authority")
    // What a loss adds has an end.
    try story.fills([.lossAmount: "90,000"])
    #expect(offers(money("refund", 500, story), in: story) == nil)
    #expect(offers(money("refund", 501, story), in: story)?.gate == "authority")
  }

  @Test func `money on file is an amount with its currency`() throws {
    var story = try story()
    #expect(
      story.refusal(of: .set(.price, value: "a lot", reason: nil))?.needs
        == [.existing("amount")])
    try story.fills([.price: "89.5"])
    #expect(story.current.fields[.price]?.value == "CNY 89.50")
    #expect(story.current.money(in: .price) == Money(minor: 8_950, currency: "CNY"))
  }

  @Test func `nobody haggles over a little, and many littles are no little`() throws {
    var story = try story()
    var option = money("voucher", 10, story)
    story.rules.authority.limits[.agent]?["voucher"] = nil
    #expect(offers(option, in: story) == nil)
    #expect(offers(money("voucher", 11, story), in: story)?.gate == "authority")
    try story.act(.offer(options: [option], onlyOneBecause: "agreed"))
    try story.tells("Ten yuan?", [.offer])
    try story.hears("Fine.", [.acceptance])
    try story.act(.answer(accepted: true, option: 0, words: "Fine", plan: nil))
    option.amount?.minor = 100
    #expect(offers(option, in: story)?.gate == "authority")
  }

  @Test func `what was fixed in advance is asked of nobody, once and to the penny`() throws {
    var story = try story()
    var option = money("voucher", 50, story)
    #expect(offers(option, in: story)?.gate == "authority")
    option.guarantee = "late"
    #expect(offers(option, in: story) == nil)
    var more = option
    more.amount?.minor = 5_001
    #expect(offers(more, in: story)?.gate == "authority")
    try story.act(.offer(options: [option], onlyOneBecause: "our guarantee"))
    try story.tells("Fifty yuan, as we guarantee.", [.offer])
    try story.hears("Fine.", [.acceptance])
    try story.act(.answer(accepted: true, option: 0, words: "Fine", plan: nil))
    #expect(offers(option, in: story)?.gate == "authority")
    // It takes nothing from what the role may give besides.
    #expect(offers(money("voucher", 30, story), in: story) == nil)
  }

  @Test func `more than half as much again as was paid wants a reason in words, on record`() throws
  {
    var story = try story()
    try story.fills([.price: "100"])
    #expect(offers(money("refund", 150, story), in: story) == nil)
    let over = money("refund", 151, story)
    let refusal = try #require(offers(over, in: story))
    #expect(refusal.gate == .price)
    #expect(refusal.needs == [.reasonOverPrice(percent: 151)])
    #expect(refusal.override == .agent)
    let offer = CaseCommand.offer(options: [over], onlyOneBecause: "agreed")
    #expect(story.refusal(of: offer, override: .digit(1))?.gate == .price)
    #expect(story.refusal(of: offer, override: .words("  "))?.gate == .price)
    var burning = Attempt(command: offer)
    burning.burning = true
    #expect(story.refusal(of: burning)?.gate == .price)
    try story.act(.danger(.fire))
    #expect(story.refusal(of: offer)?.gate == .price)
    try story.act(offer, override: .words("the trip was ruined"))
    let passed = try #require(story.current.overrides.last)
    #expect(passed.gate == .price && passed.reason == "the trip was ruined")
  }

  @Test func `what was given before counts into the price`() throws {
    var story = try story()
    try story.fills([.price: "100"])
    try story.act(.offer(options: [money("refund", 100, story)], onlyOneBecause: "agreed"))
    try story.tells("All of it back?", [.offer])
    try story.hears("Fine.", [.acceptance])
    try story.act(.answer(accepted: true, option: 0, words: "Fine", plan: nil))
    #expect(offers(money("voucher", 30, story), in: story) == nil)
    try story.fills([.price: "80"])
    #expect(offers(money("voucher", 30, story), in: story)?.gate == .price)
  }

  @Test func `whoever approves more than was paid says why, and then nobody is asked again`() throws
  {
    var story = try story()
    try story.fills([.price: "100"])
    let much = money("refund", 400, story)
    try story.act(.requestApproval(.remedy(much)))
    let bare = story.refusal(of: .approve(request: 1, reason: " "), by: .ana)
    #expect(bare?.gate == .price)
    try story.act(.approve(request: 1, reason: "the trip was ruined"), by: .ana)
    #expect(offers(much, in: story) == nil)
  }

  @Test func `nobody approves what they asked for themselves`() throws {
    var story = try story()
    try story.act(.takeOver(reason: "mine"), by: .ana)
    try story.act(.requestApproval(.remedy(money("refund", 400, story))), by: .ana)
    let own = story.refusal(of: .approve(request: 1, reason: "yes"), by: .ana)
    #expect(own?.gate == .author)
    try story.act(
      .approve(request: 1, reason: "yes"), by: Colleague(id: "sam", role: .supervisor))
    #expect(story.current.approvals.first?.decision?.by == "sam")
  }
}

import Testing
import Vocabulary
import Workflow

/// Domain E6: the customer who has been here before.
struct ReturningCustomerTests {
  static let yesterday = Instant(seconds: 1_763_680_000)

  static func earlier(unsolved: Bool, promise state: CommitmentState = .broken) -> EarlierContact {
    func known(_ value: String) -> FieldValue {
      FieldValue(value: value, reason: nil, by: "tom", at: yesterday)
    }
    return EarlierContact(
      ref: "C-0", at: yesterday, problem: "Lid missing",
      promise: Commitment(
        number: 1, what: "a lid by Friday", due: yesterday, by: "tom", at: yesterday,
        state: state),
      fields: [
        .problem: known("Lid missing"), .order: known("K-778"), .customer: known("Ms Hart"),
        .phone: known("555 0100"),
      ], unsolved: unsolved)
  }

  @Test func `the case starts at solve with what is known`() throws {
    let story = try Story(earlier: Self.earlier(unsolved: true))
    #expect(story.current.step == "solve")
    #expect(story.current.fields[.order]?.value == "K-778")
    #expect(story.current.customer.name == "Ms Hart")
    #expect(story.current.customer.phone == "555 0100")
    #expect(story.current.earlier?.promise?.what == "a lid by Friday")
    #expect(story.current.failedBefore)
    #expect(story.current.confirmations[.problem] == .implied)
  }

  @Test func `what they told before is not asked again, what changed is`() throws {
    var story = try Story(earlier: Self.earlier(unsolved: true))
    try story.hears("Still no lid.", heat: .angry)
    let offer = CaseCommand.offer(
      options: [.exchange(due: story.inHours(24)), .refund(89, due: story.inHours(24))],
      onlyOneBecause: nil)
    let refusal = try #require(story.refusal(of: offer))
    #expect(refusal.gate == "changed_asked")
    #expect(refusal.also.isEmpty)
    try story.writes("The lid we promised never came. Has anything changed?", [.question])
    try story.act(offer)
  }

  @Test func `a broken promise on file lets us own the fault`() throws {
    var broken = try Story(earlier: Self.earlier(unsolved: true))
    try broken.writes("We did not keep our word.", [.responsibility])
    let kept = try Story(earlier: Self.earlier(unsolved: true, promise: .kept))
    let refusal = kept.refusal(
      of: .send(Draft(text: "It is our fault.")),
      agent: .read([.responsibility], findings: [.held("early_admission")]))
    #expect(refusal?.gate == .tone)
    #expect(refusal?.needs == [.faultOurs])
  }

  @Test func `whoever was let down hears it named before anything else`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var story = try Story(rules, earlier: Self.earlier(unsolved: true))
    try story.hears("Still no lid.", heat: .angry)
    #expect(story.gate("promise_owned")?.missing == [.act([.ownsPromise])])
    let refusal = story.refusal(
      of: .send(Draft(text: "What can I do for you?")), agent: .read([.question]))
    #expect(refusal?.gate == "promise_owned")
    #expect(refusal?.override == .agent)
    try story.writes("We promised a lid by Friday and it never came.", [.ownsPromise])
    #expect(story.gate("promise_owned")?.met == true)
    try story.writes("I am sending one today.", [.promise])

    let kept = try Story(rules, earlier: Self.earlier(unsolved: true, promise: .kept))
    #expect(kept.gate("promise_owned")?.met == true)
  }

  @Test func `another matter starts at the beginning and knows only whom it is`() throws {
    let story = try Story(earlier: Self.earlier(unsolved: false))
    #expect(story.current.step == "vent")
    #expect(Set(story.current.fields.keys) == [.customer, .phone])
    #expect(story.current.confirmations.isEmpty)
    #expect(story.current.links.isEmpty)
  }

  @Test func `having been here before makes a case no duplicate`() throws {
    var story = try Story(earlier: Self.earlier(unsolved: true))
    try story.hears("Still no lid.")
    try story.writes("I see it.", [.acknowledgement])
    try story.act(.classify(Classification(severity: 1)))
    #expect(story.refusal(of: .close(.duplicate, words: ""))?.needs == [.link])
    try story.act(.link("C-0"))
    try story.act(.close(.duplicate, words: ""))
    #expect(story.refusal(of: .link("C-1"))?.gate == .premise)
  }
}

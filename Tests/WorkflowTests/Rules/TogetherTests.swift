import Testing
import Vocabulary
import Workflow

/// Questions to colleagues, joint sessions, and a word for many (S1-14, S2-39, S2-33).
struct TogetherTests {
  private static let ann = Colleague(id: "ann", role: .agent)
  private static let lin = Colleague(id: "lin", role: .senior)
  private static let sam = Colleague(id: "sam", role: .supervisor)

  private func story(_ together: Together = Together(turnedDown: 2, cameBack: 1)) throws -> Story {
    var rules = Rules.sixSteps
    rules.together = together
    return try Story(rules)
  }

  @Test func `a question has the usual clock, and ends with the answer of whom it was for`() throws
  {
    var story = try story(Together(answersWithin: .seconds(1_200)))
    try story.hears("It never came.")
    try story.act(.consult(asked: [.person("ann")], question: " Is it ours? "))
    let asked = try #require(story.current.openConsultations.first)
    #expect(asked.question == "Is it ours?")
    #expect(asked.due == story.now.adding(seconds: 1_200))
    #expect(!asked.isJoint)
    #expect(story.current.clocks(by: story.rules.clocks).contains { $0.name == .consult })
    #expect(
      story.refusal(of: .giveView(number: nil, words: "yes"), by: Self.lin)?.gate == .premise)
    try story.act(.giveView(number: nil, words: "Ours."), by: Self.ann)
    #expect(story.current.openConsultations.isEmpty)
    #expect(!story.current.clocks(by: story.rules.clocks).contains { $0.name == .consult })
    let note = try #require(story.current.messages.last)
    #expect(note.kind == .note)
    #expect(note.by == "ann")
    #expect(note.text == "Ours.")
    #expect(story.refusal(of: .giveView(number: nil, words: "again"), by: Self.ann) != nil)
  }

  @Test func `a role is answered for by whoever of it is first`() throws {
    var story = try story()
    try story.act(.consult(asked: [.role(.senior)], question: "May we?"))
    #expect(story.refusal(of: .giveView(number: nil, words: "no"), by: Self.ann) != nil)
    try story.act(.giveView(number: nil, words: "Yes."), by: Self.lin)
    #expect(story.current.openConsultations.isEmpty)
  }

  @Test func `only who works the case, owns it or decides above asks about it`() throws {
    let story = try story()
    let question = CaseCommand.consult(asked: [.person("lin")], question: "What now?")
    #expect(story.refusal(of: question, by: Self.ann)?.gate == .holder)
    #expect(story.refusal(of: question) == nil)
    #expect(story.refusal(of: question, by: Self.sam) == nil)
  }

  @Test func `nobody asks themselves, or whom the complaint is about`() throws {
    var story = try story()
    #expect(
      story.refusal(of: .consult(asked: [.person("mei")], question: "Well?"))?.gate == .complete)
    try story.act(.complainedAbout("ann", on: true))
    #expect(
      story.refusal(of: .consult(asked: [.person("ann")], question: "Well?"))?.needs
        == [.uninvolved])
    try story.act(.consult(asked: [.person("lin")], question: "Well?"))
    try story.act(.complainedAbout("lin", on: true))
    #expect(
      story.refusal(of: .giveView(number: nil, words: "Fine."), by: Self.lin)?.needs
        == [.uninvolved])
  }

  @Test func `several are asked only with a time for the customer, which runs until they heard`()
    throws
  {
    var story = try story()
    try story.hears("No, and no again.")
    let both: [Asked] = [.person("ann"), .person("lin")]
    #expect(
      story.refusal(of: .consult(asked: both, question: "What now?"))?.needs == [.customerTime])
    let told = story.inHours(3)
    try story.act(.consult(asked: both, question: "What now?", tells: told))
    #expect(story.refusal(of: .consult(asked: both, question: "Again?", tells: told)) != nil)
    func tells() -> Bool {
      story.current.clocks(by: story.rules.clocks).contains {
        $0.name == .escalation && $0.at == told
      }
    }
    #expect(tells())
    try story.act(.giveView(number: nil, words: "Repair it."), by: Self.ann)
    try story.act(.giveView(number: nil, words: "Pay."), by: Self.lin)
    // It ends with what it came to, not with the last view.
    #expect(story.current.openConsultations.count == 1)
    #expect(
      story.refusal(of: .endConsult(number: nil, outcome: nil, words: "done", route: ""))?.needs
        == [.sessionOutcome])
    #expect(
      story.refusal(
        of: .endConsult(number: nil, outcome: .refusal, words: "out of guarantee", route: " "))?
        .needs == [.outsideRoute])
    #expect(
      story.refusal(of: .endConsult(number: nil, outcome: .plan, words: "", route: ""))?.needs
        == [.plan])
    try story.act(.endConsult(number: nil, outcome: .plan, words: "Repair, and pay.", route: ""))
    #expect(story.current.openConsultations.isEmpty)
    #expect(story.current.untoldSession?.end?.words == "Repair, and pay.")
    #expect(tells())
    story.wait(60)
    try story.writes("We repair it and pay the fare.", [.promise])
    #expect(story.current.untoldSession == nil)
    #expect(!tells())
  }

  @Test func `a session is called for once plans were turned down, until there was one`() throws {
    var story = try story(Together(turnedDown: 2))
    func offerInVain() throws {
      try story.act(
        .offer(options: [.exchange(), .refund(10)], onlyOneBecause: nil), override: .digit(1))
      story.wait(30)
      try story.hears("No.", [.rejection])
      if story.current.plan?.answer == nil {
        try story.act(.answer(accepted: false, option: nil, words: "No.", plan: nil))
      }
      story.wait(30)
    }
    let rules = story.rules.together
    try story.hears("It broke.")
    try offerInVain()
    #expect(story.current.callsForSession(by: rules) == nil)
    try offerInVain()
    #expect(story.current.callsForSession(by: rules) != nil)
    #expect(story.current.callsForSession(by: Together()) == nil)
    try story.act(
      .consult(asked: [.person("lin")], question: "What now?", tells: story.inHours(2)))
    #expect(story.current.callsForSession(by: rules) == nil)
    try story.act(
      .endConsult(number: nil, outcome: .refusal, words: "No more.", route: "the ombudsman"))
    #expect(story.current.callsForSession(by: rules) == nil)
    try offerInVain()
    #expect(story.current.callsForSession(by: rules) == nil)
    try offerInVain()
    #expect(story.current.callsForSession(by: rules) != nil)
  }

  @Test func `what is known is said by whoever decides, with when more is`() throws {
    var story = try story()
    func word(_ words: String, _ next: Instant?) -> CaseCommand {
      .announce("outage", words: words, language: .en, next: next)
    }
    #expect(story.refusal(of: word("A cable was cut.", story.inHours(1)))?.gate == .role)
    #expect(story.refusal(of: word("A cable was cut.", nil), by: Self.sam)?.needs == [.date])
    try story.act(word("", nil), by: Self.sam)
    #expect(story.current.announcements.last?.words == "")
    try story.act(word("A cable was cut.", story.inHours(1)), by: Self.sam)
    #expect(story.current.announcements.last?.by == "sam")
    try story.act(.close(.withdrawn, words: ""), by: .mei, override: .words("asked for"))
    #expect(story.refusal(of: word("It is mended.", story.inHours(1)), by: Self.sam) == nil)
  }

  @Test func `a case is about the matters it tells of, its content and its product`() throws {
    let rules = Together(
      matters: [
        .init(id: "outage", names: [:], topics: ["down", "cut"]),
        .init(id: "incident", names: [:], contents: [.incident]),
      ], countsProducts: true)
    var story = try story(rules)
    #expect(rules.matters(of: story.current, telling: ["late"]).isEmpty)
    #expect(rules.matters(of: story.current, telling: ["cut"]) == ["outage"])
    try story.fills([.product: "  Kettle-K2, "])
    try story.act(.classify(Classification(content: .incident)))
    #expect(
      rules.matters(of: story.current, telling: ["cut", "down"])
        == ["outage", "incident", "product:kettle k2"])
    #expect(rules.name(of: "product:kettle k2", in: .zhHans) == "kettle k2")
    #expect(MatterID(product: " – ") == nil)
  }
}

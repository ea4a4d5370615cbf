import Testing
import Vocabulary
import Workflow

/// Matters that go up, rung by rung.
struct LadderTests {
  private static let ladder = Ladder([
    .init(id: "shift", names: [.en: "our shift lead", .zhHans: "值班主管"], within: 3600),
    .init(id: "team", names: [.en: "our complaints team"], within: 7200),
    .init(id: "head", names: [.en: "our head of care"], within: 86_400),
  ])

  private func rules() -> Rules {
    var rules = Rules.sixSteps
    rules.clocks.ladder = Self.ladder
    return rules
  }

  private func handedUp(to: String = "") throws -> Story {
    var story = try Story(rules())
    try story.hears("It is late.")
    try story.act(.escalate(to: to, due: story.inHours(30)))
    return story
  }

  @Test func `whoever names nobody hands it to the next rung`() throws {
    var story = try handedUp()
    #expect(story.current.escalation?.to == "our shift lead")
    #expect(
      story.current.rungClock(by: story.rules.clocks)
        == CaseClock(
          name: .rung, at: story.inHours(1), warnAt: story.now.adding(seconds: 2700)))
    try story.act(.escalate(to: " ", due: story.inHours(30)))
    #expect(story.current.escalation?.to == "our complaints team")
    #expect(story.refusal(of: .escalate(to: "head", due: story.now))?.needs == [.later])
  }

  @Test func `a rung is known by its id and its names, a person by neither`() {
    #expect(Self.ladder.rung(called: "值班主管")?.id == "shift")
    #expect(Self.ladder.rung(called: "Our Complaints Team")?.id == "team")
    #expect(Self.ladder.rung(called: "head")?.id == "head")
    #expect(Self.ladder.rung(called: "Ana") == nil)
    #expect(Self.ladder.next(after: nil)?.id == "shift")
    #expect(Self.ladder.next(after: "Ana")?.id == "shift")
    #expect(Self.ladder.next(after: "shift")?.id == "team")
    #expect(Self.ladder.next(after: "head") == nil)
    #expect(Ladder().next(after: nil) == nil)
  }

  @Test func `a rung that does not answer in its time passes it on, once, up to the highest`()
    throws
  {
    var story = try handedUp()
    let told = story.current.escalation?.due
    try story.act(.wake, by: .desk)
    #expect(story.current.escalation?.to == "our shift lead", "its time has not passed")
    story.wait(3600)
    #expect(try story.act(.wake, by: .desk) == [.raised(to: "our complaints team")])
    #expect(try story.act(.wake, by: .desk).isEmpty, "it goes up once")
    #expect(story.current.raisesAt(by: story.rules.clocks) == story.inHours(2))
    #expect(story.current.escalation?.due == told, "the customer was told nothing else")
    story.wait(7200)
    try story.act(.wake, by: .desk)
    #expect(story.current.escalation?.to == "our head of care")
    #expect(story.current.raisesAt(by: story.rules.clocks) == nil)
    story.wait(90_000)
    try story.act(.wake, by: .desk)
    #expect(story.current.escalation?.to == "our head of care")
    #expect(Case(replaying: story.log) == story.current)
  }

  @Test func `an answer from above, and a close, stop the ladder`() throws {
    var story = try handedUp()
    try story.act(.takeOver(reason: "mine"), by: .ana)
    #expect(story.current.rungClock(by: story.rules.clocks) == nil)
    story.wait(90_000)
    try story.act(.wake, by: .desk)
    #expect(story.current.escalation?.to == "our shift lead")
  }

  @Test func `a person who is on no rung has the time the customer was told, and no other`() throws
  {
    let story = try handedUp(to: "Ana")
    #expect(story.current.rungClock(by: story.rules.clocks) == nil)
    #expect(story.current.clocks(by: story.rules.clocks).contains { $0.name == .escalation })
  }

  @Test func `only the desk itself passes a matter on`() throws {
    var story = try handedUp()
    story.wait(7200)
    try story.act(.wake)
    #expect(story.current.escalation?.to == "our shift lead")
  }
}

import Testing
import Vocabulary
import Workflow

/// What cannot wait: failures in service, incidents, losses by the hour, and the answer of the day.
@Suite struct PressingTests {
  private static let pressing = Pressing(
    inService: 50, incident: 25, incidentSeverity: 3,
    loss: RunningLoss(each: ["GBP": 10_000], ahead: 60, most: 600))

  /// The six steps, with what presses, and half a day for a plan on chat.
  private static var rules: Rules {
    var rules = Rules.sixSteps
    rules.clocks.pressing = pressing
    rules.clocks.resolve = [.chat: [.calm: 8_000]]
    rules.clocks.sameDay = [.chat: 40_000]
    return rules
  }

  private func due(_ name: ClockName, _ story: Story) -> Instant? {
    story.current.clocks(by: story.rules.clocks).first { $0.name == name }?.at
  }

  @Test func `what fails in service has half the time for the answer and the solution`() throws {
    var story = try Story(Self.rules)
    try story.hears("The till is down.")
    let heard = story.now
    #expect(due(.respond, story) == heard.adding(seconds: 300))
    try story.act(.classify(Classification(inService: true)))
    #expect(story.current.isInService)
    #expect(due(.respond, story) == heard.adding(seconds: 150))
    #expect(due(.resolve, story) == heard.adding(seconds: 4_000))
    #expect(due(.sameDay, story) == heard.adding(seconds: 20_000))
    try story.act(.classify(Classification(inService: false)))
    #expect(due(.respond, story) == heard.adding(seconds: 300))
  }

  @Test func `a sudden incident is due sooner and serious, unless somebody judged it`() throws {
    var story = try Story(Self.rules)
    try story.hears("A pipe burst.")
    try story.act(.classify(Classification(content: .incident)))
    #expect(story.current.classification.severity == 3)
    #expect(due(.respond, story) == story.now.adding(seconds: 75))
    try story.act(.classify(Classification(severity: 2)))
    #expect(story.current.classification.severity == 2)
    var graver = try Story(Self.rules)
    try graver.act(.classify(Classification(severity: 4)))
    try graver.act(.classify(Classification(content: .incident)))
    #expect(graver.current.classification.severity == 4)
    var judged = try Story(Self.rules)
    try judged.act(.classify(Classification(content: .incident, severity: 1)))
    #expect(judged.current.classification.severity == 1)
  }

  @Test func `the audit takes what was sorted with a playbook that raised nothing`() throws {
    var old = try Story()
    try old.act(.classify(Classification(content: .incident)))
    var new = try Story(Self.rules)
    try new.act(.classify(Classification(content: .incident)))
    for story in [old, new] {
      for rules in [Rules.sixSteps, Self.rules] {
        let found = AuditTests.findings(in: story.log, by: rules, now: story.now)
        #expect(found.filter { !$0.isNote }.isEmpty)
      }
    }
  }

  @Test func `the customer hears the same day what happens, then no clock asks`() throws {
    var story = try Story(Self.rules)
    try story.hears("It is late.")
    #expect(due(.sameDay, story) == story.now.adding(seconds: 40_000))
    try story.act(.promise(what: "a call", due: story.inHours(2)))
    #expect(due(.sameDay, story) == nil)
    var up = try Story(Self.rules)
    try up.hears("It is late.")
    try up.act(.escalate(to: "Ana", due: up.inHours(4)))
    #expect(due(.sameDay, up) == nil)
  }

  @Test func `the same day ends with its work, or with the next day's where that is over`() {
    let nine: Int64 = 9 * 3600
    let five: Int64 = 17 * 3600
    let hours = [WorkingCalendar.Hours(opens: nine, closes: five)]
    let calendar = WorkingCalendar(week: [[], hours, hours, hours, hours, hours, []])
    // 1970-01-01 was a Thursday.
    func at(_ day: Int64, _ second: Int64) -> Instant {
      Instant(seconds: day * 86_400 + second)
    }
    #expect(ClockLength.sameDay.end(from: at(0, nine - 60), in: calendar) == at(0, five))
    #expect(ClockLength.sameDay.end(from: at(0, five - 60), in: calendar) == at(0, five))
    #expect(ClockLength.sameDay.end(from: at(0, five), in: calendar) == at(1, five))
    #expect(ClockLength.sameDay.end(from: at(1, five + 60), in: calendar) == at(4, five))
    #expect(ClockLength.sameDay.end(from: at(0, 5), in: .roundTheClock) == at(1, 5))
  }

  @Test func `a part of a length is never nothing and never more`() {
    #expect(ClockLength.seconds(90).shortened(to: 50) == 45)
    #expect(ClockLength.workingHours(8).shortened(to: 50) == .workingHours(4))
    #expect(ClockLength.workingHours(1).shortened(to: 50) == .workingHours(1))
    #expect(ClockLength.workingDays(5).shortened(to: 50) == .workingDays(3))
    #expect(ClockLength.workingDays(5).shortened(to: 300) == .workingDays(5))
    #expect(ClockLength.seconds(90).shortened(to: -3) == 0)
  }

  @Test func `a loss by the hour puts a case forward while it is ours, up to the most`() throws {
    var story = try Story(Self.rules)
    try story.hears("The oven is down.")
    #expect(story.current.ahead(by: story.rules.clocks) == 0)
    try story.fills([.lossPerHour: "GBP 250"])
    #expect(story.current.ahead(by: story.rules.clocks) == 150)
    try story.fills([.lossPerHour: "GBP 900000000"])
    #expect(story.current.ahead(by: story.rules.clocks) == 600)
    try story.fills([.lossPerHour: "CNY 250"])
    #expect(story.current.ahead(by: story.rules.clocks) == 0)
    try story.fills([.lossPerHour: "GBP 250"])
    try story.writes("The fitter comes at noon.", [.progress])
    #expect(story.current.ahead(by: story.rules.clocks) == 0, "it is their turn")
  }

  @Test func `a customer chases who writes when the answer or a promise is overdue`() throws {
    var story = try Story()
    func chases() -> Int { story.current.chases(by: story.rules.clocks) }
    try story.hears("Where is it?")
    story.wait(120)
    try story.hears("Order QW-1.")
    #expect(chases() == 0, "an answer is not due yet")
    story.wait(300)
    try story.hears("Hello?")
    #expect(chases() == 1)
    story.wait(60)
    try story.hears("Anybody?")
    #expect(chases() == 1, "they have just asked")
    try story.act(.promise(what: "a call", due: story.inHours(1)))
    try story.writes("I call within the hour.", [.promise])
    story.wait(1_800)
    try story.hears("Thanks.", [.thanks])
    #expect(chases() == 1)
    story.wait(3_600)
    try story.hears("Nobody called.")
    #expect(chases() == 2)
  }

  @Test func `a concern that turns out to be justified is kept as that`() throws {
    var story = try Story()
    try story.act(.classify(Classification(class: .upheld, kind: .harm)))
    #expect(!story.current.wasConcern)
    #expect(story.current.upheldAfterConcernAt == nil)
    try story.act(.classify(Classification(class: .concern, kind: .venting)))
    story.wait(60)
    try story.act(.classify(Classification(class: .upheld)))
    #expect(story.current.wasConcern)
    #expect(story.current.upheldAfterConcernAt == story.now)
    #expect(!story.current.classification.namesGround, "venting is no ground")
  }

  @Test func `upheld wants its ground, and a breach the authority's number`() throws {
    var rules = Rules.sixSteps
    rules.house = [.advice("ground_named", .close, .groundNamed)]
    var story = try Story(rules)
    func needs() -> [Need]? { story.refusal(of: .close(.withdrawn, words: ""))?.needs }
    #expect(needs() == nil)
    try story.act(.classify(Classification(class: .upheld)))
    #expect(needs() == [.upheldGround])
    try story.act(.classify(Classification(kind: .breach)))
    #expect(needs() == [.field(.authorityReference)])
    try story.act(.set(.authorityReference, value: nil, reason: "not told"))
    #expect(needs() == [.field(.authorityReference)], "unknown is not found")
    try story.fills([.authorityReference: "TS-2026-114"])
    #expect(needs() == nil)
    try story.act(.classify(Classification(kind: .harm)))
    #expect(needs() == nil)
  }

  @Test func `a demand without a ground wants a plan of how it is explained`() throws {
    var rules = Rules.sixSteps
    rules.house = [.advice("demand_explained", .close, .demandExplained)]
    var story = try Story(rules)
    func needs() -> [Need]? { story.refusal(of: .close(.withdrawn, words: ""))?.needs }
    try story.act(.classify(Classification(demand: .founded)))
    #expect(needs() == nil)
    try story.act(.classify(Classification(demand: .unfounded)))
    #expect(needs() == [.field(.explanationPlan)])
    try story.fills([.explanationPlan: "show the meter readings"])
    #expect(needs() == nil)
  }

  @Test func `what we said may say what it rests on, once a source and ours alone`() throws {
    var story = try Story()
    try story.hears("What does it cost?", [.question])
    #expect(story.refusal(of: .cite("preset:law", message: nil))?.gate == .premise)
    try story.writes("It costs nothing.", [.explanation])
    try story.act(.cite("preset:law", message: nil))
    try story.act(.cite("KB-114", message: 2))
    #expect(try story.act(.cite("KB-114", message: 2)).isEmpty)
    #expect(story.current.message(2)?.sources == ["preset:law", "KB-114"])
    #expect(story.refusal(of: .cite("KB-114", message: 1))?.gate == .premise)
    #expect(story.refusal(of: .cite("  ", message: 2))?.gate == .complete)
    #expect(story.refusal(of: .cite("KB-115", message: 2), by: .ana)?.gate == .holder)
    let found = AuditTests.findings(in: story.log, by: story.rules, now: story.now)
    #expect(found.isEmpty)
    let forged = RecordedEvent(
      version: story.log.count + 1, at: story.now, actor: "mei", command: "forged",
      event: .cited(message: 1, source: "KB-9"))
    #expect(
      AuditTests.findings(in: story.log + [forged], by: story.rules, now: story.now).count == 1)
  }
}

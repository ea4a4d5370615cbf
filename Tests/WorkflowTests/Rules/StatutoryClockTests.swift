import Testing
import Vocabulary
import Workflow

/// Limits of law, first contact, and when a clock warns.
struct StatutoryClockTests {
  private static let law = ClockPreset(
    id: "law",
    limits: [
      .init(name: .writtenAcknowledgement, within: 7200),
      .init(name: .summaryResolution, within: 36_000, lapses: true),
      .init(name: .finalResponse, within: 864_000),
    ])

  private func rules(pausing: Bool = false, onChat: Bool = false) -> Rules {
    var rules = Rules.sixSteps
    rules.clocks.presets = [Self.law]
    rules.clocks.presets[0].pauses = pausing
    if onChat { rules.clocks.statutory = [.chat: "law"] }
    return rules
  }

  private func names(_ story: Story) -> [ClockName] {
    story.current.clocks(by: story.rules.clocks).map(\.name).filter(\.isStatutory)
  }

  private func due(_ name: ClockName, _ story: Story) -> Instant? {
    story.current.clocks(by: story.rules.clocks).first { $0.name == name }?.at
  }

  @Test func `a case has the limits of its channel, or those it is classified with`() throws {
    var story = try Story(rules())
    try story.hears("It is late.")
    #expect(names(story).isEmpty)
    try story.act(.classify(Classification(preset: "law")))
    #expect(names(story) == [.writtenAcknowledgement, .summaryResolution, .finalResponse])
    try story.act(.classify(Classification(preset: ClockPresetID.none)))
    #expect(names(story).isEmpty)

    var usual = try Story(rules(onChat: true))
    try usual.hears("It is late.")
    #expect(names(usual).count == 3)
    try usual.act(.classify(Classification(preset: ClockPresetID.none)))
    #expect(names(usual).isEmpty)
  }

  @Test func `limits that are not in the playbook are refused`() throws {
    let story = try Story(rules())
    let refusal = story.refusal(of: .classify(Classification(preset: "lore")))
    #expect(refusal?.needs == [.existing("clock preset")])
  }

  @Test func `they run from the complaint and are met by what they ask for`() throws {
    var story = try Story(rules(onChat: true))
    let heard = story.now
    try story.hears("It is late.")
    story.wait(600)
    #expect(due(.finalResponse, story) == heard.adding(seconds: 864_000))
    try story.writes("I have your complaint.", [.acknowledgement])
    #expect(names(story) == [.summaryResolution, .finalResponse])
    // The chance of a quick settlement has passed; the next thing that happens takes it off.
    story.wait(40_000)
    #expect(names(story) == [.summaryResolution, .finalResponse])
    try story.hears("And?")
    #expect(names(story) == [.finalResponse])
  }

  @Test func `a final response is due until something is agreed`() throws {
    var story = try Story.atSolve()
    story.rules = rules(onChat: true)
    #expect(names(story).contains(.finalResponse))
    story = try Story.atFollowUp()
    story.rules = rules(onChat: true)
    #expect(!names(story).contains(.finalResponse))
  }

  @Test func `the time the customer took is added where the limit pauses`() throws {
    var story = try Story(rules(pausing: true, onChat: true))
    let heard = story.now
    try story.hears("It is late.")
    try story.writes("Which order is it?", [.question])
    let asked = story.now
    #expect(story.current.pausedSince(by: story.rules.clocks) == asked)
    #expect(names(story).isEmpty, "nothing of it runs")
    story.wait(50_000)
    try story.hears("QW-48213.")
    #expect(story.current.pausedSince(by: story.rules.clocks) == nil)
    #expect(due(.finalResponse, story) == heard.adding(seconds: 864_000 + 50_000))
    try story.writes("And the day?", [.question])
    story.wait(1_800)
    try story.hears("Monday.")
    #expect(
      due(.finalResponse, story) == heard.adding(seconds: 864_000 + 50_000),
      "within a conversation nothing stops")
    #expect(Case(replaying: story.log) == story.current, "all of it is in the events")
  }

  @Test func `the law's time runs on where it does not pause`() throws {
    var story = try Story(rules(onChat: true))
    let heard = story.now
    try story.hears("It is late.")
    try story.writes("Which order is it?", [.question])
    #expect(story.current.pausedSince(by: story.rules.clocks) == nil)
    story.wait(50_000)
    try story.hears("QW-48213.")
    #expect(due(.finalResponse, story) == heard.adding(seconds: 864_000))
  }

  @Test func `working days are stretched by the working time the customer took`() throws {
    // 2026-11-23 is a Monday; the office is open from 0 to 8 of the clock, UTC.
    let shift = [WorkingCalendar.Hours(opens: 0, closes: 8 * 3600)]
    var rules = rules(onChat: true)
    rules.clocks.presets = [
      ClockPreset(
        id: "law",
        calendar: WorkingCalendar(week: [[], shift, shift, shift, shift, shift, []]),
        limits: [.init(name: .finalResponse, within: .workingDays(3))], pauses: true)
    ]
    let monday = try #require(Instant("2026-11-23T01:00:00Z"))
    var story = try Story(rules, at: monday)
    try story.hears("It is late.")
    #expect(due(.finalResponse, story) == Instant("2026-11-26T08:00:00Z"))
    story.wait(3600)
    try story.writes("Which order is it?", [.question])
    story.wait(2 * 86_400)
    try story.hears("QW-48213.")
    // Two working days later: Friday, and over the weekend Monday.
    #expect(due(.finalResponse, story) == Instant("2026-11-30T08:00:00Z"))
  }

  // MARK: - First contact

  @Test func `the first word, the answer and the solution each have a clock`() throws {
    var rules = Rules.sixSteps
    rules.clocks.acknowledge = [.chat: [.calm: 60]]
    rules.clocks.resolve = [.chat: [.calm: 7200]]
    var story = try Story(rules)
    let heard = story.now
    try story.hears("Where is it?", [.question])
    #expect(
      story.current.clocks(by: rules.clocks) == [
        CaseClock(
          name: .acknowledge, at: heard.adding(seconds: 60), warnAt: heard.adding(seconds: 45)),
        CaseClock(
          name: .respond, at: heard.adding(seconds: 300), warnAt: heard.adding(seconds: 225)),
        CaseClock(
          name: .resolve, at: heard.adding(seconds: 7200), warnAt: heard.adding(seconds: 5400)),
      ])
    try story.writes("I am reading this.", [.acknowledgement])
    #expect(story.current.clocks(by: rules.clocks).map(\.name) == [.respond, .resolve])
    try story.writes("It comes on Thursday.", [.progress])
    #expect(story.current.clocks(by: rules.clocks).map(\.name) == [.resolve, .nudge])
  }

  @Test func `only the solution may take longer, to the day that was promised`() throws {
    var rules = Rules.sixSteps
    rules.clocks.resolve = [.chat: [.calm: 7200]]
    var story = try Story(rules)
    try story.hears("Where is it?", [.question])
    let answer = due(.respond, story)
    try story.act(.promise(what: "a call", due: story.inHours(30)))
    #expect(due(.resolve, story) == story.inHours(30))
    #expect(due(.respond, story) == answer)
  }

  @Test func `a solution that is late puts the case first until we have spoken`() throws {
    var rules = Rules.sixSteps
    rules.clocks.resolve = [.chat: [.calm: 7200]]
    var story = try Story(rules)
    try story.hears("Where is it?", [.question])
    try story.writes("It is on its way.", [.progress])
    #expect(story.current.nextClock(by: rules.clocks)?.name == .resolve)
    story.wait(7201)
    try story.act(.wake)
    #expect(story.current.state == .open)
    #expect(story.current.nextClock(by: rules.clocks)?.standing(at: story.now) == .broken)
    try story.writes("It is late, and comes on Thursday.", [.progress])
    #expect(story.current.nextClock(by: rules.clocks)?.name == .nudge)
    #expect(story.current.clocks(by: rules.clocks).first?.name == .resolve, "it is still seen")
    let version = story.current.version
    try story.act(.wake)
    #expect(story.current.version == version, "it does not wake the case again")
  }

  @Test func `a clock warns before it breaks, and a reminder never breaks`() {
    let now = Instant(seconds: 1_000)
    let clock = CaseClock(
      name: .respond, at: now.adding(seconds: 40), warnAt: now.adding(seconds: 30))
    #expect(clock.standing(at: now) == .running)
    #expect(clock.standing(at: now.adding(seconds: 30)) == .warned)
    #expect(clock.standing(at: now.adding(seconds: 40)) == .broken)
    let nudge = CaseClock(name: .nudge, at: now)
    #expect(nudge.standing(at: now.adding(seconds: -1)) == .running)
    #expect(nudge.standing(at: now.adding(seconds: 9)) == .warned)
  }
}

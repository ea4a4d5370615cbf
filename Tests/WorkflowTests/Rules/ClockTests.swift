import Testing
import Vocabulary
import Workflow

/// What falls due, and in which order.
struct ClockTests {
  @Test func `an answer is due, then a report while a promise is open`() throws {
    var story = try Story()
    try story.hears("It is late.")
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.respond])
    try story.act(.promise(what: "a call", due: story.inHours(48)))
    try story.writes("I call on Thursday.", [.promise])
    #expect(
      story.current.clocks(by: story.rules.clocks) == [
        CaseClock(name: .progress, at: story.inHours(24), warnAt: story.inHours(18)),
        CaseClock(name: .promise, at: story.inHours(48), warnAt: story.inHours(36)),
      ])
  }

  @Test func `no nudge is due while a look back is arranged, again after it`() throws {
    var story = try Story()
    try story.hears("It is late.")
    try story.writes("It comes on Thursday.", [.progress])
    try story.act(.arrangeFollowUp(due: story.inHours(5), channel: nil))
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.followUp])
    try story.act(.followUpDone(outcome: .unreachable))
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.nudge])
  }

  @Test func `a word that only soothes starts the wait anew and answers nothing`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    let asked = story.now
    #expect(story.current.waitingSince == asked)
    story.wait(60)
    try story.writes("I am reading this.", [.acknowledgement])
    #expect(story.current.waitingSince == story.now)
    #expect(story.current.unanswered == [1])
    story.wait(30)
    try story.hears("And?", [.question])
    #expect(story.current.waitingSince == asked.adding(seconds: 60))
    try story.writes("It comes on Thursday.", [.progress])
    #expect(story.current.waitingSince == nil)
  }

  @Test func `a bare yes leaves the next word to us, until something agreed is under way`() throws {
    var story = try Story.atSolve()
    try story.writes(
      "Order QW-48213 came broken and you'd like it replaced; is that right?", [.paraphrase])
    #expect(story.current.state == .waiting)
    story.wait(60)
    let said = story.now
    try story.hears("Yes, that's right.", [.acceptance])
    #expect(story.current.unanswered.isEmpty)
    #expect(story.current.state == .open)
    #expect(story.current.waitingSince == said)
    try story.writes("I'm ordering it now.", [.progress])
    #expect(story.current.state == .waiting)
    try story.act(.promise(what: "the new one", due: story.inHours(2)))
    try story.hears("Thanks!", [.thanks])
    #expect(story.current.state == .waiting)
    #expect(story.current.waitingSince == nil)
  }

  @Test func `what fell due while we waited for the customer is ours again`() throws {
    var story = try Story.atSolve()
    try story.writes("I'll ring the depot.", [.promise])
    try story.act(.promise(what: "the depot's answer", due: story.inHours(2)))
    try story.hears("Thanks!", [.thanks])
    try story.act(.wake)
    #expect(story.current.state == .waiting, "nothing is due yet")
    story.wait(2 * 3600 + 1)
    try story.act(.wake)
    #expect(story.current.state == .open)
  }

  @Test func `where the playbook is silent a day is the measure`() {
    let clocks = ClockRules()
    #expect(clocks.respond(on: .mail, at: .angry) == 86_400)
    #expect(clocks.nudge(on: .public) == 86_400)
  }

  @Test func `a closed case waits only for what was promised and its look back`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    try story.act(.close(.accepted, words: ""))
    #expect(story.current.clocks(by: story.rules.clocks).map(\.name) == [.promise, .followUp])
  }

  @Test func `a closed case comes up when something falls due, until that is done`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    try story.act(.close(.accepted, words: ""))
    let promise = try #require(story.current.clocks(by: story.rules.clocks).first)
    try story.act(.wake)
    #expect(story.current.dueSince == nil, "nothing is due yet")
    story.wait(promise.at.seconds(since: story.now) + 1)
    try story.act(.wake)
    #expect(story.current.state == .closed)
    #expect(story.current.dueSince == story.now)
    let version = story.current.version
    try story.act(.wake)
    #expect(story.current.version == version, "it comes up once")
    let number = try #require(story.current.commitments.first).number
    try story.act(.settlePromise(number: number, kept: true))
    #expect(story.current.dueSince == story.now, "the look back is due as well")
    try story.act(.followUpDone(outcome: .fixed))
    #expect(story.current.dueSince == nil)
    #expect(story.current.state == .closed)
  }
}

import Testing
import Vocabulary
import Workflow

/// What comes after the answer: tasks of departments, looks back, surveys, notes (S1-20, S1-40,
/// S2-42, S2-43).
@Suite struct AfterCaseTests {
  @Test func `a survey of five questions comes to one score, and may leave some out`() throws {
    var story = try Story.atFollowUp()
    try story.act(.survey(score: nil, words: "", ratings: [.channel: 1, .effect: 5]))
    #expect(story.current.survey?.score == 5)
    #expect(story.current.survey?.ratings == [.channel: 1, .effect: 5])
    try story.act(.survey(score: nil, words: "", ratings: [.channel: 2, .time: 3]))
    #expect(story.current.survey?.score == 3)
    try story.act(.survey(score: 2, words: "meh", ratings: [.effect: 5]))
    #expect(story.current.survey?.score == 2)
    let wrong: [CaseCommand] = [
      .survey(score: nil, words: ""), .survey(score: 4, words: "", ratings: [.skill: 6]),
      .survey(score: nil, words: "", ratings: [.time: 0]),
      .survey(score: nil, words: "", ratings: [.time: .max, .skill: .max]),
    ]
    for command in wrong {
      #expect(story.refusal(of: command)?.needs == [.existing("score from 1 to 5")])
    }
  }

  @Test func `whoever works here may propose an improvement, also of a closed case, once`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    try story.act(.close(.accepted, words: ""))
    try story.act(.improve(cause: "", proposal: " pack the lid with it "), by: .tom)
    #expect(try story.act(.improve(cause: "", proposal: "pack the lid with it")).isEmpty)
    #expect(story.current.improvements.map(\.proposal) == ["pack the lid with it"])
    #expect(story.current.improvements.map(\.by) == ["tom"])
    #expect(story.current.state == .closed)
    let empty = CaseCommand.improve(cause: "x", proposal: " ")
    #expect(story.refusal(of: empty)?.needs == [.text])
    let note = Attempt(command: .improve(cause: "", proposal: "less"), by: .ray)
    #expect(story.refusal(of: note)?.gate == .role)
  }

  @Test func `a department's task runs as a clock, after the close too, until it is done`() throws {
    var story = try Story.atFollowUp()
    let due = story.inHours(5)
    let task = CaseCommand.task(
      department: "Dispatch", what: "send the lid", due: due, promise: nil)
    #expect(story.refusal(of: Attempt(command: task, by: .tom))?.gate == .holder)
    try story.act(task)
    let clocks = story.current.clocks(by: story.rules.clocks)
    #expect(clocks.contains { $0.name == .task && $0.at == due })
    try story.readyToClose()
    try story.act(.close(.accepted, words: ""))
    story.wait(5 * 3600 + 1)
    try story.act(.wake)
    #expect(story.current.dueSince == story.now)
    // Whoever carried it out says so.
    try story.act(.taskDone(number: nil), by: .tom)
    #expect(story.current.dueSince == nil)
    #expect(story.current.tasks.first?.doneAt == story.now)
    #expect(!story.current.clocks(by: story.rules.clocks).contains { $0.name == .task })
    #expect(story.refusal(of: .taskDone(number: 1))?.needs == [.existing("open task")])
  }

  @Test func `a promise may rest on a task only while it is open`() throws {
    var story = try Story.atFollowUp()
    let number = try #require(story.current.commitments.first { $0.state == .open }).number
    func task(_ promise: Int) -> CaseCommand {
      .task(department: "Dispatch", what: "send it", due: story.inHours(1), promise: promise)
    }
    #expect(story.refusal(of: task(99))?.needs == [.existing("open promise")])
    try story.act(task(number))
    #expect(story.current.tasks.map(\.promise) == [number])
    try story.act(.settlePromise(number: number, kept: true))
    #expect(story.refusal(of: task(number))?.needs == [.existing("open promise")])
    #expect(
      story.refusal(of: .task(department: " ", what: "x", due: story.inHours(1), promise: nil))?
        .needs == [.text])
    #expect(
      story.refusal(of: .task(department: "A", what: "x", due: story.now, promise: nil))?
        .needs == [.later])
  }

  @Test func `a look back is proposed by what it was about, unless a day was promised`() throws {
    var story = try Story(customer: Customer(name: "Ms Reed", company: "Reed Ltd"))
    story.rules.followUps = FollowUpSchedule(rules: [
      .init(severities: [3, 4], after: 3600, channel: .phone),
      .init(contents: [.product], customers: [.private], after: 7200),
      .init(customers: [.business], channel: .mail),
    ])
    func proposed() -> (Int64, Channel) {
      let found = story.current.proposedFollowUp(by: story.rules, now: story.now)
      return (found.due.seconds(since: story.now), found.channel)
    }
    #expect(proposed() == (story.rules.clocks.followUp.roughSeconds, .mail))
    try story.act(.classify(Classification(content: .product, severity: 3)))
    #expect(proposed() == (3600, .phone))
    try story.act(.promise(what: "a call", due: story.inHours(30)))
    #expect(proposed() == (30 * 3600, .phone))
    try story.act(.arrangeFollowUp(due: nil, channel: nil))
    #expect(story.current.followUps.last?.due == story.inHours(30))
    #expect(story.current.followUps.last?.channel == .phone)
    try story.act(.arrangeFollowUp(due: story.inHours(2), channel: .chat))
    #expect(story.current.followUps.last?.channel == .chat)

    var alone = try Story()
    alone.rules.followUps = story.rules.followUps
    try alone.act(.classify(Classification(content: .product)))
    let found = alone.current.proposedFollowUp(by: alone.rules, now: alone.now)
    #expect(found.due == alone.inHours(2))
    #expect(found.channel == .chat)
  }
}

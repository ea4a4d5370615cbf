import Testing
import Vocabulary
import Workflow

/// Domain E11: each reason rests on something, and few need a second pair of eyes.
struct CloseReasonTests {
  /// A case with a reply out, severity set, a look back arranged, and nothing else.
  static func bare(severity: Int = 1) throws -> Story {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("I have it in hand.", [.progress])
    try story.act(.arrangeFollowUp(due: nil, channel: nil))
    try story.act(.classify(Classification(severity: severity)))
    return story
  }

  @Test(arguments: [
    (
      CloseReason.satisfied,
      [Need.oneOf([.satisfaction, .followUpSettled, .acceptance])]
    ),
    (.accepted, [.plan]), (.granted, [.grant]),
    (.answered, [.oneOf([.acceptance, .plan, .nudges(1)])]), (.duplicate, [.link]),
    (.noReply, [.nudges(2)]), (.unreachable, [.nudges(2)]),
  ])
  func `a reason that nothing bears out is refused with what would`(
    reason: CloseReason, needs: [Need]
  ) throws {
    let refusal = try #require(try Self.bare().refusal(of: .close(reason, words: "")))
    #expect(refusal.gate == "closing_answer")
    #expect(refusal.occasion == .close)
    #expect(refusal.override == .supervisor)
    #expect(refusal.needs == needs)
  }

  @Test(arguments: [CloseReason.withdrawn, .misdirected])
  func `some reasons stand for themselves`(reason: CloseReason) throws {
    var story = try Self.bare()
    try story.act(.close(reason, words: "  as they said  "))
    #expect(story.current.closed?.reason == reason)
    #expect(story.current.closed?.words == "as they said")
    #expect(story.current.closed?.by == "mei")
  }

  @Test(arguments: [CloseReason.declined, .referred])
  func `a no and a referral need a second pair of eyes`(reason: CloseReason) throws {
    var story = try Self.bare()
    try story.fills([.finding: "The lid was in the box."])
    let refusal = try #require(story.refusal(of: .close(reason, words: "")))
    #expect(refusal.gate == "sign_off")
    #expect(refusal.needs == [.signOff])
    try story.act(.requestApproval(.close(reason)))
    try story.act(.approve(request: nil, reason: "agreed"), by: .ana)
    try story.act(.close(reason, words: ""))
    #expect(story.current.closed?.signedOffBy == "ana")
  }

  @Test func `a no needs findings`() throws {
    var story = try Self.bare()
    let refusal = try #require(story.refusal(of: .close(.declined, words: "")))
    #expect(refusal.gate == "sign_off")
    #expect(refusal.also == ["finding_before_no"])
    try story.act(.set(.finding, value: nil, reason: "nobody was there"))
    try story.act(.requestApproval(.close(.declined)))
    try story.act(.approve(request: nil, reason: ""), by: .ana)
    #expect(story.refusal(of: .close(.declined, words: ""))?.needs == [.field(.finding)])
  }

  @Test func `a supervisor alone on the desk signs off their own, and the record says so`() throws {
    var story = try Self.bare(severity: 4)
    try story.act(.takeOver(reason: "grave"), by: .ana)
    try story.act(.close(.withdrawn, words: ""), by: .ana)
    #expect(story.current.closed?.signedOffBy == "ana")
  }

  @Test func `where none was needed, nobody signed off`() throws {
    var story = try Self.bare()
    try story.act(.takeOver(reason: "covering"), by: .ana)
    try story.act(.close(.withdrawn, words: ""), by: .ana)
    #expect(story.current.closed?.signedOffBy == nil)
  }

  @Test func `the desk itself signs nothing off`() throws {
    let story = try Self.bare(severity: 4)
    #expect(story.refusal(of: .close(.withdrawn, words: ""), by: .desk)?.gate == "sign_off")
    #expect(story.refusal(of: .approve(request: nil, reason: ""), by: .desk)?.gate == .role)
    #expect(
      story.refusal(
        of: .close(.withdrawn, words: ""), by: .desk, override: .words("it is time"))?.gate
        == "sign_off")
  }

  @Test func `a sign-off that was overruled signs nothing, nor does one from before a return`()
    throws
  {
    var story = try Self.bare()
    for verdict in [true, false] {
      try story.act(.requestApproval(.close(.referred)))
      try story.act(
        verdict
          ? .approve(request: nil, reason: "") : .deny(request: nil, reason: "not theirs"),
        by: .ana)
    }
    #expect(story.refusal(of: .close(.referred, words: ""))?.gate == "sign_off")
    try story.act(.requestApproval(.close(.referred)))
    try story.act(.approve(request: nil, reason: ""), by: .ana)
    try story.act(.close(.referred, words: ""))
    try story.act(.reopen(reason: "the ministry sent it back"))
    #expect(story.refusal(of: .close(.referred, words: ""))?.gate == "sign_off")
  }

  @Test func `accepted rests on the customer's answer to the plan at hand`() throws {
    var story = try Story.atFollowUp()
    try story.readyToClose()
    try story.act(.close(.accepted, words: "The new kettle"))
    #expect(story.current.closed?.reason == .accepted)
  }

  @Test func `a follow-up is arranged or done, or the agent says why not`() throws {
    var story = try Story.atFollowUp()
    try story.act(.classify(Classification(severity: 1)))
    let refusal = try #require(story.refusal(of: .close(.accepted, words: "")))
    #expect(refusal.gate == "follow_up_first")
    #expect(refusal.strength == .advice)
    #expect(refusal.needs == [.followUp])
    try story.act(.close(.accepted, words: ""), override: .digit(3))
    #expect(story.current.overrides.map(\.reason) == ["not_needed"])
  }

  @Test func `satisfaction may be told, found out, or implied`() throws {
    for path in 0...2 {
      var story = try Self.bare()
      switch path {
      case 0: try story.act(.survey(score: 4, words: "Good enough"))
      case 1: try story.act(.followUpDone(outcome: .fixed))
      default: try story.hears("Lovely, thank you.", [.thanks])
      }
      try story.act(.close(.satisfied, words: ""))
      #expect(story.current.state == .closed)
    }
  }

  @Test(arguments: [
    [CustomerMove.thanks, .rejection], [.acceptance, .correction], [.thanks, .threat],
    [.acceptance, .asksForSuperior],
  ])
  func `thanks with a thorn accept nothing`(moves: [CustomerMove]) throws {
    var story = try Self.bare()
    try story.hears("Thanks, but no.", Set(moves))
    try story.writes("I see. Let me look again.", [.progress])
    #expect(story.refusal(of: .close(.satisfied, words: ""))?.gate == "closing_answer")
  }

  @Test func `what the customer said before a failure closes nothing after it`() throws {
    var story = try Self.bare()
    try story.hears("Lovely, thank you.", [.thanks])
    try story.act(.survey(score: 5, words: "Great"))
    try story.act(.followUpDone(outcome: .fixed))
    try story.act(.followUpDone(outcome: .notFixed))
    #expect(story.current.state == .open)
    #expect(
      story.refusal(of: .close(.satisfied, words: ""))?.needs
        == [.oneOf([.satisfaction, .followUpSettled, .acceptance])])
  }

  @Test func `an overdue promise is advised against leaving behind`() throws {
    var story = try Self.bare()
    try story.act(.promise(what: "a call", due: story.inHours(1)))
    try story.act(.survey(score: 5, words: ""))
    #expect(story.refusal(of: .close(.satisfied, words: "")) == nil)
    story.wait(3601)
    let refusal = try #require(story.refusal(of: .close(.satisfied, words: "")))
    #expect(refusal.gate == "promises_kept")
    #expect(refusal.needs == [.promise(number: 1)])
    try story.act(.settlePromise(number: nil, kept: true))
    try story.act(.close(.satisfied, words: ""))
  }

  @Test func `a closed case takes notes and no steps`() throws {
    var story = try Self.bare()
    try story.act(.tag("talker", on: true))
    try story.act(.close(.withdrawn, words: ""))
    #expect(story.current.tags.isEmpty)
    #expect(story.refusal(of: .advance(to: nil))?.needs == [.state([.open, .waiting, .snoozed])])
    #expect(story.refusal(of: .send(Draft(text: "Hello?")))?.gate == .state)
    try story.act(.note(text: "Sent the lid anyway."), by: .tom)
    try story.act(.survey(score: 5, words: "Fine"), by: .tom)
  }

  @Test func `reopening puts nobody further on than they were`() throws {
    var story = try Self.bare()
    try story.act(.close(.misdirected, words: ""))
    try story.act(.reopen(reason: "it is ours after all"))
    #expect(story.current.step == "vent")
    #expect(story.current.state == .open)
    var further = try Story.atFollowUp()
    try further.readyToClose()
    try further.act(.close(.accepted, words: ""))
    try further.act(.reopen(reason: "it came dented"))
    #expect(further.current.step == "solve")
    #expect(further.refusal(of: .reopen(reason: "again"))?.needs == [.state([.closed])])
  }

  @Test(arguments: [(1, false), (2, false), (3, true), (5, true)])
  func `nobody is closed as satisfied who said they are not`(score: Int, closes: Bool) throws {
    var story = try Self.bare()
    try story.act(.survey(score: score, words: "As it is"))
    #expect((story.refusal(of: .close(.satisfied, words: "")) == nil) == closes)
  }

  @Test(arguments: [0, 6, .min, .max])
  func `satisfaction is a number from one to five`(score: Int) throws {
    let refusal = try Self.bare().refusal(of: .survey(score: score, words: ""))
    #expect(refusal?.gate == .complete)
  }
}

import Testing
import Vocabulary
import Workflow

/// Domain E5: the customer who leaves.
struct SilenceTests {
  static let day: Int64 = 86_400

  /// An offer is out and the customer is silent.
  static func leftAlone() throws -> Story {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.act(.classify(Classification(severity: 2)))
    try story.writes("I can send a lid or a new kettle; which do you want?", [.offer, .question])
    return story
  }

  @Test func `after our words it is the customer's turn, and a nudge falls due`() throws {
    let story = try Self.leftAlone()
    #expect(story.current.state == .waiting)
    let clocks = story.current.clocks(by: story.rules.clocks)
    #expect(clocks == [CaseClock(name: .nudge, at: story.inHours(24))])
  }

  @Test func `a word before the silence is long enough is no nudge`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day - 1)
    try story.writes("Still there?", [.question])
    #expect(story.current.nudges(by: story.rules.clocks) == 0)
    story.wait(Self.day)
    try story.writes("Still there?", [.question])
    #expect(story.current.nudges(by: story.rules.clocks) == 1)
    #expect(story.current.messages.last?.isNudge == true)
  }

  @Test func `two dated nudges close without a reply and without a sign-off`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    #expect(story.refusal(of: .close(.noReply, words: ""))?.needs == [.nudges(1)])
    story.wait(Self.day)
    try story.writes("I'll close this for now; just write and it goes on.", [.closing])
    try story.act(.close(.noReply, words: ""))
    #expect(story.current.closed?.reason == .noReply)
    #expect(story.current.closed?.signedOffBy == nil)
  }

  @Test func `a grave case needs a sign-off even when the customer leaves`() throws {
    var story = try Self.leftAlone()
    try story.act(.classify(Classification(severity: 3)))
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    story.wait(Self.day)
    try story.writes("I'll close this for now.", [.closing])
    let refusal = try #require(story.refusal(of: .close(.noReply, words: "")))
    #expect(refusal.gate == "sign_off")
    #expect(refusal.needs == [.oneOf([.severity(atMost: 2), .signOff])])
  }

  @Test func `never while the last message is unanswered`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    story.wait(Self.day)
    try story.writes("I'll close this for now.", [.closing])
    try story.hears("I was away. What does the lid cost?", [.question])
    let refusal = try #require(story.refusal(of: .close(.noReply, words: "")))
    #expect(refusal.gate == "unanswered")
    #expect(refusal.strength == .policy)
    #expect(refusal.needs == [.reply(to: [5])])
    #expect(refusal.also.contains("closing_answer"))
  }

  @Test func `a word of the customer starts the count anew`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    try story.hears("Thank you, I will look.", [.thanks])
    #expect(story.current.nudges(by: story.rules.clocks) == 0)
    // The silence counts from the customer's own word.
    story.wait(60)
    try story.writes("Take your time.", [.acknowledgement])
    #expect(story.current.messages.last?.isNudge == false)
  }

  @Test func `a nudge taken back is none`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    try story.act(.retract(message: 3))
    #expect(story.current.nudges(by: story.rules.clocks) == 0)
    try story.writes("Shall I send the lid?", [.question])
    #expect(story.current.nudges(by: story.rules.clocks) == 1)
    #expect(story.refusal(of: .close(.noReply, words: ""))?.needs == [.nudges(1)])
  }

  @Test func `two calls within a minute are one try`() throws {
    var story = try Self.leftAlone()
    try story.act(.followUpDone(outcome: .unreachable))
    story.wait(60)
    try story.act(.followUpDone(outcome: .unreachable))
    #expect(story.refusal(of: .close(.unreachable, words: ""))?.needs == [.nudges(1)])
    story.wait(Self.day)
    try story.act(.followUpDone(outcome: .unreachable))
    try story.act(.close(.unreachable, words: ""))
    #expect(story.current.state == .closed)
  }

  @Test func `a nudge while the case is put aside counts as well`() throws {
    var story = try Self.leftAlone()
    try story.act(.snooze(until: story.inHours(72)))
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    #expect(story.current.nudges(by: story.rules.clocks) == 1)
  }

  @Test func `they come back, and the case is open where it stood`() throws {
    var story = try Self.leftAlone()
    try story.act(.advance(to: nil), override: .digit(1))
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    story.wait(Self.day)
    try story.writes("I'll close this for now.", [.closing])
    try story.act(.close(.noReply, words: ""))
    let events = try story.hears("Sorry, I was ill. The lid, please.")
    #expect(events.contains(.reopened(reason: "customer_returned")))
    #expect(story.current.state == .open)
    #expect(story.current.step == "apologise")
    #expect(story.current.handler == "mei")
    #expect(story.current.unanswered == [5])
  }

  @Test func `thanks after the close keep it closed, unless they are meant otherwise`() throws {
    var story = try Self.leftAlone()
    story.wait(Self.day)
    try story.writes("Shall I send the lid?", [.question])
    story.wait(Self.day)
    try story.writes("I'll close this for now.", [.closing])
    try story.act(.close(.noReply, words: ""))
    try story.hears("Thanks anyway.", [.thanks])
    #expect(story.current.state == .closed)
    try story.hears("Thanks for nothing.", [.thanks], heat: .angry)
    #expect(story.current.state == .open)
  }
}

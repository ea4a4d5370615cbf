import Testing
import Vocabulary
import Workflow

/// Domain E9: danger comes before order and wording; authority, identity, public and closing
/// stand.
struct DangerTests {
  static func burning(on channel: Channel = .chat) throws -> Story {
    var story = try Story(on: channel)
    try story.hears("The kettle is burning in my kitchen!", [.danger], heat: .explosive)
    try story.act(.danger(.fire), by: .tom)
    return story
  }

  @Test func `order gives way and the record says why`() throws {
    var story = try Self.burning()
    #expect(story.gate("problem_stated")?.how == .suspended)
    let events = try story.act(.advance(to: nil))
    #expect(
      events.contains(
        .overridden(
          gate: "problem_stated", strength: .advice, reason: "danger", role: .agent)))
    let due = story.inHours(1)
    try story.act(.offer(options: [.exchange(due: due)], onlyOneBecause: nil))
  }

  @Test func `wording gives way`() throws {
    var story = try Self.burning()
    try story.act(
      .send(Draft(text: "Calm down and leave the house now.")),
      agent: .read([.safety], findings: [.held("calm_down")]))
    #expect(story.current.messages.count == 2)
  }

  @Test func `an open variable never passes`() throws {
    let story = try Self.burning()
    let refusal = story.refusal(
      of: .send(Draft(text: "Call {number}")), agent: .read([.safety], unresolved: ["number"]))
    #expect(refusal?.gate == .variable)
    #expect(refusal?.needs == [.variable("number")])
  }

  @Test func `authority stands`() throws {
    let story = try Self.burning()
    let offer = CaseCommand.offer(
      options: [.refund(900, due: story.inHours(1))], onlyOneBecause: nil)
    #expect(story.refusal(of: offer)?.gate == "authority")
  }

  @Test func `identity stands`() throws {
    let story = try Self.burning()
    #expect(
      story.refusal(
        of: .send(Draft(text: "Your address is 5 Mill Lane.")),
        agent: .read([], giving: [.accountData]))?.gate == "identity")
  }

  @Test func `public stands`() throws {
    let story = try Self.burning(on: .public)
    #expect(
      story.refusal(
        of: .send(Draft(text: "Our kettle did that.")), agent: .read([], giving: [.liability]))?
        .gate == "public")
  }

  @Test func `closing stands, its advice among it`() throws {
    var story = try Self.burning()
    try story.act(.classify(Classification(severity: 1)))
    #expect(story.refusal(of: .close(.satisfied, words: ""))?.gate == "unanswered")
    try story.writes("Are you out of the house?", [.safety, .question])
    try story.hears("Yes, all fine, thank you.", [.thanks])
    let refusal = try #require(story.refusal(of: .close(.satisfied, words: "")))
    #expect(refusal.gate == "follow_up_first")
    #expect(story.gate("follow_up_first", before: .close, closing: .satisfied)?.how == nil)
  }

  @Test func `it is over when somebody says so`() throws {
    var story = try Self.burning()
    try story.act(.dangerOver)
    #expect(story.current.danger == nil)
    #expect(story.refusal(of: .advance(to: nil)) != nil)
  }
}

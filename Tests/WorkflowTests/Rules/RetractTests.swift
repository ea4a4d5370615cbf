import Testing
import Vocabulary
import Workflow

/// Undo-send: for a few seconds, one's own words, before the customer answered.
struct RetractTests {
  @Test func `words can be taken back for ten seconds`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.writes("It is our fault.", [.progress])
    story.wait(10)
    #expect(story.refusal(of: .retract(message: 2)) == nil)
    story.wait(1)
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)
  }

  @Test func `what was taken back answers nothing and does nothing`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    let due = story.inHours(3)
    try story.writes(
      "Sorry! It comes at six.", [.regret, .progress],
      promising: [DraftPromise(what: "the parcel by six", due: due)])
    #expect(story.current.commitments.count == 1)
    #expect(story.current.acts == [.regret, .progress, .promise])
    try story.act(.retract(message: 2))
    #expect(story.current.messages[1].retracted)
    #expect(story.current.acts.isEmpty)
    #expect(story.current.commitments.isEmpty)
    #expect(story.current.unanswered == [1])
    #expect(story.current.openQuestions == [1])
    #expect(story.current.state == .open)
    #expect(story.current.lastWordAt == nil)
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)
  }

  @Test func `only the words of that message go`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    let due = story.inHours(3)
    try story.writes(
      "It comes at six.", [.progress], promising: [DraftPromise(what: "by six", due: due)])
    try story.writes(
      "And a call.", [.promise], promising: [DraftPromise(what: "a call", due: due)])
    try story.act(.retract(message: 3))
    #expect(story.current.commitments.map(\.what) == ["by six"])
    #expect(story.current.unanswered.isEmpty)
    try story.act(.promise(what: "a letter", due: due))
    #expect(story.current.commitments.map(\.number) == [1, 2])
  }

  @Test func `a say-back taken back asks no more`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Lost, is that right?", [.paraphrase])
    try story.writes("Lost since Monday, is that right?", [.paraphrase])
    try story.act(.retract(message: 3))
    #expect(story.current.confirmations[.problem] == .asked(message: 2))
    try story.act(.retract(message: 2))
    #expect(story.current.confirmations[.problem] == nil)
  }

  @Test func `not after the customer answered, not others' words, not speech, not notes`() throws {
    var story = try Story()
    try story.hears("Where is it?", [.question])
    try story.writes("On its way.", [.progress])
    try story.act(.note(text: "Checked."))
    #expect(story.refusal(of: .retract(message: 3))?.gate == .state)
    #expect(story.refusal(of: .retract(message: 1))?.gate == .state)
    for number in [0, 9, .min, .max] {
      #expect(story.refusal(of: .retract(message: number))?.gate == .state)
    }
    try story.act(.takeOver(reason: "mine"), by: .ana)
    #expect(story.refusal(of: .retract(message: 2), by: .ana)?.needs == [.heldBy("mei")])
    try story.act(.release, by: .ana)
    try story.act(.claim)
    try story.hears("Good.", [.acceptance])
    #expect(story.refusal(of: .retract(message: 2))?.gate == .state)

    var call = try Story(on: .phone)
    try call.tells("On its way.", [.progress])
    #expect(call.refusal(of: .retract(message: 1))?.gate == .state)
  }
}

import Testing
import Vocabulary
import Workflow

/// Domain E1 and E2: a message may meet several gates, and going on confirms.
struct OneMessageTests {
  @Test func `one message apologises, shows understanding and says the problem back`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.", heat: .uneasy)
    try story.fills([.problem: "Lid missing", .demand: "A lid"])
    try story.act(.advance(to: nil))
    let before = try #require(story.refusal(of: .advance(to: nil)))
    #expect(before.gate == "apology")
    #expect(before.also == ["understood", "problem_confirmed"])

    try story.writes(
      "I'm sorry, a kettle without its lid is no use. It came without one, is that right?",
      [.regret, .empathy, .paraphrase])
    try story.hears("And I need it tomorrow.")

    #expect(story.gate("apology")?.how == .observed)
    #expect(story.gate("understood")?.how == .observed)
    #expect(story.gate("problem_confirmed")?.how == .implied)
    try story.act(.advance(to: nil))
    #expect(story.current.step == "collect")
  }

  @Test func `a paraphrase nobody has answered yet confirms nothing`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("It came without its lid, right?", [.paraphrase])
    #expect(story.current.confirmations[.problem] == .asked(message: 2))
    let refusal = try #require(story.refusal(of: .confirm(.problem)))
    #expect(refusal.gate == .premise)
    #expect(refusal.needs == [.customerMessage])
  }

  @Test func `the next message confirms by going on, a word makes it explicit`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("It came without its lid, right?", [.paraphrase])
    let events = try story.hears("When will you send one?", [.question])
    #expect(events.contains(.confirmed(.problem, implied: true)))
    #expect(story.current.confirmations[.problem] == .implied)
    try story.act(.confirm(.problem))
    #expect(story.current.confirmations[.problem] == .explicit)
    #expect(try story.act(.confirm(.problem)).isEmpty)
  }

  @Test func `a correction disputes what was said back, and a new one starts over`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("The kettle never came, right?", [.paraphrase])
    try story.hears("No, it came, the lid is missing.", [.correction])
    #expect(story.current.confirmations[.problem] == .disputed)
    #expect(story.refusal(of: .confirm(.problem))?.needs == [.act([.paraphrase])])
    try story.writes("The kettle came, its lid did not.", [.paraphrase])
    try story.hears("That's it.", [.acceptance])
    #expect(story.current.confirmations[.problem] == .explicit)
  }

  @Test func `going on without a correction implies what a yes would say`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("The kettle came, its lid did not, right?", [.paraphrase])
    try story.hears("And the box was open.", [])
    #expect(story.current.confirmations[.problem] == .implied)
  }

  @Test func `a plain no to a say-back corrects it, but not when an offer is out`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("The kettle never came, right?", [.paraphrase])
    try story.hears("No.", [.rejection])
    #expect(story.current.confirmations[.problem] == .disputed)
    let due = story.inHours(24)
    try story.act(
      .offer(options: [.exchange(due: due), .refund(20, due: due)], onlyOneBecause: nil),
      override: .digit(1))
    try story.writes("It came without a lid; a new one, or 20 yuan?", [.paraphrase, .offer])
    try story.hears("No, neither.", [.rejection])
    #expect(story.current.confirmations[.problem] == .implied)
  }

  @Test func `a later correction opens the gate again`() throws {
    var story = try Story()
    try story.hears("My kettle came without a lid.")
    try story.writes("It came without its lid, right?", [.paraphrase])
    try story.hears("Please hurry.")
    #expect(story.current.confirmations[.problem]?.holds == true)
    try story.writes("I'm on it.", [.progress])
    try story.hears("I meant the big kettle, not the small one.", [.correction])
    #expect(story.current.confirmations[.problem] == .disputed)
  }

  @Test func `a correction takes the notes back before it takes the problem back`() throws {
    var story = try Story.atSolve()
    try story.hears("The order number is K-787, I mistyped.", [.correction])
    #expect(story.current.confirmations[.readBack] == .disputed)
    #expect(story.current.confirmations[.problem]?.holds == true)
  }

  @Test func `words from before the desk answer the customer but meet no gate`() throws {
    var story = try Story(turns: [
      OpeningTurn(
        from: .customer, text: "My kettle came without a lid.", at: nil,
        customerReading: .read([.question])),
      OpeningTurn(
        from: .agent, text: "Sorry! It came without a lid, right?", at: nil,
        agentReading: .read([.regret, .paraphrase, .question])),
    ])
    #expect(story.current.unanswered.isEmpty)
    #expect(story.current.acts.isEmpty)
    #expect(story.current.confirmations[.problem] == nil)
    // Reading old words anew makes them no words of ours.
    try story.act(.correct(message: 2, acts: [.paraphrase, .regret], heat: nil))
    #expect(story.current.acts.isEmpty)
    #expect(story.current.confirmations[.problem] == nil)
  }
}

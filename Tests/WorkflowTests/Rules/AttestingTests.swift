import Testing
import Vocabulary
import Workflow

/// Domain E3: ticking is for what cannot be read; readings can be set right.
struct AttestingTests {
  @Test func `on the phone an act is ticked and shows as attested`() throws {
    var story = try Story(on: .phone)
    try story.hears("Where is my parcel?", [.question])
    try story.act(.attest(.regret))
    try story.act(.attest(.empathy))
    try story.fills([.problem: "Parcel late", .demand: "The parcel"])
    try story.act(.advance(to: nil))
    #expect(story.gate("apology")?.how == .attested)
    #expect(story.current.attested == [.regret, .empathy])
  }

  @Test(arguments: [Channel.chat, .mail, .public])
  func `where the words can be read, ticking is refused`(channel: Channel) throws {
    var story = try Story(on: channel)
    try story.hears("Where is my parcel?", [.question])
    let refusal = try #require(story.refusal(of: .attest(.regret)))
    #expect(refusal.gate == .readable)
    #expect(refusal.needs == [.words(.regret)])
    #expect(story.refusal(of: .say(Draft(text: "Sorry")))?.needs == [.phoneCase])
  }

  @Test func `speech is never blocked`() throws {
    var story = try Story(on: .phone)
    try story.hears("Where is my parcel?", [.question])
    try story.act(
      .say(Draft(text: "It is our fault, {customer}, at 5 Mill Lane.")),
      agent: .read(
        [.responsibility], giving: [.personalData, .accountData, .liability],
        unresolved: ["customer"],
        findings: [.held("blame")]))
    #expect(story.current.messages.count == 2)
  }

  @Test func `what was said on the phone is observed, not attested`() throws {
    var story = try Story(on: .phone)
    try story.hears("Where is my parcel?")
    try story.act(.attest(.regret))
    try story.act(.say(Draft(text: "I'm so sorry.")), agent: .read([.regret]))
    try story.act(.advance(to: nil), override: .digit(1))
    #expect(story.gate("apology")?.how == .observed)
  }

  @Test func `on the phone a say-back can be ticked again after it was corrected`() throws {
    var story = try Story(on: .phone)
    try story.hears("My parcel is late.")
    try story.act(.attest(.paraphrase))
    try story.hears("No, it is lost.", [.correction])
    #expect(story.current.confirmations[.problem] == .disputed)
    try story.act(.attest(.paraphrase))
    try story.act(.confirm(.problem))
    #expect(story.current.confirmations[.problem] == .explicit)
  }

  @Test func `a corrected reading meets the gate and shows as corrected`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Oh no, how annoying that is.", [])
    try story.act(.correct(message: 2, acts: [.regret, .empathy], heat: nil))
    try story.act(.advance(to: nil), override: .digit(1))
    #expect(story.gate("apology")?.how == .corrected)
    #expect(story.current.messages[1].source == .corrected)
  }

  @Test func `what only the agent vouches for is drawn for a second look`() throws {
    for path in 0...3 {
      var story = try Story(on: path == 0 ? .phone : .chat)
      try story.hears("Where is my parcel?")
      try story.tells("On its way.", path == 1 ? [.paraphrase] : [.progress])
      if path == 0 { try story.act(.attest(.regret)) }
      if path == 1 { try story.hears("Thanks.", [.thanks]) }
      if path == 2 { try story.act(.correct(message: 2, acts: [.regret], heat: nil)) }
      try story.act(.close(.withdrawn, words: ""), override: .digit(1), sampled: true)
      #expect(story.current.closed?.review == (path < 3))
    }
  }

  @Test func `a reading corrected after the customer went on is confirmed by it`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Lost, then, since Monday.", [])
    try story.hears("Three days now.")
    try story.act(.correct(message: 2, acts: [.paraphrase], heat: nil))
    #expect(story.current.confirmations[.problem] == .implied)
  }

  @Test func `a reading corrected after the customer objected is disputed`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Late, then.", [])
    try story.hears("Lost, I said.", [.correction])
    try story.act(.correct(message: 2, acts: [.paraphrase], heat: nil))
    #expect(story.current.confirmations[.problem] == .disputed)
  }

  @Test func `a reading taken away takes away what rested on it`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("We will look into that.", [.paraphrase, .regret])
    try story.hears("Please do.")
    #expect(story.current.confirmations[.problem] == .implied)
    try story.act(.correct(message: 2, acts: [.promise], heat: nil))
    #expect(story.current.acts == [.promise])
    #expect(story.current.confirmations[.problem] == nil)
  }

  @Test func `heat set right moves the line, up to a flare and down again`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.writes("Let me look.", [.progress])
    try story.hears("Great service, really.", [.thanks])
    try story.act(.correct(message: 3, acts: nil, heat: .explosive))
    #expect(story.current.heat == .explosive)
    #expect(story.current.flared)
    try story.act(.correct(message: 3, acts: nil, heat: .calm))
    #expect(story.current.heat == .calm)
    #expect(!story.current.flared)
  }

  @Test func `a message that is not there, or a reading of nothing, cannot be corrected`() throws {
    var story = try Story()
    try story.hears("My parcel is lost.")
    try story.act(.note(text: "Looks lost indeed."))
    for number in [0, 2, 3, .min, .max] {
      #expect(
        story.refusal(of: .correct(message: number, acts: [.regret], heat: nil))?.gate == .state)
    }
    #expect(
      story.refusal(of: .correct(message: 1, acts: [.regret], heat: nil))?.gate == .complete)
  }
}

extension ToneFinding {
  /// A finding that holds the message.
  static func held(_ kind: String) -> ToneFinding {
    ToneFinding(
      kind: kind, strength: .hold, span: TextSpan(start: 0, end: 1), why: "It hurts.",
      rewrite: nil)
  }
}

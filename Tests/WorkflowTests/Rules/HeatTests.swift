import Testing
import Vocabulary
import Workflow

/// Domain E8 and the heat line: flaring up again, cooling without flicker.
struct HeatTests {
  @Test func `the line rises at once and cools a level a message`() throws {
    var story = try Story()
    var line: [HeatLevel] = []
    for heat in [HeatLevel.uneasy, .explosive, .calm, .calm, .angry, .uneasy, .calm] {
      try story.hears("…and so on.", heat: heat)
      line.append(story.current.heat)
      try story.writes("I'm reading every word.", [.acknowledgement])
    }
    #expect(line == [.uneasy, .explosive, .angry, .uneasy, .angry, .uneasy, .calm])
    #expect(story.current.heatAtStart == .uneasy)
  }

  @Test func `the line does not cool while nobody answers`() throws {
    var story = try Story()
    try story.hears("You people are a joke.", heat: .angry)
    try story.hears("Hello? Is anybody there?", [.question], heat: .calm)
    try story.hears("Hello?", heat: .calm)
    #expect(story.current.heat == .angry)
    try story.writes("I am here now, and I've read it all.", [.acknowledgement])
    try story.hears("At last.", heat: .calm)
    #expect(story.current.heat == .angry, "the question is still open")
    try story.writes("It left our depot at 9.", [.progress])
    try story.hears("I see.", heat: .calm)
    #expect(story.current.heat == .uneasy)
  }

  @Test func `the line does not cool while somebody may be in danger`() throws {
    var story = try Story()
    try story.hears("There is gas in the hall and nobody comes!", [.danger], heat: .angry)
    try story.writes("Is anybody with you?", [.safety])
    try story.hears("No. Just me.", heat: .calm)
    #expect(story.current.heat == .angry)
    try story.writes("I'm with you. Stay outside.", [.safety])
    try story.hears("ok thanks", [.thanks], heat: .calm)
    #expect(story.current.heat == .angry)
    try story.act(.dangerOver)
    try story.hears("The engineer is here.", heat: .calm)
    #expect(story.current.heat < .angry)
  }

  @Test(arguments: [CustomerMove.thanks, .acceptance])
  func `thanks and acceptance cool two levels at once`(move: CustomerMove) throws {
    var story = try Story()
    try story.hears("This is an outrage!", heat: .explosive)
    try story.hears("All right then.", [move], heat: .calm)
    #expect(story.current.heat == .uneasy)
    try story.hears("Fine by me.", [move], heat: .calm)
    #expect(story.current.heat == .calm)
  }

  @Test(arguments: [CustomerMove.question, .adds])
  func `a yes that wants more cools like any message and is our turn`(move: CustomerMove) throws {
    var story = try Story()
    try story.hears("This is an outrage!", heat: .explosive)
    try story.writes("You were promised Tuesday, and nobody came.", [.paraphrase])
    try story.hears("Yes, that's right. Stop calling me.", [.acceptance, move], heat: .calm)
    #expect(story.current.heat == .angry)
    #expect(!story.current.unanswered.isEmpty)
  }

  @Test func `flaring up again asks to be heard and keeps the plan`() throws {
    var story = try Story.atFollowUp()
    #expect(story.current.heat < .angry)
    let plan = story.current.plan
    let events = try story.hears("Now the new one is dented, are you joking?", heat: .explosive)
    #expect(events.contains(.flared(from: .calm, to: .explosive)))
    #expect(story.current.flared)
    #expect(story.current.plan == plan)
    #expect(story.current.answer?.accepted == true)
    #expect(story.current.step == "follow_up")
    #expect(story.gate("heard_again")?.missing == [.hearAgain])
    #expect(story.refusal(of: .advance(to: "solve"))?.gate == "heard_again")
    // The right to solve stays: an offer asks for nothing new.
    let due = story.inHours(24)
    #expect(
      story.refusal(
        of: .offer(options: [.exchange(due: due), .refund(89, due: due)], onlyOneBecause: nil))
        == nil)
    try story.writes("Dented on top of it all: I see why you are cross.", [.empathy])
    #expect(!story.current.flared)
    try story.act(.advance(to: "solve"))
  }

  @Test func `words that hear no one do not answer a flare, and words taken back neither`() throws {
    var story = try Story.atFollowUp()
    try story.hears("Are you joking?", heat: .explosive)
    try story.writes("The parcel number is 7.", [.explanation])
    #expect(story.current.flared)
    try story.writes("I see why you are cross.", [.empathy])
    #expect(!story.current.flared)
    try story.act(.retract(message: story.current.messages.count))
    #expect(story.current.flared)
  }

  @Test func `the first message is no flare, and neither is one that only stays hot`() throws {
    var story = try Story()
    try story.hears("This is an outrage!", heat: .angry)
    #expect(!story.current.flared)
    try story.hears("Do you hear me?", heat: .angry)
    #expect(!story.current.flared)
    try story.hears("I'll go to the papers!", [.threat], heat: .explosive)
    #expect(story.current.flared)
  }

  @Test func `the hotter, the sooner the answer is due`() throws {
    var story = try Story()
    try story.hears("Where is it?")
    let cool = story.current.clocks(by: story.rules.clocks).first
    #expect(cool?.name == .respond)
    #expect(cool?.at == story.now.adding(seconds: 300))
    try story.hears("WHERE IS IT", heat: .angry)
    let hot = story.current.clocks(by: story.rules.clocks).first
    #expect(hot?.name == .respond)
    #expect(hot?.at == story.now.adding(seconds: 60))
  }
}

import Testing
import Vocabulary
import Workflow

/// Domain E7: one answer in public, the rest in private.
struct PublicPostTests {
  static func post() throws -> Story {
    var story = try Story(on: .public)
    try story.hears("@shop my kettle came without a lid, typical!", heat: .angry)
    return story
  }

  @Test(arguments: Disclosure.allCases)
  func `the public answer holds no data, remedy or fault`(away: Disclosure) throws {
    let story = try Self.post()
    let refusal = try #require(
      story.refusal(
        of: .send(Draft(text: "We'll see to it.")), agent: .read([.promise], giving: [away])))
    #expect(refusal.strength == .policy)
    #expect(refusal.needs == (away == .accountData ? [.identityOrWithout] : [.without(away)]))
    #expect(([refusal.gate] + refusal.also).last == (away == .accountData ? "identity" : "public"))
  }

  @Test func `known or not, nobody's data stands in public`() throws {
    var story = try Self.post()
    try story.act(.identify(how: "number on file"))
    let refusal = story.refusal(
      of: .send(Draft(text: "Ms Hart, order K-778…")), agent: .read([], giving: [.personalData]))
    #expect(refusal?.gate == "public")
  }

  @Test func `what comes after the first answer is private`() throws {
    var story = try Self.post()
    #expect(story.current.speaksInPublic)
    try story.writes("I'm Mei and I take this on; you hear from me by 6 pm.", [.promise])
    #expect(story.current.messages[0].isPublic)
    #expect(story.current.messages[1].isPublic)
    #expect(!story.current.speaksInPublic)
    try story.writes("A new kettle is on its way.", [.offer], giving: [.remedy])
    #expect(!story.current.messages[2].isPublic)
  }

  @Test func `a grant is not said in public`() throws {
    var story = try Self.post()
    try story.fills([.order: "K-778", .problem: "Lid missing"])
    try story.act(.classify(Classification(severity: 1)))
    let words = Draft(text: "You get a new one by Friday.")
    let grant = CaseCommand.grant(.exchange(due: story.inHours(48)), draft: words)
    let refusal = try #require(story.refusal(of: grant))
    #expect(refusal.gate == "public")
    #expect(refusal.needs == [.without(.remedy)])
    try story.writes("I'm Mei and I take this on; you hear from me by 6 pm.", [.promise])
    try story.act(grant)
  }

  @Test func `who goes on in public is answered in public, unless the writer chooses`() throws {
    var story = try Self.post()
    try story.writes("I'm Mei and I take this on.", [.promise])
    try story.act(.receive(text: "Still waiting!", spoken: false, isPublic: true), by: .desk)
    #expect(story.current.messages[2].isPublic)
    #expect(story.current.speaksInPublic)
    try story.act(.send(Draft(text: "I've sent you a message.", isPublic: false)))
    #expect(!story.current.messages[3].isPublic)
    try story.act(.receive(text: "My order is K-778.", spoken: false), by: .desk)
    #expect(!story.current.messages[4].isPublic)
    #expect(!story.current.speaksInPublic)
    try story.act(.send(Draft(text: "It is solved, everybody.", isPublic: true)))
    #expect(story.current.messages[5].isPublic)
    let refusal = story.refusal(
      of: .send(Draft(text: "K-778", isPublic: true)), agent: .read([], giving: [.personalData]))
    #expect(refusal.map { [$0.gate] + $0.also }?.contains("public") == true)
  }

  @Test func `an answer taken back leaves the first one still to give`() throws {
    var story = try Self.post()
    try story.writes("I'm Mei and I take this on.", [.promise])
    try story.act(.retract(message: 2))
    #expect(story.current.speaksInPublic)
  }
}

extension Need {
  /// What the identity gate asks for.
  static let identityOrWithout = Need.oneOf([.identity, .without(.accountData)])
}

import Language
import Playbook
import Testing
import Vocabulary
import Workflow

/// How customers go about things: read from what they wrote, and what it changes.
struct CustomerTypeTests {
  private func reader() throws -> Reader {
    Reader(lexicon: try #require(ShippedPlaybook.found).lexicon)
  }

  private func signs(_ messages: String...) throws -> [CustomerSign] {
    let types = try #require(ShippedPlaybook.found).customers
    return types.signs(in: HeardMessage.turns(of: messages, by: try reader()))
  }

  @Test func `every behaviour and every need is described, with a tip in each language`() throws {
    let types = try #require(ShippedPlaybook.found).customers
    #expect(
      Set(types.all.map(\.subject))
        == Set(
          BehaviourTag.allCases.map(CustomerType.Subject.behaviour)
            + CustomerNeed.allCases.map(CustomerType.Subject.need)))
    for type in types.all {
      #expect(Set(type.tip.keys) == Set(LanguageTag.allCases), "\(type.name)")
      #expect(!type.leads.isEmpty, "\(type.name)")
      #expect(!type.rules.isEmpty, "\(type.name)")
    }
  }

  @Test func `a proposal names the customer's own words, the newest first`() throws {
    let found = try signs("That's not true, it was sealed.", "Fine. Prove it then!")
    #expect(found.map(\.subject) == [.behaviour(.arguer)])
    #expect(found.first?.words == ["Prove it", "That's not true"])
  }

  @Test func `one hard word alone proposes no behaviour`() throws {
    #expect(try signs("That's not true, it was sealed.") == [])
    #expect(try signs("Where is my parcel? It was due on Monday.") == [])
  }

  @Test func `what happened counts beside the words`() throws {
    let long = String(repeating: "and then he drove off with the box ", count: 12)
    let found = try signs(
      "On Monday \(long)", "On Tuesday \(long)", "It's a long story, but \(long)")
    let talker = try #require(found.first { $0.subject == .behaviour(.talker) })
    #expect(talker.habits.contains(.longTurns))
  }

  @Test func `what was agreed to is proposed no more, nor is anything of a closed case`() throws {
    let types = try #require(ShippedPlaybook.found).customers
    var current = try #require(
      Case(
        opening: record(
          .opened(
            .init(
              ref: "C-1", procedure: "six_steps", step: "vent", channel: .chat, language: .en,
              customer: Customer())), 1)))
    current.apply(
      record(.received(.init(text: "I've been drinking.", kind: .text, heat: .calm, moves: [])), 2))
    #expect(types.signs(in: current, readings: [:]).map(\.subject) == [.behaviour(.notFitNow)])
    var seen = current
    seen.apply(record(.tagged("not_fit_now", on: true), 3))
    #expect(types.signs(in: seen, readings: [:]) == [])
    seen.apply(
      record(.closed(reason: .withdrawn, words: "", signedOffBy: nil, review: false), 4))
    #expect(seen.tags.isEmpty)
    #expect(types.signs(in: seen, readings: [:]) == [])
  }

  @Test func `what was seen moves pace, phrases and the first step`() throws {
    let playbook = try #require(ShippedPlaybook.found)
    let rules = try #require(playbook.rules(for: "six_steps"))
    let angry = CaseEvent.received(.init(text: "Now!", kind: .text, heat: .angry, moves: []))
    var current = try #require(
      Case(
        opening: record(
          .opened(
            .init(
              ref: "C-1", procedure: "six_steps", step: "vent", channel: .chat, language: .en,
              customer: Customer())), 1)))
    for version in 2...4 { current.apply(record(angry, version)) }
    func moment() -> PhraseMoment {
      PhraseMoment(
        current, in: rules.procedure, gates: [], customers: playbook.customers.all)
    }
    #expect(moment().pace == .usual)
    #expect(current.extraTurns(by: rules) == 0)
    current.apply(record(.tagged("quick_tempered", on: true), 5))
    #expect(moment().pace == .quick)
    #expect(moment().leads == [.listening, .offer])
    #expect(current.extraTurns(by: rules) == 1)
    current.apply(record(.tagged("quick_tempered", on: false), 6))
    current.apply(record(.tagged("talker", on: true), 7))
    #expect(current.extraTurns(by: rules) == -1)
    current.apply(record(.classified(Classification(need: .respect)), 8))
    #expect(moment().leads.isSuperset(of: [.regret, .sayBack]))
  }

  private func record(_ event: CaseEvent, _ version: Int) -> RecordedEvent {
    RecordedEvent(
      version: version, at: Instant(seconds: Int64(version) * 60), actor: "ana", command: "c",
      event: event)
  }

  // MARK: - Files

  private static let sound = """
    behaviour: arguer
    pace: slow
    leads: [bridge]
    words:
      en:
        - nonsense
      zh: [胡说]
    tip: {en: Stay out of it., zh-Hans: 别争。, zh-Hant: 不爭。}
    proposes:
      en: [What nonsense.]
      zh-Hans: [胡说。]
      zh-Hant: [胡說。]
    leaves:
      en: [Hello.]
      zh-Hans: [你好。]
      zh-Hant: [您好。]

    """

  private func problems(_ file: String) -> [String] {
    PlaybookCheck.run(SmallPlaybook.laying("customers/arguer.yaml", file).playbook)
      .map(\.description).filter { $0.hasPrefix("/ours/customers") }
  }

  @Test(arguments: [
    ("pace: slow", "pace: slow", []),
    (
      "- nonsense", "- \"(nonsense\"",
      [
        "line 6: customer type “arguer” has “(nonsense”: “(” is never closed; add “)”.",
        "line 10: customer type “arguer” is not proposed by “What nonsense.”; widen “words” or"
          + " lower “signs”.",
      ]
    ),
    (
      "[Hello.]", "[Utter nonsense.]",
      [
        "line 14: customer type “arguer” is proposed by “Utter nonsense.”; add what tells them"
          + " apart to “unless”."
      ]
    ),
    (
      "behaviour: arguer", "behaviour: talker",
      [
        "line 1: customer type “arguer” is “talker”, but its file is called arguer.yaml; make them"
          + " the same."
      ]
    ),
    (
      "leads: [bridge]", "leads: [brigde]",
      [
        "line 3: customer type “arguer” names the kind of phrase “brigde”, which does not exist;"
          + " did you mean “bridge”?"
      ]
    ),
    (
      "pace: slow", "hearing: 9",
      [
        "line 2: customer type “arguer” wants a whole number from -1 to 2 in “hearing”."
      ]
    ),
    (
      "zh-Hant: 不爭。", "zh-TW: 不爭。",
      [
        "line 8: customer type “arguer” has “tip” in “zh-TW”, which is no language of this house;"
          + " known are en, zh-Hans, zh-Hant.",
        "line 8: customer type “arguer” has no “tip” in zh-Hant; add it.",
      ]
    ),
  ])
  func `what is wrong with a file is named by line`(
    old: String, new: String, wanted: [String]
  ) {
    #expect(
      problems(Self.sound.replacing(old, with: new)).sorted()
        == wanted.map { "/ours/customers/arguer.yaml, " + $0 }.sorted())
  }

  @Test func `an organisation's file stands in for the one of the same name`() throws {
    let shipped = try #require(ShippedPlaybook.found)
    let own = Playbook(
      layers: [
        PlaybookLayer(
          root: "/ours", files: .memory(["/ours/customers/arguer.yaml": Self.sound]), isBase: false)
      ] + shipped.layers)
    #expect(own.customers.all.count == shipped.customers.all.count)
    let type = try #require(own.customers.all.first { $0.name == "arguer" })
    #expect(type.tip[.en] == "Stay out of it.")
    #expect(PlaybookCheck.run(own) == [])
  }
}

import Playbook
import Testing
import Vocabulary
import Workflow

/// Whether the shipped phrases leave an agent a choice wherever one is needed.
struct PhraseChoiceTests {
  /// A group of phrases with a way to tell them.
  struct Group: Sendable, CustomTestStringConvertible {
    var name: String
    var holds: @Sendable (Phrase) -> Bool

    var testDescription: String { name }

    /// The phrases whose id begins with one of these.
    static func ids(_ prefixes: String...) -> Group {
      Group(name: prefixes.joined(separator: ", ")) { phrase in
        prefixes.contains { phrase.id.rawValue.hasPrefix($0) }
      }
    }

    static func kind(_ kind: PhraseKind) -> Group {
      Group(name: kind.rawValue) { $0.kind == kind }
    }
  }

  private static let groups: [Group] =
    PhraseKind.allCases.map(Group.kind)
    + [Channel.chat, .phone, .mail].map { channel in
      Group(name: "greeting by \(channel.rawValue)") {
        $0.kind == .greeting && $0.channels.contains(channel)
      }
    }
    + [
      .ids("question.identity"), .ids("question.describe"), .ids("question.clarify"),
      .ids("question.choice"), .ids("question.result"), .ids("question.other_wishes"),
      .ids("offer.two"), .ids("offer.one"), .ids("grant.refund"),
      .ids("public_answer.first", "public_answer.to_private"),
      .ids("progress.no_news"), .ids("progress.moved", "progress.answer_in", "progress.done"),
      .ids("nudge.missing", "nudge.offer", "nudge.still", "nudge.first"), .ids("nudge.last"),
      Group(name: "no with an alternative and the outside route") {
        $0.kind == .no && $0.variables.contains("alternative")
          && $0.variables.contains("outside_route")
      },
    ]

  @Test(arguments: LanguageTag.allCases, groups)
  func `each group has three phrases or more`(language: LanguageTag, group: Group) throws {
    let playbook = try #require(ShippedPlaybook.found)
    let count = playbook.phrases(in: language).count(where: group.holds)
    #expect(count >= 3, "\(group.name): \(count)")
  }

  @Test(arguments: BehaviourTag.allCases)
  func `each kind of customer has two phrases of its own`(tag: BehaviourTag) throws {
    let playbook = try #require(ShippedPlaybook.found)
    #expect(playbook.phrases(in: .en).count { $0.customers == [tag.id] } >= 2)
  }

  @Test(arguments: DangerKind.allCases, [Channel.chat, .phone])
  func `each danger has words of its own, written and spoken`(
    danger: DangerKind, channel: Channel
  ) throws {
    let playbook = try #require(ShippedPlaybook.found)
    for language in LanguageTag.allCases {
      let shelf = PhraseShelf(PhraseMoment(channel: channel, danger: danger))
      let shown = shelf.phrases(playbook.phrases(in: language))
      #expect(shown.first?.kind == .danger)
      #expect(shown.first?.dangers == [danger], "\(language) \(danger)")
      #expect(shown.allSatisfy { $0.dangers.isEmpty || $0.dangers.contains(danger) })
    }
  }

  @Test(arguments: LanguageTag.allCases)
  func `what is spoken is not what is written`(language: LanguageTag) throws {
    let phrases = try #require(ShippedPlaybook.found).phrases(in: language)
    let bare = { (phrase: Phrase) in phrase.text.filter { $0.isLetter || $0.isNumber } }
    #expect(Set(phrases.map(bare)).count == phrases.count, "two phrases have the same words")
    let ids = Set(phrases.map(\.id))
    var pairs = 0
    for phrase in phrases where phrase.channels == [.phone] {
      let id = phrase.id.rawValue
      let twins = [
        id.replacing("_phone", with: ""), id.replacing("_phone", with: "_chat"),
        id.replacing(".phone", with: ".chat"), id.replacing(".phone", with: ".found"),
      ]
      guard let twin = twins.first(where: { $0 != id && ids.contains(PhraseID($0)) }) else {
        continue
      }
      pairs += 1
      let written = try #require(phrases.first { $0.id == PhraseID(twin) })
      #expect(!written.channels.contains(.phone), "\(twin)")
      #expect(bare(written) != bare(phrase), "\(id)")
    }
    #expect(pairs >= 40)
  }

  @Test func `nothing is refused without a way on, and no time is left open`() throws {
    let phrases = try #require(ShippedPlaybook.found).phrases(in: .en)
    for phrase in phrases {
      let text = phrase.text.lowercased()
      for never in ["i can't", "i cannot", "we can't", "as soon as possible", "kindly", "shortly"] {
        #expect(!text.contains(never), "\(phrase.id): \(phrase.text)")
      }
    }
  }
}

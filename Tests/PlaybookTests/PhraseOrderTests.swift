import Playbook
import Testing
import Vocabulary
import Workflow

/// The order of the shipped phrases, case by case.
struct PhraseOrderTests {
  /// A moment with what an agent has on file by then, but for where the case begins.
  struct Moment: Sendable, CustomTestStringConvertible {
    var stage: PhraseStage
    var heat: HeatLevel
    var channel: Channel

    var testDescription: String { "\(stage.rawValue) \(heat.rawValue) \(channel.rawValue)" }

    /// What the gates of the step want.
    var wanted: Set<SpeechAct> {
      switch stage {
      case .vent: [.acknowledgement, .regret, .empathy]
      case .apologise: [.paraphrase, .regret]
      case .collect: [.question, .readBack]
      case .solve: [.offer]
      case .ask: [.askView]
      case .followUp: [.followUp]
      case .superior, .impasse: []
      }
    }

    func phrase(_ turn: Int, said: Set<PhraseID> = []) -> PhraseMoment {
      PhraseMoment(
        stages: [stage.step], channel: channel, heat: heat, wanted: wanted, said: said,
        hasSpoken: true,
        known: ["customer", "agent", "order", "ref", "problem", "demand", "product"], turn: turn)
    }
  }

  private static let moments = PhraseStage.six.flatMap { stage in
    [HeatLevel.calm, .angry].flatMap { heat in
      [Channel.chat, .phone].map { Moment(stage: stage, heat: heat, channel: $0) }
    }
  }

  private static let indexes: [LanguageTag: PhraseIndex] = LanguageTag.allCases.reduce(into: [:]) {
    $0[$1] = ShippedPlaybook.found?.phraseIndex(in: $1, named: $1)
  }

  @Test(arguments: LanguageTag.allCases, moments)
  func `no phrase is the first for everybody, and each case sees its own again`(
    language: LanguageTag, moment: Moment
  ) throws {
    let index = try #require(Self.indexes[language])
    var firsts: Set<PhraseID> = []
    for turn in 0..<8 {
      let shelf = PhraseShelf(moment.phrase(turn))
      let order = shelf.phrases(in: index).map(\.id)
      #expect(order == shelf.phrases(in: index).map(\.id))
      let first = try #require(order.first)
      firsts.insert(first)
      // Whoever comes first opens the gate, if any phrase does.
      let phrase = try #require(index.phrases.first { $0.id == first })
      #expect(!phrase.acts.isDisjoint(with: moment.wanted), "\(first)")
    }
    #expect(firsts.count >= 2, "\(firsts)")
  }

  @Test(arguments: LanguageTag.allCases, moments)
  func `whoever always takes the first never says the same twice while another is left`(
    language: LanguageTag, moment: Moment
  ) throws {
    let index = try #require(Self.indexes[language])
    for turn in [0, 7] {
      var said: [PhraseID] = []
      for _ in 0..<6 {
        let order = PhraseShelf(moment.phrase(turn, said: Set(said))).phrases(in: index)
        let fresh = order.contains {
          !said.contains($0.id) && !$0.acts.isDisjoint(with: moment.wanted)
            && $0.lock == nil
        }
        let first = try #require(order.first)
        if fresh { #expect(!said.contains(first.id), "\(said) then \(first.id)") }
        said.append(first.id)
      }
    }
  }

  @Test func `the same words in another form wait behind others`() {
    let shelf = PhraseShelf(PhraseMoment(said: ["a"]))
    let phrases = [
      Phrase(id: "a", kind: .regret, text: "I'm sorry"),
      Phrase(id: "b", kind: .regret, like: "a", text: "Sorry about that"),
      Phrase(id: "c", kind: .regret, text: "That's a long time to wait"),
    ]
    #expect(shelf.phrases(phrases).map(\.id) == ["c", "b", "a"])
  }

  @Test func `after two bare apologies something is done first`() {
    let phrases = [
      Phrase(id: "sorry", kind: .regret, acts: [.regret], text: "I'm sorry"),
      Phrase(id: "do", kind: .progress, acts: [.promise], text: "You'll have it by six"),
    ]
    let moment = { PhraseMoment(wanted: [.regret], hasApologisedEnough: $0) }
    #expect(PhraseShelf(moment(false)).phrases(phrases).map(\.id) == ["sorry", "do"])
    #expect(PhraseShelf(moment(true)).phrases(phrases).map(\.id) == ["do", "sorry"])
  }

  @Test func `the pace decides between long and short, and between asking and hearing`() {
    let long = Phrase(
      id: "long", kind: .listening, text: String(repeating: "and then some ", count: 12))
    let short = Phrase(id: "short", kind: .listening, text: "Go on.")
    let ask = Phrase(id: "ask", kind: .question, acts: [.question], text: "When?")
    func order(_ pace: Pace, _ phrases: [Phrase]) -> [PhraseID] {
      PhraseShelf(PhraseMoment(pace: pace)).phrases(phrases).map(\.id)
    }
    #expect(order(.usual, [long, short]) == ["long", "short"])
    #expect(order(.quick, [long, short]) == ["short", "long"])
    #expect(order(.usual, [ask, long]) == ["ask", "long"])
    #expect(order(.slow, [ask, long]) == ["long", "ask"])
  }

  @Test func `what helps with the behaviour comes first among equals`() {
    let phrases = [
      Phrase(id: "ask", kind: .question, text: "When?"),
      Phrase(id: "back", kind: .sayBack, text: "You told me this"),
    ]
    #expect(
      PhraseShelf(PhraseMoment(leads: [.sayBack])).phrases(phrases).map(\.id) == ["back", "ask"])
  }
}

import Foundation
import Testing
import Vocabulary
import Workflow

/// What holds of facts whatever they say and in whatever order they come.
struct EventPropertyTests {
  static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  @Test(arguments: CaseEvent.Kind.allCases)
  func `every kind of fact survives being written down`(kind: CaseEvent.Kind) throws {
    for seed in UInt64(1)...60 {
      var random = RandomEvent(seed: seed)
      let event = random.event(of: kind)
      #expect(event.kind == kind)
      let text = try Self.encoder.encode(event)
      let back = try JSONDecoder().decode(CaseEvent.self, from: text)
      #expect(back == event, "seed \(seed), \(kind)")
      #expect(try Self.encoder.encode(back) == text, "seed \(seed), \(kind)")
    }
  }

  @Test func `the same fact is the same text`() throws {
    let acts = Set(SpeechAct.allCases)
    let event = CaseEvent.replied(.init(text: "x", kind: .text, acts: acts, source: .observed))
    let again = CaseEvent.replied(
      .init(
        text: "x", kind: .text, acts: Set(SpeechAct.allCases.reversed()), source: .observed))
    #expect(try Self.encoder.encode(event) == Self.encoder.encode(again))
  }

  /// Stored text is read for ever: these lines were written once and must go on being read.
  @Test(arguments: [
    (
      #"{"heat":"angry","is_history":false,"kind":"text","moves":["question"],"text":"Where?","#
        + #""type":"received"}"#,
      CaseEvent.received(
        .init(text: "Where?", kind: .text, heat: .angry, moves: [.question]))
    ),
    (
      #"{"acts":["regret","offer"],"is_history":true,"is_nudge":false,"is_public":false,"#
        + #""kind":"spoken","phrases":["regret.short"],"said_at":"2026-11-21T18:00:00Z","#
        + #""source":"phrase","text":"Sorry","type":"replied"}"#,
      .replied(
        .init(
          text: "Sorry", kind: .spoken, acts: [.regret, .offer], source: .phrase,
          phrases: ["regret.short"], isHistory: true,
          saidAt: Instant("2026-11-21T18:00:00Z")))
    ),
    (
      #"{"subject":{"close":"declined"},"type":"approval_requested"}"#,
      .approvalRequested(.close(.declined))
    ),
    (
      #"{"gate":"authority","reason":"board","role":"supervisor","strength":"policy","#
        + #""type":"overridden"}"#,
      .overridden(gate: "authority", strength: .policy, reason: "board", role: .supervisor)
    ),
    (
      #"{"message":3,"acts":["empathy"],"type":"corrected"}"#,
      .corrected(message: 3, acts: [.empathy], heat: nil)
    ),
    (#"{"type":"woken"}"#, .woken),
  ])
  func `old text goes on being read`(text: String, event: CaseEvent) throws {
    #expect(try JSONDecoder().decode(CaseEvent.self, from: Data(text.utf8)) == event)
  }

  @Test(arguments: [
    "{}", #"{"type":"levitated"}"#, #"{"type":"claimed"}"#, #"{"type":"claimed","by":7}"#, "[]",
    #"{"type":"snoozed","until":"soon"}"#, #"{"type":"retracted","message":1.5}"#,
  ])
  func `damaged text is an error, not a fact`(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CaseEvent.self, from: Data(text.utf8))
    }
  }

  /// Applying never fails, whatever the order, and never leaves a state that cannot be held
  /// against the rules, written down, or gone on from.
  @Test func `any facts in any order make a case`() throws {
    for seed in UInt64(1)...120 {
      var random = RandomEvent(seed: seed)
      let opening = RecordedEvent(
        version: 1, at: Instant(seconds: 0), actor: "desk", command: "open",
        event: random.event(of: .opened))
      var current = try #require(Case(opening: opening))
      for _ in 0..<60 { current.apply(random.record()) }
      let place = "seed \(seed)"
      let text = try Self.encoder.encode(current)
      #expect(try JSONDecoder().decode(Case.self, from: text) == current, "\(place)")
      let rules = Rules.sixSteps
      _ = current.clocks(by: rules.clocks)
      _ = current.usualNext(by: rules, now: current.touchedAt)
      _ = current.stepsBack(by: rules)
      _ = current.nudges(by: rules.clocks)
      for occasion in Occasion.allCases {
        for reason in CloseReason.allCases {
          let statuses = current.gates(
            before: occasion, by: rules, about: Subject(role: .agent, closing: reason),
            now: current.touchedAt)
          #expect(statuses.allSatisfy { $0.met || !$0.missing.isEmpty }, "\(place)")
        }
      }
    }
  }

  @Test func `a log that opens nothing is no case`() {
    var random = RandomEvent(seed: 1)
    #expect(Case(replaying: []) == nil)
    for kind in CaseEvent.Kind.allCases where kind != .opened {
      let record = RecordedEvent(
        version: 1, at: Instant(seconds: 0), actor: "x", command: "c", event: random.event(of: kind)
      )
      #expect(Case(opening: record) == nil)
      #expect(Case(replaying: [record]) == nil)
    }
  }
}

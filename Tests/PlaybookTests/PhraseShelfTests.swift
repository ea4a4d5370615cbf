import Playbook
import Testing
import Vocabulary
import Workflow

/// Which phrases an agent is shown, and in which order.
struct PhraseShelfTests {
  private static let phrases = [
    Phrase(id: "greet", kind: .greeting, stages: ["vent"], acts: [.greeting], text: "Hello"),
    Phrase(
      id: "listen", kind: .listening, stages: ["vent"], channels: [.chat, .mail],
      acts: [.acknowledgement], text: "Please go on"),
    Phrase(
      id: "listen.hot", kind: .listening, stages: ["vent"], acts: [.acknowledgement],
      heat: [.angry, .explosive], text: "I've read every line"),
    Phrase(id: "sorry", kind: .regret, stages: ["vent"], acts: [.regret], text: "I'm sorry"),
    Phrase(
      id: "fault", kind: .responsibility, stages: ["vent"], acts: [.responsibility],
      lock: .findingOurs, text: "That was our fault"),
    Phrase(
      id: "talker", kind: .bridge, stages: ["vent"], customers: ["talker"], text: "One thing"),
    Phrase(id: "hold", kind: .hold, text: "One moment"),
    Phrase(id: "danger", kind: .danger, acts: [.safety], text: "Your safety first"),
    Phrase(id: "nudge", kind: .nudge, text: "Are you still there"),
    Phrase(id: "broken", kind: .brokenPromise, lock: .brokenPromise, text: "We said, and didn't"),
    Phrase(id: "solve", kind: .offer, stages: ["solve"], acts: [.offer], text: "Two ways"),
    Phrase(id: "ring", kind: .greeting, stages: ["vent"], channels: [.phone], text: "Hello, ring"),
  ]

  private func shown(_ moment: PhraseMoment, typed: String = "") -> [PhraseID] {
    PhraseShelf(moment).phrases(
      in: PhraseIndex(Self.phrases, kindNames: [.hold: "Moment bitte"]), matching: typed
    ).map(\.id)
  }

  @Test func `stage, channel and heat decide what is there, locked ones last`() {
    #expect(
      shown(PhraseMoment(stages: ["vent"])) == ["greet", "listen", "sorry", "hold", "fault"])
    #expect(
      shown(PhraseMoment(stages: ["vent"], channel: .phone)) == [
        "greet", "sorry", "ring", "hold", "fault",
      ])
    #expect(shown(PhraseMoment(stages: ["solve"])) == ["solve", "hold"])
  }

  @Test func `words for this very heat come before words for any`() {
    #expect(
      shown(PhraseMoment(stages: ["vent"], heat: .angry)) == [
        "listen.hot", "greet", "listen", "sorry", "hold", "fault",
      ])
  }

  @Test func `what opens a gate comes first`() {
    #expect(
      shown(PhraseMoment(stages: ["vent"], wanted: [.regret])) == [
        "sorry", "greet", "listen", "hold", "fault",
      ])
  }

  @Test func `what has fallen due comes before what would open a gate`() {
    #expect(
      shown(
        PhraseMoment(
          stages: ["solve"], wanted: [.offer], dueKinds: [.nudge], isWaiting: true)) == [
          "nudge", "solve", "hold",
        ])
  }

  @Test func `what was said goes back, and greetings once we have spoken`() {
    #expect(
      shown(PhraseMoment(stages: ["vent"], said: ["listen"], hasSpoken: true)) == [
        "sorry", "hold", "greet", "listen", "fault",
      ])
  }

  @Test func `a lock opens with the case`() {
    let moment = PhraseMoment(stages: ["vent"], unlocked: [.findingOurs])
    #expect(shown(moment) == ["greet", "listen", "sorry", "fault", "hold"])
    let fault = Self.phrases[4]
    #expect(PhraseShelf(moment).lock(on: fault) == nil)
    #expect(PhraseShelf(PhraseMoment()).lock(on: fault) == .findingOurs)
  }

  @Test func `kinds that only make sense at times show up then`() {
    #expect(shown(PhraseMoment(stages: ["ask"], isWaiting: true)) == ["hold", "nudge"])
    #expect(
      shown(PhraseMoment(stages: ["ask"], unlocked: [.brokenPromise])) == ["hold", "broken"])
    #expect(shown(PhraseMoment(stages: ["ask"], danger: .fire)) == ["danger", "hold"])
    #expect(
      shown(PhraseMoment(stages: ["vent"], tags: ["talker"])).first == "talker")
  }

  @Test func `at a danger its own words come first, ready ones foremost, others never`() {
    let phrases = [
      Phrase(id: "any", kind: .danger, text: "Safety first"),
      Phrase(id: "burn", kind: .danger, dangers: [.fire], variables: ["a"], text: "{a} burns"),
      Phrase(id: "harm", kind: .danger, dangers: [.selfHarm], text: "I'm glad you told me"),
      Phrase(id: "fire", kind: .danger, dangers: [.fire, .injury], text: "Get out"),
      Phrase(id: "hold", kind: .hold, text: "One moment, get out"),
    ]
    let shown = { (danger: DangerKind?, typed: String) in
      PhraseShelf(PhraseMoment(danger: danger, known: [])).phrases(phrases, matching: typed).map(
        \.id)
    }
    #expect(shown(.fire, "") == ["fire", "burn", "any", "hold"])
    #expect(shown(.injury, "") == ["fire", "any", "hold"])
    #expect(shown(.selfHarm, "") == ["harm", "any", "hold"])
    #expect(shown(.fraud, "") == ["any", "hold"])
    #expect(shown(nil, "") == ["hold"])
    #expect(shown(.fire, "glad") == [])
    #expect(shown(.selfHarm, "out") == ["hold"])
    #expect(shown(nil, "out") == ["hold", "fire"])
  }

  @Test func `typing searches the whole channel, what fits first`() {
    #expect(shown(PhraseMoment(stages: ["solve"]), typed: "one") == ["hold", "talker"])
    #expect(shown(PhraseMoment(stages: ["vent"]), typed: "MOMENT bitte") == ["hold"])
    #expect(shown(PhraseMoment(stages: ["vent"]), typed: "responsib") == ["fault"])
    #expect(shown(PhraseMoment(stages: ["vent"]), typed: "ring") == [])
    #expect(shown(PhraseMoment(stages: ["vent"]), typed: "safety first") == ["danger"])
    #expect(shown(PhraseMoment(stages: ["vent"]), typed: "two xyzzy") == [])
    #expect(
      shown(PhraseMoment(stages: ["vent"]), typed: " ") == shown(PhraseMoment(stages: ["vent"])))
  }

  @Test func `what the record can fill comes before what an agent must fill`() {
    let open = Phrase(id: "open", kind: .progress, variables: ["next"], text: "By {next}")
    let ready = Phrase(id: "ready", kind: .progress, variables: ["agent"], text: "I'm {agent}")
    let shelf = PhraseShelf(PhraseMoment(known: ["agent", "ref"]))
    #expect(shelf.phrases([open, ready]).map(\.id) == ["ready", "open"])
    #expect(PhraseShelf(PhraseMoment()).phrases([open, ready]).map(\.id) == ["open", "ready"])
  }

  @Test func `a superior is named early only to those who ask for one`() {
    let up = Phrase(id: "up", kind: .handUp, stages: ["vent"], text: "My manager")
    let listen = Phrase(id: "listen", kind: .listening, stages: ["vent"], text: "Go on")
    let calm = PhraseShelf(PhraseMoment(stages: ["vent"]))
    #expect(calm.phrases([up, listen]).map(\.id) == ["listen", "up"])
    let asked = PhraseShelf(PhraseMoment(stages: ["vent"], asksForSuperior: true))
    #expect(asked.phrases([up, listen]).map(\.id) == ["up", "listen"])
  }

  @Test func `a case tells the moment it is at`() throws {
    let procedure = try #require(SmallPlaybook().playbook.procedure("small"))
    let opened = CaseEvent.opened(
      .init(
        ref: "C-1", procedure: "small", step: "hear", channel: .public, language: .en,
        customer: Customer()))
    let events: [CaseEvent] = [
      .received(.init(text: "Broken!", kind: .text, heat: .angry, moves: [])),
      .tagged("talker", on: true), .classified(Classification(fault: .shared)),
    ]
    var current = try #require(Case(opening: record(opened, 1)))
    for (place, event) in events.enumerated() { current.apply(record(event, place + 2)) }
    let gate = try #require(procedure.steps.first?.gates.first)
    let needs: [Need] = [.oneOf([.act([.regret, .empathy]), .view]), .heat(below: .angry)]
    let closed = GateStatus(gate: gate, how: nil, missing: needs)
    let moment = PhraseMoment(current, in: procedure, gates: [closed])
    #expect(
      moment
        == PhraseMoment(
          stages: ["vent"], channel: .public, heat: .angry,
          wanted: [.regret, .empathy, .askView], tags: ["talker"], unlocked: [.findingOurs],
          tries: 0, turn: moment.turn))

    let reply = CaseEvent.replied(
      .init(
        text: "Hello", kind: .text, acts: [.greeting], source: .phrase, phrases: ["greet"],
        isPublic: true))
    current.apply(record(reply, 5))
    current.apply(record(.dangerRaised(.fire), 6))
    let later = PhraseMoment(current, in: procedure, gates: [])
    #expect(later.channel == .chat)
    #expect(later.said == ["greet"])
    #expect(later.hasSpoken)
    #expect(later.danger == .fire)
    #expect(later.wanted == [])
  }

  /// Events and the locks that are open after them.
  struct Opening: Sendable {
    let events: [CaseEvent]
    let open: Set<PhraseLock>

    init(_ open: Set<PhraseLock>, _ events: [CaseEvent]) {
      self.open = open
      self.events = events
    }
  }

  private static let refund = PlanOption(remedy: "refund", what: "a refund")
  private static let offered = CaseEvent.offered(options: [refund], onlyOneBecause: "so")

  private static let openings: [Opening] = [
    Opening([.findingOurs], [.classified(Classification(fault: .ours))]),
    Opening([], [.classified(Classification(fault: .customer))]),
    Opening([.remedyFiled], [.granted(refund)]),
    Opening(
      [.remedyFiled], [offered, .answered(plan: 1, accepted: true, option: 0, words: "ok")]),
    Opening([], [offered, .answered(plan: 1, accepted: false, option: nil, words: "no")]),
    Opening(
      [.signedOff],
      [.approvalRequested(.close(.declined)), .approved(request: 1, reason: "read it")]),
    Opening([], [.approvalRequested(.close(.declined)), .denied(request: 1, reason: "no")]),
    Opening(
      [.brokenPromise, .findingOurs],
      [
        .promised(what: "a call", due: Instant(seconds: 0)),
        .promiseSettled(number: 1, kept: false),
      ]),
  ]

  @Test(arguments: openings)
  func `locks open with what the case holds`(opening: Opening) throws {
    let procedure = try #require(SmallPlaybook().playbook.procedure("small"))
    let opened = CaseEvent.opened(
      .init(
        ref: "C-1", procedure: "small", step: "hear", channel: .chat, language: .en,
        customer: Customer()))
    var current = try #require(Case(opening: record(opened, 1)))
    for (place, event) in opening.events.enumerated() {
      current.apply(record(event, place + 2))
    }
    #expect(PhraseMoment(current, in: procedure, gates: []).unlocked == opening.open)
  }

  private func record(_ event: CaseEvent, _ version: Int) -> RecordedEvent {
    RecordedEvent(
      version: version, at: Instant(seconds: Int64(version) * 60), actor: "ana",
      command: "c", event: event)
  }
}

import Foundation
import Testing
import Vocabulary
import Workflow

/// What holds of every shift, however wild, under every procedure that is shipped.
struct ShiftPropertyTests {
  /// How many shifts of each kind; `CALMDESK_SHIFTS=1000` looks longer.
  static let seeds: ClosedRange<UInt64> = {
    let named = ProcessInfo.processInfo.environment["CALMDESK_SHIFTS"].flatMap(UInt64.init)
    return 1...max(1, named ?? 16)
  }()
  static let attempts = 80

  /// Plays one random shift.
  ///
  /// - Parameters:
  ///   - rules: what it is decided by.
  ///   - seed: what chance is drawn from.
  ///   - see: told of each attempt before it is made.
  /// - Returns: the story as it went.
  /// - Throws: what `see` throws, or when the case cannot be opened.
  static func play(
    _ rules: Rules, seed: UInt64, _ see: (Story, Attempt) throws -> Void = { _, _ in }
  ) throws -> Story {
    var shift = RandomShift(rules, seed: seed)
    var story = try shift.story(rules)
    for _ in 0..<attempts {
      story.wait(shift.pause())
      var attempt = shift.attempt(on: story)
      // Now and then somebody means it, and does what the refusals ask for.
      var patience = shift.random.chance(30) ? 12 : 0
      while true {
        try see(story, attempt)
        guard let refusal = story.refusal(of: attempt) else {
          try story.act(attempt)
          break
        }
        guard patience > 0, let need = refusal.needs.first else { break }
        patience -= 1
        var prepared = story
        guard let again = prepared.meet(need, for: attempt) else { break }
        story = prepared
        attempt = again
      }
    }
    return story
  }

  @Test(arguments: Shipped.ids)
  func `no path leads around a policy gate`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    var reasons: Set<CloseReason> = []
    var said = 0
    for seed in Self.seeds {
      let story = try Self.play(rules, seed: seed)
      let faults = Watcher.faults(in: story)
      #expect(faults.isEmpty, "\(id), seed \(seed): \(faults)")
      for case .closed(let reason, _, _, _) in story.log.map(\.event) { reasons.insert(reason) }
      said += story.current.messages.count
    }
    // Shifts in which nothing happens prove nothing.
    #expect(reasons.count >= 8, "only \(reasons) were reached")
    #expect(said > 200)
  }

  /// The watcher is worth something only if it sees a gate that is not there.
  @Test(
    arguments: [
      "authority", "public", "identity", "identity_for_grant", "unanswered", "closing_answer",
      "sign_off", "finding_before_no",
    ] as [GateID])
  func `without a policy gate, some path leads through`(gate: GateID) throws {
    var rules = try #require(Shipped.rules("six_steps"))
    #expect(rules.house.contains { $0.id == gate && $0.strength == .policy })
    rules.house.removeAll { $0.id == gate }
    let seen = try (UInt64(1)...150).first { seed in
      !Watcher.faults(in: try Self.play(rules, seed: seed)).isEmpty
    }
    #expect(seen != nil)
  }

  @Test(arguments: Shipped.ids)
  func `the facts give the same case again, from the start or from a snapshot`(
    id: ProcedureID
  ) throws {
    let rules = try #require(Shipped.rules(id))
    for seed in Self.seeds {
      let story = try Self.play(rules, seed: seed)
      #expect(story.log.map(\.version) == Array(1...story.log.count))
      #expect(Case(replaying: story.log) == story.current, "\(id), seed \(seed)")
      let written = try story.log.map { record in
        var copy = record
        copy.event = try JSONDecoder().decode(
          CaseEvent.self, from: try JSONEncoder().encode(record.event))
        return copy
      }
      #expect(written == story.log, "\(id), seed \(seed)")
      var random = SeededGenerator(seed: seed)
      let cut = random.number(1...story.log.count)
      let half = try #require(Case(replaying: written.prefix(cut)))
      var resumed = try JSONDecoder().decode(Case.self, from: try JSONEncoder().encode(half))
      for record in written.dropFirst(cut) { resumed.apply(record) }
      #expect(resumed == story.current, "\(id), seed \(seed), cut at \(cut)")
    }
  }

  @Test(arguments: Shipped.ids)
  func `deciding again decides the same, and a passed claim changes nothing`(
    id: ProcedureID
  ) throws {
    let rules = try #require(Shipped.rules(id))
    var stale = 0
    for seed in Self.seeds {
      _ = try Self.play(rules, seed: seed) { story, attempt in
        let place = "\(id), seed \(seed), \(attempt.command)"
        let refusal = story.refusal(of: attempt)
        #expect(story.refusal(of: attempt) == refusal, "\(place)")
        if refusal == nil {
          #expect(try story.outcome(of: attempt) == story.outcome(of: attempt), "\(place)")
        }
        for epoch in [-1, story.current.epoch - 1, story.current.epoch + 1] {
          var late = attempt
          late.epoch = epoch
          stale += 1
          let gate = try #require(story.refusal(of: late), "\(place)").gate
          #expect(gate == .claim || gate == .role, "\(place)")
        }
      }
    }
    #expect(stale > 1_000)
  }

  @Test(arguments: Shipped.ids)
  func `every refusal names its gate and what would open it, and doing that helps`(
    id: ProcedureID
  ) throws {
    let rules = try #require(Shipped.rules(id))
    let known = Set(rules.gateIDs).union(GateID.ofTheEngine)
    var helped: Set<String> = []
    for seed in Self.seeds {
      _ = try Self.play(rules, seed: seed) { story, attempt in
        guard let refusal = story.refusal(of: attempt) else { return }
        let place = "\(id), seed \(seed), \(attempt.command): \(refusal)"
        #expect(known.isSuperset(of: [refusal.gate] + refusal.also), "\(place)")
        #expect(refusal.needs.allSatisfy(\.saysSomething) && !refusal.needs.isEmpty, "\(place)")
        #expect(!refusal.also.contains(refusal.gate), "\(place)")
        guard let need = refusal.needs.first else { return }
        var prepared = story
        guard let again = prepared.meet(need, for: attempt) else { return }
        helped.insert(String("\(need)".prefix { $0 != "(" }))
        #expect(prepared.refusal(of: again) != refusal, "\(place)")
      }
    }
    #expect(helped.count >= 20, "only \(helped) were tried")
  }

  /// The gates that are shown and the gates that hold are the same.
  @Test(arguments: Shipped.ids)
  func `what is shown as closed is what refuses`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    var held = 0
    for seed in Self.seeds {
      _ = try Self.play(rules, seed: seed) { story, attempt in
        guard story.log.count.isMultiple(of: 7) else { return }
        let trials: [(CaseCommand, Occasion, CloseReason?)] =
          CloseReason.allCases.prefix(4).map { (.close($0, words: ""), .close, $0) }
          + [(.advance(to: nil), .leave, nil)]
        for (command, occasion, reason) in trials {
          guard let holder = story.holder, story.current.state != .closed else { return }
          if occasion == .leave,
            story.current.usualNext(by: rules, now: story.now) == nil
          {
            continue
          }
          let refusal = story.refusal(of: Attempt(command: command, by: holder))
          let shown = story.current.gates(
            before: occasion, by: rules, about: Subject(role: holder.role, closing: reason),
            now: story.now
          ).filter { !$0.met }
          if refusal?.gate == .role { continue }
          let closed = refusal.map { [$0.gate] + $0.also } ?? []
          #expect(Set(shown.map(\.gate.id)) == Set(closed), "\(id), seed \(seed): \(command)")
          let first = shown.first { $0.gate.id == refusal?.gate }
          #expect(first?.missing == refusal?.needs, "\(id), seed \(seed): \(command)")
          held += closed.count
        }
      }
    }
    #expect(held > 300)
  }

  @Test(arguments: Shipped.ids)
  func `a gate passed with a reason is on the record, and no other is`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    for seed in Self.seeds {
      _ = try Self.play(rules, seed: seed) { story, attempt in
        guard attempt.override != nil, story.current.danger == nil, !attempt.burning,
          case .success(let events) = Result(catching: { try story.outcome(of: attempt) })
        else { return }
        var plain = attempt
        plain.override = nil
        let passed = events.compactMap { event -> GateID? in
          if case .overridden(let gate, _, _, _) = event { gate } else { nil }
        }
        let held = story.refusal(of: plain)
        #expect(passed.isEmpty == (held == nil), "\(id), seed \(seed): \(attempt.command)")
      }
    }
  }
}

extension Rules {
  /// Every gate that stands in the procedure or in the house.
  var gateIDs: [GateID] {
    let steps = procedure.steps + procedure.sideSteps
    return steps.flatMap(\.gates).map(\.id) + procedure.gates.map(\.id)
      + procedure.skips.map(\.gate.id) + house.map(\.id)
  }
}

extension GateID {
  /// The gates no playbook can take out.
  static let ofTheEngine: Set<GateID> = [
    .holder, .claim, .role, .state, .branch, .variable, .readable, .complete, .premise, .author,
    .tone, .price, .evidence,
  ]
}

extension Need {
  /// Whether a person could read from it what to do.
  var saysSomething: Bool {
    switch self {
    case .act(let acts): !acts.isEmpty
    case .oneOf(let needs), .allOf(let needs):
      needs.count > 1 && needs.allSatisfy(\.saysSomething)
    case .step(let steps): !steps.isEmpty
    case .state(let states): !states.isEmpty
    case .reply(let numbers): !numbers.isEmpty
    case .closeReason(let reasons): !reasons.isEmpty
    case .classification(let classes): !classes.isEmpty
    case .turns(let count), .nudges(let count), .options(let count), .shorter(let count):
      count > 0
    case .existing(let what), .variable(let what), .rewording(let what): !what.isEmpty
    default: true
    }
  }
}

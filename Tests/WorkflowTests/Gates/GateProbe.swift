import Vocabulary
import Workflow

/// Looks for cases in which one gate, and if possible no other, holds an action.
struct GateProbe {
  private let rules: Rules
  /// Everything that was held anywhere, the plainest first.
  private let held: [Finding]

  /// A case, an action on it, and the gates that hold it.
  struct Finding {
    var story: Story
    var attempt: Attempt
    var closed: [GateID]
  }

  init(_ rules: Rules) throws {
    self.rules = rules
    var held: [Finding] = []
    for story in try Self.starts(rules) {
      for attempt in Self.attempts(on: story) {
        let closed = Self.closed(story, attempt)
        if !closed.isEmpty {
          held.append(Finding(story: story, attempt: attempt, closed: closed))
        }
      }
    }
    self.held = held.sorted { $0.closed.count < $1.closed.count }
  }

  /// The plainest case in which `gate` holds: the one with the fewest other gates closed.
  func find(_ gate: GateID) -> Finding? {
    var best: Finding?
    for finding in held.lazy.filter({ $0.closed.contains(gate) }).prefix(12) {
      let narrowed = narrow(finding, to: gate)
      if narrowed.closed.count < best?.closed.count ?? .max { best = narrowed }
      if narrowed.closed == [gate] { break }
    }
    return best
  }

  /// The gates that hold `attempt` on `story`, the one named first in front.
  static func closed(_ story: Story, _ attempt: Attempt) -> [GateID] {
    guard let refusal = story.refusal(of: attempt) else { return [] }
    let all = [refusal.gate] + refusal.also
    return all.filter { !GateID.ofTheEngine.contains($0) }
  }

  // MARK: - Where to look

  /// Cases of several kinds, at every step of the procedure.
  private static func starts(_ rules: Rules) throws -> [Story] {
    var stories: [Story] = []
    let earlier = Return.withAnotherMatter.earlier
    for step in rules.procedure.steps + rules.procedure.sideSteps {
      for isSilent in [true, false] {
        var story = try Story(rules, on: .chat, earlier: isSilent ? nil : earlier)
        if !isSilent { try story.hears("It is broken.", heat: .angry) }
        if story.walk(to: step.id) { stories.append(story) }
      }
    }
    var post = try Story(rules, on: .public)
    try post.hears("@shop it is broken!")
    stories.append(post)
    var letDown = try Story(rules, on: .chat, earlier: Return.letDown.earlier)
    try letDown.hears("And again nobody called.")
    stories.append(letDown)
    var severe = try Story(rules, on: .chat)
    try severe.hears("It is broken.")
    try severe.act(.classify(Classification(severity: 3)))
    stories.append(severe)
    var upheld = try Story(rules, on: .chat)
    try upheld.hears("It is broken.")
    try upheld.act(.classify(Classification(class: .upheld)))
    stories.append(upheld)
    for story in stories where story.asksForExplanation {
      var unfounded = story
      try unfounded.act(.classify(Classification(demand: .unfounded)))
      stories.append(unfounded)
    }
    return stories + stories.compactMap(flaring) + stories.compactMap(turningDownTwice)
  }

  /// The same case after the customer said no to two plans.
  private static func turningDownTwice(_ story: Story) -> Story? {
    var story = story
    do {
      for _ in 0..<2 {
        let plan = PlanOption(remedy: "exchange", what: "a new one", due: story.inHours(48))
        try story.act(
          .offer(options: [plan], onlyOneBecause: "it helps"), override: .digit(1))
        try story.hears("No, that is not what I want.")
        try story.act(.answer(accepted: false, option: 0, words: "No", plan: nil))
      }
      return story
    } catch { return nil }
  }

  /// The same case after the customer flared up, with a promise that has passed.
  private static func flaring(_ story: Story) -> Story? {
    var story = story
    do {
      try story.hears("It is broken.")
      try story.act(.promise(what: "a call", due: story.inHours(1)))
      story.wait(7_200)
      try story.hears("And now this!", heat: .explosive)
      return story
    } catch { return nil }
  }

  /// What the gate might stand before.
  private static func attempts(on story: Story) -> [Attempt] {
    let rules = story.rules
    let due = story.inHours(24)
    let dear = PlanOption(
      remedy: "compensation", what: "money", amount: Money(minor: 10_000, currency: "CNY"), due: due
    )
    let cheap = PlanOption(remedy: "exchange", what: "a new one", due: due)
    let undated = PlanOption(remedy: "exchange", what: "a new one")
    let words = Draft(text: "You get a new one by Thursday.")
    var attempts = (rules.procedure.steps + rules.procedure.sideSteps).map {
      Attempt(command: .advance(to: $0.id))
    }
    attempts += rules.procedure.skips.map { Attempt(command: .skip(to: $0.to, reason: "x")) }
    attempts += CloseReason.allCases.map { Attempt(command: .close($0, words: "")) }
    attempts += [
      .offer(options: [cheap], onlyOneBecause: nil),
      .offer(options: [undated, undated], onlyOneBecause: nil),
      .offer(options: [dear, dear], onlyOneBecause: nil),
      .offer(options: [cheap, cheap], onlyOneBecause: nil),
      .grant(cheap, draft: words), .grant(dear, draft: words),
    ].map { Attempt(command: $0) }
    attempts += Disclosure.allCases.map {
      Attempt(command: .send(words), agent: .read([.progress], giving: [$0]))
    }
    attempts.append(Attempt(command: .send(words), agent: .read([.progress])))
    return attempts
  }

  // MARK: - Narrowing down

  /// Meets what the other gates ask for, as long as this one stays closed.
  private func narrow(_ start: Finding, to gate: GateID) -> Finding {
    var finding = start
    for _ in 0..<24 {
      let others = finding.closed.filter { $0 != gate }
      guard
        let next = others.lazy.compactMap({ self.opening($0, but: gate, in: finding) }).first
      else { break }
      finding = next
    }
    return finding
  }

  /// The case after one need of `other` is met; nil where that would open this gate, or help none.
  private func opening(_ other: GateID, but gate: GateID, in finding: Finding) -> Finding? {
    var alone = finding.story
    alone.rules.keepOnly(other)
    guard let refusal = alone.refusal(of: finding.attempt) else { return nil }
    for need in refusal.needs {
      var story = finding.story
      guard let again = story.meet(need, for: finding.attempt) else { continue }
      let closed = Self.closed(story, again)
      let progress =
        closed.count < finding.closed.count
        || story.onlyRefusal(of: again, by: other)?.needs != refusal.needs
      if closed.contains(gate), closed.count <= finding.closed.count, progress {
        return Finding(story: story, attempt: again, closed: closed)
      }
    }
    return nil
  }
}

extension Story {
  /// What `gate` alone says to an attempt.
  func onlyRefusal(of attempt: Attempt, by gate: GateID) -> Refusal? {
    var alone = self
    alone.rules.keepOnly(gate)
    return alone.refusal(of: attempt)
  }

  /// Goes to `step` along the branches, passing the gates between with a reason.
  mutating func walk(to step: StepID) -> Bool {
    if current.step == step { return true }
    var ways: [(StepID, [StepID])] = [(current.step, [])]
    var seen: Set<StepID> = [current.step]
    while !ways.isEmpty {
      let (here, path) = ways.removeFirst()
      if here == step {
        for next in path {
          do { try act(.advance(to: next), override: .digit(1)) } catch { return false }
        }
        return true
      }
      for branch in rules.procedure.step(here)?.branches ?? [] where seen.insert(branch.to).inserted
      {
        ways.append((branch.to, path + [branch.to]))
      }
    }
    return false
  }
}

extension Rules {
  /// These rules with `gate` taken out, wherever it stands.
  func without(_ gate: GateID) -> Rules { filtered { $0 != gate } }

  /// Takes out every gate but one.
  mutating func keepOnly(_ gate: GateID) { self = filtered { $0 == gate } }

  private func filtered(_ stays: (GateID) -> Bool) -> Rules {
    var rules = self
    rules.house.removeAll { !stays($0.id) }
    rules.procedure.gates.removeAll { !stays($0.id) }
    for index in rules.procedure.steps.indices {
      rules.procedure.steps[index].gates.removeAll { !stays($0.id) }
    }
    for index in rules.procedure.sideSteps.indices {
      rules.procedure.sideSteps[index].gates.removeAll { !stays($0.id) }
    }
    for index in rules.procedure.skips.indices
    where !stays(rules.procedure.skips[index].gate.id) {
      rules.procedure.skips[index].gate.condition = .all([])
    }
    return rules
  }
}

extension Story {
  /// Whether the step at hand asks how a demand without a ground is explained.
  fileprivate var asksForExplanation: Bool {
    current.handler != nil
      && rules.procedure.step(current.step)?.gates.contains { $0.condition == .demandExplained }
        == true
  }
}

package import Desk
import Playbook
import Synchronization
package import Vocabulary
import Workflow

/// Where practice happens: customers come to a desk through its one door and answer what was said.
///
/// Follows the desk by its feed whenever ``step()`` is called and does what is due by the desk's
/// own clock, so a shift runs the same by the wall clock and by a stepped one.
package final class PracticeFloor: Sendable {
  private let desk: Desk
  private let plan: ShiftPlan
  private let channel: PersonID
  /// How much quicker than life customers answer.
  private let speed: Double
  private let state: Mutex<State>

  private struct State {
    var guests: [PracticeGuest] = []
    var waiting: [SimulatedCustomer] = []
    var startedAt: Instant?
    var arrivedAt: Instant?
    var sequence: Int64 = 0
    /// Cases somebody has changed since the last step.
    var changed: Set<CaseRef> = []
  }

  /// - Parameters:
  ///   - desk: where they come to.
  ///   - plan: who comes.
  ///   - channel: the person at the desk in whose name their words come in.
  ///   - speed: 1 for life, 2 for twice as quick.
  package init(desk: Desk, plan: ShiftPlan, channel: PersonID, speed: Double = 1) {
    self.desk = desk
    self.plan = plan
    self.channel = channel
    self.speed = min(100, max(0.1, speed))
    let customers = plan.scenarios.compactMap {
      SimulatedCustomer($0, in: plan.language, manners: plan.manners)
    }
    state = Mutex(State(waiting: customers))
  }

  /// Seconds after which the next customer comes at the latest.
  private static let gap = 120.0
  /// Seconds after which the next one comes when nobody else needs anything.
  private static let lull = 2.0
  /// Seconds in which what we say in several messages counts as said at once.
  private static let breath = 0.8

  /// Does what is due.
  ///
  /// - Throws: what the desk throws; what was due is tried again the next time.
  package func step() throws {
    try state.withLock { state in
      let now = desk.now()
      if state.startedAt == nil {
        state.startedAt = now
        state.sequence = try desk.store.lastSequence()
      }
      try follow(&state)
      for index in state.guests.indices {
        try listen(&state.guests[index], state.changed, now)
        try act(&state.guests[index], now)
      }
      state.changed = []
      try welcome(&state, now)
    }
  }

  /// Everybody came, and nobody has anything more to say or to wait for.
  package var isOver: Bool {
    state.withLock { $0.startedAt != nil && $0.waiting.isEmpty && $0.guests.allSatisfy(\.isDone) }
  }

  /// Everybody's case is closed.
  package var isCleared: Bool {
    state.withLock { $0.startedAt != nil && $0.waiting.isEmpty && $0.guests.allSatisfy(\.isClosed) }
  }

  /// Somebody is about to write, or will when their time comes.
  package var isLively: Bool {
    state.withLock { state in
      !state.waiting.isEmpty || state.guests.contains { !$0.isQuiet }
    }
  }

  private func seconds(_ seconds: Double, after instant: Instant) -> Instant {
    Instant(milliseconds: instant.milliseconds + Int64(seconds * 1000 / speed))
  }

  // MARK: - Coming

  private func welcome(_ state: inout State, _ now: Instant) throws {
    guard let next = state.waiting.first else { return }
    let isCalm = state.guests.allSatisfy(\.isDone)
    if let last = state.arrivedAt,
      now < seconds(isCalm ? Self.lull : Self.gap, after: last)
    {
      return
    }
    if state.arrivedAt == nil, let start = state.startedAt, now < seconds(1, after: start) {
      return
    }
    let guest = try open(next, now)
    state.waiting.removeFirst()
    state.guests.append(guest)
    state.arrivedAt = now
  }

  private func open(_ customer: SimulatedCustomer, _ now: Instant) throws -> PracticeGuest {
    let id = customer.scenario.id.rawValue
    if let earlier = customer.words.earlier { try remember(earlier, customer) }
    var guest = PracticeGuest(
      customer: customer, chance: ChanceGenerator(seed: plan.seed, for: id), touchedAt: now)
    let opened = try desk.open(
      IntakeLine(
        external: "practice-\(id)", channel: customer.scenario.channel, language: plan.language,
        customer: customer.words.customer,
        turns: [.init(from: .customer, text: customer.words.opening.first ?? "", at: nil)]),
      by: channel, command: CommandID("practice-\(id)"))
    guest.ref = opened.ref
    guest.version = opened.result.version
    guest.due = customer.words.opening.dropFirst().enumerated().map { offset, words in
      (seconds(Double(offset + 1) * 3, after: now), words)
    }
    return guest
  }

  /// Puts an earlier contact on file: a promise was made two days ago, and not kept.
  private func remember(
    _ earlier: ScenarioWords.Earlier, _ customer: SimulatedCustomer
  ) throws {
    let then = desk.now().adding(seconds: -2 * 86_400)
    let past = Desk(
      store: desk.store, playbook: desk.playbook, now: { then }, sampled: { _ in false })
    let id = customer.scenario.id.rawValue
    let ref = try past.open(
      IntakeLine(
        external: "practice-\(id)-before", channel: customer.scenario.channel,
        language: plan.language, customer: customer.words.customer,
        turns: [.init(from: .customer, text: earlier.said, at: nil)]),
      by: channel, command: CommandID("practice-\(id)-before")
    ).ref
    let commands: [CaseCommand] = [
      .claim, .set(.order, value: earlier.order, reason: nil),
      .set(.problem, value: earlier.problem, reason: nil),
      .set(.demand, value: earlier.demand, reason: nil),
      .send(Draft(text: earlier.promise)),
      .promise(what: earlier.promise, due: then.adding(seconds: 86_400)),
      .close(.withdrawn, words: ""),
    ]
    for (number, command) in commands.enumerated() {
      _ = try past.perform(
        DeskRequest(
          by: channel, ref: ref,
          envelope: CommandEnvelope(
            id: CommandID("practice-\(id)-before-\(number)"), command: command,
            override: .words("practice"))))
    }
  }

  // MARK: - Listening

  private func follow(_ state: inout State) throws {
    while true {
      let entries = try desk.store.feed(after: state.sequence, limit: 500)
      for entry in entries { state.changed.insert(entry.ref) }
      state.sequence = entries.last?.sequence ?? state.sequence
      if entries.count < 500 { return }
    }
  }

  /// Hears what we said to a customer since the last step.
  private func listen(
    _ guest: inout PracticeGuest, _ changed: Set<CaseRef>, _ now: Instant
  ) throws {
    guard let ref = guest.ref, changed.contains(ref) else { return }
    let events = try desk.store.events(of: ref, after: guest.version)
    guard let last = events.last else { return }
    guest.version = last.record.version
    let current = try desk.find(ref)
    let readings = try desk.store.readings(of: ref, last: 8)
    var said: [String] = []
    var turn = AgentTurn()
    for event in events.map(\.record.event) {
      switch event {
      case .replied(let replied) where !replied.isHistory:
        said.append(replied.text)
        turn.add(AgentTurn(words: replied.text, acts: replied.acts))
      case .granted(let option): turn.granted = option
      case .retracted:
        guest.heard = nil
        guest.readAt = nil
      case .closed: guest.isClosed = true
      case .reopened: guest.isClosed = false
      default: break
      }
    }
    guard !said.isEmpty || turn.granted != nil else { return }
    for reading in readings {
      guard let agent = reading.agent, let message = current.message(reading.message),
        said.contains(message.text)
      else { continue }
      turn.findings.formUnion(agent.findings.map(\.kind))
    }
    if let plan = current.plan, plan.answer == nil,
      plan.number > guest.plan || turn.acts.contains(.offer)
    {
      guest.plan = plan.number
      turn.offered = plan.options
    }
    guest.heard =
      guest.heard.map { earlier in
        var both = earlier
        both.add(turn)
        return both
      } ?? turn
    guest.readAt = seconds(Self.breath, after: now)
    guest.touchedAt = now
  }

  // MARK: - Answering

  private func act(_ guest: inout PracticeGuest, _ now: Instant) throws {
    if let heard = guest.heard, let at = guest.readAt, now >= at {
      guest.heard = nil
      guest.readAt = nil
      if let turn = guest.customer.react(to: .turn(heard), using: &guest.chance) {
        // What is being typed is sent first.
        let after = seconds(turn.after, after: now)
        let last = guest.due.last.map { seconds(2, after: $0.at) } ?? after
        guest.due.append((max(after, last), turn.words))
      }
    }
    if let due = guest.due.first, now >= due.at, let ref = guest.ref {
      try say(due.words, &guest, ref)
      guest.due.removeFirst()
      guest.touchedAt = now
    }
    try grow(impatient: &guest, now)
  }

  /// Asks again when nobody answers: sooner once somebody has taken them on.
  private func grow(impatient guest: inout PracticeGuest, _ now: Instant) throws {
    guard let ref = guest.ref, guest.isQuiet, !guest.isClosed, !guest.customer.isSettled,
      now >= seconds(Double(guest.customer.scenario.patience), after: guest.touchedAt)
    else { return }
    let current = try desk.find(ref)
    guard current.state == .open, !current.unanswered.isEmpty else { return }
    guard
      current.handler != nil
        || now
          >= seconds(Double(guest.customer.scenario.patience) * 4, after: guest.touchedAt)
    else { return }
    guest.touchedAt = now
    if let turn = guest.customer.react(to: .silence, using: &guest.chance) {
      guest.due.append((now, turn.words))
    }
  }

  private func say(_ words: String, _ guest: inout PracticeGuest, _ ref: CaseRef) throws {
    let id = CommandID("practice-\(guest.customer.scenario.id)-\(guest.commands)")
    do {
      _ = try desk.perform(
        DeskRequest(
          by: channel, ref: ref,
          envelope: CommandEnvelope(
            id: id,
            command: .receive(text: words, spoken: guest.customer.scenario.channel == .phone))))
    } catch is Refusal {
      // A desk that takes no words of theirs would not take them the next time either.
    }
    guest.commands += 1
  }

  // MARK: - Looking back

  /// What became of everybody who came.
  ///
  /// - Throws: what the desk throws.
  package func summary() throws -> ShiftSummary {
    try state.withLock { state in
      ShiftSummary(
        guests: try state.guests.compactMap { guest in
          guard let ref = guest.ref else { return nil }
          let current = try desk.find(ref)
          return ShiftSummary.Guest(
            ref: ref, scenario: guest.customer.words.name, name: guest.customer.words.customer.name,
            wish: guest.customer.words.wish, heatAtStart: current.heatAtStart ?? .calm,
            heatAtEnd: current.heat, state: current.state, closed: current.closed?.reason,
            promises: current.commitments.map { .init(what: $0.what, due: $0.due) },
            isSettled: guest.customer.isSettled, hasLeft: guest.customer.hasLeft)
        })
    }
  }
}

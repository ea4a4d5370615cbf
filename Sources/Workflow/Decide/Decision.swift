import Vocabulary

/// One command on its way through the gates.
struct Decision {
  let envelope: CommandEnvelope
  let current: Case
  let rules: Rules
  let context: DecisionContext
  private(set) var events: [CaseEvent] = []

  init(envelope: CommandEnvelope, current: Case, rules: Rules, context: DecisionContext) {
    self.envelope = envelope
    self.current = current
    self.rules = rules
    self.context = context
  }

  /// Adds a fact.
  mutating func add(_ event: CaseEvent) { events.append(event) }

  /// A stale claim changes nothing, and only the holder speaks for the case.
  func checkHold() throws(Refusal) {
    let command = envelope.command
    if let epoch = envelope.epoch, epoch != current.epoch {
      throw Refusal(gate: .claim, needs: current.handler.map { [.heldBy($0)] } ?? [.claim])
    }
    if current.state == .closed, !command.fitsClosed {
      throw Refusal(gate: .state, needs: [.state([.open, .waiting, .snoozed])])
    }
    guard command.needsHold, context.role != .system, current.state != .closed else { return }
    guard current.handler == context.actor else {
      throw Refusal(gate: .holder, needs: current.handler.map { [.heldBy($0)] } ?? [.claim])
    }
  }

  /// Sends the command to the part of the house it belongs to.
  mutating func run() throws(Refusal) {
    switch envelope.command {
    case .open: break
    case .receive, .send, .retract, .say, .note, .whisper, .correct, .attest, .confirm,
      .cite:
      try converse()
    case .claim, .release, .transfer, .accept, .decline, .takeOver, .lapse, .watch, .escalate,
      .snooze, .wake, .raiseHand, .lowerHand:
      try hold()
    case .complainedAbout, .vip: try route()
    case .advance, .back, .skip: try move()
    case .offer, .answer, .askView, .grant, .requestApproval, .approve, .deny, .promise,
      .settlePromise, .withdrawPromise:
      try settle()
    case .arrangeFollowUp, .followUpDone, .survey, .close, .reopen, .improve, .task, .taskDone:
      try end()
    case .set, .changeLanguage, .identify, .classify, .tag, .flag, .danger, .dangerOver, .link,
      .seeThreat:
      try record()
    case .proposeConduct, .decideConduct, .liftConduct: try judge()
    case .consult, .giveView, .endConsult, .announce: try gather()
    }
  }

  // MARK: - Gates

  /// Lets the action through, or throws the first gate that is closed, policy before advice.
  mutating func pass(
    _ occasion: Occasion, about subject: Subject, towards step: StepID? = nil
  ) throws(Refusal) {
    let gates = rules.gates(before: occasion, at: current.step).filter { gate in
      gate.towards.isEmpty || step.map(gate.towards.contains) == true
    }
    try pass(gates, before: occasion, about: subject)
  }

  /// Lets the action through `gates`.
  mutating func pass(
    _ gates: [Gate], before occasion: Occasion, about subject: Subject
  ) throws(Refusal) {
    let evaluation = Evaluation(of: current, by: rules, about: subject, now: context.now)
    var closed: [GateStatus] = []
    var passed: [CaseEvent] = []
    for status in gates.map(evaluation.status(of:)) where !status.met {
      let gate = status.gate
      // Whoever may pass policy passes no limit: theirs is a limit too, and covers what it covers.
      if !status.isBeyondLimit, let reason = reason(for: gate, before: occasion) {
        passed.append(
          .overridden(
            gate: gate.id, strength: gate.strength, reason: reason, role: context.role))
      } else {
        closed.append(status)
      }
    }
    let inOrder =
      closed.filter { $0.gate.strength == .policy }
      + closed.filter { $0.gate.strength == .advice }
    guard let first = inOrder.first else {
      events += passed
      return
    }
    throw Refusal(
      gate: first.gate.id, occasion: occasion, strength: first.gate.strength,
      needs: first.missing,
      override: first.isBeyondLimit ? nil : overrider(of: first.gate.strength),
      also: inOrder.dropFirst().map(\.gate.id))
  }

  /// The least role that passes a gate of this strength with a reason.
  func overrider(of strength: GateStrength) -> Role? {
    strength == .advice
      ? .agent
      : [Role.agent, .senior, .supervisor].first { rules.authority.allows($0, .override) }
  }

  /// What lets the actor pass a closed gate, if anything does.
  private func reason(for gate: Gate, before occasion: Occasion) -> String? {
    switch gate.strength {
    case .advice:
      // Order and wording give way to people's safety, closing does not; and to a conversation
      // that burns.
      if current.danger != nil, occasion != .close { return "danger" }
      if context.burningElsewhere { return Override.burning }
      return adviceReason
    case .policy: return policyReason
    }
  }

  var adviceReason: String? {
    switch envelope.override {
    case .digit(let digit):
      digit >= 1 && digit <= rules.reasons.count ? rules.reasons[digit - 1] : nil
    case .words(let words): words.trimmed.isEmpty ? nil : words.trimmed
    case nil: nil
    }
  }

  /// A reason in words from somebody who may pass policy.
  var policyReason: String? {
    guard case .words(let words) = envelope.override, !words.trimmed.isEmpty,
      rules.authority.allows(context.role, .override)
    else { return nil }
    return words.trimmed
  }

  /// What an action of this actor is about, before its own particulars.
  var subject: Subject { Subject(role: context.role) }

  /// Characters (of UTF-8) that anything said or written may have.
  static let longestText = 1_000_000

  /// Refuses an empty text, and one too long to be kept.
  func text(_ text: String, need: Need = .text) throws(Refusal) -> String {
    guard text.utf8.count <= Self.longestText else {
      throw Refusal(gate: .complete, needs: [.shorter(Self.longestText)])
    }
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { throw Refusal(gate: .complete, needs: [need]) }
    return trimmed
  }

  /// Refuses a time that is not to come.
  func future(_ instant: Instant) throws(Refusal) -> Instant {
    guard instant > context.now else { throw Refusal(gate: .complete, needs: [.later]) }
    return instant
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}

package import Vocabulary

/// What follows from a command.
///
/// Pure: the same command on the same case by the same rules gives the same events.
///
/// - Parameters:
///   - envelope: the command and what it rests on.
///   - current: the case, or nil when the command opens it.
///   - rules: procedure, authority and clocks of the playbook.
///   - context: actor, time, and readings of the words.
/// - Returns: the facts to store, none when nothing would change.
/// - Throws: the gate that is closed, and what would open it.
package func decide(
  _ envelope: CommandEnvelope, on current: Case?, by rules: Rules, in context: DecisionContext
) throws(Refusal) -> [CaseEvent] {
  if let permission = envelope.command.permission,
    !rules.authority.allows(context.role, permission)
  {
    throw Refusal(gate: .role, needs: [.permission(permission)])
  }
  guard let current else {
    guard case .open(let opening) = envelope.command else {
      throw Refusal(gate: .state, needs: [.existing("case")])
    }
    return try opening.events(by: rules, at: context.now)
  }
  if case .open = envelope.command {
    throw Refusal(gate: .state, needs: [.existing("new reference")])
  }
  var decision = Decision(envelope: envelope, current: current, rules: rules, context: context)
  try decision.checkHold()
  try decision.checkUninvolved()
  try decision.run()
  return decision.events
}

extension CaseCommand {
  /// What the actor's role must allow; nil for what anybody on the desk may do.
  package var permission: Permission? {
    switch self {
    case .open, .receive: .intake
    case .takeOver: .takeOver
    case .whisper: .whisper
    case .approve, .deny, .vip, .complainedAbout(_, on: false), .seeThreat, .decideConduct,
      .liftConduct, .announce:
      .approve
    // Whoever may answer a raised hand may take it down; the holder may, whatever the role.
    case .lowerHand: nil
    // Whoever reads a case may; what is recorded of it is decided by the role.
    case .watch: nil
    default: .work
    }
  }

  /// Whether only the person who holds the case may do it.
  package var needsHold: Bool {
    switch self {
    case .open, .claim, .accept, .decline, .takeOver, .receive, .note, .whisper, .tag, .flag,
      .danger, .link, .approve, .deny, .reopen, .wake, .lowerHand, .lapse, .watch, .improve,
      .taskDone, .complainedAbout, .vip, .seeThreat, .decideConduct, .liftConduct, .consult,
      .giveView, .endConsult, .announce:
      false
    default: true
    }
  }

  /// Whether it can be done to a closed case: the look back goes on after a grant (domain A.1).
  package var fitsClosed: Bool {
    switch self {
    case .receive, .note, .reopen, .link, .survey, .followUpDone, .settlePromise,
      .withdrawPromise, .flag, .wake, .improve, .taskDone, .complainedAbout, .vip, .liftConduct,
      .announce:
      true
    default: false
    }
  }
}

extension Opening {
  /// The events that put the case on the desk.
  ///
  /// - Parameters:
  ///   - rules: the procedure it is opened under.
  ///   - now: the time it comes to the desk; nothing was said later.
  /// - Returns: the opening, then what was said before.
  /// - Throws: a refusal when something said is too long to be kept.
  func events(by rules: Rules, at now: Instant) throws(Refusal) -> [CaseEvent] {
    let first = rules.procedure.steps.first?.id ?? ""
    let returning = earlier?.unsolved == true ? rules.procedure.returningStep : nil
    var events: [CaseEvent] = [
      .opened(
        .init(
          ref: ref, procedure: rules.procedure.id, step: returning ?? first, channel: channel,
          language: language, customer: customer, external: external, earlier: earlier,
          skipsLevel: skipsLevel ? true : nil, owner: owner))
    ]
    if returning != nil, earlier?.fields[.problem]?.value != nil {
      // It was understood the first time; “has anything changed?” is what is left to ask.
      events.append(.confirmed(.problem, implied: true))
    }
    for turn in turns {
      if let event = try turn.event(on: channel, at: now) { events.append(event) }
    }
    if returning != nil, earlier?.promise?.state != .broken,
      let heat = turns.last(where: { $0.from == .customer })?.customerReading?.heat.level,
      heat >= .angry
    {
      // Whoever comes back in anger is heard first; what was agreed stays (domain E8). After a broken
      // promise that is done by owning it, which has a gate of its own.
      events.append(.flared(from: .calm, to: heat))
    }
    if skipsLevel, let first = earlier?.ref { events.append(.linked(first)) }
    return events
  }
}

extension OpeningTurn {
  /// The turn as a fact; nil when nothing was said in it.
  fileprivate func event(on channel: Channel, at now: Instant) throws(Refusal) -> CaseEvent? {
    guard text.utf8.count <= Decision.longestText else {
      throw Refusal(gate: .complete, needs: [.shorter(Decision.longestText)])
    }
    guard !text.trimmed.isEmpty else { return nil }
    let kind: MessageKind = channel == .phone ? .spoken : .text
    let saidAt = at.map { min($0, now) }
    switch from {
    case .customer:
      let reading = customerReading ?? .empty
      return .received(
        .init(
          text: text, kind: kind, heat: reading.heat.level, moves: reading.moves,
          saidAt: saidAt))
    case .agent:
      return .replied(
        .init(
          text: text, kind: kind, acts: agentReading?.acts ?? [], source: .observed,
          isHistory: true, saidAt: saidAt))
    }
  }
}

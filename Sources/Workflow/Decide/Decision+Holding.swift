import Vocabulary

/// Who holds the case.
extension Decision {
  mutating func hold() throws(Refusal) {
    switch envelope.command {
    case .claim: try claim()
    case .release: add(.released(by: context.actor))
    case .transfer(let person):
      guard person != context.actor else {
        throw Refusal(gate: .premise, needs: [.existing("somebody else")])
      }
      add(.transferOffered(to: person))
    case .accept:
      guard current.handler != context.actor else { return }
      guard current.offeredTo == context.actor else {
        throw Refusal(gate: .premise, needs: current.handler.map { [.heldBy($0)] } ?? [.claim])
      }
      add(.transferAccepted(by: context.actor))
    case .decline:
      guard current.offeredTo == context.actor else {
        throw Refusal(gate: .premise, needs: current.handler.map { [.heldBy($0)] } ?? [.claim])
      }
      add(.transferDeclined(by: context.actor))
    case .takeOver(let reason):
      let why = try text(reason, need: .reason)
      if current.handler != context.actor { add(.takenOver(by: context.actor, reason: why)) }
    case .lapse: try lapse()
    case .watch: watch()
    case .escalate(let to, let due): try escalate(to: to, due: due)
    case .snooze(let until):
      // Nobody is put aside while they wait for us.
      guard current.unanswered.isEmpty else {
        throw Refusal(gate: .state, needs: [.reply(to: current.unanswered)])
      }
      add(.snoozed(until: try future(until)))
    case .wake:
      // One thing at a time: what else is due comes up with the next sweep.
      if raise() || endOffer() || giveBackIgnored() { return }
      let isDue = current.nextClock(by: rules.clocks).map { $0.at <= context.now } == true
      switch current.state {
      case .snoozed: add(.woken)
      case .waiting: if isDue { add(.woken) }
      case .closed: if isDue, current.dueSince == nil { add(.woken) }
      case .open: break
      }
    case .raiseHand(let words):
      if current.hand?.words != words.trimmed { add(.handRaised(words: words.trimmed)) }
    case .lowerHand: try lowerHand()
    default: break
    }
  }

  private mutating func claim() throws(Refusal) {
    if current.handler == context.actor { return }
    if let holder = current.handler {
      throw Refusal(gate: .holder, needs: [.heldBy(holder)])
    }
    try checkRoom()
    add(.claimed(by: context.actor))
  }

  /// What the desk takes back from somebody it no longer hears of. The line to a customer on the
  /// phone may still stand, so a call is never taken.
  private mutating func lapse() throws(Refusal) {
    guard context.role == .system else {
      throw Refusal(gate: .role, needs: [.permission(.takeOver)])
    }
    guard let holder = current.handler, current.channel != .phone else { return }
    add(.lapsed(from: holder))
  }

  /// Who may step in is seen to watch (domain F); anybody else only looks.
  private mutating func watch() {
    guard current.isWatched(by: context.actor, as: context.role, under: rules.authority) else {
      return
    }
    let last = current.watches.last { $0.by == context.actor }
    if let last, context.now.seconds(since: last.at) < Watch.span { return }
    add(.watched(by: context.actor))
  }

  private mutating func lowerHand() throws(Refusal) {
    guard let hand = current.hand else { return }
    guard hand.by == context.actor || rules.authority.allows(context.role, .whisper) else {
      throw Refusal(gate: .role, needs: [.permission(.whisper)])
    }
    add(.handLowered)
  }

  /// Hands a matter that nobody above has answered in their time to the next rung.
  ///
  /// - Returns: whether it was time; only the desk itself does it.
  private mutating func raise() -> Bool {
    guard context.role == .system, let escalation = current.escalation,
      let at = current.raisesAt(by: rules.clocks), at <= context.now,
      context.clock.hasPassed(
        until: at, since: escalation.raisedAt ?? escalation.at, at: context.now),
      let next = rules.clocks.ladder.next(after: escalation.to)
    else { return false }
    add(.raised(to: next.name(in: current.language)))
    return true
  }

  /// Hands the matter up with a time for the customer, and waits at the side step for it.
  private mutating func escalate(to: String, due: Instant) throws(Refusal) {
    // Whoever names nobody hands it to the next rung.
    let usual = rules.clocks.ladder.next(
      after: current.escalation.flatMap { $0.isAnswered ? nil : $0.to })
    let above = to.trimmed.isEmpty ? usual?.name(in: current.language) ?? "" : to
    add(.escalated(to: try text(above), due: try future(due)))
    let side = Set(rules.procedure.sideSteps.map(\.id))
    if let branch = rules.procedure.step(current.step)?.branches.first(where: {
      side.contains($0.to) && $0.when == .escalated
    }) {
      add(.advanced(from: current.step, to: branch.to))
    }
  }
}

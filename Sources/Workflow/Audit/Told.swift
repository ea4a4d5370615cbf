import Vocabulary

/// One command as its events tell of it.
struct Told {
  let records: [RecordedEvent]
  /// The case before it; nil where the command opened it.
  let current: Case?
  let events: [CaseEvent]
  /// What happened, without the gates passed on the way.
  let facts: [CaseEvent]
  /// The event that gave the command its name.
  let principal: RecordedEvent?

  init(_ records: [RecordedEvent], on current: Case?) {
    self.records = records
    self.current = current
    events = records.map(\.event)
    facts = events.filter { $0.passedGate == nil }
    let leading = records.filter { $0.event.passedGate == nil }
    let named: Set<CaseEvent.Kind> = [.granted, .followUpDone]
    principal = leading.first { named.contains($0.event.kind) } ?? leading.first
  }

  /// Whether one person did it, in one moment unless it brought in what was said before.
  var isOfOnePiece: Bool {
    guard let first = records.first else { return false }
    return records.allSatisfy {
      $0.actor == first.actor && (current == nil || $0.at == first.at)
    }
  }

  /// Reasons that were given, other than those the desk finds by itself.
  private var reason: String? {
    for case .overridden(_, _, let reason, _) in events
    where reason != Override.burning && reason != "danger" { return reason }
    return nil
  }

  func envelope(_ command: CaseCommand) -> CommandEnvelope {
    CommandEnvelope(
      id: records.first?.command ?? "", command: command, override: reason.map { .words($0) })
  }

  /// What the engine was told beside the command, as far as the events tell it.
  func context(as role: Role) -> DecisionContext {
    var context = DecisionContext(
      actor: records.first?.actor ?? "", role: role,
      now: (records.map(\.at) + events.compactMap(\.saidAt)).max() ?? Instant(milliseconds: 0))
    for event in events {
      switch event {
      case .received(let received): context.customerReading = .init(received)
      case .replied(let replied): context.agentReading.acts = replied.acts
      case .closed(_, _, _, let review): context.sampled = review
      // Who was on leave then is not kept; whom they spoke for is.
      case .viewGiven(_, .person(let asked), _) where asked != context.actor:
        context.standsInFor = [asked]
      case .overridden(_, _, Override.burning, _): context.burningElsewhere = true
      default: break
      }
    }
    // Whether the holder was writing is not kept.
    context.holderWrites = !facts.contains { $0.kind == .ignored }
    return context
  }

  /// Events without what hangs on the playbook: which step follows, whether a word came late enough
  /// to be a nudge, and who needed to sign off.
  func bare(_ events: [CaseEvent]) -> [CaseEvent] {
    events.filter { $0.passedGate == nil }.map { event in
      switch event {
      case .replied(var replied):
        replied.isNudge = false
        return .replied(replied)
      case .closed(let reason, let words, let signedOffBy, let review):
        let signed = signedOffBy == records.first?.actor ? nil : signedOffBy
        return .closed(reason: reason, words: words, signedOffBy: signed, review: review)
      default: return event
      }
    }
  }

  /// Where the case went.
  var target: StepID? {
    for event in facts {
      switch event {
      case .advanced(_, let to), .wentBack(_, let to), .skipped(_, let to, _): return to
      default: continue
      }
    }
    return nil
  }

  /// Whether the returning customer's step is to be tried, and whether not.
  var returnings: [Bool] {
    guard case .opened(let opened) = events.first, current == nil else { return [false] }
    return opened.earlier?.unsolved == true ? [true, false] : [false]
  }

  // MARK: - What falls due

  /// Whether it is something that falls due, whose time the playbook sets.
  var isSweep: Bool {
    switch principal?.event.kind {
    case .woken, .raised, .ignored, .transferLapsed: true
    default: false
    }
  }

  /// What is wrong with something that fell due, whenever that was.
  func sweepFault(as role: Role) -> AuditFinding.Fault? {
    guard let current, facts.count == 1, let event = facts.first else { return .unfounded }
    switch event {
    case .woken:
      let isAsleep =
        current.state == .snoozed || current.state == .waiting
        || current.state == .closed && current.dueSince == nil
      return isAsleep ? nil : .unfounded
    case .raised:
      guard role == .system else { return Self.onlyTheDesk }
      return current.escalation?.isAnswered == false && current.state != .closed
        ? nil : .unfounded
    case .transferLapsed(let person):
      guard role == .system else { return Self.onlyTheDesk }
      return current.offeredTo == person ? nil : .unfounded
    case .ignored(let person):
      guard role == .system else { return Self.onlyTheDesk }
      return current.handler == person && current.isUntouched ? nil : .unfounded
    default: return nil
    }
  }

  private static let onlyTheDesk = AuditFinding.Fault.refused(
    Refusal(gate: .role, needs: [.permission(.takeOver)]))
}

extension CaseEvent {
  /// When words were said that came in with the case.
  fileprivate var saidAt: Instant? {
    switch self {
    case .received(let received): received.saidAt
    case .replied(let replied): replied.saidAt
    default: nil
    }
  }
}

extension CustomerReading {
  /// As much of a reading as the event keeps.
  init(_ received: CaseEvent.Received) {
    self.init(
      heat: Heat(score: 0, level: received.heat, mood: .seekingHelp, signals: []),
      moves: received.moves, proposals: [])
  }
}

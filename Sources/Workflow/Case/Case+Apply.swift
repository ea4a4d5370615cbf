package import Vocabulary

extension Case {
  /// Lays one more event over the case. Total: no event fails and none is refused.
  package mutating func apply(_ record: RecordedEvent) {
    version = record.version
    touchedAt = record.at
    switch record.event {
    case .opened: break
    case .received(let received): hear(received, record)
    case .replied(let replied): speak(replied, record)
    case .noted(let noted):
      append(
        Message(
          number: messages.count + 1, at: record.at, from: .agent, kind: noted.kind,
          by: record.actor, text: noted.text))
    case .retracted(let message): retract(message)
    case .corrected(let message, let acts, let heat): correct(message, acts: acts, heat: heat)
    case .attested(let act):
      attested.insert(act)
      acts.insert(act)
      noteActs([act], at: messages.count)
    case .claimed(let person):
      handler = person
      owner = owner ?? person
      epoch += 1
    case .released:
      handler = nil
      offeredTo = nil
      epoch += 1
    case .transferOffered(let person): offeredTo = person
    case .transferAccepted(let person):
      handler = person
      owner = person
      offeredTo = nil
      epoch += 1
    case .takenOver(let person, _):
      handler = person
      owner = owner ?? person
      offeredTo = nil
      epoch += 1
    case .escalated(let to, let due):
      escalation = Escalation(to: to, due: due, at: record.at, by: record.actor)
    case .identified: identified = true
    case .confirmed(let what, let implied): confirmations[what] = implied ? .implied : .explicit
    case .disputed(let what): confirmations[what] = .disputed
    case .advanced(_, let to), .wentBack(_, let to), .skipped(_, let to, _): enter(to)
    default: applyRecord(record)
    }
  }

  /// The part of `apply` that fills the record rather than moves the conversation.
  private mutating func applyRecord(_ record: RecordedEvent) {
    switch record.event {
    case .fieldSet(let field, let value, let reason):
      fields[field] = FieldValue(value: value, reason: reason, by: record.actor, at: record.at)
      if field == .customer, let value { customer.name = value }
      if field == .phone { customer.phone = value }
      if field == .email { customer.email = value }
      if field == .company { customer.company = value }
    case .offered(let options, let why):
      plans.append(
        Plan(
          number: plans.count + 1, options: options, onlyOneBecause: why, at: record.at,
          by: record.actor))
      confirmations[.plan] = nil
    case .answered(let plan, let accepted, let option, let words):
      settle(
        plan: plan,
        with: Answer(
          accepted: accepted, option: option, words: words, how: .recorded, at: record.at))
    case .viewAsked(let words): view = words
    case .granted(let option): applyGrant(option, record)
    case .approvalRequested(let subject):
      approvals.append(
        ApprovalRequest(
          number: approvals.count + 1, subject: subject, by: record.actor, at: record.at))
    case .approved(let request, let reason): decide(request, true, reason, record)
    case .denied(let request, let reason): decide(request, false, reason, record)
    case .promised(let what, let due):
      commitments.append(
        Commitment(
          number: commitments.count + 1, what: what, due: due, by: record.actor, at: record.at))
    case .promiseSettled(let number, let kept):
      if let index = commitments.firstIndex(where: { $0.number == number }) {
        commitments[index].state = kept ? .kept : .broken
      }
    case .followUpArranged(let due, let channel):
      followUps.append(FollowUp(due: due, channel: channel))
    case .followUpDone(let outcome): finishFollowUp(outcome, at: record.at)
    case .surveyed(let score, let words):
      survey = Survey(score: score, words: words, at: record.at)
    case .classified(let parts): classification = classification.merging(parts)
    case .tagged(let tag, let on): if on { tags.insert(tag) } else { tags.remove(tag) }
    case .flagged(let evidence): flags.append(evidence)
    default: applyEnding(record)
    }
  }

  /// The part of `apply` that puts a case aside, ends it or brings it back.
  private mutating func applyEnding(_ record: RecordedEvent) {
    switch record.event {
    case .snoozed(let until):
      state = .snoozed
      snoozedUntil = until
    case .woken: wake()
    case .dangerRaised(let kind): danger = kind
    case .dangerEnded: danger = nil
    case .flared: flared = true
    case .overridden(let gate, let strength, let reason):
      overrides.append(
        Override(
          gate: gate, strength: strength, reason: reason, by: record.actor, at: record.at))
    case .closed(let reason, let words, let signedOffBy, let review):
      state = .closed
      snoozedUntil = nil
      closed = Closing(
        reason: reason, words: words, at: record.at, by: record.actor,
        signedOffBy: signedOffBy, review: review)
      tags = []
      flared = false
      danger = nil
    case .reopened:
      closed = nil
      returns += 1
      wake()
    case .linked(let other): if !links.contains(other) { links.append(other) }
    default: break
    }
  }

  // MARK: - The conversation

  private mutating func append(_ message: Message) { messages.append(message) }

  private mutating func hear(_ received: CaseEvent.Received, _ record: RecordedEvent) {
    let number = messages.count + 1
    append(
      Message(
        number: number, at: record.at, from: .customer, kind: received.kind,
        text: received.text, heat: received.heat, moves: received.moves,
        isPublic: channel == .public && customerTurns == 0, isHistory: received.isHistory))
    customerTurns += 1
    heatAtStart = heatAtStart ?? received.heat
    heat = heatLine(after: received.heat, moves: received.moves)
    nudges = 0
    if received.needsReply {
      unanswered.append(number)
      waitingSince = waitingSince ?? record.at
    }
    if received.moves.contains(.question) { openQuestions.append(number) }
    if state != .closed {
      state = unanswered.isEmpty ? .waiting : .open
      snoozedUntil = nil
    }
  }

  private mutating func speak(_ replied: CaseEvent.Replied, _ record: RecordedEvent) {
    let number = messages.count + 1
    append(
      Message(
        number: number, at: record.at, from: .agent, kind: replied.kind,
        by: replied.isHistory ? nil : record.actor, text: replied.text, acts: replied.acts,
        source: replied.source, phrases: replied.phrases, isPublic: replied.isPublic,
        isHistory: replied.isHistory))
    lastWordAt = record.at
    answerQuestions(with: replied.acts)
    if replied.isNudge { nudges += 1 }
    if !replied.isHistory {
      acts.formUnion(replied.acts)
      noteActs(replied.acts, at: number)
    }
    if state != .closed {
      state = openQuestions.isEmpty ? .waiting : .open
      snoozedUntil = nil
    }
  }

  /// A reply takes up every message before it; questions stay open when it only soothes (S1-41).
  private mutating func answerQuestions(with acts: Set<SpeechAct>) {
    if acts.isEmpty || !acts.isSubset(of: SpeechAct.soothing) { openQuestions = [] }
    unanswered = openQuestions
    waitingSince = unanswered.first.flatMap { message($0)?.at }
  }

  /// What was done in words moves the confirmations on and answers a flare.
  private mutating func noteActs(_ done: Set<SpeechAct>, at number: Int) {
    if done.contains(.paraphrase), confirmations[.problem]?.holds != true {
      confirmations[.problem] = .asked(message: number)
    }
    if done.contains(.readBack), confirmations[.readBack]?.holds != true {
      confirmations[.readBack] = .asked(message: number)
    }
    if !done.isDisjoint(with: SpeechAct.hearing) { flared = false }
  }

  private mutating func retract(_ number: Int) {
    guard let index = messages.firstIndex(where: { $0.number == number }) else { return }
    messages[index].retracted = true
    recount()
  }

  private mutating func correct(_ number: Int, acts: Set<SpeechAct>?, heat: HeatLevel?) {
    guard let index = messages.firstIndex(where: { $0.number == number }) else { return }
    messages[index].source = .corrected
    if let acts {
      messages[index].acts = acts
      recount()
      noteActs(acts, at: number)
    }
    if let heat {
      messages[index].heat = heat
      if messages.last(where: { $0.from == .customer })?.number == number { self.heat = heat }
    }
  }

  /// Takes the acts, and what waits for a reply, from the messages anew.
  private mutating func recount() {
    acts = attested
    unanswered = []
    openQuestions = []
    for message in messages {
      if message.from == .customer {
        if message.needsReply { unanswered.append(message.number) }
        if message.moves.contains(.question) { openQuestions.append(message.number) }
      } else if message.reachesCustomer {
        if !message.isHistory { acts.formUnion(message.acts) }
        answerQuestions(with: message.acts)
      }
    }
    for (what, state) in confirmations {
      if case .asked(let number) = state, message(number)?.retracted == true {
        confirmations[what] = nil
      }
    }
    waitingSince = unanswered.first.flatMap { message($0)?.at }
    lastWordAt = messages.last(where: \.reachesCustomer)?.at
    if state == .waiting || state == .open { state = unanswered.isEmpty ? .waiting : .open }
  }

  /// The message numbered `number`, if there is one.
  package func message(_ number: Int) -> Message? {
    let index = number - 1
    return messages.indices.contains(index) ? messages[index] : nil
  }

  /// Rises at once, cools one level a message, or to the message's own level when it thanks or
  /// accepts: a line that does not flicker.
  package func heatLine(after level: HeatLevel, moves: Set<CustomerMove>) -> HeatLevel {
    if level >= heat { return level }
    if moves.contains(.thanks) || moves.contains(.acceptance) { return level }
    return max(level, heat.cooler)
  }

  private mutating func enter(_ next: StepID) {
    step = next
    turnsAtStep = customerTurns
  }

  private mutating func wake() {
    snoozedUntil = nil
    state = unanswered.isEmpty && lastWordAt != nil ? .waiting : .open
  }

  // MARK: - The record

  private mutating func settle(plan number: Int, with answer: Answer) {
    guard let index = plans.firstIndex(where: { $0.number == number }) else { return }
    plans[index].answer = answer
    if answer.accepted { confirmations[.plan] = .explicit }
  }

  private mutating func applyGrant(_ option: PlanOption, _ record: RecordedEvent) {
    grant = option
    plans.append(
      Plan(
        number: plans.count + 1, options: [option], onlyOneBecause: nil, at: record.at,
        by: record.actor,
        answer: Answer(
          accepted: true, option: 0, words: fields[.demand]?.value ?? "", how: .granted,
          at: record.at)))
    if confirmations[.problem]?.holds != true { confirmations[.problem] = .implied }
    confirmations[.plan] = .implied
  }

  private mutating func decide(
    _ request: Int, _ approved: Bool, _ reason: String, _ record: RecordedEvent
  ) {
    guard let index = approvals.firstIndex(where: { $0.number == request }) else { return }
    approvals[index].decision = ApprovalDecision(
      approved: approved, by: record.actor, reason: reason, at: record.at)
  }

  private mutating func finishFollowUp(_ outcome: FollowUpOutcome, at: Instant) {
    if let index = followUps.firstIndex(where: { $0.outcome == nil }) {
      followUps[index].outcome = outcome
      followUps[index].doneAt = at
    } else {
      followUps.append(FollowUp(due: at, channel: channel, outcome: outcome, doneAt: at))
    }
    if outcome == .unreachable { nudges += 1 }
    if outcome == .notFixed { returns += 1 }
  }
}

extension CaseEvent.Received {
  /// Whether we owe an answer: thanks and acceptance alone need none (S1-41).
  package var needsReply: Bool { moves.needReply }
}

extension Message {
  /// Whether we owe this message an answer.
  package var needsReply: Bool { from == .customer && moves.needReply }
}

extension Set<CustomerMove> {
  /// Thanks and acceptance alone need no reply; everything else does.
  fileprivate var needReply: Bool {
    isEmpty || !isSubset(of: [.thanks, .acceptance])
  }
}

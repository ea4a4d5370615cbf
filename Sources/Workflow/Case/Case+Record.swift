import Vocabulary

/// How solutions, looks back and returns fill the record.
extension Case {
  /// The case is in the hands of `person` from here on.
  mutating func take(by person: PersonID) {
    if let last = holders.last, last != person { handovers += 1 }
    holders.removeAll { $0 == person }
    holders.append(person)
    handler = person
  }

  mutating func finishTask(_ number: Int, at: Instant) {
    guard let index = tasks.firstIndex(where: { $0.number == number }) else { return }
    tasks[index].doneAt = tasks[index].doneAt ?? at
    restIfDone(at: at)
  }

  mutating func settle(plan number: Int, with answer: Answer) {
    guard let index = plans.firstIndex(where: { $0.number == number }) else { return }
    plans[index].answer = answer
    guard index == plans.indices.last, !plans[index].isVoid else { return }
    confirmations[.plan] = answer.accepted ? .explicit : nil
    // A grant that the customer turns down was none.
    if !answer.accepted { grant = nil }
  }

  mutating func applyGrant(_ option: PlanOption, _ record: RecordedEvent) {
    grant = option
    plans.append(
      Plan(
        number: plans.count + 1, options: [option], onlyOneBecause: nil, at: record.at,
        by: record.actor,
        answer: Answer(
          accepted: true, option: 0, words: fields[.demand]?.value ?? "", how: .granted,
          at: record.at),
        messagesBefore: messages.count, message: message(of: record), grantedFrom: step))
    if confirmations[.problem]?.holds != true { confirmations[.problem] = .implied }
    confirmations[.plan] = .implied
    escalation?.isAnswered = true
  }

  /// The message that said what `record` tells of: words and what they promise share a command.
  func message(of record: RecordedEvent) -> Int? {
    guard record.command == lastWordCommand else { return nil }
    return messages.last(where: \.reachesCustomer)?.number
  }

  mutating func decide(
    _ request: Int, _ approved: Bool, _ reason: String, _ record: RecordedEvent
  ) {
    guard let index = approvals.firstIndex(where: { $0.number == request }) else { return }
    approvals[index].decision = ApprovalDecision(
      approved: approved, by: record.actor, reason: reason, at: record.at)
  }

  mutating func finishFollowUp(_ outcome: FollowUpOutcome, at: Instant) {
    if let index = followUps.firstIndex(where: { $0.outcome == nil }) {
      followUps[index].outcome = outcome
      followUps[index].doneAt = at
    } else {
      followUps.append(FollowUp(due: at, channel: channel, outcome: outcome, doneAt: at))
    }
    lastOutcome = outcome
    if outcome == .unreachable { tries.append(at) }
    restIfDone(at: at)
    guard outcome.failed else { return }
    voidPlan()
    survey = nil
    messagesBeforeReturn = messages.count
    approvalsBeforeReturn = approvals.count
    guard state != .closed else { return }
    returns += 1
    state = .open
    snoozedUntil = nil
  }

  /// The plan at hand did not hold: neither a grant nor an acceptance stands any longer.
  mutating func voidPlan() {
    if let last = plans.indices.last { plans[last].isVoid = true }
    grant = nil
    confirmations[.plan] = nil
  }

  /// A closed case that had come up goes out of sight again once nothing of it is overdue.
  mutating func restIfDone(at: Instant) {
    if dueSince != nil, (afterClose.first?.at).map({ $0 > at }) ?? true { dueSince = nil }
  }

  /// The reason on record where the customer wrote to a closed case.
  static let customerReturned = "customer_returned"

  /// A closed case is open again, and it is our turn; what the customer said before the close
  /// closes it no second time. Where we open it again ourselves, nobody came back.
  mutating func comeBack(because reason: String) {
    closed = nil
    dueSince = nil
    if reason == Case.customerReturned || FollowUpOutcome(rawValue: reason)?.failed == true {
      returns += 1
    }
    survey = nil
    lastOutcome = nil
    messagesBeforeReturn = messages.count
    approvalsBeforeReturn = approvals.count
    snoozedUntil = nil
    state = .open
  }

  mutating func enter(_ next: StepID, _ record: RecordedEvent) {
    // Handing up goes on to the side step at once; only what leaves it again is the answer.
    if let asked = escalation?.version, record.version &- asked > 1 {
      escalation?.isAnswered = true
    }
    step = next
    turnsAtStep = customerTurns
    if !visited.contains(next) { visited.append(next) }
  }

  /// Comes back from being put aside: for us, when its time has come. What has waited for the
  /// customer until something fell due is ours again; a closed case stays closed and comes up.
  mutating func wake(at: Instant) {
    switch state {
    case .closed: dueSince = at
    case .waiting: state = .open
    case .open, .snoozed:
      let isTime = snoozedUntil.map { $0 <= at } == true
      snoozedUntil = nil
      state = isTime ? .open : turn
    }
  }
}

package import Vocabulary

/// How a matter that was handed up goes on.
extension Case {
  /// The clock of the rung that has the matter and has not answered; nil where nobody above has it,
  /// or somebody who is on no rung.
  package func rungClock(by rules: ClockRules) -> CaseClock? {
    guard state != .closed, let escalation, !escalation.isAnswered,
      let rung = rules.ladder.rung(called: escalation.to)
    else { return nil }
    return Ruler(rules, rules.calendar(on: channel, in: language))
      .clock(.rung, from: escalation.raisedAt ?? escalation.at, within: rung.within)
  }

  /// When the matter goes on to the next rung by itself; nil where it does not.
  package func raisesAt(by rules: ClockRules) -> Instant? {
    guard let escalation, rules.ladder.next(after: escalation.to) != nil else { return nil }
    return rungClock(by: rules)?.at
  }
}

/// Requests that wait for a yes or no.
extension Case {
  /// The requests nobody has decided on, the oldest first; none of a closed case.
  package var openRequests: [ApprovalRequest] {
    state == .closed ? [] : approvals.filter { $0.decision == nil }
  }

  /// Until when a request should be decided.
  package func clock(of request: ApprovalRequest, by rules: ClockRules) -> CaseClock {
    let above = escalation.flatMap { $0.isAnswered ? nil : $0.to }
    return Ruler(rules, rules.calendar(on: channel, in: language))
      .clock(.approval, from: request.at, within: rules.ladder.approvesWithin(at: above))
  }

  /// When the first of the requests that wait should be decided; nil where none waits.
  package func approvalDue(by rules: ClockRules) -> Instant? {
    openRequests.map { clock(of: $0, by: rules).at }.min()
  }

  /// The last request, where it was decided and the customer has heard nothing from us since: they
  /// hear how it went without delay (S1-6).
  package var untoldDecision: ApprovalRequest? {
    guard state != .closed, let request = approvals.last, let decision = request.decision,
      lastWordAt.map({ $0 <= decision.at }) ?? true
    else { return nil }
    return request
  }

  /// The remedy that was approved last and has not been granted since.
  package var approvedOption: PlanOption? {
    guard grant == nil else { return nil }
    for request in approvals.reversed() where request.decision?.approved == true {
      if case .remedy(let option) = request.subject { return option }
    }
    return nil
  }
}

package import Vocabulary

/// Holds conditions against a case.
package struct Evaluation {
  package let current: Case
  package let rules: Rules
  package let subject: Subject
  package let now: Instant

  package init(of current: Case, by rules: Rules, about subject: Subject, now: Instant) {
    self.current = current
    self.rules = rules
    self.subject = subject
    self.now = now
  }

  /// How `gate` stands, without regard to reasons given for it.
  package func status(of gate: Gate) -> GateStatus {
    switch evaluate(gate.condition) {
    case .met(let how): GateStatus(gate: gate, how: how, missing: [])
    case .missing(let needs): GateStatus(gate: gate, how: nil, missing: needs)
    }
  }

  enum Verdict: Equatable {
    case met(Met)
    case missing([Need])

    var holds: Bool { if case .met = self { true } else { false } }
  }

  func evaluate(_ condition: Condition) -> Verdict {
    switch condition {
    case .all(let parts): all(parts.map(evaluate))
    case .any(let parts): any(parts.map(evaluate))
    case .said(let wanted): said(wanted)
    case .confirmed(let what): confirmed(what)
    case .fields(let names):
      holds(names.filter { current.fields[$0] == nil }.map(Need.field))
    case .onFile(let name):
      holds(current.fields[name]?.value == nil ? [.field(name)] : [])
    case .noField(let name):
      holds(current.fields[name]?.value != nil ? [.noField(name)] : [])
    case .withinAuthority: withinAuthority()
    case .notDisclosing(let kinds):
      holds(kinds.filter(subject.disclosures.contains).map(Need.without))
    case .closing(let reasons):
      holds(subject.closing.map(reasons.contains) == true ? [] : [.closeReason(reasons)])
    case .options(let least): enoughOptions(least)
    case .dated:
      holds(optionsAtHand.contains { $0.due == nil } ? [.date] : [])
    default: conversation(condition)
    }
  }

  private func conversation(_ condition: Condition) -> Verdict {
    switch condition {
    case .customerSpoke: holds(current.customerTurns > 0 ? [] : [.customerMessage])
    case .customerAsked: customerAsked()
    case .turns(let count):
      holds(
        lacking(
          // A mail tells it all at once; whoever must write two more only gets angrier (domain A.1,
          // step 1: they stop adding new grievances).
          current.channel == .mail ? 1 : max(1, count + current.extraTurns(by: rules)),
          current.customerTurns - current.turnsAtStep, Need.turns))
    case .heatBelow(let level): holds(current.heat < level ? [] : [.heat(below: level)])
    case .nothingUnanswered:
      holds(current.unanswered.isEmpty ? [] : [.reply(to: current.unanswered)])
    case .impliedAcceptance:
      isAcceptedByGoingOn ? .met(.implied) : .missing([.acceptance])
    case .heardAgain: holds(current.flared ? [.hearAgain] : [])
    case .nudges(let count): holds(lacking(count, current.nudges(by: rules.clocks), Need.nudges))
    case .changeAsked:
      if current.earlier == nil { .met(.observed) } else { said([.question, .askView]) }
    case .promiseOwned: promiseOwned()
    case .rounds(let most): holds(current.roundsLost < most ? [] : [.escalation])
    default: record(condition)
    }
  }

  private func record(_ condition: Condition) -> Verdict {
    switch condition {
    case .offered: offered()
    case .answered(let kind): answered(kind)
    case .viewRecorded: holds(current.view == nil ? [.view] : [])
    case .identified: holds(current.identified ? [] : [.identity])
    case .followUp:
      holds(
        current.lastOutcome == .fixed || current.followUps.contains { $0.outcome == nil }
          ? [] : [.followUp])
    case .plainQuestion: holds(current.isPlainQuestion ? [] : [.followUp])
    case .followUpSettled: holds(current.lastOutcome == .fixed ? [] : [.followUpSettled])
    case .promisesKept:
      holds(
        current.commitments.filter { $0.state == .open && $0.due < now }
          .map { .promise(number: $0.number) })
    case .satisfaction: holds((current.survey?.score ?? 0) >= 3 ? [] : [.satisfaction])
    case .granted:
      holds(
        current.grant == nil ? [.grant] : isPlanDisputed ? [.answer(.accepted)] : [])
    case .signedOff: holds(isSignedOff ? [] : [.signOff])
    case .severity(let most): holds(severity(over: most) ? [.severity(atMost: most)] : [])
    case .classified(let classes):
      holds(
        current.classification.class.map(classes.contains) == true
          ? [] : [.classification(classes)])
    case .groundNamed: groundNamed()
    case .demandExplained:
      holds(
        current.classification.demand == .unfounded && current.fields[.explanationPlan] == nil
          ? [.field(.explanationPlan)] : [])
    case .noEarlierFailure: holds(current.failedBefore ? [.noEarlierFailure] : [])
    case .escalated:
      holds(current.escalation?.isAnswered == false ? [] : [.escalation])
    case .linked: holds(current.links.isEmpty ? [.link] : [])
    default: .met(.observed)
    }
  }

  // MARK: - Single conditions

  private func said(_ wanted: [SpeechAct]) -> Verdict {
    let done = current.acts.intersection(wanted)
    if done.isEmpty { return .missing([.act(wanted)]) }
    var how = Met.attested
    for message in current.messages
    where message.meetsGates && !message.acts.isDisjoint(with: wanted) {
      if message.source != .corrected { return .met(.observed) }
      how = .corrected
    }
    return .met(how)
  }

  /// Whoever was let down hears it named first; once we have spoken, it is too late to be first.
  private func promiseOwned() -> Verdict {
    let isDue = current.brokePromise && !current.hasSpokenSinceReturn
    guard isDue || current.unspokenPromise != nil,
      !subject.acts.contains(.ownsPromise), !current.attested.contains(.ownsPromise)
    else { return .met(.observed) }
    return .missing([.act([.ownsPromise])])
  }

  /// The customer's last words accept or thank, take nothing back, and are younger than the last
  /// close or failure.
  private var isAcceptedByGoingOn: Bool {
    guard let last = current.lastCustomerMessage, current.unanswered.isEmpty,
      last.number > current.messagesBeforeReturn
    else { return false }
    return !last.moves.isDisjoint(with: [.acceptance, .thanks])
      && last.moves.isSubset(of: [.acceptance, .thanks, .question])
  }

  /// The customer turned down what they had taken.
  /// A plan is on the table once the customer can know of it; what is said on the phone need not be
  /// noted.
  private func offered() -> Verdict {
    guard let plan = current.plan else { return .missing([.plan]) }
    return holds(current.channel == .phone || current.isTold(of: plan) ? [] : [.words(.offer)])
  }

  private var isPlanDisputed: Bool { current.confirmations[.plan] == .disputed }

  private func confirmed(_ what: Confirmable) -> Verdict {
    switch current.confirmations[what] {
    case .explicit: .met(.observed)
    case .implied: .met(.implied)
    case .asked: .missing([.confirmation(what)])
    case .disputed, nil:
      switch what {
      case .problem: .missing([.act([.paraphrase]), .confirmation(what)])
      case .readBack: .missing([.act([.readBack]), .confirmation(what)])
      case .plan: .missing([.answer(.accepted)])
      }
    }
  }

  private func customerAsked() -> Verdict {
    guard let moves = current.lastCustomerMessage?.moves else {
      return .missing([.customerMessage])
    }
    return moves.isDisjoint(with: [.question, .acceptance, .thanks])
      ? .missing([.customerQuestion]) : .met(.observed)
  }

  /// Not judged yet counts as small: most cases are, and a grave one is marked when it is seen. A
  /// gate that lets every severity pass asks for the judgement itself.
  private func severity(over most: Int) -> Bool {
    guard let severity = current.classification.severity else { return most >= 4 }
    return severity > most
  }

  private func answered(_ kind: AnswerKind) -> Verdict {
    guard let plan = current.plan else { return .missing([.plan]) }
    guard let answer = plan.answer else { return .missing([.answer(kind)]) }
    let fits =
      switch kind {
      case .any: true
      case .accepted: answer.accepted && !isPlanDisputed
      case .declined: !answer.accepted || isPlanDisputed
      }
    return fits ? .met(.observed) : .missing([.answer(kind)])
  }

  /// The options an action brings, or else those of the plan at hand.
  private var optionsAtHand: [PlanOption] {
    subject.options.isEmpty ? current.plan?.options ?? [] : subject.options
  }

  private func enoughOptions(_ least: Int) -> Verdict {
    let why = subject.options.isEmpty ? current.plan?.onlyOneBecause : subject.onlyOneBecause
    return holds(optionsAtHand.count >= least || why != nil ? [] : [.options(least)])
  }

  private func withinAuthority() -> Verdict {
    let authority = rules.authority
    let weighing = current.weighing
    return holds(
      optionsAtHand.filter { !isGuaranteed($0) }.map(addedToWhatWasTaken).filter { option in
        !authority.covers(subject.role, option, weighing: weighing) && !isApproved(option)
      }.map {
        .approval($0.remedy, leastRole: authority.leastRole(for: $0, weighing: weighing))
      })
  }

  /// Whether it gives what was fixed in advance, and has not been given on this case yet (S0-23).
  private func isGuaranteed(_ option: PlanOption) -> Bool {
    guard rules.authority.guarantee(of: option) != nil,
      rules.authority.allows(subject.role, .work)
    else { return false }
    let earlier = subject.options.isEmpty ? current.plans.dropLast() : current.plans[...]
    return !earlier.contains { $0.taken?.guarantee == option.guarantee }
  }

  /// The option with what the customer took of the same remedy before: a limit holds for the case,
  /// not for each of many small gifts.
  private func addedToWhatWasTaken(_ option: PlanOption) -> PlanOption {
    guard let amount = option.amount else { return option }
    let earlier = subject.options.isEmpty ? current.plans.dropLast() : current.plans[...]
    var whole = option
    for case let taken? in earlier.map(\.taken)
    where taken.remedy == option.remedy && taken.amount?.currency == amount.currency
      && taken.guarantee == nil
    {
      let (sum, overflow) = (whole.amount?.minor ?? 0)
        .addingReportingOverflow(taken.amount?.minor ?? 0)
      whole.amount?.minor = overflow ? .max : sum
    }
    return whole
  }

  /// An approval holds for the remedy it was asked for, up to its amount.
  private func isApproved(_ option: PlanOption) -> Bool { current.hasApproval(of: option) }

  private func groundNamed() -> Verdict {
    let sorted = current.classification
    guard sorted.namesGround else { return .missing([.upheldGround]) }
    let isOnFile = current.fields[.authorityReference]?.value != nil
    return holds(
      sorted.class == .upheld && sorted.kind == .breach && !isOnFile
        ? [.field(.authorityReference)] : [])
  }

  private var isSignedOff: Bool {
    if rules.authority.allows(subject.role, .signOff) { return true }
    return subject.closing.map { current.signOff(for: $0) != nil } ?? false
  }

  // MARK: - Joining

  private func holds(_ needs: [Need]) -> Verdict {
    needs.isEmpty ? .met(.observed) : .missing(needs)
  }

  private func lacking(_ wanted: Int, _ have: Int, _ need: (Int) -> Need) -> [Need] {
    have >= wanted ? [] : [need(wanted - max(0, have))]
  }

  private func all(_ verdicts: [Verdict]) -> Verdict {
    var how = Met.observed
    var needs: [Need] = []
    for verdict in verdicts {
      switch verdict {
      case .met(let one): how = max(how, one)
      case .missing(let more): needs += more.filter { !needs.contains($0) }
      }
    }
    return needs.isEmpty ? .met(how) : .missing(needs)
  }

  private func any(_ verdicts: [Verdict]) -> Verdict {
    var best: Met?
    var ways: [Need] = []
    for verdict in verdicts {
      switch verdict {
      case .met(let one): best = min(best ?? one, one)
      case .missing(let needs):
        // The reason for closing has been chosen: ways that lead to another one are no help.
        if needs.contains(where: \.isCloseReason) { continue }
        let way = needs.count == 1 ? needs : [.allOf(needs)]
        ways += way.filter { !ways.contains($0) }
      }
    }
    if let best { return .met(best) }
    if ways.isEmpty { return verdicts.first ?? .missing([.reason]) }
    if ways.count == 1, case .allOf(let parts) = ways[0] { return .missing(parts) }
    return .missing(ways.count == 1 ? ways : [.oneOf(ways)])
  }
}

extension Need {
  /// Whether it asks, by itself or among others, for somebody's approval of a remedy.
  var isApproval: Bool {
    switch self {
    case .approval: true
    case .oneOf(let needs), .allOf(let needs): needs.contains(where: \.isApproval)
    default: false
    }
  }

  fileprivate var isCloseReason: Bool { if case .closeReason = self { true } else { false } }
}

extension Case {
  /// Whether a calm customer asked something, nothing ever went wrong, and nothing was offered,
  /// granted or promised: of the least severity unless somebody judged it otherwise.
  fileprivate var isPlainQuestion: Bool {
    guard heat == .calm, heatAtStart ?? .calm == .calm, !flared, !failedBefore, danger == nil,
      plans.isEmpty, grant == nil, commitments.isEmpty, classification.severity ?? 1 <= 1
    else { return false }
    let heard = messages.filter { $0.isFromCustomer }
    return heard.contains { $0.moves.contains(.question) }
      && heard.allSatisfy { $0.heat ?? .calm == .calm }
  }

  /// Whether somebody approved `option`, or the same remedy up to a higher amount.
  package func hasApproval(of option: PlanOption) -> Bool {
    approvals.contains { request in
      guard request.decision?.approved == true, case .remedy(let granted) = request.subject,
        granted.remedy == option.remedy
      else { return false }
      guard let amount = option.amount else { return true }
      return granted.amount.map { $0.currency == amount.currency && amount.minor <= $0.minor }
        ?? false
    }
  }

  /// Who approved closing the case for `reason`, since it last came back, and has not been
  /// overruled.
  package func signOff(for reason: CloseReason) -> PersonID? {
    let last = approvals.dropFirst(max(0, approvalsBeforeReturn))
      .last { $0.subject == .close(reason) && $0.decision != nil }
    if let decision = last?.decision { return decision.approved ? decision.by : nil }
    // What was confirmed on evidence ends a case firmly, or before a court, without another yes.
    switch reason {
    case .declined: return standing(.malicious)?.decision?.by
    case .referred: return standing(.legal)?.decision?.by
    default: return nil
    }
  }

  /// The gates that stand before an action at the step at hand, as they are now.
  ///
  /// A gate of order or wording that danger sets aside shows as such.
  ///
  /// - Parameters:
  ///   - occasion: what the gates stand before.
  ///   - rules: the playbook's part.
  ///   - subject: what the action is about.
  ///   - now: the time it is held against.
  /// - Returns: a status a gate, in the playbook's order.
  package func gates(
    before occasion: Occasion, by rules: Rules, about subject: Subject, now: Instant
  ) -> [GateStatus] {
    let evaluation = Evaluation(of: self, by: rules, about: subject, now: now)
    let next = occasion == .leave ? usualNext(by: rules, now: now) : nil
    return rules.gates(before: occasion, at: step).filter { gate in
      gate.towards.isEmpty || next.map(gate.towards.contains) == true
    }.map { gate in
      var status = evaluation.status(of: gate)
      if !status.met, danger != nil, gate.strength == .advice, occasion != .close {
        status.how = .suspended
      }
      return status
    }
  }
}

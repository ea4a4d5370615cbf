import Vocabulary

/// The command that events tell of.
extension Told {
  /// Nil where no command begins with these events.
  var command: CaseCommand? {
    guard let event = principal?.event else { return nil }
    switch event {
    case .opened(let opened): return current == nil ? .open(opening(opened)) : nil
    case .received(let received):
      return .receive(
        text: received.text, spoken: received.kind == .spoken, isPublic: received.isPublic)
    case .replied(let replied):
      return replied.kind == .spoken ? .say(draft(replied)) : .send(draft(replied))
    case .noted(let noted):
      return noted.kind == .whisper ? .whisper(text: noted.text) : .note(text: noted.text)
    case .retracted(let message): return .retract(message: message)
    case .attested(let act): return .attest(act)
    case .cited(let message, let source): return .cite(source, message: message)
    case .corrected(let message, let acts, let heat):
      return .correct(message: message, acts: acts, heat: heat)
    case .confirmed(let what, _): return .confirm(what)
    default: return holding(event) ?? settling(event) ?? recording(event)
    }
  }

  private func holding(_ event: CaseEvent) -> CaseCommand? {
    switch event {
    case .claimed: .claim
    case .released: .release
    case .transferOffered(let person): .transfer(to: person)
    case .transferAccepted: .accept
    case .transferDeclined: .decline
    case .takenOver(_, let reason): .takeOver(reason: reason)
    case .lapsed: .lapse
    case .watched: .watch
    case .ignored, .raised, .woken, .transferLapsed: .wake
    case .complainedAbout(let person, let on): .complainedAbout(person, on: on)
    case .vipSet(let on): .vip(on: on)
    case .escalated(let to, let due): .escalate(to: to, due: due)
    case .handRaised(let words): .raiseHand(words: words)
    case .handLowered: .lowerHand
    case .advanced(_, let to): .advance(to: to)
    case .wentBack(_, let to): .back(to: to)
    case .skipped(_, let to, let reason): .skip(to: to, reason: reason)
    case .snoozed(let until): .snooze(until: until)
    default: nil
    }
  }

  private func settling(_ event: CaseEvent) -> CaseCommand? {
    switch event {
    case .offered(let options, let why): .offer(options: options, onlyOneBecause: why)
    case .answered(let plan, let accepted, let option, let words):
      .answer(accepted: accepted, option: option, words: words, plan: plan)
    case .viewAsked(let words): .askView(words: words)
    case .granted(let option): .grant(option, draft: grantDraft)
    case .approvalRequested(let subject, let why): .requestApproval(subject, why: why)
    case .approved(let request, let reason): .approve(request: request, reason: reason)
    case .denied(let request, let reason): .deny(request: request, reason: reason)
    case .promised(let what, let due): .promise(what: what, due: due)
    case .promiseSettled(let number, let kept): .settlePromise(number: number, kept: kept)
    case .promiseWithdrawn(let number, let reason):
      .withdrawPromise(number: number, reason: reason)
    case .followUpArranged(let due, let channel): .arrangeFollowUp(due: due, channel: channel)
    case .followUpDone(let outcome): .followUpDone(outcome: outcome)
    case .surveyed(let score, let words, let ratings):
      .survey(score: score, words: words, ratings: ratings)
    case .improvementNoted(let cause, let proposal): .improve(cause: cause, proposal: proposal)
    case .taskGiven(let department, let what, let due, let promise):
      .task(department: department, what: what, due: due, promise: promise)
    case .taskDone(let number): .taskDone(number: number)
    case .closed(let reason, let words, _, _): .close(reason, words: words)
    case .reopened(let reason): .reopen(reason: reason)
    default: nil
    }
  }

  private func recording(_ event: CaseEvent) -> CaseCommand? {
    switch event {
    case .languageSet(let tag): .changeLanguage(tag)
    case .identified(let how): .identify(how: how)
    case .fieldSet(let field, let value, let reason): .set(field, value: value, reason: reason)
    case .classified(let parts): .classify(parts)
    case .tagged(let tag, let on): .tag(tag, on: on)
    case .flagged(let evidence): .flag(evidence: evidence)
    case .conductProposed(let kind, let evidence): .proposeConduct(kind, evidence: evidence)
    case .conductDecided(let number, let confirmed, let reason):
      .decideConduct(number: number, confirmed: confirmed, reason: reason)
    case .conductLifted(let number, let reason): .liftConduct(number: number, reason: reason)
    case .dangerRaised(let kind): .danger(kind)
    case .dangerEnded: .dangerOver
    case .threatSeen: .seeThreat
    case .consulted(let asked, let question, let due, let tells):
      .consult(asked: asked, question: question, due: due, tells: tells)
    case .viewGiven(let number, _, let words): .giveView(number: number, words: words)
    case .consultEnded(let number, let outcome, let words, let route):
      .endConsult(number: number, outcome: outcome, words: words, route: route)
    case .announced(let matter, let words, let language, let next):
      .announce(matter, words: words, language: language, next: next)
    case .linked(let other): .link(other)
    default: nil
    }
  }

  /// Words with what they promised.
  private func draft(_ replied: CaseEvent.Replied) -> Draft {
    let start = facts.firstIndex { $0.kind == .replied } ?? 0
    var promises: [DraftPromise] = []
    for case .promised(let what, let due) in facts.dropFirst(start + 1)
      .prefix(while: { $0.kind == .promised })
    {
      promises.append(DraftPromise(what: what, due: due))
    }
    return Draft(
      text: replied.text, phrases: replied.phrases, promises: promises,
      isPublic: current?.channel == .public ? replied.isPublic : nil)
  }

  /// The one message of a grant.
  private var grantDraft: Draft? {
    for case .replied(let replied) in facts { return draft(replied) }
    return nil
  }

  private func opening(_ opened: CaseEvent.Opened) -> Opening {
    let turns = facts.dropFirst().compactMap { event -> OpeningTurn? in
      switch event {
      case .received(let received):
        OpeningTurn(
          from: .customer, text: received.text, at: received.saidAt,
          customerReading: CustomerReading(received))
      case .replied(let replied):
        OpeningTurn(
          from: .agent, text: replied.text, at: replied.saidAt,
          agentReading: AgentReading(
            acts: replied.acts, disclosures: [], unresolved: [], findings: []))
      default: nil
      }
    }
    return Opening(
      ref: opened.ref, channel: opened.channel, language: opened.language,
      customer: opened.customer, external: opened.external, turns: turns,
      earlier: opened.earlier, skipsLevel: opened.skipsLevel == true, owner: opened.owner)
  }
}

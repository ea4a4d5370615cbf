import Vocabulary

extension Case {
  /// Lays one more event over the case. Total: no event fails and none is refused.
  package mutating func apply(_ record: RecordedEvent) {
    version = record.version
    // Who looks on does not move the case.
    if record.event.kind != .watched { touchedAt = record.at }
    let held = epoch
    let returnsKnown = returns
    defer {
      if epoch != held {
        heldSince = handler == nil ? nil : record.at
        isUntouched = handler != nil
      } else if record.actor == handler, record.event.kind != .watched {
        isUntouched = false
      }
    }
    switch record.event {
    case .opened: break
    case .received(let received): hear(received, record)
    case .replied(let replied): speak(replied, record)
    case .noted(let noted):
      messages.append(
        Message(
          number: messages.count + 1, at: record.at, from: .agent, kind: noted.kind,
          by: record.actor, text: noted.text))
      // A whisper is the answer.
      if noted.kind == .whisper, record.actor != hand?.by { hand = nil }
    case .retracted(let message): retract(message)
    case .cited(let message, let source):
      if let index = messages.firstIndex(where: { $0.number == message }) {
        messages[index].sources.append(source)
      }
    case .corrected(let message, let acts, let heat): correct(message, acts: acts, heat: heat)
    case .attested(let act):
      attested.insert(act)
      acts.insert(act)
      noteActs([act], at: messages.count)
    case .claimed(let person):
      owner = owner ?? person
      changeHands(to: person)
    case .released:
      hand = nil
      changeHands(to: nil)
    case .lapsed(let person):
      hand = nil
      changeHands(to: nil)
      lapse = Lapse(from: person, at: record.at)
    case .ignored(let person):
      hand = nil
      changeHands(to: nil)
      lapse = Lapse(from: person, at: record.at, wasIgnored: true)
    case .complainedAbout(let person, let on): complain(about: person, on)
    case .vipSet(let on): customer.vip = on
    case .watched(let person):
      watches.removeAll { $0.by == person }
      watches.append(Watch(by: person, at: record.at))
    case .transferOffered(let person):
      offeredTo = person
      offeredAt = record.at
      declinedBy = nil
      unansweredBy = nil
    case .transferDeclined(let person):
      offeredTo = nil
      declinedBy = person
      offeredAt = nil
    case .transferLapsed(let person):
      offeredTo = nil
      offeredAt = nil
      unansweredBy = person
    case .transferAccepted(let person):
      hand = nil
      owner = person
      escalation?.isAnswered = true
      changeHands(to: person)
    case .takenOver(let person, let reason):
      takeOver = handler.map { TakeOver(from: $0, by: person, reason: reason) }
      hand = nil
      owner = owner ?? person
      escalation?.isAnswered = true
      changeHands(to: person)
    case .escalated(let to, let due):
      escalation = Escalation(
        to: to, due: due, at: record.at, by: record.actor, version: record.version)
    case .raised(let to):
      escalation?.to = to
      escalation?.raisedAt = record.at
    case .identified: identified = true
    case .handRaised(let words):
      hand = RaisedHand(words: words, by: record.actor, at: record.at)
    case .handLowered: hand = nil
    case .languageSet(let tag): language = tag
    case .confirmed(let what, let implied): confirmations[what] = implied ? .implied : .explicit
    case .disputed(let what): confirmations[what] = .disputed
    case .advanced(_, let to), .wentBack(_, let to), .skipped(_, let to, _): enter(to, record)
    default: applyRecord(record)
    }
    if returns != returnsKnown { returnedAt = record.at }
    takeTurnForPromise()
  }

  /// Every change of hands ends what rested on the claim before.
  mutating func changeHands(to person: PersonID?) {
    if let person { take(by: person) } else { handler = nil }
    offeredTo = nil
    offeredAt = nil
    declinedBy = nil
    unansweredBy = nil
    epoch &+= 1
    if let person, lapse?.from == person { lapse = nil }
    if handler != takeOver?.by { takeOver = nil }
  }

  /// A promise we broke and have not spoken of is our turn, whatever else was said.
  private mutating func takeTurnForPromise() {
    guard state == .waiting, let broken = unspokenPromise else { return }
    state = .open
    waitingSince = waitingSince ?? broken.settledAt
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
          by: record.actor, messagesBefore: messages.count))
      confirmations[.plan] = nil
      // What was granted stays taken; but a new offer on the table is a new question.
      grant = nil
      escalation?.isAnswered = true
    case .answered(let plan, let accepted, let option, let words):
      settle(
        plan: plan,
        with: Answer(
          accepted: accepted, option: option, words: words, how: .recorded, at: record.at))
    case .viewAsked(let words): view = words
    case .granted(let option): applyGrant(option, record)
    case .approvalRequested(let subject, let why):
      approvals.append(
        ApprovalRequest(
          number: approvals.count + 1, subject: subject, by: record.actor, at: record.at,
          why: why.isEmpty ? nil : why))
    case .approved(let request, let reason): decide(request, true, reason, record)
    case .denied(let request, let reason): decide(request, false, reason, record)
    case .promised(let what, let due):
      commitments.append(
        Commitment(
          number: (commitments.last?.number ?? 0) + 1, what: what, due: due, by: record.actor,
          at: record.at, message: message(of: record)))
    case .promiseSettled(let number, let kept):
      if let index = commitments.firstIndex(where: { $0.number == number }) {
        commitments[index].state = kept ? .kept : .broken
        commitments[index].settledAt = record.at
        commitments[index].settledAfter = messages.count
        if !kept, state == .snoozed {
          state = .open
          snoozedUntil = nil
        }
      }
      restIfDone(at: record.at)
    case .promiseWithdrawn(let number, _):
      commitments.removeAll { $0.number == number && $0.state == .open }
      restIfDone(at: record.at)
    case .followUpArranged(let due, let channel):
      // One look back is arranged at a time: another day takes the place of the one before.
      followUps.removeAll { $0.outcome == nil }
      followUps.append(FollowUp(due: due, channel: channel, message: message(of: record)))
    case .followUpDone(let outcome): finishFollowUp(outcome, at: record.at)
    case .surveyed(let score, let words, let ratings):
      survey = Survey(score: score, words: words, at: record.at, ratings: ratings)
    case .improvementNoted(let cause, let proposal):
      improvements.append(
        Improvement(cause: cause, proposal: proposal, by: record.actor, at: record.at))
    case .taskGiven(let department, let what, let due, let promise):
      tasks.append(
        FulfilmentTask(
          number: (tasks.last?.number ?? 0) &+ 1, department: department, what: what, due: due,
          by: record.actor, at: record.at, promise: promise))
    case .taskDone(let number): finishTask(number, at: record.at)
    case .classified(let parts): sort(parts, at: record.at)
    case .tagged(let tag, let on): if on { tags.insert(tag) } else { tags.remove(tag) }
    case .flagged(let evidence): flags.append(evidence)
    case .consulted, .viewGiven, .consultEnded, .announced: applyTogether(record)
    default: applyEnding(record)
    }
  }

  /// The part of `apply` that several see to.
  private mutating func applyTogether(_ record: RecordedEvent) {
    switch record.event {
    case .consulted(let asked, let question, let due, let tells):
      consultations.append(
        Consultation(
          number: consultations.count + 1, by: record.actor, at: record.at, asked: asked,
          question: question, due: due, tells: tells, returnsBefore: returns, views: []))
    case .viewGiven(let number, let asked, let words):
      // It is a note as any other, so that whoever reads the case reads it.
      messages.append(
        Message(
          number: messages.count + 1, at: record.at, from: .agent, kind: .note,
          by: record.actor, text: words))
      if let index = consultations.firstIndex(where: { $0.number == number }) {
        consultations[index].views.append(
          .init(by: record.actor, speaksFor: asked, at: record.at, words: words))
      }
    case .consultEnded(let number, let outcome, let words, let route):
      if let index = consultations.firstIndex(where: { $0.number == number }) {
        consultations[index].end = .init(
          outcome: outcome, words: words, route: route, by: record.actor, at: record.at)
      }
    case .announced(let matter, let words, let language, let next):
      announcements.append(
        Announcement(
          matter: matter, words: words, language: language, next: next, by: record.actor,
          at: record.at))
    default: break
    }
  }

  /// The part of `apply` that puts a case aside, ends it or brings it back.
  private mutating func applyEnding(_ record: RecordedEvent) {
    switch record.event {
    case .snoozed(let until):
      state = .snoozed
      snoozedUntil = until
    case .woken: wake(at: record.at)
    case .conductProposed(let kind, let evidence):
      conduct.append(
        ConductFlag(
          number: conduct.count &+ 1, kind: kind, evidence: evidence, by: record.actor,
          at: record.at))
    case .conductDecided(let number, let confirmed, let reason):
      if let index = conduct.firstIndex(where: { $0.number == number }) {
        conduct[index].decision = ApprovalDecision(
          approved: confirmed, by: record.actor, reason: reason, at: record.at)
      }
    case .conductLifted(let number, let reason):
      if let index = conduct.firstIndex(where: { $0.number == number }) {
        conduct[index].lifted = reason
      }
    case .dangerRaised(let kind): danger = kind
    case .threatSeen: threat = nil
    case .dangerEnded:
      danger = nil
      dangerSettledAfter = messages.count
    case .flared:
      flared = true
      flareMessage = lastCustomerMessage?.number
    case .overridden(let gate, let strength, let reason, let role):
      overrides.append(
        Override(
          gate: gate, strength: strength, reason: reason, by: record.actor, role: role,
          at: record.at))
    case .closed(let reason, let words, let signedOffBy, let review):
      state = .closed
      dueSince = nil
      snoozedUntil = nil
      closed = Closing(
        reason: reason, words: words, at: record.at, by: record.actor,
        signedOffBy: signedOffBy, review: review)
      tags = []
      flared = false
      flareMessage = nil
      danger = nil
      dangerSettledAfter = messages.count
      hand = nil
      threat = nil
    case .reopened(let reason): comeBack(because: reason)
    case .linked(let other): if !links.contains(other) { links.append(other) }
    default: break
    }
  }
}

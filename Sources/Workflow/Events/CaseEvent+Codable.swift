import Vocabulary

// One flat JSON object an event, its kind under `type`. Names once used are never used again for
// something else, so that old events are read for ever.

extension CaseEvent {
  private enum Key: String, CodingKey {
    case type
    case accepted
    case act
    case acts
    case asked
    case by
    case cause
    case channel
    case classification
    case danger
    case department
    case due
    case evidence
    case items
    case field
    case from
    case gate
    case grant
    case heat
    case how
    case implied
    case kept
    case language
    case matter
    case message
    case next
    case number
    case on
    case onlyOneBecause = "only_one_because"
    case option
    case options
    case outcome
    case person
    case plan
    case promise
    case proposal
    case ratings
    case reason
    case ref
    case request
    case review
    case role
    case route
    case score
    case signedOffBy = "signed_off_by"
    case strength
    case subject
    case tag
    case tells
    case to
    case until
    case value
    case what
    case words
  }
}

extension CaseEvent: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(kind, forKey: .type)
    switch self {
    case .opened(let payload): try payload.encode(to: encoder)
    case .received(let payload): try payload.encode(to: encoder)
    case .replied(let payload): try payload.encode(to: encoder)
    case .noted(let payload): try payload.encode(to: encoder)
    case .retracted(let message):
      try box.encode(message, forKey: .message)
    case .claimed(let by):
      try box.encode(by, forKey: .by)
    case .released(let by):
      try box.encode(by, forKey: .by)
    case .transferOffered(let to):
      try box.encode(to, forKey: .to)
    case .transferAccepted(let by), .transferDeclined(let by):
      try box.encode(by, forKey: .by)
    case .takenOver(let by, let reason):
      try box.encode(by, forKey: .by)
      try box.encode(reason, forKey: .reason)
    case .lapsed(let from):
      try box.encode(from, forKey: .from)
    case .watched(let by):
      try box.encode(by, forKey: .by)
    case .ignored(let from): try box.encode(from, forKey: .from)
    case .complainedAbout(let person, let on):
      try box.encode(person, forKey: .person)
      try box.encode(on, forKey: .on)
    case .vipSet(let on): try box.encode(on, forKey: .on)
    case .escalated(let to, let due):
      try box.encode(to, forKey: .to)
      try box.encode(due, forKey: .due)
    case .raised(let to):
      try box.encode(to, forKey: .to)
    case .identified(let how):
      try box.encode(how, forKey: .how)
    case .fieldSet(let field, let value, let reason):
      try box.encode(field, forKey: .field)
      try box.encodeIfPresent(value, forKey: .value)
      try box.encodeIfPresent(reason, forKey: .reason)
    case .attested(let act):
      try box.encode(act, forKey: .act)
    case .corrected(let message, let acts, let heat):
      try box.encode(message, forKey: .message)
      try box.encodeIfPresent(acts?.inOrder, forKey: .acts)
      try box.encodeIfPresent(heat, forKey: .heat)
    case .confirmed(let what, let implied):
      try box.encode(what, forKey: .what)
      try box.encode(implied, forKey: .implied)
    case .disputed(let what):
      try box.encode(what, forKey: .what)
    case .advanced(let from, let to):
      try box.encode(from, forKey: .from)
      try box.encode(to, forKey: .to)
    case .wentBack(let from, let to):
      try box.encode(from, forKey: .from)
      try box.encode(to, forKey: .to)
    case .skipped(let from, let to, let reason):
      try box.encode(from, forKey: .from)
      try box.encode(to, forKey: .to)
      try box.encode(reason, forKey: .reason)
    case .offered(let options, let onlyOneBecause):
      try box.encode(options, forKey: .options)
      try box.encodeIfPresent(onlyOneBecause, forKey: .onlyOneBecause)
    case .answered(let plan, let accepted, let option, let words):
      try box.encode(plan, forKey: .plan)
      try box.encode(accepted, forKey: .accepted)
      try box.encodeIfPresent(option, forKey: .option)
      try box.encode(words, forKey: .words)
    case .viewAsked(let words):
      try box.encode(words, forKey: .words)
    case .granted(let grant):
      try box.encode(grant, forKey: .grant)
    case .approvalRequested(let subject, let why):
      try box.encode(subject, forKey: .subject)
      if !why.isEmpty { try box.encode(why, forKey: .reason) }
    case .approved(let request, let reason):
      try box.encode(request, forKey: .request)
      try box.encode(reason, forKey: .reason)
    case .denied(let request, let reason):
      try box.encode(request, forKey: .request)
      try box.encode(reason, forKey: .reason)
    case .promised(let what, let due):
      try box.encode(what, forKey: .what)
      try box.encode(due, forKey: .due)
    case .promiseSettled(let number, let kept):
      try box.encode(number, forKey: .number)
      try box.encode(kept, forKey: .kept)
    case .promiseWithdrawn(let number, let reason):
      try box.encode(number, forKey: .number)
      try box.encode(reason, forKey: .reason)
    case .snoozed(let until):
      try box.encode(until, forKey: .until)
    case .woken: break
    case .followUpArranged(let due, let channel):
      try box.encode(due, forKey: .due)
      try box.encode(channel, forKey: .channel)
    case .followUpDone(let outcome):
      try box.encode(outcome, forKey: .outcome)
    case .surveyed(let score, let words, let ratings):
      try box.encode(score, forKey: .score)
      try box.encode(words, forKey: .words)
      if !ratings.isEmpty { try box.encode(ratings, forKey: .ratings) }
    case .improvementNoted(let cause, let proposal):
      try box.encode(cause, forKey: .cause)
      try box.encode(proposal, forKey: .proposal)
    case .taskGiven(let department, let what, let due, let promise):
      try box.encode(department, forKey: .department)
      try box.encode(what, forKey: .what)
      try box.encode(due, forKey: .due)
      try box.encodeIfPresent(promise, forKey: .promise)
    case .taskDone(let number):
      try box.encode(number, forKey: .number)
    case .classified(let classification):
      try box.encode(classification, forKey: .classification)
    case .tagged(let tag, let on):
      try box.encode(tag, forKey: .tag)
      try box.encode(on, forKey: .on)
    case .flagged(let evidence):
      try box.encode(evidence, forKey: .evidence)
    case .conductProposed(let kind, let evidence):
      try box.encode(kind, forKey: .what)
      try box.encode(evidence, forKey: .items)
    case .conductDecided(let number, let confirmed, let reason):
      try box.encode(number, forKey: .number)
      try box.encode(confirmed, forKey: .accepted)
      try box.encode(reason, forKey: .reason)
    case .conductLifted(let number, let reason):
      try box.encode(number, forKey: .number)
      try box.encode(reason, forKey: .reason)
    case .dangerRaised(let danger):
      try box.encode(danger, forKey: .danger)
    case .dangerEnded, .handLowered, .threatSeen: break
    case .handRaised(let words): try box.encode(words, forKey: .words)
    case .languageSet(let language): try box.encode(language, forKey: .language)
    case .consulted(let asked, let question, let due, let tells):
      try box.encode(asked, forKey: .asked)
      try box.encode(question, forKey: .words)
      try box.encode(due, forKey: .due)
      try box.encodeIfPresent(tells, forKey: .tells)
    case .viewGiven(let number, let asked, let words):
      try box.encode(number, forKey: .number)
      try box.encode(asked, forKey: .asked)
      try box.encode(words, forKey: .words)
    case .consultEnded(let number, let outcome, let words, let route):
      try box.encode(number, forKey: .number)
      try box.encodeIfPresent(outcome, forKey: .outcome)
      try box.encode(words, forKey: .words)
      if !route.isEmpty { try box.encode(route, forKey: .route) }
    case .announced(let matter, let words, let language, let next):
      try box.encode(matter, forKey: .matter)
      try box.encode(words, forKey: .words)
      try box.encode(language, forKey: .language)
      try box.encodeIfPresent(next, forKey: .next)
    case .flared(let from, let to):
      try box.encode(from, forKey: .from)
      try box.encode(to, forKey: .to)
    case .overridden(let gate, let strength, let reason, let role):
      try box.encode(gate, forKey: .gate)
      try box.encode(strength, forKey: .strength)
      try box.encode(reason, forKey: .reason)
      try box.encode(role, forKey: .role)
    case .closed(let reason, let words, let signedOffBy, let review):
      try box.encode(reason, forKey: .reason)
      try box.encode(words, forKey: .words)
      try box.encodeIfPresent(signedOffBy, forKey: .signedOffBy)
      try box.encode(review, forKey: .review)
    case .reopened(let reason):
      try box.encode(reason, forKey: .reason)
    case .linked(let ref):
      try box.encode(ref, forKey: .ref)
    }
  }
}

extension CaseEvent: Decodable {
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    switch try box.decode(Kind.self, forKey: .type) {
    case .opened: self = .opened(try Opened(from: decoder))
    case .received: self = .received(try Received(from: decoder))
    case .replied: self = .replied(try Replied(from: decoder))
    case .noted: self = .noted(try Noted(from: decoder))
    case .retracted:
      self = .retracted(message: try box.decode(Int.self, forKey: .message))
    case .claimed:
      self = .claimed(by: try box.decode(PersonID.self, forKey: .by))
    case .released:
      self = .released(by: try box.decode(PersonID.self, forKey: .by))
    case .transferOffered:
      self = .transferOffered(to: try box.decode(PersonID.self, forKey: .to))
    case .transferAccepted:
      self = .transferAccepted(by: try box.decode(PersonID.self, forKey: .by))
    case .transferDeclined:
      self = .transferDeclined(by: try box.decode(PersonID.self, forKey: .by))
    case .takenOver:
      self = .takenOver(
        by: try box.decode(PersonID.self, forKey: .by),
        reason: try box.decode(String.self, forKey: .reason))
    case .lapsed:
      self = .lapsed(from: try box.decode(PersonID.self, forKey: .from))
    case .watched:
      self = .watched(by: try box.decode(PersonID.self, forKey: .by))
    case .ignored: self = .ignored(from: try box.decode(PersonID.self, forKey: .from))
    case .complainedAbout:
      self = .complainedAbout(
        try box.decode(PersonID.self, forKey: .person),
        on: try box.decode(Bool.self, forKey: .on))
    case .vipSet: self = .vipSet(try box.decode(Bool.self, forKey: .on))
    case .escalated:
      self = .escalated(
        to: try box.decode(String.self, forKey: .to),
        due: try box.decode(Instant.self, forKey: .due))
    case .raised:
      self = .raised(to: try box.decode(String.self, forKey: .to))
    case .identified:
      self = .identified(how: try box.decode(String.self, forKey: .how))
    case .fieldSet:
      self = .fieldSet(
        try box.decode(FieldName.self, forKey: .field),
        value: try box.decodeIfPresent(String.self, forKey: .value),
        reason: try box.decodeIfPresent(String.self, forKey: .reason))
    case .attested:
      self = .attested(try box.decode(SpeechAct.self, forKey: .act))
    case .corrected:
      self = .corrected(
        message: try box.decode(Int.self, forKey: .message),
        acts: try box.decodeIfPresent(Set<SpeechAct>.self, forKey: .acts),
        heat: try box.decodeIfPresent(HeatLevel.self, forKey: .heat))
    case .confirmed:
      self = .confirmed(
        try box.decode(Confirmable.self, forKey: .what),
        implied: try box.decode(Bool.self, forKey: .implied))
    case .disputed:
      self = .disputed(try box.decode(Confirmable.self, forKey: .what))
    case .advanced:
      self = .advanced(
        from: try box.decode(StepID.self, forKey: .from),
        to: try box.decode(StepID.self, forKey: .to))
    case .wentBack:
      self = .wentBack(
        from: try box.decode(StepID.self, forKey: .from),
        to: try box.decode(StepID.self, forKey: .to))
    case .skipped:
      self = .skipped(
        from: try box.decode(StepID.self, forKey: .from),
        to: try box.decode(StepID.self, forKey: .to),
        reason: try box.decode(String.self, forKey: .reason))
    case .offered:
      self = .offered(
        options: try box.decode([PlanOption].self, forKey: .options),
        onlyOneBecause: try box.decodeIfPresent(String.self, forKey: .onlyOneBecause))
    case .answered:
      self = .answered(
        plan: try box.decode(Int.self, forKey: .plan),
        accepted: try box.decode(Bool.self, forKey: .accepted),
        option: try box.decodeIfPresent(Int.self, forKey: .option),
        words: try box.decode(String.self, forKey: .words))
    case .viewAsked:
      self = .viewAsked(words: try box.decode(String.self, forKey: .words))
    case .granted:
      self = .granted(try box.decode(PlanOption.self, forKey: .grant))
    case .approvalRequested:
      self = .approvalRequested(
        try box.decode(ApprovalSubject.self, forKey: .subject),
        why: try box.decodeIfPresent(String.self, forKey: .reason) ?? "")
    case .approved:
      self = .approved(
        request: try box.decode(Int.self, forKey: .request),
        reason: try box.decode(String.self, forKey: .reason))
    case .denied:
      self = .denied(
        request: try box.decode(Int.self, forKey: .request),
        reason: try box.decode(String.self, forKey: .reason))
    case .promised:
      self = .promised(
        what: try box.decode(String.self, forKey: .what),
        due: try box.decode(Instant.self, forKey: .due))
    case .promiseSettled:
      self = .promiseSettled(
        number: try box.decode(Int.self, forKey: .number),
        kept: try box.decode(Bool.self, forKey: .kept))
    case .promiseWithdrawn:
      self = .promiseWithdrawn(
        number: try box.decode(Int.self, forKey: .number),
        reason: try box.decode(String.self, forKey: .reason))
    case .snoozed:
      self = .snoozed(until: try box.decode(Instant.self, forKey: .until))
    case .woken: self = .woken
    case .followUpArranged:
      self = .followUpArranged(
        due: try box.decode(Instant.self, forKey: .due),
        channel: try box.decode(Channel.self, forKey: .channel))
    case .followUpDone:
      self = .followUpDone(outcome: try box.decode(FollowUpOutcome.self, forKey: .outcome))
    case .surveyed:
      self = .surveyed(
        score: try box.decode(Int.self, forKey: .score),
        words: try box.decode(String.self, forKey: .words),
        ratings: try box.decodeIfPresent([SurveyItem: Int].self, forKey: .ratings) ?? [:])
    case .improvementNoted:
      self = .improvementNoted(
        cause: try box.decode(String.self, forKey: .cause),
        proposal: try box.decode(String.self, forKey: .proposal))
    case .taskGiven:
      self = .taskGiven(
        department: try box.decode(String.self, forKey: .department),
        what: try box.decode(String.self, forKey: .what),
        due: try box.decode(Instant.self, forKey: .due),
        promise: try box.decodeIfPresent(Int.self, forKey: .promise))
    case .taskDone:
      self = .taskDone(number: try box.decode(Int.self, forKey: .number))
    case .classified:
      self = .classified(try box.decode(Classification.self, forKey: .classification))
    case .tagged:
      self = .tagged(
        try box.decode(TagID.self, forKey: .tag),
        on: try box.decode(Bool.self, forKey: .on))
    case .flagged:
      self = .flagged(evidence: try box.decode(String.self, forKey: .evidence))
    case .conductProposed:
      self = .conductProposed(
        try box.decode(ConductKind.self, forKey: .what),
        evidence: try box.decode([Evidence].self, forKey: .items))
    case .conductDecided:
      self = .conductDecided(
        number: try box.decode(Int.self, forKey: .number),
        confirmed: try box.decode(Bool.self, forKey: .accepted),
        reason: try box.decode(String.self, forKey: .reason))
    case .conductLifted:
      self = .conductLifted(
        number: try box.decode(Int.self, forKey: .number),
        reason: try box.decode(String.self, forKey: .reason))
    case .dangerRaised:
      self = .dangerRaised(try box.decode(DangerKind.self, forKey: .danger))
    case .dangerEnded: self = .dangerEnded
    case .threatSeen: self = .threatSeen
    case .handRaised: self = .handRaised(words: try box.decode(String.self, forKey: .words))
    case .handLowered: self = .handLowered
    case .languageSet:
      self = .languageSet(try box.decode(LanguageTag.self, forKey: .language))
    case .consulted:
      self = .consulted(
        asked: try box.decode([Asked].self, forKey: .asked),
        question: try box.decode(String.self, forKey: .words),
        due: try box.decode(Instant.self, forKey: .due),
        tells: try box.decodeIfPresent(Instant.self, forKey: .tells))
    case .viewGiven:
      self = .viewGiven(
        number: try box.decode(Int.self, forKey: .number),
        speaksFor: try box.decode(Asked.self, forKey: .asked),
        words: try box.decode(String.self, forKey: .words))
    case .consultEnded:
      self = .consultEnded(
        number: try box.decode(Int.self, forKey: .number),
        outcome: try box.decodeIfPresent(ConsultOutcome.self, forKey: .outcome),
        words: try box.decode(String.self, forKey: .words),
        route: try box.decodeIfPresent(String.self, forKey: .route) ?? "")
    case .announced:
      self = .announced(
        try box.decode(MatterID.self, forKey: .matter),
        words: try box.decode(String.self, forKey: .words),
        language: try box.decode(LanguageTag.self, forKey: .language),
        next: try box.decodeIfPresent(Instant.self, forKey: .next))
    case .flared:
      self = .flared(
        from: try box.decode(HeatLevel.self, forKey: .from),
        to: try box.decode(HeatLevel.self, forKey: .to))
    case .overridden:
      self = .overridden(
        gate: try box.decode(GateID.self, forKey: .gate),
        strength: try box.decode(GateStrength.self, forKey: .strength),
        reason: try box.decode(String.self, forKey: .reason),
        role: try box.decode(Role.self, forKey: .role))
    case .closed:
      self = .closed(
        reason: try box.decode(CloseReason.self, forKey: .reason),
        words: try box.decode(String.self, forKey: .words),
        signedOffBy: try box.decodeIfPresent(PersonID.self, forKey: .signedOffBy),
        review: try box.decode(Bool.self, forKey: .review))
    case .reopened:
      self = .reopened(reason: try box.decode(String.self, forKey: .reason))
    case .linked:
      self = .linked(try box.decode(CaseRef.self, forKey: .ref))
    }
  }
}

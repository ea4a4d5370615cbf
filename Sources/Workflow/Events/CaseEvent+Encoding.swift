import Vocabulary

// One flat JSON object an event, its kind under `type`. Names once used are never used again for
// something else, so that old events are read for ever.

extension CaseEvent {
  enum Key: String, CodingKey {
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
    case source
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
    case .transferOffered(let to), .transferLapsed(let to):
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
    case .cited(let message, let source):
      try box.encode(message, forKey: .message)
      try box.encode(source, forKey: .source)
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

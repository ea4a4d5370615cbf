import Vocabulary

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
    case .transferLapsed:
      self = .transferLapsed(to: try box.decode(PersonID.self, forKey: .to))
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
    case .cited:
      self = .cited(
        message: try box.decode(Int.self, forKey: .message),
        source: try box.decode(SourceID.self, forKey: .source))
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

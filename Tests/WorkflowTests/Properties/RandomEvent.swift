import Vocabulary
import Workflow

/// Facts of every kind, sensible or not, in any order.
struct RandomEvent {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func event() -> CaseEvent {
    event(of: random.any(CaseEvent.Kind.self, or: .woken))
  }

  mutating func event(of kind: CaseEvent.Kind) -> CaseEvent {
    switch kind {
    case .opened: .opened(opened())
    case .received:
      .received(
        .init(
          text: text(), kind: random.any(MessageKind.self, or: .text), heat: heat(),
          moves: random.some(CustomerMove.self), isHistory: random.chance(10), saidAt: maybeTime()))
    case .replied:
      .replied(
        .init(
          text: text(), kind: random.any(MessageKind.self, or: .text),
          acts: random.some(SpeechAct.self), source: random.any(ReadingSource.self, or: .phrase),
          phrases: random.chance(30) ? ["regret.short"] : [], isPublic: random.chance(20),
          isNudge: random.chance(20), isHistory: random.chance(20), saidAt: maybeTime()))
    case .noted: .noted(.init(text: text(), kind: random.any(MessageKind.self, or: .note)))
    case .retracted: .retracted(message: number())
    case .claimed: .claimed(by: person())
    case .released: .released(by: person())
    case .transferOffered: .transferOffered(to: person())
    case .transferAccepted: .transferAccepted(by: person())
    case .transferDeclined: .transferDeclined(by: person())
    case .transferLapsed: .transferLapsed(to: person())
    case .takenOver: .takenOver(by: person(), reason: text())
    case .lapsed: .lapsed(from: person())
    case .watched: .watched(by: person())
    case .ignored: .ignored(from: person())
    case .complainedAbout: .complainedAbout(person(), on: random.chance(70))
    case .vipSet: .vipSet(random.chance(50))
    case .escalated: .escalated(to: text(), due: time())
    case .raised: .raised(to: text())
    case .identified: .identified(how: text())
    case .fieldSet: .fieldSet(field(), value: maybeText(), reason: maybeText())
    case .attested: .attested(random.any(SpeechAct.self, or: .regret))
    case .cited: .cited(message: number(), source: "remedy:refund")
    case .corrected:
      .corrected(
        message: number(), acts: random.chance(60) ? random.some(SpeechAct.self) : nil,
        heat: random.chance(40) ? heat() : nil)
    case .confirmed:
      .confirmed(random.any(Confirmable.self, or: .plan), implied: random.chance(50))
    case .disputed: .disputed(random.any(Confirmable.self, or: .plan))
    case .advanced: .advanced(from: step(), to: step())
    case .wentBack: .wentBack(from: step(), to: step())
    case .skipped: .skipped(from: step(), to: step(), reason: text())
    default: settling(kind)
    }
  }

  private mutating func settling(_ kind: CaseEvent.Kind) -> CaseEvent {
    switch kind {
    case .offered:
      .offered(
        options: (0..<random.number(0...3)).map { _ in option() }, onlyOneBecause: maybeText())
    case .answered:
      .answered(
        plan: number(), accepted: random.chance(50), option: random.chance(50) ? number() : nil,
        words: text())
    case .viewAsked: .viewAsked(words: text())
    case .granted: .granted(option())
    case .approvalRequested: .approvalRequested(subject(), why: random.chance(50) ? text() : "")
    case .approved: .approved(request: number(), reason: text())
    case .denied: .denied(request: number(), reason: text())
    case .promised: .promised(what: text(), due: time())
    case .promiseSettled: .promiseSettled(number: number(), kept: random.chance(50))
    case .promiseWithdrawn: .promiseWithdrawn(number: number(), reason: text())
    case .snoozed: .snoozed(until: time())
    case .followUpArranged:
      .followUpArranged(due: time(), channel: random.any(Channel.self, or: .mail))
    case .followUpDone: .followUpDone(outcome: random.any(FollowUpOutcome.self, or: .fixed))
    case .surveyed:
      .surveyed(
        score: number(), words: text(),
        ratings: random.chance(50) ? [random.any(SurveyItem.self, or: .time): number()] : [:])
    case .improvementNoted: .improvementNoted(cause: text(), proposal: text())
    case .taskGiven:
      .taskGiven(
        department: text(), what: text(), due: time(),
        promise: random.chance(50) ? number() : nil)
    case .taskDone: .taskDone(number: number())
    case .classified: .classified(classification())
    case .tagged: .tagged("talker", on: random.chance(50))
    case .flagged: .flagged(evidence: text())
    case .dangerRaised: .dangerRaised(random.any(DangerKind.self, or: .fire))
    case .dangerEnded: .dangerEnded
    case .conductProposed:
      .conductProposed(
        random.any(ConductKind.self, or: .legal),
        evidence: [Evidence(item: "invented_facts", note: text())])
    case .conductDecided:
      .conductDecided(number: number(), confirmed: random.chance(50), reason: text())
    case .conductLifted: .conductLifted(number: number(), reason: text())
    case .threatSeen: .threatSeen
    case .consulted:
      .consulted(
        asked: random.chance(50) ? [.person(person())] : [.role(.senior), .person(person())],
        question: text(), due: time(), tells: random.chance(50) ? time() : nil)
    case .viewGiven:
      .viewGiven(number: number(), speaksFor: .person(person()), words: text())
    case .consultEnded:
      .consultEnded(
        number: number(), outcome: random.chance(50) ? .refusal : nil, words: text(),
        route: random.chance(50) ? text() : "")
    case .announced:
      .announced(
        "outage", words: text(), language: random.any(LanguageTag.self, or: .en),
        next: random.chance(50) ? time() : nil)
    case .handRaised: .handRaised(words: text())
    case .handLowered: .handLowered
    case .languageSet: .languageSet(random.any(LanguageTag.self, or: .en))
    case .flared: .flared(from: heat(), to: heat())
    case .overridden:
      .overridden(
        gate: "authority", strength: random.any(GateStrength.self, or: .advice), reason: text(),
        role: random.any(Role.self, or: .agent))
    case .closed:
      .closed(
        reason: random.any(CloseReason.self, or: .accepted), words: text(),
        signedOffBy: random.chance(50) ? person() : nil, review: random.chance(50))
    case .reopened: .reopened(reason: text())
    case .linked: .linked(CaseRef("C-\(random.number(1...3))"))
    default: .woken
    }
  }

  /// The fact with whatever stands around it.
  mutating func record() -> RecordedEvent {
    RecordedEvent(
      version: number(), at: time(), actor: person(),
      command: CommandID("c\(random.number(1...4))"), event: event())
  }

  // MARK: - Payloads

  private mutating func opened() -> CaseEvent.Opened {
    var customer = Customer(name: text())
    customer.phone = maybeText()
    customer.email = maybeText()
    customer.company = maybeText()
    return .init(
      ref: "C-1", procedure: "six_steps", step: step(),
      channel: random.any(Channel.self, or: .chat),
      language: random.any(LanguageTag.self, or: .en), customer: customer, external: maybeText(),
      earlier: random.chance(50) ? earlier() : nil)
  }

  private mutating func earlier() -> EarlierContact {
    var fields: [FieldName: FieldValue] = [:]
    for _ in 0..<random.number(0...3) {
      fields[field()] = FieldValue(
        value: maybeText(), reason: maybeText(), by: person(), at: time())
    }
    return EarlierContact(
      ref: "C-0", at: time(), problem: maybeText(),
      promise: random.chance(50)
        ? Commitment(
          number: number(), what: text(), due: time(), by: person(), at: time(),
          state: random.any(CommitmentState.self, or: .open)) : nil,
      fields: fields, unsolved: random.chance(50))
  }

  private mutating func option() -> PlanOption {
    PlanOption(
      remedy: "refund", what: text(),
      amount: random.chance(50)
        ? Money(minor: Int64.random(in: .min ... .max, using: &random), currency: "CNY") : nil,
      due: maybeTime())
  }

  private mutating func subject() -> ApprovalSubject {
    random.chance(50)
      ? .remedy(option()) : .close(random.any(CloseReason.self, or: .declined))
  }

  private mutating func classification() -> Classification {
    Classification(
      class: random.chance(50) ? random.any(CaseClass.self, or: .upheld) : nil,
      kind: random.chance(50) ? random.any(CaseKind.self, or: .help) : nil,
      content: random.chance(50) ? random.any(CaseContent.self, or: .service) : nil,
      cause: random.chance(50) ? random.any(CaseCause.self, or: .use) : nil,
      fault: random.chance(50) ? random.any(Fault.self, or: .ours) : nil,
      severity: random.chance(50) ? number() : nil,
      need: random.chance(50) ? random.any(CustomerNeed.self, or: .vent) : nil,
      inService: random.chance(30) ? random.chance(50) : nil,
      demand: random.chance(30) ? random.any(DemandStanding.self, or: .founded) : nil)
  }

  private mutating func number() -> Int {
    random.chance(15) ? random.pick([0, -1, .min, .max], or: 0) : random.number(1...6)
  }

  private mutating func heat() -> HeatLevel { random.any(HeatLevel.self, or: .calm) }

  private mutating func field() -> FieldName { random.any(FieldName.self, or: .problem) }

  private mutating func person() -> PersonID {
    random.pick(["mei", "tom", "ana"], or: "mei")
  }

  private mutating func step() -> StepID {
    random.pick(["vent", "apologise", "collect", "solve", "follow_up", "nowhere"], or: "vent")
  }

  private mutating func time() -> Instant {
    Instant(
      milliseconds: random.chance(15)
        ? random.pick([.min, .max, 0], or: 0)
        : 1_763_766_000_000 + Int64(random.number(0...900_000_000)))
  }

  private mutating func maybeTime() -> Instant? { random.chance(30) ? time() : nil }

  private mutating func maybeText() -> String? { random.chance(50) ? text() : nil }

  private mutating func text() -> String {
    random.pick(
      [
        "", "Where is it?", "我的水壶没有盖子。", "退我 89 元", "\"quoted\" \\ and \u{7}\u{1B}[31m",
        "a\u{301}\u{200D}👩‍👩‍👧", "\u{0}", "line\nline\u{2028}line", "/slash/",
      ], or: "")
  }
}

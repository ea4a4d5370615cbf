package import Vocabulary
package import Workflow

/// What phrases are chosen by: where a case stands at one moment.
package struct PhraseMoment: Equatable, Sendable {
  /// The stages the step at hand covers; empty for any.
  package var stages: [StepID]
  /// How the next words will reach the customer.
  package var channel: Channel
  package var heat: HeatLevel
  /// The acts that would open a gate.
  package var wanted: Set<SpeechAct>
  /// The acts that need no doing again: sympathy that was given, a say-back that was heard.
  package var given: Set<SpeechAct>
  /// The sympathy our last words gave, while the customer is no hotter for it: twice in a row it is
  /// a form letter.
  package var justGiven: Set<SpeechAct>
  /// The fields on file, and those the customer's own words hold a value for.
  package var filed: Set<FieldName>
  /// The fields a gate misses, once we have spoken: nobody opens with questions.
  package var missing: Set<FieldName>
  /// The behaviour seen in the case.
  package var tags: Set<TagID>
  /// The locks that are open.
  package var unlocked: Set<PhraseLock>
  /// The remedies that were granted or accepted.
  package var remedies: Set<RemedyID>
  /// The remedies on the table, taken or not.
  package var offered: Set<RemedyID>
  /// The customer took an offer, or was granted what they came for.
  package var isAgreed: Bool
  /// How often we have tried to reach a customer who fell silent; nil when nobody counted.
  package var tries: Int?
  /// A calm customer who asks and complains of nothing: they are answered, not comforted (S0-3).
  package var isPlainQuestion: Bool
  /// Our last words asked something, or said what we do now, and the customer has not written since:
  /// nobody is asked a second thing before that.
  package var hasAsked: Bool
  /// What our last words did, while the customer has not written since; nil where it is not so.
  package var lastActs: Set<SpeechAct>?
  /// The customer has answered words of ours that were more than a greeting.
  package var hasAnswered: Bool
  /// A question of theirs waits for its answer: they are not asked in return what they wish for.
  package var isAsked: Bool
  /// The phrases that were sent.
  package var said: Set<PhraseID>
  /// Whether we have said something already.
  package var hasSpoken: Bool
  /// Kinds that answer what has fallen due: a nudge, word of how far it is; empty for nothing.
  package var dueKinds: Set<PhraseKind>
  /// Whether it is the customer's turn.
  package var isWaiting: Bool
  /// A promise of ours was broken and we have said nothing since: the next words own it.
  package var owesForPromise: Bool
  /// The danger that comes before everything else; nil for none.
  package var danger: DangerKind?
  /// The danger that words tell of and nobody has declared: what keeps people safe comes first.
  package var dangerSign: DangerKind?
  /// The customer asked for somebody higher.
  package var asksForSuperior: Bool
  /// The variables the record holds a value for; nil when nobody asked.
  package var known: Set<String>?
  /// What the customer told of and what the case proves; nil when nobody asked.
  package var topics: Set<TopicID>?
  /// How fast this customer wants to be taken along.
  package var pace: Pace
  /// The kinds of phrases that help with the behaviour and the need seen; empty for any.
  package var leads: Set<PhraseKind>
  /// We have said sorry twice since anything was last done (domain C.1).
  package var hasApologisedEnough: Bool
  /// Where among equals this case begins, so that one customer hears other words than the next.
  package var turn: Int
  /// What this agent said last, to whomever; nil for nothing yet.
  package var lastSaid: PhraseID?

  package init(
    stages: [StepID] = [], channel: Channel = .chat, heat: HeatLevel = .calm,
    wanted: Set<SpeechAct> = [], given: Set<SpeechAct> = [], justGiven: Set<SpeechAct> = [],
    filed: Set<FieldName> = [],
    missing: Set<FieldName> = [], tags: Set<TagID> = [], unlocked: Set<PhraseLock> = [],
    remedies: Set<RemedyID> = [], offered: Set<RemedyID> = [], isAgreed: Bool = false,
    tries: Int? = nil, isPlainQuestion: Bool = false, hasAsked: Bool = false,
    lastActs: Set<SpeechAct>? = nil, hasAnswered: Bool = false, isAsked: Bool = false,
    said: Set<PhraseID> = [], hasSpoken: Bool = false,
    dueKinds: Set<PhraseKind> = [],
    isWaiting: Bool = false, owesForPromise: Bool = false, danger: DangerKind? = nil,
    dangerSign: DangerKind? = nil, asksForSuperior: Bool = false,
    known: Set<String>? = nil, topics: Set<TopicID>? = nil, pace: Pace = .usual,
    leads: Set<PhraseKind> = [], hasApologisedEnough: Bool = false, turn: Int = 0,
    lastSaid: PhraseID? = nil
  ) {
    self.stages = stages
    self.channel = channel
    self.heat = heat
    self.wanted = wanted
    self.given = given
    self.justGiven = justGiven
    self.filed = filed
    self.missing = missing
    self.tags = tags
    self.unlocked = unlocked
    self.remedies = remedies
    self.offered = offered
    self.isAgreed = isAgreed
    self.tries = tries
    self.isPlainQuestion = isPlainQuestion
    self.hasAsked = hasAsked
    self.lastActs = lastActs
    self.hasAnswered = hasAnswered
    self.isAsked = isAsked
    self.said = said
    self.hasSpoken = hasSpoken
    self.dueKinds = dueKinds
    self.isWaiting = isWaiting
    self.owesForPromise = owesForPromise
    self.danger = danger
    self.dangerSign = dangerSign
    self.asksForSuperior = asksForSuperior
    self.known = known
    self.topics = topics
    self.pace = pace
    self.leads = leads
    self.hasApologisedEnough = hasApologisedEnough
    self.turn = turn
    self.lastSaid = lastSaid
  }

  /// The moment a case is at.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - procedure: the procedure it is handled by.
  ///   - gates: the gates that stand before what comes next, as they are now.
  ///   - due: the clocks that have run out.
  ///   - customers: the kinds of behaviour and need the playbook knows.
  ///   - known: the variables the record holds a value for; nil when nobody asked.
  ///   - told: the fields that the customer's words hold a value for.
  ///   - topics: what the customer told of and what the case proves; nil when nobody asked.
  ///   - lastSaid: what this agent said last before this case came on the screen.
  ///   - isPublic: where a public case is answered; nil for the usual.
  ///   - sign: the danger that the customer's words tell of, while nobody has said that there is one.
  ///   - asksOnly: a danger is only asked about, such as “can it give a shock?”: nothing has happened.
  package init(
    _ current: Case, in procedure: Procedure, gates: [GateStatus], due: Set<ClockName> = [],
    customers: [CustomerType] = [], known: Set<String>? = nil, told: Set<FieldName> = [],
    topics: Set<TopicID>? = nil, lastSaid: PhraseID? = nil, inPublic isPublic: Bool? = nil,
    sign: DangerKind? = nil, asksOnly: Bool = false
  ) {
    let ours = current.messages.filter { $0.reachesCustomer && !$0.isHistory }
    let missing = gates.filter { !$0.met }.flatMap(\.missing)
    let seen = customers.filter { $0.isSeen(in: current) }
    self.init(
      stages: PhraseMoment.stages(of: current, in: procedure),
      channel: current.speaksInPublic(isPublic)
        ? .public : current.channel == .public ? .chat : current.channel,
      heat: current.heat,
      wanted: missing.reduce(into: Set()) { $0.formUnion($1.acts) }.union(
        PhraseMoment.questions(for: missing, in: current, hasSpoken: !ours.isEmpty)),
      given: PhraseMoment.given(in: current), justGiven: PhraseMoment.justGiven(in: current),
      filed: told.union(current.fields.filter { $0.value.value != nil }.keys),
      missing: PhraseMoment.fields(missing, in: current, hasSpoken: !ours.isEmpty),
      tags: current.tags, unlocked: PhraseLock.open(in: current),
      remedies: Set(current.settledOptions.map(\.remedy)),
      offered: Set((current.plan?.options ?? []).map(\.remedy)),
      isAgreed: current.grant != nil || current.answer?.accepted == true,
      tries: current.triesCounted, isPlainQuestion: current.isPlainQuestion || asksOnly,
      hasAsked: current.hasAsked, lastActs: current.lastActs,
      hasAnswered: current.answerToOurs != nil, isAsked: !current.openQuestions.isEmpty,
      said: Set(ours.flatMap(\.phrases)), hasSpoken: !ours.isEmpty,
      dueKinds: current.unanswered.isEmpty ? PhraseKind.answering(due) : [],
      isWaiting: current.state == .waiting || current.state == .snoozed,
      owesForPromise: current.unspokenPromise != nil, danger: current.danger,
      dangerSign: asksOnly ? nil : sign,
      asksForSuperior: current.asksForSuperior, known: known, topics: topics,
      pace: Pace(of: current, seen: seen),
      leads: seen.reduce(into: []) { $0.formUnion($1.leads) },
      hasApologisedEnough: current.emptyApologies >= 2, turn: PhraseMoment.turn(of: current.ref),
      lastSaid: lastSaid)
  }
}

extension PhraseMoment {
  /// Acts that ask for what the register lacks: the wish once the customer was heard and the problem
  /// is on file (S0-28), nothing before.
  private static func questions(
    for missing: [Need], in current: Case, hasSpoken: Bool
  ) -> Set<SpeechAct> {
    guard hasSpoken, current.fields[.problem] != nil, missing.contains(.field(.demand)) else {
      return []
    }
    return [.askView]
  }

  /// The fields a gate misses, as far as they are to be asked for now: nobody is asked for their wish
  /// before what happened is on file, or while a question of theirs has no answer.
  private static func fields(
    _ missing: [Need], in current: Case, hasSpoken: Bool
  ) -> Set<FieldName> {
    guard hasSpoken else { return [] }
    let fields = missing.reduce(into: Set<FieldName>()) { $0.formUnion($1.fields) }
    return current.openQuestions.isEmpty && current.fields[.problem]?.value != nil
      ? fields : fields.subtracting([.demand])
  }

  /// What was done in words and needs no doing again. New anger wants to be heard again (domain E8),
  /// a customer who puts us right wants it said back again, and who goes on telling
  /// hears that we have seen it; who is hotter than before, how that feels.
  private static func given(in current: Case) -> Set<SpeechAct> {
    guard !current.flared else { return [] }
    var given = current.acts.intersection([
      .regret, .responsibility, .empathy, .greeting, .paraphrase, .readBack, .acknowledgement,
      .thanks,
    ])
    let ours = current.messages.last { $0.reachesCustomer }?.number ?? 0
    let since = current.messages.filter { $0.isFromCustomer && $0.number > ours }
    if let last = since.last {
      given.subtract([.acknowledgement, .thanks])
      if last.heat ?? .calm >= .angry, current.hasHeatedSinceOurs { given.remove(.empathy) }
    }
    if since.contains(where: { $0.moves.contains(.correction) }) {
      given.subtract([.paraphrase, .readBack])
    }
    return given
  }

  /// The sympathy that stands in our last words, whether or not the customer has answered them; new
  /// heat wants it anew.
  private static func justGiven(in current: Case) -> Set<SpeechAct> {
    guard !current.flared, !current.hasHeatedSinceOurs,
      let last = current.messages.last(where: { $0.reachesCustomer }), !last.isHistory
    else { return [] }
    let run = current.messages.prefix(last.number).reversed().prefix { !$0.isFromCustomer }
    return run.filter { $0.reachesCustomer && !$0.isHistory }
      .reduce(into: Set<SpeechAct>()) { $0.formUnion($1.acts) }
      .intersection([.regret, .responsibility, .empathy, .acknowledgement])
  }

  /// A number that is the same for a case at every look, and as good as any for the next one.
  private static func turn(of ref: CaseRef) -> Int {
    ref.rawValue.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }

  /// The stages of the step at hand; new anger brings hearing and regret back, wherever the case
  /// stands (domain E8).
  private static func stages(of current: Case, in procedure: Procedure) -> [StepID] {
    let stages = procedure.step(current.step)?.stages ?? []
    guard current.flared, !stages.isEmpty else { return stages }
    let hearing: [StepID] = [PhraseStage.vent.step, PhraseStage.apologise.step]
    return stages + hearing.filter { !stages.contains($0) }
  }
}

extension Case {
  /// Whether what the customer wrote since our last words is hotter than what they wrote before.
  fileprivate var hasHeatedSinceOurs: Bool {
    let ours = messages.last { $0.reachesCustomer }?.number ?? 0
    let before = messages.last { $0.isFromCustomer && $0.number < ours }?.heat ?? .calm
    return messages.contains {
      $0.isFromCustomer && $0.number > ours && $0.heat ?? .calm > before
    }
  }

  /// Whether our last words to the customer asked something or said what we do now, and still stand
  /// without an answer.
  fileprivate var hasAsked: Bool {
    lastActs.map {
      !$0.isDisjoint(with: [.question, .askView, .paraphrase, .readBack, .promise, .progress])
    } ?? false
  }

  /// What our last words to the customer did, while they stand without an answer; nil otherwise.
  fileprivate var lastActs: Set<SpeechAct>? {
    guard let last = messages.last(where: { $0.isFromCustomer || $0.reachesCustomer }),
      last.from == .agent, !last.isHistory, !last.retracted
    else { return nil }
    return last.acts
  }

  /// Whether the customer asked for somebody higher lately, and has not been told who that is.
  package var asksForSuperior: Bool {
    let lately = messages.suffix(6)
    guard let asked = lately.last(where: { $0.moves.contains(.asksForSuperior) }) else {
      return false
    }
    return !lately.contains {
      $0.number > asked.number && $0.reachesCustomer && $0.acts.contains(.handUp)
    }
  }

  /// Reminders since the customer fell silent.
  fileprivate var triesCounted: Int { tries.count }

  /// Whether a calm customer asks something and has never been anything but calm, and nobody has put
  /// a problem on file: what has gone wrong is no plain question, however calmly it is told.
  fileprivate var isPlainQuestion: Bool {
    guard heat == .calm, heatAtStart ?? .calm == .calm, !flared, !failedBefore,
      fields[.problem]?.value == nil
    else { return false }
    return messages.contains { $0.isFromCustomer && $0.moves.contains(.question) }
      && messages.allSatisfy { $0.from != .customer || $0.heat ?? .calm == .calm }
  }
}

extension PhraseKind {
  /// The kinds of phrases that answer clocks which have run out.
  static func answering(_ due: Set<ClockName>) -> Set<PhraseKind> {
    due.reduce(into: []) { kinds, clock in
      switch clock {
      case .nudge: kinds.insert(.nudge)
      case .progress, .promise, .task, .escalation, .resolve, .sameDay:
        kinds.insert(.progress)
      case .followUp: kinds.formUnion([.callBack, .survey])
      case .initialResponse, .summaryResolution, .finalResponse: kinds.insert(.progress)
      case .acknowledge, .respond, .rung, .approval, .consult, .snooze, .writtenAcknowledgement,
        .passOn,
        .acceptance:
        break
      }
    }
  }
}

extension PhraseLock {
  /// The locks that are open in a case.
  static func open(in current: Case) -> Set<PhraseLock> {
    var open: Set<PhraseLock> = []
    if [.ours, .shared].contains(current.classification.fault) { open.insert(.findingOurs) }
    if current.grant != nil || current.answer?.accepted == true { open.insert(.remedyFiled) }
    if current.standing(.malicious) != nil { open.insert(.badFaith) }
    if current.signOff(for: .declined) != nil { open.insert(.signedOff) }
    let broken =
      current.commitments.contains { $0.state == .broken }
      || current.earlier?.promise?.state == .broken
    if broken { open.formUnion([.brokenPromise, .findingOurs]) }
    if current.lastSettledPromise?.state == .kept { open.insert(.promiseKept) }
    return open
  }
}

extension Need {
  /// The fields that would meet it, alone or as one way among several.
  package var fields: Set<FieldName> {
    switch self {
    case .field(let field): [field]
    case .oneOf(let needs), .allOf(let needs): needs.reduce(into: []) { $0.formUnion($1.fields) }
    default: []
    }
  }

  /// The acts that would meet it, alone or as one way among several; none where words do not.
  package var acts: Set<SpeechAct> {
    switch self {
    case .act(let acts): Set(acts)
    case .words(let act): [act]
    case .oneOf(let needs), .allOf(let needs): needs.reduce(into: []) { $0.formUnion($1.acts) }
    case .view: [.askView]
    case .plan, .options: [.offer]
    case .date: [.promise]
    case .hearAgain: SpeechAct.hearing
    case .askWhatChanged: [.question, .askView]
    case .followUpSettled, .satisfaction: [.followUp]
    case .escalation: [.handUp]
    default: []
    }
  }
}

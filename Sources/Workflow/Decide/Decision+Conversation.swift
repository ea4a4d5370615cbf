import Vocabulary

/// Words in, words out, and how they are read.
extension Decision {
  mutating func converse() throws(Refusal) {
    switch envelope.command {
    case .receive(let text, let spoken, let isPublic):
      try receive(text, spoken: spoken, inPublic: isPublic)
    case .send(let draft): try speak(draft, kind: .text)
    case .say(let draft):
      guard current.channel == .phone else {
        throw Refusal(gate: .readable, needs: [.phoneCase])
      }
      // Speech is never held: it has been said (domain E3).
      try reply(draft, kind: .spoken)
    case .retract(let number): try retract(number)
    case .note(let text): add(.noted(.init(text: try self.text(text), kind: .note)))
    case .whisper(let text): add(.noted(.init(text: try self.text(text), kind: .whisper)))
    case .cite(let source, let message): try cite(source, message)
    case .correct(let message, let acts, let heat):
      try correct(message, acts: acts, heat: heat)
    case .attest(let act):
      guard current.channel == .phone else {
        throw Refusal(gate: .readable, needs: [.words(act)])
      }
      if !current.attested.contains(act) || current.wantsAgain(act) { add(.attested(act)) }
    case .confirm(let what): try confirm(what)
    default: break
    }
  }

  private mutating func receive(
    _ text: String, spoken: Bool, inPublic isPublic: Bool?
  ) throws(Refusal) {
    _ = try self.text(text)
    let reading = context.customerReading
    // Kept as it came: the spans of its reading count from its first character.
    let received = CaseEvent.Received(
      text: text, kind: spoken ? .spoken : .text, heat: reading.heat.level,
      moves: reading.moves, isPublic: current.channel == .public ? isPublic : nil)
    add(.received(received))
    readConfirmations(reading.moves)
    let line = current.heatLine(after: reading.heat.level, moves: reading.moves)
    if current.customerTurns > 0, line >= .angry, line > current.heat {
      add(.flared(from: current.heat, to: line))
    }
    if current.state == .closed, received.needsReply {
      add(.reopened(reason: Case.customerReturned))
    }
  }

  /// A yes confirms what was said back, going on without a correction implies it (domain E2); a
  /// correction reopens it.
  private mutating func readConfirmations(_ moves: Set<CustomerMove>) {
    if moves.contains(.rejection), current.confirmations[.plan]?.holds == true {
      add(.disputed(.plan))
    }
    // “No” to a say-back corrects it, unless there is an offer it may be meant for.
    let offered = current.plan.map { $0.answer == nil } ?? false
    let corrects = moves.contains(.correction)
    let denies = corrects || (moves.contains(.rejection) && !offered)
    for what in [Confirmable.problem, .readBack] {
      if case .asked = current.confirmations[what] {
        add(denies ? .disputed(what) : .confirmed(what, implied: !moves.saysYes))
      }
    }
    let asked = [Confirmable.problem, .readBack].contains {
      if case .asked = current.confirmations[$0] { true } else { false }
    }
    if corrects, !asked,
      let last = [Confirmable.readBack, .problem].first(where: {
        current.confirmations[$0]?.holds == true
      })
    {
      add(.disputed(last))
    }
  }

  private mutating func speak(_ draft: Draft, kind: MessageKind) throws(Refusal) {
    try checkWords(draft)
    let reading = context.agentReading
    var about = subject
    about.disclosures = reading.disclosures
    about.acts = acts(of: draft)
    try pass(.send, about: about)
    if current.speaksInPublic(draft.isPublic) { try pass(.publicSend, about: about) }
    try reply(draft, kind: kind)
  }

  /// What holds a message whatever the procedure: open variables, and the tone guard's few.
  mutating func checkWords(_ draft: Draft) throws(Refusal) {
    let words = try text(draft.text)
    if let most = current.mostCharacters(by: rules.limits, inPublic: draft.isPublic),
      words.count > most
    {
      throw Refusal(gate: .complete, needs: [.shorter(most)])
    }
    let reading = context.agentReading
    guard reading.unresolved.isEmpty else {
      throw Refusal(gate: .variable, needs: reading.unresolved.map(Need.variable))
    }
    var held = reading.findings.filter { $0.strength == .hold && !$0.hasGate }
      .map { Need.rewording($0.kind) }
    if admitsFault(draft), !current.mayAdmit { held = [.faultOurs] + held }
    guard !held.isEmpty else { return }
    guard let reason = current.danger == nil ? policyReason : "danger" else {
      throw Refusal(
        gate: .tone, occasion: .send, needs: held, override: overrider(of: .policy))
    }
    add(.overridden(gate: .tone, strength: .policy, reason: reason, role: context.role))
  }

  /// Whether words say that the fault is ours: a phrase for it, or an admission that the reading
  /// names. What was only voted to sound like one holds nothing, since no word of it could be shown.
  private func admitsFault(_ draft: Draft) -> Bool {
    draft.phraseActs.contains(.responsibility)
      || context.agentReading.findings.contains { $0.kind == Situation.earlyAdmission.rawValue }
  }

  private func acts(of draft: Draft) -> Set<SpeechAct> {
    draft.phraseActs.union(context.agentReading.acts)
  }

  /// Records what was said, with the promises it makes.
  mutating func reply(
    _ draft: Draft, kind: MessageKind, also more: Set<SpeechAct> = []
  ) throws(Refusal) {
    let words = try text(draft.text)
    for promise in draft.promises { _ = try future(promise.due) }
    add(
      .replied(
        .init(
          text: words, kind: kind,
          acts: acts(of: draft).union(draft.promises.isEmpty ? [] : [.promise]).union(more),
          source: draft.phrases.isEmpty ? .observed : .phrase, phrases: draft.phrases,
          isPublic: current.speaksInPublic(draft.isPublic), isNudge: breaksSilence)))
    for promise in draft.promises {
      add(.promised(what: try text(promise.what), due: promise.due))
    }
  }

  /// Whether words now would remind a customer who fell silent after ours: nobody waits for us,
  /// and neither side has said anything for as long as a nudge takes (domain E5).
  private var breaksSilence: Bool {
    guard current.unanswered.isEmpty, current.lastWordAt != nil,
      let last = current.lastContactAt
    else { return false }
    return context.now.seconds(since: last) >= rules.clocks.nudge(on: current.channel)
  }

  private mutating func retract(_ number: Int) throws(Refusal) {
    guard let message = current.message(number), message.canBeTakenBack else {
      throw Refusal(gate: .state, needs: [.existing("message \(number)")])
    }
    guard message.by == context.actor else {
      throw Refusal(gate: .author, needs: message.by.map { [.heldBy($0)] } ?? [.claim])
    }
    guard current.isUnheard(message, at: context.now, by: rules.clocks) else {
      throw Refusal(gate: .state, needs: [.existing("unread message")])
    }
    add(.retracted(message: number))
    // A grant leapt ahead on the strength of these words.
    if let plan = current.plan, plan.message == number, let from = plan.grantedFrom,
      current.step == rules.procedure.grantStep, from != current.step
    {
      add(.wentBack(from: current.step, to: from))
    }
  }

  private mutating func correct(
    _ number: Int, acts: Set<SpeechAct>?, heat: HeatLevel?
  ) throws(Refusal) {
    guard let message = current.message(number), !message.retracted,
      message.kind == .text || message.kind == .spoken
    else { throw Refusal(gate: .state, needs: [.existing("message \(number)")]) }
    let newActs = message.from == .agent ? acts : nil
    let newHeat = message.isFromCustomer ? heat : nil
    guard newActs != nil || newHeat != nil else {
      throw Refusal(gate: .complete, needs: [.existing("reading")])
    }
    guard newActs != message.acts || newHeat != nil, newHeat != message.heat || newActs != nil
    else { return }
    add(.corrected(message: number, acts: newActs, heat: newHeat))
    if let newActs, message.meetsGates { confirmAfterwards(newActs, at: number) }
    if let newHeat { flareAfterwards(newHeat, at: number) }
  }

  /// What is now read as a saying back was confirmed, or corrected, by what the customer said next.
  private mutating func confirmAfterwards(_ acts: Set<SpeechAct>, at number: Int) {
    guard let next = current.messages.dropFirst(number).first(where: { $0.isFromCustomer })
    else { return }
    for (what, act) in Confirmable.saidBack
    where acts.contains(act) && current.confirmations[what]?.holds != true {
      add(
        next.moves.contains(.correction) ? .disputed(what) : .confirmed(what, implied: true))
    }
  }

  /// A message now read as hot was a flare, unless words after it have met it already.
  private mutating func flareAfterwards(_ heat: HeatLevel, at number: Int) {
    guard heat >= .angry, heat > current.heat, current.customerTurns > 1, !current.flared,
      current.lastCustomerMessage?.number == number
    else { return }
    let met = current.messages.dropFirst(number).contains {
      $0.meetsGates && !$0.acts.isDisjoint(with: SpeechAct.hearing)
    }
    if !met { add(.flared(from: current.heat, to: heat)) }
  }

  /// Characters the name of a source may have.
  private static let longestSource = 200

  private mutating func cite(_ source: SourceID, _ number: Int?) throws(Refusal) {
    let name = try text(source.rawValue)
    guard name.utf8.count <= Self.longestSource else {
      throw Refusal(gate: .complete, needs: [.shorter(Self.longestSource)])
    }
    let ours = current.messages.filter(\.meetsGates)
    guard let message = ours.last(where: { number == nil || $0.number == number }) else {
      throw Refusal(gate: .premise, needs: [.existing("message")])
    }
    if !message.sources.contains(SourceID(name)) {
      add(.cited(message: message.number, source: SourceID(name)))
    }
  }

  private mutating func confirm(_ what: Confirmable) throws(Refusal) {
    if what == .plan {
      guard let plan = current.plan else {
        throw Refusal(gate: .premise, needs: [.plan])
      }
      if current.confirmations[.plan]?.holds == true { return }
      let words = current.lastCustomerMessage?.text ?? ""
      return try answer(accepted: true, option: nil, words: words, plan: plan.number)
    }
    switch current.confirmations[what] {
    case .explicit: return
    case .implied: add(.confirmed(what, implied: false))
    case .asked(let number):
      let heardSince =
        current.channel == .phone
        || current.messages.dropFirst(max(0, number)).contains { $0.isFromCustomer }
      guard heardSince else {
        throw Refusal(gate: .premise, needs: [.customerMessage])
      }
      add(.confirmed(what, implied: false))
    case .disputed, nil:
      throw Refusal(
        gate: .premise, needs: [.act([what == .problem ? .paraphrase : .readBack])])
    }
  }
}

extension Set<CustomerMove> {
  /// A plain yes and nothing beside it that might be meant instead.
  fileprivate var saysYes: Bool {
    contains(.acceptance) && isSubset(of: [.acceptance, .thanks])
  }
}

extension Case {
  /// Whether ticking `act` once more tells something new: the customer corrected what was said
  /// back, or flared up since.
  fileprivate func wantsAgain(_ act: SpeechAct) -> Bool {
    if flared, SpeechAct.hearing.contains(act) { return true }
    return Confirmable.saidBack.contains { what, wanted in
      wanted == act && confirmations[what] == .disputed
    }
  }
}

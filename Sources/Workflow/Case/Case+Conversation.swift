package import Vocabulary

/// How words move a case.
extension Case {
  mutating func hear(_ received: CaseEvent.Received, _ record: RecordedEvent) {
    let number = messages.count + 1
    let owed = received.needsReply || lastWordAt == nil
    messages.append(
      Message(
        number: number, at: received.saidAt ?? record.at, from: .customer, kind: received.kind,
        by: received.kind == .spoken && !received.isHistory ? record.actor : nil,
        text: received.text, heat: received.heat, moves: received.moves,
        isPublic: channel == .public && received.isPublic ?? (customerTurns == 0),
        isHistory: received.isHistory))
    if received.moves.contains(.threat), !received.isHistory { threat = number }
    customerTurns += 1
    heatAtStart = heatAtStart ?? received.heat
    heat = heatLine(after: received.heat, moves: received.moves)
    tries = []
    if owed { unanswered.append(number) }
    if owed || answersUs(number) {
      waitingSince = waitingSince ?? received.saidAt ?? record.at
    }
    if received.moves.contains(.question) { openQuestions.append(number) }
    if state != .closed {
      state = turn
      snoozedUntil = nil
    }
  }

  /// Whose turn it is. A bare yes or thanks wants no reply, and still the next word is ours, unless
  /// something that was agreed is under way.
  var turn: CaseState {
    if !unanswered.isEmpty || lastWordAt == nil { return .open }
    let last = messages.last { $0.isFromCustomer || $0.reachesCustomer }
    guard let last, last.isFromCustomer else { return .waiting }
    return answersUs(last.number) || !restsOnUs ? .open : .waiting
  }

  /// Whether something agreed is under way, with a clock of its own.
  private var restsOnUs: Bool {
    isSettled || commitments.contains { $0.state == .open }
      || followUps.contains { $0.outcome == nil }
  }

  /// Whether the way out is agreed: a yes to what we ask then is no more than a yes.
  var isSettled: Bool { grant != nil || answer?.accepted == true }

  /// Whether a message of the customer's answers something of ours, so that we go on from it. What
  /// only asks whether a promise suits is answered by keeping it.
  private func answersUs(_ number: Int) -> Bool {
    guard !isSettled,
      let asked = messages.prefix(max(0, number - 1)).last(where: \.reachesCustomer),
      !asked.acts.isDisjoint(with: SpeechAct.wantingAnswer)
    else { return false }
    return !commitments.contains { $0.state == .open && $0.message == asked.number }
  }

  mutating func speak(_ replied: CaseEvent.Replied, _ record: RecordedEvent) {
    let number = messages.count + 1
    let at = replied.saidAt ?? record.at
    messages.append(
      Message(
        number: number, at: at, from: .agent, kind: replied.kind,
        by: replied.isHistory ? nil : record.actor, text: replied.text, acts: replied.acts,
        source: replied.source, phrases: replied.phrases, isPublic: replied.isPublic,
        isHistory: replied.isHistory, isNudge: replied.isNudge))
    lastWordAt = at
    lastWordCommand = record.command
    answerQuestions(with: replied.acts, at: at)
    if replied.isNudge { tries.append(at) }
    if !replied.isHistory {
      acts.formUnion(replied.acts)
      noteActs(replied.acts, at: number)
    }
    if state != .closed {
      let isOverdue = afterClose.first.map { $0.at <= at } == true
      state = openQuestions.isEmpty && !isOverdue ? .waiting : .open
      snoozedUntil = nil
    }
  }

  /// A reply takes up every message before it; questions stay open when it only soothes (S1-41).
  private mutating func answerQuestions(with acts: Set<SpeechAct>, at instant: Instant) {
    if acts.isEmpty || !acts.isSubset(of: SpeechAct.soothing) { openQuestions = [] }
    unanswered = openQuestions
    waitingSince = unanswered.isEmpty ? nil : instant
  }

  /// What was done in words moves the confirmations on and answers a flare.
  mutating func noteActs(_ done: Set<SpeechAct>, at number: Int) {
    for (what, act) in Confirmable.saidBack
    where done.contains(act) && confirmations[what]?.holds != true {
      confirmations[what] = .asked(message: number)
    }
    if !done.isDisjoint(with: SpeechAct.hearing), number >= flareMessage ?? 0 { flared = false }
  }

  /// Words taken back never were said: what they promised, granted and showed goes with them. A line
  /// of the customer's that was noted by mistake leaves the heat where it was before.
  mutating func retract(_ number: Int) {
    guard let index = messages.firstIndex(where: { $0.number == number }),
      !messages[index].retracted
    else { return }
    messages[index].retracted = true
    if messages[index].isNudge, let last = tries.lastIndex(of: messages[index].at) {
      tries.remove(at: last)
    }
    if messages[index].from == .customer {
      customerTurns = max(0, customerTurns - 1)
      turnsAtStep = min(turnsAtStep, customerTurns)
      unhear(number)
    }
    commitments.removeAll { $0.message == number }
    followUps.removeAll { $0.message == number && $0.outcome == nil }
    if let last = plans.indices.last, plans[last].message == number {
      if grant != nil, confirmations[.problem] == .implied, !acts.contains(.paraphrase) {
        confirmations[.problem] = nil
      }
      voidPlan()
    }
    recount()
  }

  /// The heat, and what it flared up with, without what was noted by mistake.
  private mutating func unhear(_ number: Int) {
    if flareMessage == number {
      flared = false
      flareMessage = nil
    }
    let heard = messages.filter(\.isFromCustomer)
    heatAtStart = heard.first?.heat
    heat = heatAtStart ?? .calm
    // Before the first word of a danger that is still open the line cooled as ever.
    let told = sinceDangerSettled.first { $0.isFromCustomer && $0.moves.contains(.danger) }?.number
    for message in heard.dropFirst() {
      let level = message.heat ?? .calm
      let isEndangered = told.map { $0 <= message.number } ?? false
      heat =
        isEndangered ? max(level, heat) : cooledLine(after: level, moves: message.moves)
    }
  }

  /// Whether nothing rests on a message yet, so that it may still be taken back: written words for a
  /// few seconds and until the customer writes, a line noted of a call until the next one is, since
  /// nobody but its writer has read it.
  package func isUnheard(_ message: Message, at now: Instant, by clocks: ClockRules) -> Bool {
    if message.kind == .spoken {
      return messages.last { $0.kind == .spoken && !$0.retracted }?.number == message.number
    }
    return now.seconds(since: message.at) <= clocks.undo
      && lastCustomerMessage?.number ?? 0 < message.number
  }

  mutating func correct(_ number: Int, acts newActs: Set<SpeechAct>?, heat newHeat: HeatLevel?) {
    guard let index = messages.firstIndex(where: { $0.number == number }) else { return }
    messages[index].source = .corrected
    if let newActs {
      messages[index].acts = newActs
      recount()
      if messages[index].meetsGates { noteActs(newActs, at: number) }
    }
    guard let newHeat else { return }
    messages[index].heat = newHeat
    if lastCustomerMessage?.number == number { heat = newHeat }
    if flareMessage == number, newHeat < .angry {
      flared = false
      flareMessage = nil
    }
  }

  /// Takes the acts, and what waits for a reply, from the messages anew.
  private mutating func recount() {
    let before = acts
    acts = attested
    unanswered = []
    openQuestions = []
    lastWordAt = nil
    waitingSince = nil
    for message in messages {
      if message.isFromCustomer {
        let owed = message.needsReply || lastWordAt == nil
        if owed { unanswered.append(message.number) }
        if owed || answersUs(message.number) {
          waitingSince = waitingSince ?? message.at
        }
        if message.moves.contains(.question) { openQuestions.append(message.number) }
      } else if message.reachesCustomer {
        if !message.isHistory { acts.formUnion(message.acts) }
        lastWordAt = message.at
        answerQuestions(with: message.acts, at: message.at)
      }
    }
    recountConfirmations(actsBefore: before)
    recountFlare()
    if state == .waiting || state == .open { state = turn }
  }

  /// A confirmation stands as long as the words it rests on do.
  private mutating func recountConfirmations(actsBefore before: Set<SpeechAct>) {
    for (what, act) in Confirmable.saidBack {
      switch confirmations[what] {
      case .asked(let number):
        if attested.contains(act) || message(number).map({ $0.carries(act) }) == true { continue }
        confirmations[what] = messages.last { $0.carries(act) }
          .map { .asked(message: $0.number) }
      case .implied:
        // Going on implied it, and nobody went on.
        if let said = messages.last(where: { $0.carries(act) })?.number, grant == nil,
          !messages.dropFirst(said).contains(where: \.isFromCustomer)
        {
          confirmations[what] = .asked(message: said)
        }
        // A grant, or an earlier case, implies it without any words of ours.
        if before.contains(act), !acts.contains(act), grant == nil { confirmations[what] = nil }
      case .explicit, .disputed, nil: break
      }
    }
  }

  private mutating func recountFlare() {
    guard let flareMessage, attested.isDisjoint(with: SpeechAct.hearing) else { return }
    flared = !messages.dropFirst(max(0, flareMessage)).contains {
      $0.meetsGates && !$0.acts.isDisjoint(with: SpeechAct.hearing)
    }
  }

  /// The customer's messages since somebody last said whether there is a danger: one that tells of
  /// it stands until then, for an answer alone makes nobody safe.
  package var sinceDangerSettled: ArraySlice<Message> {
    danger == nil ? messages.dropFirst(max(0, dangerSettledAfter ?? 0)) : []
  }

  /// Whether a customer tells of danger and nobody has said yet whether there is one: to be looked
  /// at before everything else.
  package var tellsOfDanger: Bool {
    sinceDangerSettled.contains {
      $0.isFromCustomer && !$0.isHistory && $0.moves.contains(.danger)
    }
  }

  /// The message numbered `number`, if there is one.
  package func message(_ number: Int) -> Message? {
    guard number >= 1, number <= messages.count else { return nil }
    return messages[number - 1]
  }

  /// Rises at once and cools one level a message, two when all it does is thank or accept: a line
  /// that does not flicker, and that one short yes does not bring from explosive to calm. It never
  /// cools by itself: who writes again while nobody has answered is no calmer for it. Nor does it cool
  /// while somebody is or may be in danger: a short answer is no calm there.
  package func heatLine(after level: HeatLevel, moves: Set<CustomerMove>) -> HeatLevel {
    if level >= heat || danger != nil || tellsOfDanger || moves.contains(.danger) {
      return max(level, heat)
    }
    return cooledLine(after: level, moves: moves)
  }

  /// The line without a look at danger.
  private func cooledLine(after level: HeatLevel, moves: Set<CustomerMove>) -> HeatLevel {
    if level >= heat { return level }
    if !moves.isEmpty, moves.isSubset(of: [.thanks, .acceptance]) {
      return max(level, heat.cooler.cooler)
    }
    return unanswered.isEmpty ? max(level, heat.cooler) : heat
  }

  /// Whether words of ours can have told the customer of `plan`: any since it was recorded, or an
  /// offer in our own words before that.
  package func isTold(of plan: Plan) -> Bool {
    if plan.message != nil || plan.answer != nil { return true }
    let earlier = plans.last { $0.number < plan.number }?.messagesBefore ?? 0
    return messages.dropFirst(max(0, earlier)).contains { message in
      message.meetsGates
        && (message.number > plan.messagesBefore || message.carriesOffer)
    }
  }

  /// Whether the customer has said anything since `plan` was put to them, in a message of ours or
  /// on the record.
  package func hasHeard(since plan: Plan) -> Bool {
    guard let heard = lastCustomerMessage?.number else { return false }
    if heard > plan.messagesBefore { return true }
    let earlier = plans.last { $0.number < plan.number }?.messagesBefore ?? 0
    return messages.dropFirst(max(0, earlier)).contains {
      $0.number < heard && $0.carriesOffer
    }
  }
}

extension Confirmable {
  /// What is confirmed by being said back, and the act of saying it back.
  static let saidBack: [(Confirmable, SpeechAct)] = [
    (.problem, .paraphrase), (.readBack, .readBack),
  ]
}

extension Message {
  /// Whether it does `act` at this desk and stands.
  func carries(_ act: SpeechAct) -> Bool { meetsGates && acts.contains(act) }

  /// Whether it puts a solution forward: “I'll do it by six, is that all right?” is an offer in one's
  /// own words.
  var carriesOffer: Bool { carries(.offer) || carries(.promise) && carries(.askView) }

  /// Whether we owe this message an answer.
  package var needsReply: Bool {
    from == .customer && moves.needReply(at: heat ?? .calm)
  }
}

extension CaseEvent.Received {
  /// Whether we owe an answer: thanks and acceptance alone need none (S1-41), unless they come in
  /// anger. The first words of a case always wait for one.
  package var needsReply: Bool { moves.needReply(at: heat) }
}

extension Set<CustomerMove> {
  fileprivate func needReply(at heat: HeatLevel) -> Bool {
    isEmpty || heat >= .angry || !isSubset(of: [.thanks, .acceptance])
  }
}

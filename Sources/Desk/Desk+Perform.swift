import Language
import Playbook
import Synchronization
package import Vocabulary
package import Workflow

/// Something a person wants to happen to a case.
package struct DeskRequest: Equatable, Sendable {
  package var by: PersonID
  package var ref: CaseRef
  package var envelope: CommandEnvelope

  package init(by: PersonID, ref: CaseRef, envelope: CommandEnvelope) {
    self.by = by
    self.ref = ref
    self.envelope = envelope
  }
}

/// What came of a request.
package struct Performed: Equatable, Sendable {
  package var ref: CaseRef
  /// The case afterwards.
  package var result: Case
  /// The facts it brought; those of the first time when the command came twice.
  package var events: [StoredEvent]
  /// The command had been carried out before.
  package var repeated: Bool

  package init(ref: CaseRef, result: Case, events: [StoredEvent], repeated: Bool) {
    self.ref = ref
    self.result = result
    self.events = events
    self.repeated = repeated
  }
}

extension Desk {
  /// The one door: checks the person, decides, and stores what follows.
  ///
  /// - Parameter request: who wants what on which case.
  /// - Returns: the case afterwards and the facts stored; these survive the loss of power.
  /// - Throws: `Refusal` when a gate is closed, `DeskError` or `StoreError` when the desk cannot.
  package func perform(_ request: DeskRequest) throws -> Performed {
    let context = try self.context(for: request)
    let start = try cache.take(request.ref) ?? store.record(of: request.ref)?.folded
    do {
      let ahead = start.flatMap { try? workedOut(request, in: context, on: $0) }
      let performed = try store.write { transaction in
        try carry(out: request, in: context, from: start, ahead: ahead, transaction)
      }
      cache.put(performed.result)
      return performed
    } catch {
      if let start { cache.put(start) }
      throw error
    }
  }

  /// Reads the words in the command before anybody waits for us in the writing room.
  func context(for request: DeskRequest) throws -> DecisionContext {
    let actor = try person(request.by)
    var context = DecisionContext(
      actor: actor.id, role: actor.role, now: now(),
      sampled: sampled(request.envelope.id))
    context.clock = clock(at: context.now)
    switch request.envelope.command {
    case .advance, .skip, .offer, .grant:
      context.burningElsewhere = try burns(elsewhereThan: request.ref, for: actor.id)
    case .transfer(let colleague):
      let other = try person(colleague)
      guard other.active, playbook.authority?.allows(other.role, .work) == true else {
        throw DeskError.notAllowed(colleague, .work)
      }
      try checkIsHere(other)
    case .consult(let asked, _, _, _):
      for case .person(let colleague) in asked { try checkAnswers(colleague) }
    case .wake: context.holderWrites = try isWritten(request.ref)
    case .giveView:
      context.standsInFor = Set(covered(by: actor, in: try deputies()).map(\.person))
    case .complainedAbout(let colleague, on: true): _ = try self.person(colleague)
    default: break
    }
    return context
  }

  /// Whoever is on leave is offered nothing and given nothing.
  func checkIsHere(_ person: Person) throws {
    guard person.isAway(at: now()), let leave = person.aptitude.leave else { return }
    throw DeskError.onLeave(
      person.id, until: leave.until, deputy: try deputies()[person.id]?.deputy)
  }

  /// Only who is on the desk and may write in a case can be asked for their view.
  private func checkAnswers(_ colleague: PersonID) throws {
    let other = try person(colleague)
    guard playbook.authority?.allows(other.role, .work) == true else {
      throw DeskError.notAllowed(colleague, .work)
    }
  }

  /// The person behind a request; the desk itself is everybody's servant.
  func person(_ id: PersonID) throws -> Person {
    if id == Desk.itself.id { return Desk.itself }
    return try signedIn(id, as: store.person(id))
  }

  /// The person whom the desk has for an id, if they may sign in.
  func signedIn(_ id: PersonID, as person: Person?) throws -> Person {
    guard let person else { throw DeskError.unknownPerson(id) }
    guard person.active else { throw DeskError.stranger(id) }
    known.withLock { $0[id] = person }
    return person
  }

  /// The desk, when it carries out what has fallen due.
  package static let itself = Person(id: "calmdesk", name: "CalmDesk", role: .system)

  /// Whether another customer of this agent is angry and overdue (domain E14).
  private func burns(elsewhereThan ref: CaseRef, for person: PersonID) throws -> Bool {
    let mine = try store.queue(QueuePage(limit: 12, filter: .heldBy(person)))
    let now = now()
    return mine.contains { row in
      row.ref != ref && row.burns(at: now)
    }
  }

  /// What a request comes to on a case as it stands at a version: all that can be done before anybody
  /// waits for us in the writing room.
  struct WorkedOut {
    /// The version of the case it holds for.
    var version: Int
    var performed: Performed
    /// What is to be kept; nil where nothing changes.
    var appending: Appending?
  }

  /// Decides a request and makes ready what follows from it.
  private func workedOut(
    _ request: DeskRequest, in base: DecisionContext, on current: Case
  ) throws -> WorkedOut {
    var envelope = request.envelope
    var context = base
    try read(&envelope, in: &context, on: current)
    let rules = try self.rules(for: current.procedure)
    let events = try decide(envelope, on: current, by: rules, in: context)
    var worked = WorkedOut(
      version: current.version,
      performed: Performed(ref: request.ref, result: current, events: [], repeated: false))
    guard !events.isEmpty else { return worked }
    let records = events.enumerated().map { offset, event in
      RecordedEvent(
        version: current.version + 1 + offset, at: context.now, actor: context.actor,
        command: envelope.id, event: event)
    }
    for record in records { worked.performed.result.apply(record) }
    worked.performed.events = records.map {
      StoredEvent(sequence: 0, ref: request.ref, record: $0)
    }
    worked.appending = try store.readied(
      appending(
        records, to: worked.performed.result, from: current.version, rules: rules,
        context: context))
    return worked
  }

  /// Carries a request out in a turn at writing.
  ///
  /// - Parameters:
  ///   - request: who wants what on which case.
  ///   - context: of the decision.
  ///   - start: the case as it was once; nil where it is not known.
  ///   - ahead: what was worked out beforehand; it counts where the case has not moved since, and what
  ///     would have been refused then is decided here.
  ///   - caused: what the command caused before, where that has been asked for.
  ///   - transaction: the turn.
  /// - Returns: what came of it.
  /// - Throws: `Refusal`, `DeskError` or `StoreError`.
  func carry(
    out request: DeskRequest, in context: DecisionContext, from start: Case?,
    ahead: WorkedOut? = nil, after caused: [StoredEvent]? = nil,
    _ transaction: any DeskTransaction
  ) throws -> Performed {
    let current = try upToDate(start, request.ref, transaction)
    let before = try caused ?? transaction.events(causedBy: request.envelope.id)
    if let first = before.first {
      guard first.ref == request.ref else {
        throw DeskError.reusedCommand(request.envelope.id, first.ref)
      }
      return Performed(ref: request.ref, result: current, events: before, repeated: true)
    }
    if case .link(let other) = request.envelope.command,
      try transaction.version(of: other) == nil
    {
      // A link is what a close as duplicate rests on, so it must lead somewhere.
      throw DeskError.unknownCase(other)
    }
    var context = context
    var ahead = ahead
    if case .claim = request.envelope.command {
      context.load = try load(in: context, on: current, transaction)
      // It was worked out as for somebody with room.
      if context.load?.hasRoom == false { ahead = nil }
    }
    let worked =
      if let ahead, ahead.version == current.version { ahead } else {
        try workedOut(request, in: context, on: current)
      }
    if let appending = worked.appending { try transaction.append(appending) }
    return worked.performed
  }

  /// The case with every event in it, from the nearest start.
  private func upToDate(
    _ start: Case?, _ ref: CaseRef, _ transaction: any DeskTransaction
  ) throws -> Case {
    guard let version = try transaction.version(of: ref) else {
      throw DeskError.unknownCase(ref)
    }
    if var known = start, known.version <= version {
      if known.version < version {
        for event in try transaction.events(of: ref, after: known.version) {
          known.apply(event.record)
        }
      }
      return known
    }
    guard let folded = try transaction.record(of: ref)?.folded else {
      throw DeskError.unknownCase(ref)
    }
    return folded
  }

  /// Reads the customer's or our words, masks what must not be kept, and gives a draft the acts of
  /// the phrases it still is made of.
  func read(
    _ envelope: inout CommandEnvelope, in context: inout DecisionContext, on current: Case
  ) throws {
    switch envelope.command {
    case .receive(let text, let spoken, let isPublic):
      let masked = mask(text)
      context.customerReading = words.customer(
        masked, language: current.language, earlier: customerWords(of: current))
      envelope.command = .receive(text: masked, spoken: spoken, isPublic: isPublic)
    case .send(var draft):
      try read(&draft, in: &context, on: current)
      envelope.command = .send(draft)
    case .say(var draft):
      try read(&draft, in: &context, on: current)
      envelope.command = .say(draft)
    case .grant(let option, .some(var draft)):
      try read(&draft, in: &context, on: current, granting: option)
      envelope.command = .grant(option, draft: draft)
    default: break
    }
  }

  private func read(
    _ draft: inout Draft, in context: inout DecisionContext, on current: Case,
    granting option: PlanOption? = nil
  ) throws {
    context.agentReading = reading(
      of: draft.text, on: current, by: try rules(for: current.procedure), role: context.role,
      inPublic: draft.isPublic, granting: option)
    draft.phraseActs = []
    guard !draft.phrases.isEmpty else { return }
    let shelf = playbook.phrases(in: current.language)
    for id in draft.phrases {
      guard let phrase = shelf.first(where: { $0.id == id }) else {
        throw DeskError.unknownPhrase(id)
      }
      if phrase.stands(in: draft.text) { draft.phraseActs.formUnion(phrase.acts) }
    }
    draft.phrases = draft.phrases.filter { id in
      shelf.first { $0.id == id }?.stands(in: draft.text) == true
    }
  }

  /// What our words would be read as if they were sent now, for the person who is writing them.
  ///
  /// - Parameters:
  ///   - text: the words as they stand.
  ///   - ref: the case they are for.
  ///   - person: who writes them.
  ///   - isPublic: where a public case is answered; nil for the usual.
  /// - Returns: the same reading that decides when they are sent.
  /// - Throws: `DeskError.unknownCase`, `.unknownPerson` or `.unknownProcedure`, or what the store throws.
  package func reading(
    of text: String, on ref: CaseRef, by person: PersonID, inPublic isPublic: Bool? = nil
  ) throws -> AgentReading {
    let current = try find(ref)
    let role = try self.person(person).role
    return reading(
      of: text, on: current, by: try rules(for: current.procedure), role: role, inPublic: isPublic)
  }

  func reading(
    of text: String, on current: Case, by rules: Rules, role: Role, inPublic isPublic: Bool?,
    granting option: PlanOption? = nil
  ) -> AgentReading {
    var circumstances = current.circumstances(by: rules, role: role, inPublic: isPublic)
    // Whether that much may be granted is asked by a gate of its own.
    if let option, let sum = option.amount {
      circumstances.cleared.insert(sum)
      if rules.authority.isGoodwill(option.remedy) { circumstances.goodwill?.insert(sum) }
    }
    return words.agent(
      current.ref.hidden(in: text), language: current.language,
      customerWords: customerWords(of: current), registerWords: registerWords(of: current),
      circumstances: circumstances)
  }

  /// The customer's last few messages, the newest last.
  private func customerWords(of current: Case) -> [String] {
    current.messages.suffix(60).filter { $0.isFromCustomer }.suffix(12).map(\.text)
  }

  /// The problem and the demand as they stand in the register: whoever repeats them says the problem
  /// back, though the customer may have put it otherwise.
  private func registerWords(of current: Case) -> [String] {
    [FieldName.problem, .demand].compactMap { current.fields[$0]?.value }
  }

  /// What is stored along with new events.
  func appending(
    _ records: [RecordedEvent], to result: Case, from version: Int, rules: Rules,
    context: DecisionContext
  ) -> Appending {
    var readings: [StoredReading] = []
    var number = result.messages.count
    for record in records.reversed() {
      switch record.event {
      case .received:
        readings.append(StoredReading(message: number, customer: context.customerReading))
        number -= 1
      case .replied:
        readings.append(StoredReading(message: number, agent: context.agentReading))
        number -= 1
      case .noted, .viewGiven: number -= 1
      default: break
      }
    }
    let heard = records.contains { if case .received = $0.event { true } else { false } }
    return Appending(
      ref: result.ref, from: version, events: records,
      row: row(
        of: result, by: rules, heatScore: heard ? context.customerReading.heat.score : nil,
        isNewlyTold: records.contains { $0.event.tellsMatter }),
      snapshot: Desk.wantsSnapshot(from: version, to: result.version) ? result : nil,
      readings: readings.reversed(), contacts: ContactKey.keys(of: result))
  }

  /// Snapshots lie ever further apart, so that all of them together cost as much as the events.
  static func wantsSnapshot(from version: Int, to next: Int) -> Bool {
    var mark = 48
    while mark <= next {
      if mark > version { return true }
      mark += mark / 2
    }
    return false
  }
}

extension CaseEvent {
  /// Whether it may change what a case is about.
  fileprivate var tellsMatter: Bool {
    switch self {
    case .opened, .received, .classified, .fieldSet(.product, _, _), .retracted: true
    default: false
    }
  }
}

extension CaseRef {
  /// The text with this reference made unreadable, every letter in its place: a case number is the
  /// customer's to quote and gives nothing away, so it must not be taken for account data.
  fileprivate func hidden(in text: String) -> String {
    text.replacing(
      rawValue, with: String(repeating: "x", count: rawValue.unicodeScalars.count))
  }
}

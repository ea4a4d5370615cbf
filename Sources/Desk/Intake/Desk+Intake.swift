import Language
import Playbook
package import Vocabulary
import Workflow

extension Desk {
  /// The procedure a case follows unless it is said otherwise.
  package static let defaultProcedure: ProcedureID = "six_steps"

  /// Puts a conversation on the desk.
  ///
  /// - Parameters:
  ///   - line: what was said, and by whom.
  ///   - actor: who brings it in.
  ///   - command: so that bringing it twice is one change.
  /// - Returns: the case; the one opened before when the conversation is known.
  /// - Throws: `Refusal` when the person may take nothing in, `DeskError.reusedCommand` when the
  ///   command was for another case, other `DeskError`s, `StoreError`.
  package func open(_ line: IntakeLine, by actor: PersonID, command: CommandID) throws
    -> Performed
  {
    let person = try self.person(actor)
    let rules = try self.rules(for: line.procedure ?? Desk.defaultProcedure)
    // Before anything else: what is on the desk already is nobody's business who may not.
    guard rules.authority.allows(person.role, .intake) else {
      throw Refusal(gate: .role, needs: [.permission(.intake)])
    }
    let prepared = prepare(line)
    let now = now()
    let performed = try store.write { transaction in
      if let known = try known(line, command, transaction) { return known }
      let ref = CaseRef("C-\(try transaction.nextNumber())")
      let earlier = try earlier(
        prepared.customer, order: prepared.order, said: prepared.said, rules: rules, transaction)
      let skips = earlier != nil && (line.toTop || writesToTop(prepared.said))
      let opening = Opening(
        ref: ref, channel: line.channel, language: prepared.language,
        customer: prepared.customer, external: line.external, turns: prepared.turns,
        earlier: earlier, skipsLevel: skips, owner: skips ? earlier?.owner : nil)
      let events = try decide(
        CommandEnvelope(id: command, command: .open(opening)), on: nil, by: rules,
        in: DecisionContext(actor: person.id, role: person.role, now: now))
      let opened = try store(
        events, opening, by: person.id, command: command, rules: rules, now: now, transaction)
      if skips, let first = earlier?.ref {
        try link(first, to: ref, by: person.id, command: command, now: now, transaction)
      }
      return opened
    }
    cache.put(performed.result)
    return performed
  }

  private struct Prepared {
    var language: LanguageTag
    var customer: Customer
    var order: String?
    var turns: [OpeningTurn]

    /// What the customer said, in one text.
    var said: String {
      turns.filter { $0.from == .customer }.map(\.text).joined(separator: "\n")
    }
  }

  /// Reads and masks the words before anybody waits for us in the writing room.
  private func prepare(_ line: IntakeLine) -> Prepared {
    let spoken = line.turns.filter { $0.from == .customer }.map(\.text)
    let language =
      line.language
      ?? words.language(
        of: (spoken.isEmpty ? line.turns.map(\.text) : spoken)
          .joined(separator: "\n"))
    var prepared = Prepared(language: language, customer: line.customer, turns: [])
    var heard: [String] = []
    for turn in line.turns {
      let text = turn.from == .customer ? mask(turn.text) : turn.text
      var opened = OpeningTurn(from: turn.from, text: text, at: turn.at)
      if turn.from == .customer {
        let reading = words.customer(text, language: language, earlier: heard)
        for proposal in reading.proposals {
          if proposal.field == .order { prepared.order = prepared.order ?? proposal.value }
        }
        opened.customerReading = reading
        heard = (heard + [text]).suffix(6)
      } else {
        opened.agentReading = words.agent(text, language: language, customerWords: heard)
      }
      prepared.turns.append(opened)
    }
    return prepared
  }

  /// Whether a customer says in their own words that they wrote to the top.
  private func writesToTop(_ said: String) -> Bool {
    playbook.topics.told(in: said).contains("wrote_to_top")
  }

  /// Tells the first case of the one that came from above, so that whoever holds either sees the other
  /// (S1-39, S2-29).
  private func link(
    _ first: CaseRef, to other: CaseRef, by actor: PersonID, command: CommandID, now: Instant,
    _ transaction: any DeskTransaction
  ) throws {
    guard let version = try transaction.version(of: first),
      var current = try transaction.record(of: first)?.folded, current.version == version
    else { return }
    let rules = try rules(for: current.procedure)
    let record = RecordedEvent(
      version: version + 1, at: now, actor: actor, command: command, event: .linked(other))
    current.apply(record)
    try transaction.append(
      Appending(
        ref: first, from: version, events: [record],
        row: row(of: current, by: rules, heatScore: nil),
        snapshot: Desk.wantsSnapshot(from: version, to: current.version) ? current : nil,
        contacts: ContactKey.keys(of: current)))
  }

  private func known(
    _ line: IntakeLine, _ command: CommandID, _ transaction: any DeskTransaction
  ) throws -> Performed? {
    let before = try transaction.events(causedBy: command)
    if let first = before.first {
      guard case .opened = first.record.event else {
        throw DeskError.reusedCommand(command, first.ref)
      }
    }
    var ref = before.first?.ref
    if ref == nil, let external = line.external {
      ref = try transaction.ref(external: external)
    }
    guard let ref, let known = try transaction.record(of: ref)?.folded else { return nil }
    return Performed(ref: ref, result: known, events: before, repeated: true)
  }

  private func store(
    _ events: [CaseEvent], _ opening: Opening, by actor: PersonID, command: CommandID,
    rules: Rules, now: Instant, _ transaction: any DeskTransaction
  ) throws -> Performed {
    var at = min(opening.turns.first?.at ?? now, now)
    let records = events.enumerated().map { offset, event in
      if offset > 0, opening.turns.indices.contains(offset - 1) {
        at = max(at, min(opening.turns[offset - 1].at ?? now, now))
      }
      return RecordedEvent(
        version: offset + 1, at: at, actor: actor, command: command, event: event)
    }
    guard let result = Case(replaying: records) else {
      throw DeskError.malformed("The conversation could not be opened as a case.")
    }
    let readings = opening.turns.enumerated().map { offset, turn in
      StoredReading(
        message: offset + 1, customer: turn.customerReading, agent: turn.agentReading)
    }
    let score = opening.turns.last { $0.from == .customer }?.customerReading?.heat.score
    try transaction.append(
      Appending(
        ref: opening.ref, from: 0, events: records,
        row: row(of: result, by: rules, heatScore: score ?? 0),
        snapshot: Desk.wantsSnapshot(from: 0, to: result.version) ? result : nil,
        readings: readings, contacts: ContactKey.keys(of: result), external: opening.external))
    return Performed(
      ref: opening.ref, result: result,
      events: records.map { StoredEvent(sequence: 0, ref: opening.ref, record: $0) },
      repeated: false)
  }

  /// The last case of the same customer, if it is fresh enough to matter (domain E6).
  private func earlier(
    _ customer: Customer, order: String?, said: String, rules: Rules,
    _ transaction: any DeskTransaction
  ) throws -> EarlierContact? {
    let keys = ContactKey.keys(of: customer)
    guard !keys.isEmpty, let ref = try transaction.cases(contact: keys, limit: 1).first,
      let last = try transaction.record(of: ref)?.folded
    else { return nil }
    // A family, a shop or an office shares one number: what one of them told us is not the other's.
    guard CustomerName(customer.name).mayBe(CustomerName(last.customer.name)) else { return nil }
    let now = now()
    guard now.seconds(since: last.touchedAt) <= rules.clocks.returning else { return nil }
    return EarlierContact(of: last, now: now, order: order, said: said)
  }
}

extension EarlierContact {
  /// What a case leaves for the next one of the same customer.
  ///
  /// A promise still open past its time counts as broken. The matter goes on, and is not heard from
  /// the beginning again, only where it was understood the first time (its problem is on file) and
  /// something shows that it is the same: the same order or product comes up again, or a promise
  /// was broken, a look back failed or nobody could be reached and no other order is named. That the
  /// earlier case is still open shows nothing: somebody may write in about two things.
  init(of last: Case, now: Instant, order: String?, said: String) {
    var promise = last.commitments.last
    if let open = promise, open.state == .open, open.due < now { promise?.state = .broken }
    let kept: Set<FieldName> = [
      .customer, .company, .address, .phone, .email, .order, .product, .problem, .demand,
    ]
    let known = last.fields[.order]?.value
    let product = last.fields[.product]?.value?.lowercased() ?? ""
    let isNamedAgain =
      order != nil && known == order
      || !product.isEmpty && said.lowercased().contains(product)
    let isAnother = order != nil && known != nil && known != order
    let wasLetDown =
      promise?.state == .broken || last.followUps.last?.outcome == .notFixed
      || [.noReply, .unreachable].contains(last.closed?.reason)
    self.init(
      ref: last.ref, at: last.touchedAt, problem: last.fields[.problem]?.value,
      promise: promise, fields: last.fields.filter { kept.contains($0.key) },
      unsolved: last.fields[.problem]?.value != nil && !isAnother
        && (isNamedAgain || wasLetDown),
      holder: last.handler ?? last.holders.last, owner: last.owner)
  }
}

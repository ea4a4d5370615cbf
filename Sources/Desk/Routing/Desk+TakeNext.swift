import Playbook
import Synchronization
package import Vocabulary
import Workflow

extension Desk {
  /// Free cases looked at in one go; fewer to begin with, since one of the first mostly suits.
  private static let (firstLook, look) = (12, 100)

  /// Claims the most urgent free case that suits the person who asks: in a language they speak, with
  /// the skill it needs, kept for nobody else, and within what they may have at once.
  ///
  /// Safe from many consoles at once: whoever is quicker has it, and the others are given the next.
  ///
  /// - Parameters:
  ///   - id: who takes it.
  ///   - command: the id of the claim.
  ///   - present: who sits at a console and takes cases; nil to ask the board.
  /// - Returns: the claim; nil when no case is free.
  /// - Throws: `Refusal` when the person may not work cases, has as many as they may, or is given none
  ///   of those that wait; `DeskError.onLeave`, another `DeskError` or `StoreError`. Costs a look at
  ///   the free cases before the one that suits.
  package func takeNext(
    for id: PersonID, command: CommandID, present: Set<PersonID>? = nil
  ) throws -> Performed? {
    let people = try store.people()
    let taker = try signedIn(id, as: people.first { $0.id == id })
    guard let authority = playbook.authority, authority.allows(taker.role, .work) else {
      throw Refusal(gate: .role, needs: [.permission(.work)])
    }
    try checkIsHere(taker)
    let next = try nextCase(for: taker, among: people, present: present, authority)
    var refusal: Refusal?
    // What is our turn comes first; what waits for the customer or was put aside, only then.
    for isOpen in [true, false] {
      var start = QueuePage.Start.first
      while true {
        let limit = start == .first ? Desk.firstLook : Desk.look
        let page = QueuePage(start: start, limit: limit, filter: .free)
        let rows = try store.queue(page)
        let wanted = rows.filter { $0.state != .closed && ($0.state == .open) == isOpen }
        var suited: [QueueRow] = []
        for row in wanted {
          switch next.verdict(on: row) {
          case .suits: suited.append(row)
          case .noRoom(let most):
            if refusal?.gate != .capacity {
              refusal = Refusal(gate: .capacity, needs: [.room(row.channel, most: most)])
            }
          case .notTheirs:
            refusal = refusal ?? Refusal(gate: .suited, needs: [.suitable])
          }
        }
        if let taken = try take(oneOf: suited, for: taker, command) { return taken }
        guard rows.count == page.limit, let last = rows.last,
          !isOpen || last.key.rank < QueueKey.theirs
        else { break }
        start = .after(last.key)
      }
    }
    if let refusal { throw refusal }
    return nil
  }

  /// Claims the first of these cases that is still free and that nobody else is about to claim.
  private func take(
    oneOf rows: [QueueRow], for taker: Person, _ command: CommandID
  ) throws -> Performed? {
    var rows = rows
    while !rows.isEmpty {
      let context = DecisionContext(
        actor: taker.id, role: taker.role, now: now(), sampled: sampled(command))
      do {
        let performed = try store.write { [rows] transaction -> Performed? in
          let before = try transaction.events(causedBy: command)
          guard let ref = try before.first?.ref ?? firstFree(among: rows, transaction) else {
            return nil
          }
          let request = DeskRequest(
            by: taker.id, ref: ref, envelope: CommandEnvelope(id: command, command: .claim))
          return try carry(out: request, in: context, from: nil, after: before, transaction)
        }
        if let performed { cache.put(performed.result) }
        return performed
      } catch let refusal as Refusal where refusal.gate == .capacity {
        // Another console of theirs was quicker; no reason given takes one more without being asked.
        throw Refusal(gate: .capacity, needs: refusal.needs)
      } catch let refusal as Refusal where refusal.gate == .complainedAbout {
        // Named only just now: what was seen of the cases is looked at again, one by one.
        rows = try rows.filter { try !find($0.ref).complainedAbout.contains(taker.id) }
      }
    }
    return nil
  }

  /// The first of these cases that nobody holds and that is still whose turn it was: since they were
  /// looked at, somebody may have answered one and given it back.
  private func firstFree(
    among rows: [QueueRow], _ transaction: any DeskTransaction
  ) throws -> CaseRef? {
    var rest = rows
    while let ref = try transaction.firstFree(among: rest.map(\.ref)) {
      guard let seen = rest.first(where: { $0.ref == ref }),
        try transaction.version(of: ref) != seen.version,
        try transaction.record(of: ref)?.folded?.state != seen.state
      else { return ref }
      rest.removeAll { $0.ref == ref }
    }
    return nil
  }

  /// What is needed to say which case somebody is given.
  private func nextCase(
    for taker: Person, among people: [Person], present: Set<PersonID>?, _ authority: Authority
  ) throws -> NextCase {
    let deputies = Deputies(people, by: authority, at: now())
    let workers = people.filter {
      $0.active && authority.allows($0.role, .work) && deputies[$0.id] == nil
    }
    let here =
      try present
      ?? Set(
        store.presence.all().filter { !$0.hasLeft && $0.whereabouts.status.takesCases }
          .map(\.person))
    let held = try here.union([taker.id]).reduce(into: [PersonID: [Channel: Int]]()) {
      $0[$1] = try liveConversations(of: $1)
    }
    return NextCase(
      for: taker, among: workers, held: held, present: here, standingIn: deputies,
      by: playbook.routing, at: now())
  }

  /// How many conversations of each channel take a person's time now.
  func liveConversations(of person: PersonID) throws -> [Channel: Int] {
    try store.queue(QueuePage(limit: Desk.mostHeld, filter: .heldBy(person)))
      .filter(\.isLive).reduce(into: [:]) { $0[$1.channel, default: 0] += 1 }
  }

  /// What whoever claims a case has of its channel, and may have; nil for any number. Counted where the
  /// claim is decided: two consoles of one person must not both take the last place.
  func load(
    in context: DecisionContext, on current: Case, _ transaction: any DeskTransaction
  ) throws -> ChannelLoad? {
    guard current.handler == nil, let taker = known.withLock({ $0[context.actor] }),
      let most = playbook.routing.capacity(of: taker.aptitude, on: current.channel)
    else { return nil }
    return ChannelLoad(
      held: try transaction.liveConversations(of: taker.id, on: current.channel), most: most)
  }

  /// Whether whoever holds a case that is about to go back writes in it just now.
  func isWritten(_ ref: CaseRef) throws -> Bool {
    guard let row = try store.row(of: ref), let holder = row.handler,
      let idle = row.idleAt, idle <= now()
    else { return false }
    return try store.presence.all().contains {
      $0.person == holder && !$0.hasLeft && $0.whereabouts.typing == ref
    }
  }

  /// The queue row of a case.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - rules: what it is decided by.
  ///   - heatScore: of the last customer message; nil keeps what the store has.
  ///   - isNewlyTold: whether what it is about may have changed; otherwise what the store has is kept.
  /// - Returns: the row.
  func row(
    of current: Case, by rules: Rules, heatScore: Int?, isNewlyTold: Bool = true
  ) -> QueueRow {
    // The words are looked through only while it matters: a held case is not given to anybody.
    let wantsSkill =
      current.handler == nil && current.state != .closed && !rules.routing.skills.isEmpty
    let told: Set<TopicID> =
      wantsSkill || isNewlyTold ? playbook.topics.told(by: current) : []
    return QueueRow(
      of: current, by: rules.clocks, heatScore: heatScore, routing: rules.routing,
      skill: wantsSkill ? rules.routing.skill(for: current, telling: told) : nil,
      together: rules.together,
      matters: isNewlyTold ? rules.together.matters(of: current, telling: told) : nil)
  }
}

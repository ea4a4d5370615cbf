package import Vocabulary
package import Workflow

extension Desk {
  /// Gives the conversations of somebody who is heard of no longer back to the queue, calls
  /// excepted; their drafts are kept, and who owns a case owns it still.
  ///
  /// May be done by many watchers at once: the desk itself is the actor, the command's id is made
  /// from the claim, and rests on it. So a case lapses once, and never from a newer claim.
  ///
  /// - Parameter person: whose consoles have all gone silent (``LeaseWatch/lapsed``).
  /// - Returns: the cases that went back.
  /// - Throws: `StoreError`, or `DeskError` when a case cannot be decided on.
  @discardableResult package func lapse(of person: PersonID) throws -> [CaseRef] {
    var gone: [CaseRef] = []
    for row in try store.queue(QueuePage(limit: Desk.mostHeld, filter: .heldBy(person))) {
      guard row.channel != .phone else { continue }
      let current = try find(row.ref)
      guard current.handler == person, current.state != .closed else { continue }
      let envelope = CommandEnvelope(
        id: CommandID("lapse-\(row.ref)-\(current.epoch)"), command: .lapse, epoch: current.epoch)
      do {
        let done = try perform(
          DeskRequest(by: Desk.itself.id, ref: row.ref, envelope: envelope))
        if !done.repeated, !done.events.isEmpty { gone.append(row.ref) }
      } catch is Refusal {
        continue  // It changed hands, or was closed, in between.
      }
    }
    return gone
  }

  /// Conversations a person may hold at once, as far as they are looked through.
  static let mostHeld = 500

  /// Which of these cases a person lost to the queue: because their consoles had gone silent, or
  /// because they had left them untouched for too long.
  ///
  /// - Parameters:
  ///   - refs: cases the person held before.
  ///   - person: whose.
  ///   - ignored: those left untouched, or the others.
  /// - Returns: how the customers are called, in the order of the cases.
  /// - Throws: what the store throws.
  package func wentBack(
    _ refs: Set<CaseRef>, from person: PersonID, ignored: Bool = false
  ) throws -> [String] {
    try refs.sorted().compactMap { ref in
      let current = try find(ref)
      guard let lapse = current.lapse, lapse.from == person, lapse.wasIgnored == ignored,
        current.handler != person
      else { return nil }
      return current.customer.name.isEmpty ? ref.rawValue : current.customer.name
    }
  }

  /// What was taken out of somebody's hands.
  ///
  /// - Parameters:
  ///   - refs: cases the person held before.
  ///   - person: whose.
  /// - Returns: how the customers are called and what happened, in the order of the cases.
  /// - Throws: what the store throws.
  package func takenOver(
    _ refs: Set<CaseRef>, from person: PersonID
  ) throws -> [(customer: String, takeOver: TakeOver)] {
    try refs.sorted().compactMap { ref in
      let current = try find(ref)
      guard let takeOver = current.takeOver, takeOver.from == person else { return nil }
      return (current.customer.name.isEmpty ? ref.rawValue : current.customer.name, takeOver)
    }
  }

  /// Records that somebody who may step in watches a case in another's hands (domain F), at most once
  /// an hour; of anybody else, and of one's own case, nothing.
  ///
  /// - Parameters:
  ///   - ref: the case on the screen.
  ///   - person: who looks.
  /// - Throws: `StoreError` or `DeskError`; costs a look at the case where nothing is recorded.
  package func noteLooking(at ref: CaseRef, by person: PersonID) throws {
    let current = try find(ref)
    let role = try self.person(person).role
    let rules = try rules(for: current.procedure)
    let last = current.watches.last { $0.by == person }?.at
    guard current.isWatched(by: person, as: role, under: rules.authority),
      last.map({ now().seconds(since: $0) >= Watch.span }) ?? true
    else { return }
    let mark = last?.milliseconds ?? 0
    let envelope = CommandEnvelope(
      id: CommandID("watch-\(ref)-\(person)-\(mark)"), command: .watch)
    do {
      _ = try perform(DeskRequest(by: person, ref: ref, envelope: envelope))
    } catch is Refusal {}  // Closed in between.
  }
}

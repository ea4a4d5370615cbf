package import Vocabulary
import Workflow

extension Desk {
  /// Issues what has fallen due: snoozed cases come back, those that waited for the customer are ours
  /// again, and closed ones come up with a promise or a look back that is due. A matter nobody above has answered
  /// in their time goes one rung up.
  ///
  /// Safe to run from many places at once; each case wakes once.
  ///
  /// - Returns: the cases that changed.
  /// - Throws: `StoreError`.
  @discardableResult package func sweep() throws -> [CaseRef] {
    let now = now()
    var changed: [CaseRef] = []
    var seen: Set<CaseRef> = []
    for ref in try store.asleep(until: now, limit: 200) where seen.insert(ref).inserted {
      let envelope = CommandEnvelope(
        id: CommandID("wake-\(ref)-\(now.milliseconds)"), command: .wake)
      let done = try perform(DeskRequest(by: Desk.itself.id, ref: ref, envelope: envelope))
      if !done.events.isEmpty { changed.append(ref) }
    }
    return changed
  }

  /// Claims the most urgent case nobody holds, for the person who asks.
  ///
  /// - Parameters:
  ///   - person: who takes it.
  ///   - command: the id of the claim.
  /// - Returns: the claim; nil when nobody waits for anybody.
  /// - Throws: `Refusal` when the person may not work cases, `DeskError` or `StoreError`.
  package func takeNext(for person: PersonID, command: CommandID) throws -> Performed? {
    for _ in 0..<8 {
      let free = try store.queue(QueuePage(limit: 8, filter: .free))
      guard
        let row = free.first(where: { $0.state == .open })
          ?? free.first(where: { $0.state != .closed })
      else { return nil }
      do {
        return try perform(
          DeskRequest(
            by: person, ref: row.ref, envelope: CommandEnvelope(id: command, command: .claim)))
      } catch let refusal as Refusal where refusal.gate == .holder {
        continue  // Somebody was quicker; the next one, then.
      }
    }
    return nil
  }
}

package import Vocabulary
import Workflow

extension Desk {
  /// Issues what has fallen due: snoozed cases come back, those that waited for the customer are ours
  /// again, and closed ones come up with a promise or a look back that is due. A matter nobody above has answered
  /// in their time goes one rung up. A case that was taken and left untouched for too long goes back to
  /// the queue.
  ///
  /// A clock that jumps takes nothing from anybody: what runs from one moment to another is judged by
  /// the program's own time, too.
  ///
  /// Safe to run from many places at once; each case wakes once.
  ///
  /// - Returns: the cases that changed.
  /// - Throws: `StoreError`.
  @discardableResult package func sweep() throws -> [CaseRef] {
    let now = now()
    _ = clock(at: now)
    var changed: [CaseRef] = []
    var seen: Set<CaseRef> = []
    for ref in try store.asleep(until: now, limit: 200) where seen.insert(ref).inserted {
      let envelope = CommandEnvelope(
        id: CommandID("wake-\(ref)-\(now.milliseconds)"), command: .wake)
      let done = try perform(DeskRequest(by: Desk.itself.id, ref: ref, envelope: envelope))
      if !done.events.isEmpty { changed.append(ref) }
    }
    return changed + (try giveBackOfThoseAway())
  }
}

import Vocabulary
import Workflow

extension Desk {
  /// Gives everything back to the queue that somebody holds who has left the desk, calls too: nobody
  /// can sign in to go on with it. Each case passes the same gates as by itself, in the name of
  /// whoever ended the access; who owns a case owns it still.
  ///
  /// - Parameters:
  ///   - person: who has left.
  ///   - actor: who ended their access.
  /// - Returns: what went, and what did not with the reason.
  /// - Throws: what the store throws.
  func giveBack(from person: PersonID, by actor: PersonID) throws -> ReassignmentOutcome {
    var all = ReassignmentOutcome()
    while true {
      let known = Set(all.refused.map(\.ref))
      let held = try store.queue(QueuePage(limit: Desk.mostHeld, filter: .heldBy(person)))
        .filter { $0.state != .closed && !known.contains($0.ref) }.map(\.ref)
      guard !held.isEmpty else { return all }
      let part = try reassign(
        held, .release, because: "“\(person)” has left the desk", by: actor,
        command: CommandID("left-\(person)-\(now().milliseconds)-\(all.went.count)"))
      all.went += part.went
      all.refused += part.refused
    }
  }
}

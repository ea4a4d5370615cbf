package import Vocabulary
import Workflow

/// A promise or a look back of one person's that is still to come.
package struct RunningPromise: Equatable, Sendable {
  package var ref: CaseRef
  /// How the customer is called in lists.
  package var customer: String
  /// Whether the case is closed already.
  package var isClosed: Bool
  /// What was promised; nil for a look back.
  package var what: String?
  package var due: Instant
  /// The colleague on leave whose it is; nil for one's own.
  package var standsInFor: Deputies.Absence?

  package init(
    ref: CaseRef, customer: String, isClosed: Bool, what: String?, due: Instant,
    standsInFor: Deputies.Absence? = nil
  ) {
    self.ref = ref
    self.customer = customer
    self.isClosed = isClosed
    self.what = what
    self.due = due
    self.standsInFor = standsInFor
  }
}

extension Desk {
  /// Closed cases with something still running that are looked through for promises at most.
  private static let mostClosed = 400

  /// The promises and looks back that still run on the cases a person holds, on the closed ones they
  /// own, and on those of colleagues on leave they stand in for.
  ///
  /// - Parameter person: whose.
  /// - Returns: the first due first.
  /// - Throws: what the store throws; the cost is that of the cases that are named, and of a page of
  ///   closed cases on which something still runs.
  package func promises(of person: PersonID) throws -> [RunningPromise] {
    let held = try store.queue(QueuePage(limit: 100, filter: .heldBy(person)))
    // Those on which something runs come first.
    let closed = try store.queue(QueuePage(limit: Desk.mostClosed, filter: .closed))
      .prefix { $0.clock != nil }
    let covered = self.covered(by: try self.person(person), in: try deputies())
    let entrusted = try covered.flatMap { absence in
      try store.queue(QueuePage(limit: Desk.mostHeld, filter: .ownedBy(absence.person)))
        .filter { $0.handler == nil || $0.handler == absence.person }
        + closed.filter { $0.owner == absence.person }
    }
    let own = closed.filter { $0.owner == person }
    let running = try (held + own + entrusted).flatMap { row in
      let absence = row.handler == person ? nil : covered.first { $0.person == row.owner }
      let current = try find(row.ref)
      let promises = current.commitments.filter { $0.state == .open }.map { ($0.what, $0.due) }
      let looks = current.followUps.filter { $0.outcome == nil }.map { (nil as String?, $0.due) }
      return (promises + looks).map { what, due in
        RunningPromise(
          ref: row.ref, customer: row.customer, isClosed: row.state == .closed, what: what,
          due: due, standsInFor: absence)
      }
    }
    return running.sorted { ($0.due, $0.ref) < ($1.due, $1.ref) }
  }
}

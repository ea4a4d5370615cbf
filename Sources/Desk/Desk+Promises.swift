package import Vocabulary
package import Workflow

/// A promise of one person's that still runs.
package struct RunningPromise: Equatable, Sendable {
  package var ref: CaseRef
  /// How the customer is called in lists.
  package var customer: String
  /// Whether the case is closed already.
  package var isClosed: Bool
  package var promise: Commitment

  package init(ref: CaseRef, customer: String, isClosed: Bool, promise: Commitment) {
    self.ref = ref
    self.customer = customer
    self.isClosed = isClosed
    self.promise = promise
  }
}

extension Desk {
  /// Closed cases with something still running that are looked through for promises at most.
  private static let mostClosed = 400

  /// The promises that still run on the cases a person holds, and on the closed ones they own.
  ///
  /// - Parameter person: whose.
  /// - Returns: the first due first.
  /// - Throws: what the store throws; the cost is that of the cases that are named, and of a page of
  ///   closed cases on which something still runs.
  package func promises(of person: PersonID) throws -> [RunningPromise] {
    let held = try store.queue(QueuePage(limit: 100, filter: .heldBy(person)))
    // Those on which something runs come first.
    let closed = try store.queue(QueuePage(limit: Desk.mostClosed, filter: .closed))
      .prefix { $0.clock != nil }.filter { $0.owner == person }
    let promises = try (held + closed).flatMap { row in
      try find(row.ref).commitments.filter { $0.state == .open }.map {
        RunningPromise(
          ref: row.ref, customer: row.customer, isClosed: row.state == .closed, promise: $0)
      }
    }
    return promises.sorted { ($0.promise.due, $0.ref) < ($1.promise.due, $1.ref) }
  }
}

package import Vocabulary
package import Workflow

/// A case the same customer had before, or has beside the one at hand.
package struct PastCase: Equatable, Sendable {
  package var ref: CaseRef
  package var openedAt: Instant
  /// The problem in one line; nil where nobody filed it.
  package var problem: String?
  /// Why it was closed; nil while it is open.
  package var closed: CloseReason?
  /// The last promise made in it.
  package var promise: Commitment?

  package init(
    ref: CaseRef, openedAt: Instant, problem: String?, closed: CloseReason?, promise: Commitment?
  ) {
    self.ref = ref
    self.openedAt = openedAt
    self.problem = problem
    self.closed = closed
    self.promise = promise
  }
}

extension Desk {
  /// Cases a history shows at most.
  package static let longestHistory = 9

  /// The other cases of a case's customer, the newest first (S0-18); at most ``longestHistory``.
  ///
  /// - Parameter ref: the case at hand.
  /// - Returns: none where nothing else is known of the customer.
  /// - Throws: `DeskError.unknownCase`, or what the store throws.
  package func history(of ref: CaseRef) throws -> [PastCase] {
    let current = try find(ref)
    let refs = try store.cases(
      contact: ContactKey.keys(of: current), limit: Desk.longestHistory + 1)
    return try refs.filter { $0 != ref }.prefix(Desk.longestHistory).map { other in
      let past = try find(other)
      return PastCase(
        ref: other, openedAt: past.openedAt, problem: past.fields[.problem]?.value,
        closed: past.closed?.reason, promise: past.commitments.last)
    }
  }
}

package import Vocabulary

/// Something we said we would do by a time (S0-20, S2-19).
package struct Commitment: Equatable, Codable, Sendable {
  /// 1 for the first promise of the case.
  package var number: Int
  package var what: String
  package var due: Instant
  package var by: PersonID
  package var at: Instant
  package var state: CommitmentState
  /// The message that made it, when one did; taken back together.
  package var message: Int?
  /// When it was settled; nil while it is open, and for those settled before this was kept.
  package var settledAt: Instant?
  /// Messages there were when it was settled.
  package var settledAfter: Int?

  package init(
    number: Int, what: String, due: Instant, by: PersonID, at: Instant,
    state: CommitmentState = .open, message: Int? = nil
  ) {
    self.number = number
    self.what = what
    self.due = due
    self.by = by
    self.at = at
    self.state = state
    self.message = message
  }
}

/// How a promise ended, or that it has not.
package enum CommitmentState: String, CaseIterable, Codable, Hashable, Sendable {
  case open, kept, broken
}

extension Case {
  /// The promise whose end was recorded last; nil while none has ended.
  package var lastSettledPromise: Commitment? {
    commitments.filter { $0.state != .open }.max {
      ($0.settledAt ?? $0.at, $0.number) < ($1.settledAt ?? $1.at, $1.number)
    }
  }

  /// Whether a promise only stands on the record: no words of ours carried it, and no solution that
  /// the customer took rests on it.
  package func isMereRecord(_ promise: Commitment) -> Bool {
    promise.message == nil
      && !settledOptions.contains { $0.what == promise.what && $0.due == promise.due }
  }
}

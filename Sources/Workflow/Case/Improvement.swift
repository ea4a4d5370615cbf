package import Vocabulary

/// What went wrong in a case, and what should be done so that it does not happen again (S1-40).
package struct Improvement: Equatable, Codable, Sendable {
  /// May be empty: the classification may say enough.
  package var cause: String
  package var proposal: String
  package var by: PersonID
  package var at: Instant

  package init(cause: String, proposal: String, by: PersonID, at: Instant) {
    self.cause = cause
    self.proposal = proposal
    self.by = by
    self.at = at
  }
}

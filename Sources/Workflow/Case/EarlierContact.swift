package import Vocabulary

/// What we know of a customer who has been here before (domain E6).
package struct EarlierContact: Equatable, Codable, Sendable {
  package var ref: CaseRef
  package var at: Instant
  package var problem: String?
  /// The last promise made, whether or not it was kept.
  package var promise: Commitment?
  /// Register fields that carry over.
  package var fields: [FieldName: FieldValue]
  /// The earlier case was about something that is not solved, or came up again.
  package var unsolved: Bool
  /// Who had the customer last; nil where nobody did, and in old events.
  package var holder: PersonID?
  /// Who owned the matter; nil where nobody did, and in old events.
  package var owner: PersonID?

  package init(
    ref: CaseRef, at: Instant, problem: String?, promise: Commitment?,
    fields: [FieldName: FieldValue], unsolved: Bool, holder: PersonID? = nil,
    owner: PersonID? = nil
  ) {
    self.ref = ref
    self.at = at
    self.problem = problem
    self.promise = promise
    self.fields = fields
    self.unsolved = unsolved
    self.holder = holder
    self.owner = owner
  }
}

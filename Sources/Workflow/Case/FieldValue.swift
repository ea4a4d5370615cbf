package import Vocabulary

/// What the register holds in one field.
package struct FieldValue: Equatable, Codable, Sendable {
  /// The value, or nil when it is unknown for `reason`.
  package var value: String?
  /// Why it is unknown.
  package var reason: String?
  package var by: PersonID
  package var at: Instant

  package init(value: String?, reason: String?, by: PersonID, at: Instant) {
    self.value = value
    self.reason = reason
    self.by = by
    self.at = at
  }
}

package import Vocabulary

/// A case that somebody took out of another's hands.
package struct TakeOver: Equatable, Codable, Sendable {
  /// Who had it.
  package var from: PersonID
  /// Who has taken it.
  package var by: PersonID
  /// Why, in their words.
  package var reason: String

  package init(from: PersonID, by: PersonID, reason: String) {
    self.from = from
    self.by = by
    self.reason = reason
  }
}

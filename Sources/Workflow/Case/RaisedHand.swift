package import Vocabulary

/// An agent asks a supervisor for help without letting go of the case.
package struct RaisedHand: Equatable, Codable, Sendable {
  /// What is needed; may be empty.
  package var words: String
  package var by: PersonID
  package var at: Instant

  package init(words: String, by: PersonID, at: Instant) {
    self.words = words
    self.by = by
    self.at = at
  }
}

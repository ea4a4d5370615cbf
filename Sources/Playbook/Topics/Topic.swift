package import Language
package import Vocabulary

/// Something a customer may tell of, such as having been sent from one desk to the next.
///
/// A phrase that takes it for granted says so (`about` in the catalogue) and waits until the
/// customer has told of it, or the case proves it.
package struct Topic: Equatable, Sendable {
  package var id: TopicID
  /// Words of the customer's that tell of it.
  package var words: WordLists
  /// Words that do not, though they look like it.
  package var unless: WordLists
  /// The heat of the messages in which its words count: praise said in anger is none.
  package var heat: Set<HeatLevel>
  /// What in the case proves it, whatever the words; nil for nothing.
  package var proof: TopicProof?

  package init(
    id: TopicID, words: WordLists = WordLists(), unless: WordLists = WordLists(),
    heat: Set<HeatLevel> = Set(HeatLevel.allCases), proof: TopicProof? = nil
  ) {
    self.id = id
    self.words = words
    self.unless = unless
    self.heat = heat
    self.proof = proof
  }
}

/// What the words of a customer were read as.
package struct CustomerReading: Equatable, Codable, Sendable {
  /// How hot the message is, and why.
  package var heat: Heat
  /// What the customer does by saying it.
  package var moves: Set<CustomerMove>
  /// Values for the register found in the words, to be confirmed (S4-1).
  package var proposals: [FieldProposal]
  /// The first danger the words tell of; nil in readings older than the sign, too.
  package var danger: DangerSign?
  /// The sentence that asks for something; nil where none does, and in readings older than this.
  package var asked: TextSpan?

  package init(
    heat: Heat, moves: Set<CustomerMove>, proposals: [FieldProposal], danger: DangerSign? = nil,
    asked: TextSpan? = nil
  ) {
    self.heat = heat
    self.moves = moves
    self.proposals = proposals
    self.danger = danger
    self.asked = asked
  }

  /// Nothing read: calm, no moves, no proposals.
  package static let empty = CustomerReading(heat: .none, moves: [], proposals: [])
}

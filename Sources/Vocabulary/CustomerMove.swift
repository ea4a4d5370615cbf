/// What a customer does by saying something.
package enum CustomerMove: String, CaseIterable, Codable, Hashable, Sendable {
  /// Asks something that wants an answer (S1-41).
  case question
  /// Says that we understood wrongly.
  case correction
  /// Accepts, agrees, or says that it works.
  case acceptance
  /// Turns what was offered down.
  case rejection
  /// Thanks us.
  case thanks
  /// Beside thanks or a yes, wants or tells something that is ours to take up (S1-41).
  case adds
  /// Wants a manager (S1-27).
  case asksForSuperior = "asks_for_superior"
  /// Takes the complaint back.
  case withdrawal
  /// Threatens with a regulator, the law or the press.
  case threat
  /// Tells of fire, injury, self-harm or a fraud under way.
  case danger
  /// Swears at a person, not at the matter.
  case abuse
}

/// Whose turn it is.
package enum CaseState: String, CaseIterable, Codable, Hashable, Sendable {
  /// Our turn.
  case open
  /// The customer's turn.
  case waiting
  /// Put aside until a time or the next message.
  case snoozed
  case closed
}

/// What becomes of the words in the composer.
package enum ComposerMode: String, CaseIterable, Codable, Hashable, Sendable {
  /// Sent to the customer.
  case reply
  /// Kept among ourselves.
  case note
  /// Logged as what the agent said on the phone.
  case said
  /// Logged as what the customer said.
  case heard
  /// From a supervisor to the agent.
  case whisper
}

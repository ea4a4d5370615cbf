/// Words in an agent's draft that may hurt, why, and what to say instead.
package struct ToneFinding: Equatable, Codable, Sendable {
  /// The family, such as `blame` or `overpromise`.
  package var kind: String
  /// Whether the message is held or the words are only shown.
  package var strength: ToneStrength
  package var span: TextSpan
  /// Why it hurts, in the language of the draft.
  package var why: String
  /// What to say instead, where a rewrite is known.
  package var rewrite: String?

  package init(
    kind: String, strength: ToneStrength, span: TextSpan, why: String, rewrite: String?
  ) {
    self.kind = kind
    self.strength = strength
    self.span = span
    self.why = why
    self.rewrite = rewrite
  }
}

/// What a tone finding does to the message.
package enum ToneStrength: String, CaseIterable, Codable, Hashable, Sendable {
  /// Shown quietly; the message may go.
  case advice
  /// The message is held until changed or overridden.
  case hold
}

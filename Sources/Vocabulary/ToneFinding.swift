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
  /// What the rewrite stands in for: mostly the whole sentence, since a rewrite is one; nil for the
  /// span itself.
  package var replaced: TextSpan?

  package init(
    kind: String, strength: ToneStrength, span: TextSpan, why: String, rewrite: String?,
    replaced: TextSpan? = nil
  ) {
    self.kind = kind
    self.strength = strength
    self.span = span
    self.why = why
    self.rewrite = rewrite
    self.replaced = replaced
  }
}

extension ToneFinding {
  /// Whether a gate of its own holds the message for this, so that the tone guard only shows it:
  /// the gate says better what is missing and who may pass.
  package var hasGate: Bool {
    kind == Situation.earlyAdmission.rawValue || kind == Situation.personalData.rawValue
  }
}

/// What may hurt by the moment it is said at, whatever the words: the kinds of findings that rest on
/// ``Circumstances``.
package enum Situation: String, CaseIterable, Codable, Hashable, Sendable {
  /// A reason before the customer has been heard (S1-23, S3-2).
  case earlyExplanation = "early_explanation"
  /// One question after the other while the customer is upset (S2-5).
  case questionChain = "question_chain"
  /// It turns on an angry customer, neither hearing them nor moving the matter on: what a talk that
  /// derails begins with (domain C.1).
  case derailing
  /// A third apology and still nothing done (domain C.1).
  case emptyApology = "empty_apology"
  /// The same reply as before (domain C.3).
  case repeated
  /// Goodbye while the matter is open.
  case stillOpen = "still_open"
  /// More money than this person may grant (S4-17).
  case beyondAuthority = "beyond_authority"
  /// Money beyond the remedy that no goodwill on record answers for (S1-26, S4-17).
  case unrecordedGoodwill = "unrecorded_goodwill"
  /// A sum given away that is on record nowhere (S4-17).
  case unrecordedSum = "unrecorded_sum"
  /// An admission before anything was found (S3-12).
  case earlyAdmission = "early_admission"
  /// Somebody's data where the world reads along (domain E7).
  case personalData = "personal_data"

  /// Whether a finding of this kind holds the message.
  package var strength: ToneStrength {
    switch self {
    case .beyondAuthority, .unrecordedGoodwill, .earlyAdmission, .personalData: .hold
    default: .advice
    }
  }
}

/// What a tone finding does to the message.
package enum ToneStrength: String, CaseIterable, Codable, Hashable, Sendable {
  /// Shown quietly; the message may go.
  case advice
  /// The message is held until changed or overridden.
  case hold
}

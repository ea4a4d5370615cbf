/// Words that raise or lower heat.
package struct HeatSignal: Equatable, Codable, Sendable {
  /// The family of the signal, such as `threat` or `plural_blame`.
  package var kind: String
  /// Where the words stand.
  package var span: TextSpan
  /// How much they raise (positive) or lower (negative) the score.
  package var weight: Double

  package init(kind: String, span: TextSpan, weight: Double) {
    self.kind = kind
    self.span = span
    self.weight = weight
  }

  /// The kind of the small hints in the wording, none of which tells a reader anything by itself.
  package static let hint = "wording"

  /// Whether its words tell by themselves why somebody is upset: not whom they speak to, how often
  /// or how loud.
  package var isTelling: Bool { !HeatSignal.pointing.contains(kind) }

  private static let pointing: Set<String> = [
    hint, "plural_blame", "direct_blame", "absolute", "doubled_question", "doubled_exclamation",
  ]
}

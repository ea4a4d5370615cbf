package import Vocabulary

/// What an action is about, for the gates that stand before it.
package struct Subject: Equatable, Sendable {
  /// The options put on the table, granted or approved.
  package var options: [PlanOption]
  package var onlyOneBecause: String?
  /// What the words at hand give away.
  package var disclosures: Set<Disclosure>
  /// What the words at hand do.
  package var acts: Set<SpeechAct>
  package var closing: CloseReason?
  package var role: Role

  package init(
    role: Role, options: [PlanOption] = [], onlyOneBecause: String? = nil,
    disclosures: Set<Disclosure> = [], acts: Set<SpeechAct> = [], closing: CloseReason? = nil
  ) {
    self.role = role
    self.options = options
    self.onlyOneBecause = onlyOneBecause
    self.disclosures = disclosures
    self.acts = acts
    self.closing = closing
  }
}

package import Vocabulary

/// A condition that stands before an action.
package struct Gate: Equatable, Sendable {
  package var id: GateID
  /// The actions it stands before.
  package var occasions: Set<Occasion>
  package var strength: GateStrength
  /// What opens it.
  package var condition: Condition
  /// The steps it stands before, when it closes some branches only; empty for all.
  package var towards: [StepID]
  /// The gate in an agent's words, by language.
  package var words: [LanguageTag: String]
  package var rules: [String]

  package init(
    id: GateID, occasions: Set<Occasion>, strength: GateStrength, condition: Condition,
    towards: [StepID] = [], words: [LanguageTag: String] = [:], rules: [String] = []
  ) {
    self.id = id
    self.occasions = occasions
    self.strength = strength
    self.condition = condition
    self.towards = towards
    self.words = words
    self.rules = rules
  }
}

/// What a gate stands before.
package enum Occasion: String, CaseIterable, Codable, Hashable, Sendable {
  /// Leaving a step forward.
  case leave
  /// Putting options on the table.
  case offer
  /// The short complete path (domain E4).
  case grant
  /// Approving a remedy above somebody's limit.
  case approve
  /// Any message to the customer.
  case send
  /// A message the whole world reads.
  case publicSend = "public_send"
  /// Passing over steps.
  case skip
  /// Closing the case.
  case close
}

/// How hard a gate is.
package enum GateStrength: String, CaseIterable, Codable, Hashable, Sendable {
  /// Costs the agent a one-digit reason.
  case advice
  /// Only somebody with the override permission passes, with a reason in words.
  case policy
}

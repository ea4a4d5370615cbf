import Vocabulary

/// A gate held against a case.
package struct GateStatus: Equatable, Sendable {
  package var gate: Gate
  /// How it was met; nil while it is closed.
  package var how: Met?
  /// What is missing; empty when it is met.
  package var missing: [Need]

  package init(gate: Gate, how: Met?, missing: [Need]) {
    self.gate = gate
    self.how = how
    self.missing = missing
  }

  /// Whether the gate is open.
  package var met: Bool { how != nil }

  /// Whether it is a gate of policy that only somebody of a wider limit opens, by approving.
  var isBeyondLimit: Bool {
    gate.strength == .policy && missing.contains(where: \.isApproval)
  }
}

/// How a gate came to be met, the weakest evidence last.
package enum Met: String, CaseIterable, Codable, Hashable, Comparable, Sendable {
  /// Seen in the words or in the record.
  case observed
  /// A person set a reading right.
  case corrected
  /// The customer went on without correcting it (domain E2).
  case implied
  /// Ticked by the agent, since it could not be read (domain E3).
  case attested
  /// Passed with a reason.
  case overridden
  /// Set aside by danger (domain E9).
  case suspended

  package static func < (left: Met, right: Met) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

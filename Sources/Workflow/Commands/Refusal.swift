package import Vocabulary

/// Why a command changed nothing, and what would let it through. Data; worded by the playbook.
package struct Refusal: Error, Equatable, Sendable {
  /// The gate that is closed: one of the playbook's, or one the engine itself stands for.
  package var gate: GateID
  /// What the gate stands before.
  package var occasion: Occasion?
  package var strength: GateStrength
  /// What is missing; never empty.
  package var needs: [Need]
  /// The least role that could pass it with a reason; nil when nobody can.
  package var override: Role?
  /// Further gates that are closed as well.
  package var also: [GateID]

  package init(
    gate: GateID, occasion: Occasion? = nil, strength: GateStrength = .policy, needs: [Need],
    override: Role? = nil, also: [GateID] = []
  ) {
    self.gate = gate
    self.occasion = occasion
    self.strength = strength
    self.needs = needs
    self.override = override
    self.also = also
  }
}

extension GateID {
  /// Gates no playbook can take out: they keep the record itself sound.
  package static let holder: GateID = "holder"
  package static let claim: GateID = "claim"
  package static let role: GateID = "role"
  package static let state: GateID = "state"
  package static let branch: GateID = "branch"
  package static let variable: GateID = "variable"
  package static let readable: GateID = "readable"
  package static let complete: GateID = "complete"
  package static let premise: GateID = "premise"
  package static let author: GateID = "author"
  package static let tone: GateID = "tone"
  package static let capacity: GateID = "capacity"
  package static let complainedAbout: GateID = "complained_about"
  package static let suited: GateID = "suited"
  package static let price: GateID = "price"
  package static let evidence: GateID = "evidence"
}

package import Vocabulary

/// A way of handling a complaint, as data: steps, gates and branches.
package struct Procedure: Equatable, Sendable {
  package var id: ProcedureID
  /// The steps in their usual order.
  package var steps: [Step]
  /// Steps off the usual way, such as waiting for a superior's word.
  package var sideSteps: [Step]
  /// Gates of this procedure that stand on what is done, not on leaving one step.
  package var gates: [Gate]
  /// Ways past steps that a case does not need.
  package var skips: [Skip]
  /// Where a granted case goes on; nil when the procedure knows no grant.
  package var grantStep: StepID?
  /// Where a returning customer's case starts (domain E6); nil for the first step.
  package var returningStep: StepID?
  /// Name and purpose by language, and the rules it stands on.
  package var words: [LanguageTag: ProcedureWords]
  package var rules: [String]

  package init(
    id: ProcedureID, steps: [Step], sideSteps: [Step] = [], gates: [Gate] = [],
    skips: [Skip] = [], grantStep: StepID? = nil, returningStep: StepID? = nil,
    words: [LanguageTag: ProcedureWords] = [:], rules: [String] = []
  ) {
    self.id = id
    self.steps = steps
    self.sideSteps = sideSteps
    self.gates = gates
    self.skips = skips
    self.grantStep = grantStep
    self.returningStep = returningStep
    self.words = words
    self.rules = rules
  }

  /// The step called `id`, on or off the usual way.
  package func step(_ id: StepID) -> Step? {
    steps.first { $0.id == id } ?? sideSteps.first { $0.id == id }
  }

  /// How far along the usual way `id` stands, from 0; nil for a side step.
  package func position(of id: StepID) -> Int? { steps.firstIndex { $0.id == id } }
}

/// What a procedure is called and for.
package struct ProcedureWords: Equatable, Sendable {
  package var name: String
  package var purpose: String

  package init(name: String, purpose: String) {
    self.name = name
    self.purpose = purpose
  }
}

package import Vocabulary

/// One step of a procedure.
package struct Step: Equatable, Sendable {
  package var id: StepID
  /// The six-step stages this step covers: phrases are chosen by them.
  package var stages: [StepID]
  /// What must hold before the step is left.
  package var gates: [Gate]
  /// Where the case may go from here, the usual way first.
  package var branches: [Branch]
  /// Steps the agent may go back to; empty means any earlier step.
  package var backTo: [StepID]
  /// What the agent reads, by language.
  package var words: [LanguageTag: StepWords]
  package var rules: [String]

  package init(
    id: StepID, stages: [StepID] = [], gates: [Gate] = [], branches: [Branch] = [],
    backTo: [StepID] = [], words: [LanguageTag: StepWords] = [:], rules: [String] = []
  ) {
    self.id = id
    self.stages = stages
    self.gates = gates
    self.branches = branches
    self.backTo = backTo
    self.words = words
    self.rules = rules
  }
}

/// What an agent reads about a step.
package struct StepWords: Equatable, Sendable {
  package var name: String
  package var purpose: String
  /// What to do, a line each.
  package var todo: [String]
  /// What never to say here, a line each.
  package var never: [String]

  package init(name: String, purpose: String, todo: [String], never: [String]) {
    self.name = name
    self.purpose = purpose
    self.todo = todo
    self.never = never
  }
}

/// A way from one step to another.
package struct Branch: Equatable, Sendable {
  package var to: StepID
  /// When this way is the right one; nil for always. Decides the usual way, closes none.
  package var when: Condition?

  package init(to: StepID, when: Condition? = nil) {
    self.to = to
    self.when = when
  }
}

/// A way past steps that a cool enquiry does not need.
package struct Skip: Equatable, Sendable {
  package var from: [StepID]
  package var to: StepID
  /// Must hold for the skip, or be overridden.
  package var gate: Gate

  package init(from: [StepID], to: StepID, gate: Gate) {
    self.from = from
    self.to = to
    self.gate = gate
  }
}

package import Vocabulary
package import Workflow

/// What an agent did in one go, as far as a customer can tell.
package struct AgentTurn: Equatable, Sendable {
  /// The words themselves, one message after another.
  package var words: String
  /// What the words do.
  package var acts: Set<SpeechAct>
  /// What in the words hurts, by kind.
  package var findings: Set<String>
  /// The ways that are on the table with these words.
  package var offered: [PlanOption]
  /// What was granted by them.
  package var granted: PlanOption?

  package init(
    words: String = "", acts: Set<SpeechAct> = [], findings: Set<String> = [],
    offered: [PlanOption] = [], granted: PlanOption? = nil
  ) {
    self.words = words
    self.acts = acts
    self.findings = findings
    self.offered = offered
    self.granted = granted
  }

  /// Takes in what was said right after.
  package mutating func add(_ later: AgentTurn) {
    words += words.isEmpty || later.words.isEmpty ? later.words : "\n" + later.words
    acts.formUnion(later.acts)
    findings.formUnion(later.findings)
    if !later.offered.isEmpty { offered = later.offered }
    granted = later.granted ?? granted
  }
}

/// What a customer says, and when.
package struct CustomerTurn: Equatable, Sendable {
  package var words: String
  /// Seconds until the words are there.
  package var after: Double

  package init(words: String, after: Double) {
    self.words = words
    self.after = after
  }
}

/// What a customer meets with.
package enum Encounter: Equatable, Sendable {
  /// Nobody said anything for as long as they can bear.
  case silence
  case turn(AgentTurn)
}

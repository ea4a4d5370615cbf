/// What an agent's own words were read as.
package struct AgentReading: Equatable, Codable, Sendable {
  /// What the agent does by saying them, read from the words alone.
  package var acts: Set<SpeechAct>
  /// What the words give away.
  package var disclosures: Set<Disclosure>
  /// Variables that were never filled, such as `due` in `{due}`.
  package var unresolved: [String]
  /// What may hurt in the words.
  package var findings: [ToneFinding]

  package init(
    acts: Set<SpeechAct>, disclosures: Set<Disclosure>, unresolved: [String],
    findings: [ToneFinding]
  ) {
    self.acts = acts
    self.disclosures = disclosures
    self.unresolved = unresolved
    self.findings = findings
  }

  /// Nothing read.
  package static let empty = AgentReading(
    acts: [], disclosures: [], unresolved: [], findings: [])
}

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
  /// The acts one by one, in the order they stand, with the words behind them; what was read before
  /// they were told apart has none.
  package var said: [SaidAct]

  package init(
    acts: Set<SpeechAct>, disclosures: Set<Disclosure>, unresolved: [String],
    findings: [ToneFinding], said: [SaidAct] = []
  ) {
    self.acts = acts
    self.disclosures = disclosures
    self.unresolved = unresolved
    self.findings = findings
    self.said = said
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    acts = try box.decode(Set<SpeechAct>.self, forKey: .acts)
    disclosures = try box.decode(Set<Disclosure>.self, forKey: .disclosures)
    unresolved = try box.decode([String].self, forKey: .unresolved)
    findings = try box.decode([ToneFinding].self, forKey: .findings)
    said = try box.decodeIfPresent([SaidAct].self, forKey: .said) ?? []
  }

  /// Nothing read.
  package static let empty = AgentReading(
    acts: [], disclosures: [], unresolved: [], findings: [])
}

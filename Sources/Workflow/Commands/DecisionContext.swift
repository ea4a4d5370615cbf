package import Vocabulary

/// What the engine may not look up itself.
package struct DecisionContext: Sendable {
  package var actor: PersonID
  package var role: Role
  package var now: Instant
  /// The reading of the customer's words in the command.
  package var customerReading: CustomerReading
  /// The reading of our words in the command.
  package var agentReading: AgentReading
  /// Another of the actor's conversations burns: gates ask nothing now (domain E14).
  package var burningElsewhere: Bool
  /// Drawn for a second look (domain E13).
  package var sampled: Bool

  package init(
    actor: PersonID, role: Role, now: Instant, customerReading: CustomerReading = .empty,
    agentReading: AgentReading = .empty, burningElsewhere: Bool = false, sampled: Bool = false
  ) {
    self.actor = actor
    self.role = role
    self.now = now
    self.customerReading = customerReading
    self.agentReading = agentReading
    self.burningElsewhere = burningElsewhere
    self.sampled = sampled
  }
}

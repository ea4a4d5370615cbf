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
  /// Live conversations of the actor's on the case's channel, and how many they may have at once;
  /// nil where there is no limit, or none was looked up.
  package var load: ChannelLoad?
  /// Tells whether time has really passed, where something is taken from somebody by the clock.
  package var clock = ClockWatch()
  /// Whoever has the case is writing in it.
  package var holderWrites: Bool
  /// Colleagues on leave whose deputy the actor is: what they are asked, the actor may answer.
  package var standsInFor: Set<PersonID>

  package init(
    actor: PersonID, role: Role, now: Instant, customerReading: CustomerReading = .empty,
    agentReading: AgentReading = .empty, burningElsewhere: Bool = false, sampled: Bool = false,
    load: ChannelLoad? = nil,
    holderWrites: Bool = false, standsInFor: Set<PersonID> = []
  ) {
    self.actor = actor
    self.role = role
    self.now = now
    self.customerReading = customerReading
    self.agentReading = agentReading
    self.burningElsewhere = burningElsewhere
    self.sampled = sampled
    self.load = load
    self.holderWrites = holderWrites
    self.standsInFor = standsInFor
  }
}

/// How much somebody has at once.
package struct ChannelLoad: Equatable, Sendable {
  /// Live conversations on one channel.
  package var held: Int
  /// As many as they may have.
  package var most: Int

  package init(held: Int, most: Int) {
    self.held = held
    self.most = most
  }

  /// Whether there is room for one more.
  package var hasRoom: Bool { held < most }
}

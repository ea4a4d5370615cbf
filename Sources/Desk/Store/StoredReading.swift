package import Vocabulary

/// What was read in one message: kept beside the events, so that it can be purged.
package struct StoredReading: Equatable, Codable, Sendable {
  /// The message of the case.
  package var message: Int
  /// For the customer's words.
  package var customer: CustomerReading?
  /// For our words.
  package var agent: AgentReading?

  package init(message: Int, customer: CustomerReading? = nil, agent: AgentReading? = nil) {
    self.message = message
    self.customer = customer
    self.agent = agent
  }
}

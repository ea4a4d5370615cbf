/// What a person is on this desk.
package enum Role: String, CaseIterable, Codable, Hashable, Sendable {
  /// Answers customers.
  case agent
  /// Answers customers and takes over hard cases.
  case senior
  /// Watches the queue, approves, signs off.
  case supervisor
  /// Demonstrates and rehearses the procedure.
  case trainer
  /// Reads everything, changes nothing.
  case auditor
  /// The desk itself, when it carries out what has fallen due.
  case system
}

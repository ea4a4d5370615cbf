/// What the person at the desk is doing, as far as they say so.
package enum AgentStatus: String, CaseIterable, Equatable, Sendable {
  /// Takes cases.
  case ready
  /// Takes none for a while.
  case away = "break"
  /// Speaks with a customer.
  case call
  /// Finishes what was said, before the next case.
  case wrapUp = "wrap_up"

  /// Whether a new case may be taken.
  package var takesCases: Bool { self == .ready }
}

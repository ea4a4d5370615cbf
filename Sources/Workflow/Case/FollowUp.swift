package import Vocabulary

/// A look back at a solution (S2-34).
package struct FollowUp: Equatable, Codable, Sendable {
  package var due: Instant
  package var channel: Channel
  package var outcome: FollowUpOutcome?
  package var doneAt: Instant?
  /// The message that announced it, when one did; taken back together.
  package var message: Int?

  package init(
    due: Instant, channel: Channel, outcome: FollowUpOutcome? = nil, doneAt: Instant? = nil,
    message: Int? = nil
  ) {
    self.due = due
    self.channel = channel
    self.outcome = outcome
    self.doneAt = doneAt
    self.message = message
  }
}

/// What a follow-up found.
package enum FollowUpOutcome: String, CaseIterable, Codable, Hashable, Sendable {
  /// It worked and nothing else is wrong.
  case fixed
  /// It did not work: the case goes on (domain A.1, step 6).
  case notFixed = "not_fixed"
  /// It worked, but something else is wrong.
  case newProblem = "new_problem"
  /// Nobody could be reached.
  case unreachable

  /// Whether the matter is open again.
  package var failed: Bool { self == .notFixed || self == .newProblem }
}

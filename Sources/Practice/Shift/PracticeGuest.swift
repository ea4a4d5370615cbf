import Playbook
import Vocabulary
import Workflow

/// One customer of a practice shift, with where their case stands.
struct PracticeGuest: Sendable {
  var customer: SimulatedCustomer
  var chance: ChanceGenerator
  /// Their case, once they have written.
  var ref: CaseRef?
  /// How far the case was read.
  var version = 0
  /// The plan that was on the table when we last spoke.
  var plan = 0
  /// What we said since they last answered, and when they will have read it.
  var heard: AgentTurn?
  var readAt: Instant?
  /// What they will say, and when, the next first.
  var due: [(at: Instant, words: String)] = []
  /// When either side last did something.
  var touchedAt: Instant
  /// The case is closed.
  var isClosed = false
  /// Commands given for them so far.
  var commands = 0

  /// They have written all there is to start with, and wait for nothing more from themselves.
  var isQuiet: Bool { ref != nil && due.isEmpty && heard == nil }
  /// Nothing more will come from them unless somebody writes to them.
  var isDone: Bool {
    isQuiet && (isClosed || customer.hasLeft || customer.isSettled)
  }
}

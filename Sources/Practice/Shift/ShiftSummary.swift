package import Vocabulary
package import Workflow

/// What became of a practice shift.
package struct ShiftSummary: Equatable, Sendable {
  package var guests: [Guest]

  /// What became of one customer.
  package struct Guest: Equatable, Sendable {
    package var ref: CaseRef
    package var scenario: String
    package var name: String
    /// What they really wanted.
    package var wish: String
    package var heatAtStart: HeatLevel
    package var heatAtEnd: HeatLevel
    package var state: CaseState
    package var closed: CloseReason?
    package var promises: [Promise]
    /// They took what was offered, or got their answer.
    package var isSettled: Bool
    /// They had enough and went.
    package var hasLeft: Bool

    /// Something that was promised to them.
    package struct Promise: Equatable, Sendable {
      package var what: String
      package var due: Instant
    }
  }
}

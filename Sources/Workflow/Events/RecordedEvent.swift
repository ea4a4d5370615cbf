package import Vocabulary

/// A fact about a case, as it is stored.
package struct RecordedEvent: Equatable, Sendable {
  /// The version the case has after it; 1 for the first event.
  package var version: Int
  package var at: Instant
  package var actor: PersonID
  package var command: CommandID
  package var event: CaseEvent

  package init(
    version: Int, at: Instant, actor: PersonID, command: CommandID, event: CaseEvent
  ) {
    self.version = version
    self.at = at
    self.actor = actor
    self.command = command
    self.event = event
  }
}

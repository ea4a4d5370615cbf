package import Workflow

/// What a store holds of one case.
package struct CaseRecord: Equatable, Sendable {
  /// The newest snapshot, if one was stored.
  package var snapshot: Case?
  /// The events after the snapshot, or all of them.
  package var events: [StoredEvent]

  package init(snapshot: Case?, events: [StoredEvent]) {
    self.snapshot = snapshot
    self.events = events
  }

  /// The case: the snapshot with what came after; nil when the record is empty or does not begin
  /// with an opening. Costs a fold over `events`.
  package var folded: Case? {
    guard var folded = snapshot else { return Case(replaying: events.lazy.map(\.record)) }
    for event in events { folded.apply(event.record) }
    return folded
  }
}

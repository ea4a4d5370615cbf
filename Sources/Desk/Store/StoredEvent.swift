package import Vocabulary
package import Workflow

/// An event in its place in the desk's log.
package struct StoredEvent: Equatable, Sendable {
  /// The place in the log: greater than that of everything kept before its transaction began.
  /// Numbers may be left out.
  package var sequence: Int64
  package var ref: CaseRef
  package var record: RecordedEvent

  package init(sequence: Int64, ref: CaseRef, record: RecordedEvent) {
    self.sequence = sequence
    self.ref = ref
    self.record = record
  }
}

/// That something changed, without saying what.
package struct FeedEntry: Equatable, Sendable {
  package var sequence: Int64
  package var ref: CaseRef
  package var version: Int

  package init(sequence: Int64, ref: CaseRef, version: Int) {
    self.sequence = sequence
    self.ref = ref
    self.version = version
  }
}

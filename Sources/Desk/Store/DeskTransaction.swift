package import Vocabulary
package import Workflow

/// What may be done in one turn at writing (``DeskStore/write(_:)``).
package protocol DeskTransaction {
  /// How many events a case has; nil when there is no such case. Stays so until the turn ends.
  func version(of ref: CaseRef) throws -> Int?
  /// As `DeskStore.record(of:)`, within this transaction.
  func record(of ref: CaseRef) throws -> CaseRecord?
  /// As `DeskStore.events(of:after:)`, within this transaction.
  func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent]
  /// The events a command caused, in order; none when it was never carried out, and then nobody
  /// else carries it out before the turn ends.
  func events(causedBy command: CommandID) throws -> [StoredEvent]
  /// The case opened under the id it has where it came from. Nobody else opens one under it before
  /// the turn ends.
  func ref(external: String) throws -> CaseRef?
  /// As `DeskStore.cases(contact:limit:)`, within this transaction.
  func cases(contact keys: [String], limit: Int) throws -> [CaseRef]
  /// The first of these cases that nobody holds, closed ones aside; it stays so until the turn ends.
  /// Cases that another writer is at work on may be passed over, and then nobody waits.
  func firstFree(among refs: [CaseRef]) throws -> CaseRef?
  /// How many conversations of a channel take a person's time, as ``QueueRow/isLive`` says. Others
  /// who ask the same wait until the turn ends, so that two who take for one person count each other.
  func liveConversations(of person: PersonID, on channel: Channel) throws -> Int
  /// The next free case number, from 1001; never given twice. One that was given to a turn that
  /// kept nothing may be left out.
  func nextNumber() throws -> Int
  /// Adds events to a case, with all that is derived from them.
  ///
  /// Throws `StoreError.conflict` when the case is not at `appending.from`.
  func append(_ appending: Appending) throws
  /// As `DeskStore.people()`, within this transaction.
  func people() throws -> [Person]
  /// Adds a person, or changes the one with the same id.
  func put(_ person: Person) throws
}

/// New events of one case, with what is derived from them.
package struct Appending: Sendable {
  package var ref: CaseRef
  /// The version the case must have before; 0 for a new case.
  package var from: Int
  /// In order, with versions `from + 1` and on; never empty.
  package var events: [RecordedEvent]
  /// The queue row after the last event.
  package var row: QueueRow
  /// The case after the last event, where it is time to store one.
  package var snapshot: Case?
  /// What was read in the words of these events.
  package var readings: [StoredReading]
  /// Keys under which the customer will be found again.
  package var contacts: [String]
  /// The id the case has where it came from; only with the first event.
  package var external: String?
  /// The parts as tables hold them, where they were written out beforehand.
  package internal(set) var texts: Texts?

  package init(
    ref: CaseRef, from: Int, events: [RecordedEvent], row: QueueRow, snapshot: Case? = nil,
    readings: [StoredReading] = [], contacts: [String] = [], external: String? = nil
  ) {
    self.ref = ref
    self.from = from
    self.events = events
    self.row = row
    self.snapshot = snapshot
    self.readings = readings
    self.contacts = contacts
    self.external = external
  }
}

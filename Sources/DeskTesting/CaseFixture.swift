package import Desk
package import Vocabulary
package import Workflow

/// Makes events and queue rows of one case, the same ones every time, for tests of what keeps
/// them. The rows are not derived from the events: a store must not care.
package struct CaseFixture: Sendable {
  package let ref: CaseRef
  /// Who acts.
  package var person: PersonID = "ana"
  /// When the first event happened; each later one came a second after the one before.
  package var start = Instant(seconds: 1_800_000_000)

  /// The fixture of case `C-number`.
  package init(_ number: Int) { ref = CaseRef("C-\(number)") }

  /// The event that opens the case.
  ///
  /// - Parameters:
  ///   - command: what caused it.
  ///   - external: the id it has where it came from.
  /// - Returns: version 1.
  package func opening(by command: CommandID = "open", external: String? = nil)
    -> RecordedEvent
  {
    record(
      1, by: command,
      .opened(
        CaseEvent.Opened(
          ref: ref, procedure: "six_steps", step: "vent", channel: .chat, language: .en,
          customer: Customer(name: "Customer of \(ref)", phone: "555-0100"),
          external: external)))
  }

  /// Words of the customer.
  ///
  /// - Parameters:
  ///   - version: the place of the event in the case.
  ///   - command: what caused it.
  ///   - text: the words.
  /// - Returns: the event.
  package func received(
    _ version: Int, by command: CommandID? = nil, text: String = "Where is my order?"
  ) -> RecordedEvent {
    record(
      version, by: command ?? CommandID("command-\(ref)-\(version)"),
      .received(
        CaseEvent.Received(text: text, kind: .text, heat: .uneasy, moves: [])))
  }

  /// Events `versions`, the first one an opening if it is number 1.
  ///
  /// - Parameters:
  ///   - versions: places in the case.
  ///   - command: what caused all of them; each has a command of its own when nil.
  /// - Returns: the events in order.
  package func events(_ versions: ClosedRange<Int>, by command: CommandID? = nil)
    -> [RecordedEvent]
  {
    versions.map { version in
      version == 1
        ? opening(by: command ?? CommandID("command-\(ref)-1"))
        : received(version, by: command, text: "Words \(version) of \(ref)")
    }
  }

  /// The queue row at a version.
  ///
  /// - Parameters:
  ///   - version: the number of events.
  ///   - state: whose turn it is.
  ///   - rank: as in `QueueKey`.
  ///   - due: when the next thing falls due.
  ///   - handler: who holds the case.
  ///   - heatScore: nil where the last event was no customer message.
  ///   - snoozedUntil: the end of a snooze.
  /// - Returns: a row with every other column filled.
  package func row(
    _ version: Int, state: CaseState = .open, rank: Int = 1,
    due: Instant = Instant(seconds: 1_800_000_600), handler: PersonID? = nil,
    heatScore: Int? = 40, snoozedUntil: Instant? = nil
  ) -> QueueRow {
    QueueRow(
      ref: ref, customer: "Customer of \(ref)", channel: .chat, language: .en, state: state,
      procedure: "six_steps", step: "vent", heat: .uneasy, heatScore: heatScore,
      owner: handler, handler: handler, waitingSince: start, unread: version,
      clock: CaseClock(name: .respond, at: due, warnAt: due.adding(seconds: -60)), danger: nil,
      snoozedUntil: snoozedUntil, receivedAt: start, matters: [],
      excerpt: "Where is my order?", version: version,
      key: QueueKey(rank: rank, due: due, ref: ref))
  }

  /// An appending of events `versions` with a row to match.
  ///
  /// - Parameters:
  ///   - versions: places in the case.
  ///   - command: what caused all of them; each has a command of its own when nil.
  ///   - row: the queue row; one of open state when nil.
  /// - Returns: without snapshot, readings and contact keys.
  package func appending(
    _ versions: ClosedRange<Int>, by command: CommandID? = nil, row: QueueRow? = nil
  ) -> Appending {
    Appending(
      ref: ref, from: versions.lowerBound - 1, events: events(versions, by: command),
      row: row ?? self.row(versions.upperBound))
  }

  private func record(_ version: Int, by command: CommandID, _ event: CaseEvent)
    -> RecordedEvent
  {
    RecordedEvent(
      version: version, at: start.adding(seconds: Int64(clamping: version)), actor: person,
      command: command, event: event)
  }
}

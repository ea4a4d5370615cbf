package import Desk
package import Playbook
import Synchronization
package import Vocabulary
package import Workflow

/// A desk in memory with people of every role, customers who can be made to write, and a clock that
/// only the test moves.
package struct Workbench {
  /// The desk.
  package let desk: Desk
  /// The time at that desk.
  package let clock: HandClock

  /// When every bench begins: a Saturday morning, 10:00 UTC.
  package static let start = Instant(milliseconds: 1_795_255_200_000)
  /// The agent who sits there unless told otherwise.
  package static let agent = Person(id: "mei", name: "Li Mei", role: .agent)

  /// Sets up a desk.
  ///
  /// - Parameters:
  ///   - store: where it is kept.
  ///   - playbook: its content.
  /// - Throws: what the store throws.
  package init(store: any DeskStore = MemoryStore(), playbook: Playbook) throws {
    let clock = HandClock(Workbench.start)
    self.clock = clock
    desk = Desk(
      store: store, playbook: playbook, now: { clock.now }, sampled: { _ in false })
    let founder = try desk.signIn("sam", name: "Sam Ortiz")
    for person in [
      Workbench.agent, Person(id: "ann", name: "Ann", role: .agent),
      Person(id: "lin", name: "Lin", role: .senior),
      Person(id: "aud", name: "Audrey", role: .auditor),
    ] { try desk.put(person, by: founder) }
  }

  /// A customer opens a case.
  ///
  /// - Parameters:
  ///   - words: what they say, one message each.
  ///   - name: how they are called.
  ///   - channel: how they reach us.
  ///   - procedure: nil for the default.
  /// - Returns: the reference of the case.
  /// - Throws: what the desk throws.
  @discardableResult
  package func open(
    _ words: String..., by name: String = "Ms Reed", channel: Channel = .chat,
    procedure: ProcedureID? = nil
  ) throws -> CaseRef {
    try open(words, by: name, channel: channel, procedure: procedure)
  }

  /// A customer opens a case with so many messages.
  ///
  /// - Parameters:
  ///   - words: what they say, one message each.
  ///   - name: how they are called.
  ///   - channel: how they reach us.
  ///   - procedure: nil for the default.
  /// - Returns: the reference of the case.
  /// - Throws: what the desk throws.
  @discardableResult
  package func open(
    _ words: [String], by name: String, channel: Channel, procedure: ProcedureID? = nil
  ) throws -> CaseRef {
    try desk.open(
      IntakeLine(
        external: nil, channel: channel, customer: Customer(name: name), procedure: procedure,
        turns: words.map { .init(from: .customer, text: $0, at: nil) }), by: "sam",
      command: clock.nextCommand()
    ).ref
  }

  /// The customer writes again.
  ///
  /// - Parameters:
  ///   - words: what they say.
  ///   - ref: the case.
  /// - Throws: what the desk throws.
  package func hear(_ words: String, on ref: CaseRef) throws {
    try perform(.receive(text: words, spoken: false), on: ref, by: "sam")
  }

  /// Somebody else does something.
  ///
  /// - Parameters:
  ///   - command: what.
  ///   - ref: on which case.
  ///   - person: who.
  ///   - override: why a closed gate should be passed.
  /// - Throws: what the desk throws.
  package func perform(
    _ command: CaseCommand, on ref: CaseRef, by person: PersonID,
    override: OverrideReason? = nil
  ) throws {
    _ = try desk.perform(
      DeskRequest(
        by: person, ref: ref,
        envelope: CommandEnvelope(
          id: clock.nextCommand(), command: command, override: override)))
  }
}

/// A clock that stands until it is moved, from any thread.
package final class HandClock: Sendable {
  private let state: Mutex<(now: Instant, commands: Int)>

  /// - Parameter start: what it shows first.
  package init(_ start: Instant) { state = Mutex((start, 0)) }

  /// What it shows.
  package var now: Instant { state.withLock { $0.now } }

  /// Moves it on.
  package func move(_ seconds: Int64) {
    state.withLock { $0.now = $0.now.adding(seconds: seconds) }
  }

  /// A command id not used before on this bench.
  func nextCommand() -> CommandID {
    state.withLock {
      $0.commands += 1
      return CommandID("bench-\($0.commands)")
    }
  }
}

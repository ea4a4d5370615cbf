package import Desk
import Playbook
import Synchronization
package import Vocabulary
package import Workflow

/// A desk to try things on: in memory unless told otherwise, with a clock that only the test moves
/// and people of every role.
package final class Bench: Sendable {
  package let desk: Desk
  private let moment: Moment
  private let commands = Mutex(0)

  /// When every bench begins: a Saturday morning.
  package static let start = Instant(milliseconds: 1_795_255_200_000)

  /// - Parameter store: where the desk is kept.
  /// - Throws: what the store throws.
  package init(store: any DeskStore = MemoryStore()) throws {
    let moment = Moment(Bench.start)
    desk = Desk(store: store, playbook: .shipped, now: { moment.now }, sampled: { _ in false })
    self.moment = moment
    let founder = try desk.signIn("sam", name: "Sam")
    for (id, role) in [("mei", Role.agent), ("ann", .agent), ("lin", .senior), ("aud", .auditor)] {
      try desk.put(Person(id: PersonID(id), name: id, role: role), by: founder)
    }
  }

  /// A point in time that can be moved from any thread.
  private final class Moment: Sendable {
    private let value: Mutex<Instant>
    init(_ start: Instant) { value = Mutex(start) }
    var now: Instant { value.withLock { $0 } }
    func move(_ seconds: Int64) { value.withLock { $0 = $0.adding(seconds: seconds) } }
  }

  /// What time it is on this bench.
  package var now: Instant { moment.now }

  /// Lets time pass.
  package func pass(seconds: Int64) { moment.move(seconds) }

  /// A command id not used before.
  package func nextCommand() -> CommandID {
    commands.withLock { count in
      count += 1
      return CommandID("test-\(count)")
    }
  }

  /// Opens a case with one message of a customer.
  ///
  /// - Parameters:
  ///   - text: what the customer says.
  ///   - customer: who it is.
  ///   - channel: how they reach us.
  ///   - procedure: what the case follows; nil for the default.
  /// - Returns: its reference.
  /// - Throws: what the desk throws.
  package func open(
    _ text: String, customer: Customer = Customer(name: "Ms Reed"), channel: Channel = .chat,
    procedure: ProcedureID? = nil
  ) throws -> CaseRef {
    try desk.open(
      IntakeLine(
        external: nil, channel: channel, customer: customer, procedure: procedure,
        turns: [.init(from: .customer, text: text, at: nil)]), by: "sam",
      command: nextCommand()
    ).ref
  }

  /// Carries a command out.
  ///
  /// - Parameters:
  ///   - command: what is wanted.
  ///   - ref: on which case.
  ///   - person: by whom.
  ///   - override: why a closed gate should be passed.
  /// - Returns: what came of it.
  /// - Throws: what the desk throws.
  @discardableResult package func perform(
    _ command: CaseCommand, on ref: CaseRef, by person: PersonID = "mei",
    override: OverrideReason? = nil
  ) throws -> Performed {
    try desk.perform(
      DeskRequest(
        by: person, ref: ref,
        envelope: CommandEnvelope(id: nextCommand(), command: command, override: override)))
  }

  /// Sends plain words.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - ref: on which case.
  /// - Returns: what came of it.
  /// - Throws: what the desk throws.
  @discardableResult package func say(_ text: String, on ref: CaseRef) throws -> Performed {
    try perform(.send(Draft(text: text)), on: ref)
  }

  /// Takes the customer's words in.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - ref: on which case.
  /// - Returns: what came of it.
  /// - Throws: what the desk throws.
  @discardableResult package func hear(_ text: String, on ref: CaseRef) throws -> Performed {
    try perform(.receive(text: text, spoken: false), on: ref, by: "sam")
  }
}

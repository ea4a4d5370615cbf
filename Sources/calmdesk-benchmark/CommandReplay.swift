import Desk
import DeskSQLite
import Vocabulary
import Workflow

/// Writes what was written on a desk once more, with the bare loop on a copy that was taken before.
struct CommandReplay {
  private let desk: BenchDesk
  private let loop: BareLoop
  /// The cases as the copy has them.
  private var cases: [CaseRef: Case] = [:]
  private var sequence: Int64

  init(of desk: BenchDesk, onto copy: String) throws {
    self.desk = desk
    loop = try BareLoop(path: copy)
    sequence = try desk.store.lastSequence()
  }

  /// Writes the commands since the last time, in their order.
  ///
  /// - Returns: how many there were, and how long the writing took.
  mutating func next() throws -> (commands: Int, seconds: Double) {
    let commands = try gather()
    var time = Measure()
    try time.time { for command in commands { try loop.write(command) } }
    return (commands.count, time.percentile(0))
  }

  private mutating func gather() throws -> [BareLoop.Command] {
    var commands: [BareLoop.Command] = []
    while true {
      let entries = try desk.store.feed(after: sequence, limit: 10_000)
      guard let last = entries.last else { return commands }
      sequence = last.sequence
      for entry in entries {
        var current = try known(entry.ref, before: entry.version)
        guard current.version == entry.version - 1 else { continue }
        let rest = try desk.store.events(of: entry.ref, after: current.version).map(\.record)
        let group = rest.prefix { $0.command == rest.first?.command }
        commands.append(try command(Array(group), on: &current))
        cases[entry.ref] = current
      }
    }
  }

  /// A case as it stood before an event.
  private func known(_ ref: CaseRef, before version: Int) throws -> Case {
    if let current = cases[ref] { return current }
    let records = try desk.store.events(of: ref, after: 0).map(\.record)
    guard let current = Case(replaying: records.prefix { $0.version < version }) else {
      throw DeskError.unknownCase(ref)
    }
    return current
  }

  private func command(_ group: [RecordedEvent], on current: inout Case) throws
    -> BareLoop.Command
  {
    let rules = try desk.desk.rules(for: current.procedure)
    let (from, state) = (current.version, current.state)
    for record in group { current.apply(record) }
    let spoke = group.contains { $0.event.kind == .replied }
    return try BareLoop.Command(
      Appending(
        ref: current.ref, from: from, events: group,
        row: QueueRow(
          of: current, by: rules.clocks, heatScore: nil, routing: rules.routing),
        readings: spoke ? try desk.store.readings(of: current.ref, last: 1) : []),
      from: state)
  }
}

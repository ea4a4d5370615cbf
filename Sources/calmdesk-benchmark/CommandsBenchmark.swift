import ArgumentParser
import Desk
import Vocabulary
import Workflow

/// Durable commands a second beside a bare SQLite loop that writes the same rows and bytes.
struct CommandsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands",
    abstract: "Durable commands a second, beside a bare SQLite loop with the same rows.")

  @Option(help: "Rounds, each of one batch of ours and one of the bare loop in turn.")
  var rounds = 7

  @Option(help: "Commands a batch.")
  var batch = 400

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let ours = try BenchDesk(path: scratch.path + "/ours.sqlite")
    let ref = try ours.open(1)
    _ = try ours.perform(.claim, on: ref, id: "claim")
    let (loop, commands) = try Self.bare(
      scratch.path + "/bare.sqlite", count: (rounds + 1) * batch)
    var own = Measure()
    var bare = Measure()
    for round in 0..<(rounds + 1) {
      var mine = Measure()
      try mine.time {
        for number in 0..<batch {
          _ = try ours.perform(
            .set(.place, value: Self.value(round, number), reason: nil), on: ref,
            id: "c-\(round)-\(number)")
        }
      }
      var other = Measure()
      try other.time {
        for command in commands[(round * batch)..<((round + 1) * batch)] {
          try loop.write(command)
        }
      }
      // The first round warms both up.
      guard round > 0 else { continue }
      own.add(mine.median / Double(batch))
      bare.add(other.median / Double(batch))
    }
    let rate = 1 / own.median
    let reference = 1 / bare.median
    print(
      """
      durable commands a second     \(shown(rate))   bare SQLite loop \(shown(reference))   \
      \(shown(rate / reference * 100)) %   (median of \(rounds) rounds of \(batch), in turn)
      """)
  }

  private static func value(_ round: Int, _ number: Int) -> String {
    "shelf \(round) row \(number) of the warehouse"
  }

  /// The bare loop on a desk of its own, and the rows of as many commands of ours.
  static func bare(_ path: String, count: Int) throws -> (BareLoop, [BareLoop.Command]) {
    let desk = try BenchDesk(path: path)
    let ref = try desk.open(1)
    var current = try desk.perform(.claim, on: ref, id: "claim")
    let rules = try desk.desk.rules(for: current.procedure)
    var commands: [BareLoop.Command] = []
    for number in 0..<count {
      let record = RecordedEvent(
        version: current.version + 1, at: desk.desk.now(), actor: desk.person,
        command: CommandID("c-\(number)"),
        event: .fieldSet(.place, value: value(0, number), reason: nil))
      let (from, state) = (current.version, current.state)
      current.apply(record)
      commands.append(
        try BareLoop.Command(
          Appending(
            ref: ref, from: from, events: [record],
            row: QueueRow(of: current, by: rules.clocks, heatScore: nil)), from: state))
    }
    return (try BareLoop(path: path), commands)
  }
}

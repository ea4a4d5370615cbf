import ArgumentParser
import Desk
import Vocabulary
import Workflow

/// What a command costs on a long case, beside the same one on a short case.
struct LengthBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "length", abstract: "A command on a case of 60 events beside one of six.")

  @Option(help: "Pairs of commands.")
  var pairs = 1000

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try BenchDesk(path: scratch.path + "/desk.sqlite")
    let pool = 20
    let short = try (0..<pool).map { try grown(desk, number: $0, events: 6) }
    let long = try (0..<pool).map { try grown(desk, number: pool + $0, events: 60) }
    var shortTimes = Measure()
    var longTimes = Measure()
    for pair in 0..<pairs {
      try shortTimes.time { try toggle(desk, short[pair % pool], pair) }
      try longTimes.time { try toggle(desk, long[pair % pool], pair) }
    }
    print(
      """
      command on a case of 60 events \(shown(longTimes.median * 1e6)) µs   on one of six \
      \(shown(shortTimes.median * 1e6)) µs   \
      \(shown(longTimes.median / shortTimes.median * 100)) %   (median of \(pairs) pairs, in turn)
      """)
  }

  /// A case with as many events.
  private func grown(_ desk: BenchDesk, number: Int, events: Int) throws -> CaseRef {
    let ref = try desk.open(number)
    var current = try desk.perform(.claim, on: ref, id: "claim-\(number)")
    while current.version < events {
      current = try desk.perform(
        .note(text: "checked shelf \(current.version)"), on: ref,
        id: "grow-\(number)-\(current.version)")
    }
    return ref
  }

  private func toggle(_ desk: BenchDesk, _ ref: CaseRef, _ pair: Int) throws {
    _ = try desk.perform(
      .set(.place, value: "shelf \(pair)", reason: nil), on: ref, id: "t-\(ref)-\(pair)")
  }
}

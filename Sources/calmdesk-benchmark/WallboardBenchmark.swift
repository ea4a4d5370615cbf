import ArgumentParser
import Desk
import DeskSQLite
import Foundation
import GRDBSQLite
import Vocabulary
import Workflow

/// The whole floor at a glance, beside the bare count of the same cases.
struct WallboardBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallboard",
    abstract: "Refresh the wallboard over many cases and people, beside a bare SQL count.")

  @Option(help: "Open cases.")
  var cases = 100_000

  @Option(help: "People who are there, holding 20 conversations each.")
  var people = 500

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.path + "/desk.sqlite"
    try FillCommand.fill(path, cases: cases)
    let bench = try BenchDesk(path: path)
    let founder = try bench.desk.signIn(bench.person, name: "sam")
    let present = try staff(bench, by: founder)
    var board = Measure()
    var shown: Wallboard?
    for _ in 0..<50 {
      try board.time { shown = try bench.desk.wallboard(for: founder, present: present) }
    }
    let bare = try BareCount(path: path)
    var reference = Measure()
    for _ in 0..<50 { reference.time { bare.run() } }
    print(
      """
      the wallboard over \(cases) open cases and \(shown?.people.count ?? 0) people: \
      \(Self.words(board)); one bare count by step and heat of the same table: \
      \(Self.words(reference))
      """)
  }

  private static func words(_ measure: Measure) -> String {
    "\(shown(measure.median * 1e3)) ms (p99 \(shown(measure.percentile(0.99) * 1e3)) ms)"
  }

  /// Hires people and gives each twenty of the cases.
  private func staff(_ bench: BenchDesk, by founder: Person) throws -> [Presence] {
    let ids = (0..<people).map { PersonID("agent-\($0)") }
    try bench.store.write { transaction in
      for (index, id) in ids.enumerated() {
        try transaction.put(
          Person(id: id, name: "Agent \(index)", role: .agent, team: "team \(index % 20)"))
      }
    }
    let rules = try bench.desk.rules(for: Desk.defaultProcedure)
    let free = try bench.store.queue(
      QueuePage(limit: min(cases, people * 20), filter: .free))
    for start in stride(from: 0, to: free.count, by: 1_000) {
      try bench.store.write { transaction in
        for index in start..<min(start + 1_000, free.count) {
          let ref = free[index].ref
          guard var held = try transaction.record(of: ref)?.folded else { continue }
          let person = ids[index % max(1, ids.count)]
          let record = RecordedEvent(
            version: held.version + 1, at: bench.desk.now(), actor: person,
            command: CommandID("hold-\(ref)"), event: .claimed(by: person))
          held.apply(record)
          try transaction.append(
            Appending(
              ref: ref, from: record.version - 1, events: [record],
              row: QueueRow(of: held, by: rules.clocks, heatScore: nil)))
        }
      }
    }
    return ids.map { Presence(sitting: SittingID("sitting-\($0)"), person: $0) }
  }
}

/// One count over the table of cases with nothing around it: SQLite's own C interface.
private final class BareCount {
  private var connection: OpaquePointer?
  private var statement: OpaquePointer?

  init(path: String) throws {
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
      sqlite3_prepare_v2(
        connection,
        """
        SELECT step, heat, count(*), min(waiting_since) FROM cases NOT INDEXED
        WHERE state <> 'closed' GROUP BY step, heat
        """, -1, &statement, nil) == SQLITE_OK
    else { throw BareLoop.Failure(code: sqlite3_errcode(connection)) }
  }

  deinit {
    sqlite3_finalize(statement)
    sqlite3_close_v2(connection)
  }

  func run() {
    while sqlite3_step(statement) == SQLITE_ROW {}
    sqlite3_reset(statement)
  }
}

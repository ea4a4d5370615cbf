import ArgumentParser
import Console
import Desk
import DeskSQLite
import Foundation
import Playbook
import Screen
import Synchronization
import Vocabulary
import Workflow

#if PostgreSQL
  import DeskPostgreSQL
#endif

/// How long what one person does takes to the screens of others, and what a console costs that only
/// watches.
///
/// Every console is the real session with the real model on a store of its own, with its own
/// connections; all of them run in this one process, since 50 programs with a playbook each would
/// measure the memory of the machine. So the time is that of a machine that draws 50 screens at once:
/// on hosts of their own they do not wait for each other's processor. Each has a case open, as on a
/// floor, not all of them the same one. The clock runs from the acknowledgement of a change until the
/// frame that shows it is drawn. The share of a core is this process's alone, without the server's.
struct ConsolesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consoles",
    abstract: "A change in one console until it is on the screens of 50 others, and idle cost.",
    discussion: """
        The database must be a new one to try things on, since what lies below a console's page is
        not seen; four connections for each console must be free.

          calmdesk-benchmark consoles
          calmdesk-benchmark consoles --desk postgresql://sam@/trial
      """)

  @Option(help: "The address of a database, measured besides a desk in a file.")
  var desk: String?

  @Option(help: "Consoles at the desk.")
  var consoles = 50

  @Option(help: "Changes, three a second.")
  var changes = 100

  @Option(help: "Seconds in which nothing happens.")
  var idle = 10

  func run() throws {
    let playbook = try Playbook(path: .current(option: nil))
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.path + "/desk.sqlite"
    try measure("SQLite") {
      let store = try SQLiteStore.open(path: path, create: true)
      return (Self.desk(store, playbook), PersonID(NSUserName()))
    }
    #if PostgreSQL
      guard let desk else { return }
      _ = try ServerDesk(desk, making: true)
      try measure("PostgreSQL") {
        let store = try PostgreSQLStore.open(url: desk)
        return (Self.desk(store, playbook), store.role)
      }
    #endif
  }

  /// Changes before those that are measured: a server plans each statement of each line when it is
  /// first asked.
  private static let warmUp = 20

  private static func desk(_ store: any DeskStore, _ playbook: Playbook) -> Desk {
    Desk(store: store, playbook: playbook, now: { Instant(Date()) }, sampled: { _ in false })
  }

  private func measure(
    _ name: String, _ open: @escaping @Sendable () throws -> (Desk, PersonID)
  ) throws {
    let (desk, person) = try open()
    try desk.signInAsFloor(person)
    let writer = Writer(desk: desk, person: person)
    let refs = try (0..<20).map { _ in try writer.open() }
    let eyes = Eyes()
    for number in 0..<consoles {
      Thread.detachNewThread { eyes.watch(row: number % refs.count, open) }
    }
    try eyes.awaitSeated(consoles)
    Thread.sleep(forTimeInterval: 2)
    var told: [(ref: CaseRef, version: Int, at: ContinuousClock.Instant)] = []
    for number in 0..<Self.warmUp + changes {
      let ref = refs[number % refs.count]
      let version = try writer.change(ref, number)
      if number >= Self.warmUp { told.append((ref, version, .now)) }
      Thread.sleep(forTimeInterval: 0.25 + Double(number * 37 % 100) / 1_000)
    }
    Thread.sleep(forTimeInterval: 2)
    let before = Self.processor()
    Thread.sleep(forTimeInterval: Double(idle))
    let share = (Self.processor() - before) / Double(idle) / Double(consoles)
    let sightings = eyes.close()
    var seen = Measure()
    var unseen = 0
    for change in told {
      for sighted in sightings {
        guard
          let first = sighted.first(where: {
            $0.ref == change.ref && $0.version >= change.version
          })
        else {
          unseen += 1
          continue
        }
        let took = (first.at - change.at).components
        seen.add(max(0, Double(took.seconds) + Double(took.attoseconds) / 1e18))
      }
    }
    print(
      """
      \(name), \(consoles) consoles: a change is on the others' screens after \
      \(shown(seen.median * 1e3)) ms (p99 \(shown(seen.percentile(0.99) * 1e3)), slowest \
      \(shown(seen.percentile(1) * 1e3)))\(unseen > 0 ? ", \(unseen) never seen" : "")   \
      an idle console takes \(shown(share * 100)) % of a core
      """)
  }

  /// Seconds of processor this process has used.
  private static func processor() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #endif
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }
}

/// The one who changes something.
private struct Writer {
  let desk: Desk
  let person: PersonID

  func open() throws -> CaseRef {
    try desk.open(
      IntakeLine(
        external: nil, language: .en, customer: Customer(name: "Customer"),
        turns: [.init(from: .customer, text: "The parcel has not come.", at: nil)]), by: person,
      command: CommandID(UUID().uuidString)
    ).ref
  }

  /// - Returns: the version of the case afterwards.
  func change(_ ref: CaseRef, _ number: Int) throws -> Int {
    try desk.perform(
      DeskRequest(
        by: person, ref: ref,
        envelope: CommandEnvelope(
          id: CommandID(UUID().uuidString),
          command: .receive(text: "And what about parcel \(number)?", spoken: false)))
    ).result.version
  }
}

/// What the people at the consoles have seen, and when.
private final class Eyes: Sendable {
  struct Sighting {
    var ref: CaseRef
    var version: Int
    var at: ContinuousClock.Instant
  }

  private struct State {
    var seated = 0
    var left = 0
    var isOver = false
    var trouble: String?
    var sightings: [[Sighting]] = []
  }

  private let state = Mutex(State())

  /// Sits at a console with the case of a row open until it is over.
  func watch(row: Int, _ open: () throws -> (Desk, PersonID)) {
    do {
      let (desk, person) = try open()
      let seat = try Seat(desk, as: person, size: Size(columns: 120, rows: 40))
      for _ in 0..<row { seat.press(.down) }
      seat.press(.character(" "))
      try seat.settle()
      state.withLock { $0.seated += 1 }
      var seen: [CaseRef: Int] = [:]
      var sightings: [Sighting] = []
      while !state.withLock({ $0.isOver }) {
        seat.await()
        let now = ContinuousClock.now
        for row in seat.model.queue.rows where seen[row.ref, default: 0] < row.version {
          seen[row.ref] = row.version
          sightings.append(Sighting(ref: row.ref, version: row.version, at: now))
        }
      }
      seat.leave()
      let found = sightings
      state.withLock { state in
        state.sightings.append(found)
        state.left += 1
      }
    } catch {
      state.withLock { $0.trouble = "\(error)" }
    }
  }

  /// - Throws: when a console could not be opened.
  func awaitSeated(_ count: Int) throws {
    while true {
      let (seated, trouble) = state.withLock { ($0.seated, $0.trouble) }
      if let trouble { throw ValidationError("A console could not be opened: \(trouble)") }
      if seated >= count { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  /// Ends all consoles.
  func close() -> [[Sighting]] {
    let seated = state.withLock { state in
      state.isOver = true
      return state.seated
    }
    while state.withLock({ $0.left < seated && $0.trouble == nil }) {
      Thread.sleep(forTimeInterval: 0.05)
    }
    return state.withLock { $0.sightings }
  }
}

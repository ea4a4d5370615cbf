import ArgumentParser
import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// Prints the queue.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "Print who waits, the most urgent first.",
    usage: "calmdesk queue [<options>]",
    discussion: """
        calmdesk queue              the first 50
        calmdesk queue --mine       the cases you hold
        calmdesk queue --limit 0    all of them
        calmdesk queue --json       one JSON document for scripts
      """)

  @OptionGroup var options: DeskOptions

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Only the cases you hold.")
  var mine = false

  @Flag(help: "The closed cases instead of the others.")
  var closed = false

  @Option(
    help: ArgumentHelp(
      "At most so many; 0 for all. Without it 50, and all of them as JSON.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("“--limit” must be 0 for all, or more.")
    }
    if mine, closed { throw ValidationError("Choose “--mine” or “--closed”; not both.") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      try QueuePrinter(place: place).run(
        filter: closed ? .closed : mine ? .heldBy(place.person.id) : .everything, json: json,
        limit: limit ?? (json ? 0 : 50))
    }
  }
}

/// The queue as lines for people or one document for scripts.
struct QueuePrinter {
  let place: Workplace

  func run(filter: QueueFilter, json: Bool, limit: Int) throws {
    let now = place.desk.now()
    var rows: [QueueRow] = []
    var start = QueuePage.Start.first
    let most = limit == 0 ? Int.max : limit
    while rows.count < most {
      let page = QueuePage(start: start, limit: min(500, most - rows.count), filter: filter)
      let more = try place.desk.store.queue(page)
      rows += more
      guard more.count == page.limit, let last = more.last else { break }
      start = .after(last.key)
    }
    if json {
      try Output.json(JSONValue.array(rows.map { $0.document(now: now) }).line)
      return
    }
    let counts = try place.desk.store.counts()
    let wording = place.wording()
    let summary = CaseState.allCases.map { "\(wording.name(of: $0)) \(counts[$0] ?? 0)" }
    try Output.line(summary.joined(separator: " · "))
    for row in rows { try print(row, now: now) }
    let total = counts.filter { $0.key != .closed }.values.reduce(0, +)
    if filter == .everything, total > rows.count {
      try Output.line("… +\(total - rows.count)")
    }
  }

  private func print(_ row: QueueRow, now: Instant) throws {
    let wording = place.wording(for: row.procedure)
    let wait = row.waitingSince.map { TimeWords.short(seconds: now.seconds(since: $0)) } ?? "–"
    try Output.row([
      (row.key.rank == QueueKey.danger ? "!" : "", 1), (row.ref.rawValue, 8), (wait, 5),
      (wording.name(of: row.step), 14), (wording.name(of: row.heat), 10),
      (wording.name(of: row.channel), 8), (row.unread > 0 ? "\(row.unread)" : "", 3),
      (row.customer.isEmpty ? "–" : row.customer, 16), (row.excerpt, 0),
    ])
  }
}

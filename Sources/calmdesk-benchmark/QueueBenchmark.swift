import ArgumentParser
import Desk
import DeskSQLite
import Foundation

/// A page of the queue on a small desk and on a large one.
struct QueueBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "A page of the queue at 1,000 cases and at 100,000.")

  @Option(help: "Cases on the large desk.")
  var cases = 100_000

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for count in [1_000, cases] {
      let path = scratch.path + "/desk-\(count).sqlite"
      try FillCommand.fill(path, cases: count)
      var opening = Measure()
      for _ in 0..<5 { try opening.time { _ = try SQLiteStore.open(path: path, create: false) } }
      let store = try SQLiteStore.open(path: path, create: false)
      var first = Measure()
      var walk = Measure()
      for _ in 0..<200 { try first.time { _ = try store.queue(QueuePage(limit: 60)) } }
      var key = try store.queue(QueuePage(limit: 60)).last?.key
      for _ in 0..<200 {
        guard let here = key else { break }
        try walk.time {
          key = try store.queue(QueuePage(start: .after(here), limit: 60)).last?.key
        }
      }
      print(
        """
        \(count) cases: open \(shown(opening.median * 1e3)) ms, first page of 60 \
        \(shown(first.median * 1e3)) ms, next page \(shown(walk.median * 1e3)) ms (p99 \
        \(shown(walk.percentile(0.99) * 1e3)) ms)
        """)
    }
  }
}

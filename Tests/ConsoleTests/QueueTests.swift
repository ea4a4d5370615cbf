import Console
import ConsoleTesting
import Desk
import Foundation
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// The queue: what is shown, and what is asked for.
@Suite struct QueueTests {
  /// A queue of any length, answered by key as a store does.
  private struct LongQueue {
    let rows: [QueueRow]
    var served = 0
    var pages: [QueuePage] = []

    init(_ count: Int) {
      rows = (0..<count).map { number in
        let due = Instant(seconds: Int64(number) * 10)
        let ref = CaseRef("C-\(1_000_000 + number)")
        return QueueRow(
          ref: ref, customer: "Customer \(number)", channel: .chat, language: .en, state: .open,
          procedure: "six_steps", step: "vent", heat: .calm, heatScore: nil, owner: nil,
          handler: nil, waitingSince: due, unread: 1, clock: nil, danger: nil, snoozedUntil: nil,
          excerpt: "", version: 1, key: QueueKey(rank: 1, due: due, ref: ref))
      }
    }

    private func place(_ key: QueueKey) -> Int {
      var low = 0
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].key < key { low = middle + 1 } else { high = middle }
      }
      return low
    }

    mutating func answer(_ page: QueuePage) -> QueueWindow {
      pages.append(page)
      let range: Range<Int>
      switch page.start {
      case .first: range = 0..<min(page.limit, rows.count)
      case .last: range = max(0, rows.count - page.limit)..<rows.count
      case .from(let key):
        let start = place(key)
        range = start..<min(start + page.limit, rows.count)
      case .after(let key):
        var start = place(key)
        if start < rows.count, rows[start].key == key { start += 1 }
        range = start..<min(start + page.limit, rows.count)
      case .before(let key):
        let end = place(key)
        range = max(0, end - page.limit)..<end
      }
      served += range.count
      return QueueWindow(
        page: page, rows: Array(rows[range]), counts: [.open: rows.count], mine: [])
    }
  }

  /// A console on a long queue.
  private struct Sitter {
    var model: Model
    var queue: LongQueue

    init(_ count: Int, size: Size = Size(columns: 120, rows: 36)) {
      queue = LongQueue(count)
      model = Model(
        sitting: Sitting(
          desk: "test", person: Workbench.agent, language: .en, commandPrefix: "q",
          timeZone: .gmt),
        content: Content(texts: Playbook.shipped.locale(.en), remedies: [], reasons: []),
        size: size, now: Workbench.start)
      run(model.start())
    }

    mutating func run(_ effects: [Effect]) {
      for effect in effects {
        if case .loadQueue(let page) = effect {
          let window = queue.answer(page)
          run(model.update(.queue(window)))
        }
      }
    }

    mutating func press(_ name: String, times: Int = 1) {
      guard let key = Key(name: name) else { return }
      for _ in 0..<times { run(model.update(.key(key))) }
    }
  }

  @Test func `a hundred thousand cases cost what is seen`() {
    var sitter = Sitter(100_000)
    let visible = sitter.model.view().lines.count { $0.contains("Customer") }
    #expect(visible > 10)
    #expect(sitter.queue.served <= visible * 3)
    sitter.press("down", times: 500)
    #expect(sitter.model.queue.selected == "C-1000500")
    #expect(sitter.queue.served <= 500 + visible * 6)
    #expect(sitter.model.queue.rows.count <= visible * 12)
    let served = sitter.queue.served
    sitter.press("end")
    #expect(sitter.model.queue.selected == "C-1099999")
    #expect(sitter.queue.served - served <= visible * 9)
    sitter.press("home")
    #expect(sitter.model.queue.selected == "C-1000000")
    #expect(sitter.queue.served - served <= visible * 20)
  }

  @Test func `a long and a short queue are asked for the same pages`() {
    var long = Sitter(100_000)
    var short = Sitter(1_000)
    for _ in 0..<40 {
      for name in ["down", "pagedown", "up"] {
        long.press(name)
        short.press(name)
      }
    }
    #expect(long.queue.pages == short.queue.pages)
    #expect(long.queue.served == short.queue.served)
  }

  @Test func `going down and up again comes by every case`() {
    var sitter = Sitter(300)
    var seen: [CaseRef?] = [sitter.model.queue.selected]
    for _ in 0..<320 {
      sitter.press("down")
      seen.append(sitter.model.queue.selected)
    }
    #expect(Set(seen.compactMap(\.self)).count == 300)
    for _ in 0..<320 {
      sitter.press("up")
      #expect(sitter.model.queue.selectedIndex != nil)
    }
    #expect(sitter.model.queue.selected == "C-1000000")
  }

  @Test func `the selection stays with its case when the queue moves`() throws {
    let bench = try Workbench.shipped()
    let first = try bench.open("Where is my parcel?", by: "Ann Ash")
    bench.clock.move(30)
    let second = try bench.open("Where is mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("down")
    #expect(driver.model.queue.selected == second)
    try bench.perform(.claim, on: first, by: "ann")
    try bench.perform(.send(Draft(text: "It is on its way, Ms Ash.")), on: first, by: "ann")
    driver.follow()
    #expect(driver.model.queue.selected == second)
    #expect(driver.model.queue.rows.first?.ref == second)
  }

  @Test func `rows say what is urgent, whose it is and how long they wait`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My account was emptied!", by: "Ann Ash")
    try bench.open("Where is my parcel?", by: "Bob Birch")
    try bench.perform(.danger(.fraud), on: ref, by: "ann")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.pass(seconds: 190)
    #expect(driver.line(2).hasPrefix("‼ Ann Ash"))
    #expect(driver.line(2).contains(" 3m"))
    #expect(driver.line(4).hasPrefix("! Bob Birch"))
    driver.press("enter")
    #expect(driver.line(2).hasPrefix("‼★Ann Ash"))
  }

  @Test func `filters show mine, free and closed cases`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ann Ash")
    try bench.open("Where is mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("t", "esc", "right")
    #expect(driver.model.queue.rows.count == 1)
    #expect(driver.line(1).contains("mine"))
    driver.press("right")
    #expect(driver.model.queue.rows.map(\.customer) == ["Bob Birch"])
    driver.press("right")
    #expect(driver.screen.contains("No cases here."))
    driver.press("right")
    #expect(driver.model.queue.rows.count == 2)
  }
}

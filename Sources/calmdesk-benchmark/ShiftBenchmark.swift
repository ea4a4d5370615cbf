import ArgumentParser
import Console
import Desk
import Foundation
import Screen
import Synchronization
import Vocabulary
import Workflow

/// A shift on a large desk with a clock that is moved by hand: whether memory stays flat.
struct ShiftBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shift",
    abstract: "A shift with customers writing and an agent answering: memory at start and end.")

  @Option(help: "Cases on the desk when the shift begins.")
  var cases = 100_000

  @Option(help: "Hours of the shift, by a clock that is moved by hand.")
  var hours = 8

  @Flag(help: "Print the screen at the end of each hour.")
  var screens = false

  /// Seconds between two looks at the desk.
  private static let step: Int64 = 15

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.path + "/desk.sqlite"
    try FillCommand.fill(path, cases: cases)
    let clock = SteppedClock(Instant(Date()))
    let desk = try BenchDesk(path: path, now: { clock.now })
    let seat = try Seat(desk, size: Size(columns: 120, rows: 40))
    defer { seat.leave() }
    var agent = BusyAgent(seat: seat)
    var customers = BusyCustomers(desk: desk)
    print("a shift of \(hours) hours on \(cases) cases; resident MiB:")
    print("  start     \(shown(Resident.mebibytes()))")
    for hour in 0..<hours {
      for number in 0..<Int(3_600 / Self.step) {
        clock.move(Self.step)
        try customers.write(to: seat.model.mine.map(\.ref), step: number)
        try agent.work(step: number)
      }
      print(
        "  hour \(hour + 1)    \(shown(Resident.mebibytes()))   (\(agent.replies) replies, "
          + "\(agent.taken) cases taken, \(customers.messages) messages)")
      if screens { print(seat.model.view().text) }
    }
  }
}

/// A clock that stands until it is moved, from any thread.
final class SteppedClock: Sendable {
  private let state: Mutex<Instant>

  init(_ start: Instant) { state = Mutex(start) }

  var now: Instant { state.withLock { $0 } }

  func move(_ seconds: Int64) { state.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Customers who write: new ones, and those whose case is in hand.
private struct BusyCustomers {
  let desk: BenchDesk
  private(set) var messages = 0

  init(desk: BenchDesk) { self.desk = desk }

  /// Somebody writes every half minute, a new customer every two.
  mutating func write(to held: [CaseRef], step: Int) throws {
    guard step.isMultiple(of: 2) else { return }
    messages += 1
    if step.isMultiple(of: 8) || held.isEmpty {
      _ = try desk.open(1_000_000 + messages, text: "My parcel \(messages) has not come.")
    } else {
      _ = try desk.perform(
        .receive(text: "And what happens now with \(messages)? Nobody tells me.", spoken: false),
        on: held[messages % held.count], id: "customer-\(messages)")
    }
  }
}

/// An agent who takes a case, answers with typed words and phrases, looks about, and lets the case
/// go again after ten minutes.
private struct BusyAgent {
  let seat: Seat
  private(set) var replies = 0
  private(set) var taken = 0

  init(seat: Seat) { self.seat = seat }

  mutating func work(step: Int) throws {
    leaveEverything()
    if !seat.model.holdsOpenCase {
      try press(.character("t"))
      taken += 1
      leaveEverything()
    }
    guard seat.model.holdsOpenCase else { return }
    switch step % 4 {
    case 0: try reply(with: "I am looking into it now, number \(replies), and write again by six.")
    case 1: try pickPhrase()
    case 2:
      for key in [Key.tab, .pageUp, .pageUp, .pageDown, .end, .escape] { try press(key) }
    default:
      for _ in 0..<20 { try press(.down) }
      for key in [Key.pageDown, .end, .home] { try press(key) }
    }
    if step % 40 == 39 { try press(.character("l")) }
  }

  private func leaveEverything() {
    for _ in 0..<3 { seat.press(.escape) }
  }

  private func press(_ key: Key) throws {
    seat.press(key)
    try seat.settle()
  }

  private mutating func reply(with words: String) throws {
    try press(.character("r"))
    for character in words { seat.press(.character(character)) }
    try press(.enter)
    replies += 1
    leaveEverything()
  }

  /// Looks a phrase up, and sends it unless it asks for something that the record does not hold.
  private mutating func pickPhrase() throws {
    try press(.character("/"))
    for character in "sorry" { seat.press(.character(character)) }
    try press(.enter)
    if seat.model.overlay == nil, seat.model.focus == .composer {
      try press(.enter)
      replies += 1
    }
    leaveEverything()
  }
}

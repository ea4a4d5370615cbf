import Console
import ConsoleTesting
import Desk
import DeskTesting
import Playbook
import Practice
import Screen
import Testing
import Vocabulary
import Workflow

/// A shift worked by the good agent on a console without a terminal, by a clock of its own.
struct PlayedShift {
  let bench: Workbench
  let driver: Driver
  let floor: PracticeFloor
  private(set) var keys: [String] = []
  private var agent: GoodAgent

  init(_ scenarios: [Scenario], _ language: LanguageTag, seed: UInt64 = 1) throws {
    let playbook = Playbook.shipped
    bench = try Workbench(playbook: playbook)
    floor = PracticeFloor(
      desk: bench.desk,
      plan: ShiftPlan(
        scenarios: scenarios, language: language, manners: try #require(playbook.manners),
        seed: seed),
      channel: "sam")
    // A senior, since one of the customers comes back after a failure and is theirs.
    driver = try Driver(
      bench, as: "lin", language: language, size: .init(columns: 120, rows: 36))
    agent = GoodAgent(scenarios: scenarios, language: language)
  }

  /// Plays until nobody has anything more to say or do.
  mutating func play(limit: Int = 40_000) throws {
    var idle = 0
    for _ in 0..<limit {
      try floor.step()
      driver.follow()
      if let stroke = agent.next(driver.model) {
        keys.append(stroke.key.name)
        driver.press(stroke.key)
        driver.pass(seconds: stroke.pause == .letter ? 0 : 1)
        idle = 0
      } else {
        idle += 1
        driver.pass(seconds: 1)
      }
      if idle > 14, floor.isOver { return }
      if idle > 600 { return }
    }
  }

  /// The customers' cases, those of earlier days apart.
  func cases() throws -> [Case] {
    try floor.summary().guests.map { try bench.desk.find($0.ref) }
  }
}

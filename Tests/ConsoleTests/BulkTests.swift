import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Many cases handed on at once, each through the same gates.
@Suite struct BulkTests {
  private func bench() throws -> Workbench {
    let bench = try Workbench.shipped()
    for number in 1...5 {
      try bench.open("Where is order \(number)?", by: "Customer \(number)")
      bench.clock.move(20)
    }
    try bench.perform(.claim, on: "C-1002", by: "ann")
    return bench
  }

  @Test(arguments: LanguageTag.allCases, sizes)
  func `a supervisor hands marked cases to a person after one question`(
    language: LanguageTag, size: Size
  ) throws {
    let bench = try bench()
    let driver = try Driver(bench, as: "sam", language: language, size: size)
    driver.press("home", "+", "+", "+")
    driver.press("&")
    let texts = bench.desk.playbook.locale(language)
    #expect(driver.screen.contains(texts("screen.bulk.hand_to", ["person": "Ann"])))
    guard case .menu(let menu) = driver.model.overlay else { return }
    let place = menu.items.firstIndex { $0.label.contains("Li Mei") } ?? 0
    driver.press("\(place + 1)")
    #expect(driver.screen.contains("3"))
    #expect(driver.commands.isEmpty)
    #expect(try bench.desk.find("C-1001").handler == nil)
    driver.press("2")
    for ref in ["C-1001", "C-1002", "C-1003"] as [CaseRef] {
      let handed = try bench.desk.find(ref)
      #expect(handed.offeredTo == "mei")
      #expect(handed.handler == "sam")
    }
    // Whoever had it first still answers for it.
    #expect(try bench.desk.find("C-1002").owner == "ann")
    #expect(try bench.desk.find("C-1004").handler == nil)
    #expect(!driver.hasOverlay)
    #expect(driver.model.marked.isEmpty)
  }

  @Test func `what a gate refuses is listed with the reason, and the rest goes`() throws {
    let bench = try bench()
    try bench.perform(.claim, on: "C-1001", by: "mei")
    let driver = try Driver(bench, as: "mei", size: Size(columns: 120, rows: 36))
    driver.press("home", "+", "+", "+", "&", "2")
    #expect(driver.screen.contains("Put 3 cases back in the queue?"))
    driver.press("1")
    #expect(try bench.desk.find("C-1001").handler == nil)
    // An agent takes nobody's case away.
    #expect(try bench.desk.find("C-1002").handler == "ann")
    #expect(driver.screen.contains("1 case moved. 1 was there already."))
    #expect(driver.screen.contains("1 could not be moved:"))
    #expect(driver.screen.contains("Customer 2"))
    #expect(driver.screen.contains("take over cases"))
    driver.press("1")
    #expect(driver.model.open?.ref == "C-1002")
  }

  @Test func `nothing goes without a mark or with a no`() throws {
    let bench = try bench()
    let driver = try Driver(bench, as: "sam")
    driver.press("&")
    #expect(!driver.hasOverlay)
    driver.press("home", "+", "&", "1", "5")
    #expect(try bench.desk.find("C-1001").handler == nil)
    #expect(driver.model.marked == ["C-1001"])
    driver.press("&", "esc")
    driver.press("home", "+")
    #expect(driver.model.marked.isEmpty)
  }

  @Test func `marked rows are seen, and how many there are`() throws {
    let bench = try bench()
    let driver = try Driver(bench, as: "sam", size: Size(columns: 120, rows: 36))
    driver.press("home", "+", "+")
    #expect(driver.screen.contains("2 marked"))
    #expect(driver.frame.lines.count { $0.contains("✓Customer") } == 2)
    driver.press("esc")
    #expect(driver.model.marked.isEmpty)
  }

  @Test func `the same command again hands nothing on twice`() throws {
    let bench = try bench()
    for turn in 0..<2 {
      let outcome = try bench.desk.reassign(
        ["C-1001", "C-1002", "C-9999"], .handTo("mei"), because: "load", by: "sam",
        command: "bulk")
      // What is on offer already need not be offered again.
      #expect((turn == 0 ? outcome.went : outcome.stayed) == ["C-1001", "C-1002"])
      #expect(outcome.refused.map(\.ref) == ["C-9999"])
    }
    #expect(try bench.desk.find("C-1001").epoch == 1)
  }
}

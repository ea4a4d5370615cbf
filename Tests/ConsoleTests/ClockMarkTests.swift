import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// What runs is seen before it breaks and when it has: by a mark and in colour.
@Suite struct ClockMarkTests {
  private func tint(_ driver: Driver, of words: String, inRow row: Int) -> Tint? {
    guard let place = driver.line(row).firstRange(of: words)?.lowerBound else { return nil }
    let column = driver.line(row)[..<place].count
    return driver.frame.cell(at: Position(column: column, row: row))?.style.foreground
  }

  @Test func `a case is marked amber before its clock breaks and red after`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Bob Birch")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    #expect(driver.line(2).hasPrefix("  Bob Birch"))
    driver.pass(seconds: 50)
    #expect(driver.line(2).hasPrefix("◷ Bob Birch"))
    #expect(tint(driver, of: "◷", inRow: 2) == .warning)
    driver.pass(seconds: 15)
    #expect(driver.line(2).hasPrefix("! Bob Birch"))
    #expect(tint(driver, of: "!", inRow: 2) == .danger)
  }

  @Test func `the title and the strip carry the marks`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Bob Birch")
    try bench.open("Where is mine?", by: "Ann Ash")
    let driver = try Driver(bench, size: Size(columns: 140, rows: 36))
    driver.press("t", "t")
    #expect(driver.line(0).contains("first word in"))
    driver.pass(seconds: 50)
    #expect(driver.line(0).contains("◷ first word in 10s"))
    #expect(driver.line(1).contains("◷ 50s"))
    driver.pass(seconds: 20)
    #expect(driver.line(0).contains("! first word"))
    #expect(driver.line(1).contains("! 1m"))
  }

  @Test func `limits of law stand above the conversation under the customer's name for them`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My money is gone and I want to complain.", by: "Bob Birch")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .send(Draft(text: "Thank you, I've got your complaint.")), on: ref, by: "mei")
    try bench.perform(.classify(Classification(preset: "us_cfpb")), on: ref, by: "mei")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("enter")
    #expect(driver.screen.contains("first response due"))
    #expect(driver.screen.contains("final response due"))
    driver.pass(seconds: 61 * 86_400)
    #expect(driver.screen.contains("! final response"))
  }

  @Test func `the form offers the limits of law there are`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My money is gone and I want to complain.", by: "Bob Birch")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 50))
    driver.press("t", "f", "end")
    #expect(driver.screen.contains("Legal limits"))
    driver.press("1")
    #expect(try bench.desk.find(ref).classification.preset == "uk_fca")
    #expect(driver.screen.contains("UK financial complaint"))
    driver.press("6")
    #expect(try bench.desk.find(ref).classification.preset == ClockPresetID.none)
  }

  @Test func `a second failure in the same matter is to be handed up`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My kettle came without a lid.", by: "Bob Birch")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    #expect(!driver.screen.contains("Failed twice"))
    try bench.perform(
      .send(Draft(text: "It comes tomorrow by noon, I checked.")), on: ref, by: "mei")
    try bench.perform(.close(.withdrawn, words: ""), on: ref, by: "mei")
    try bench.perform(
      .receive(text: "It came without a lid again.", spoken: false), on: ref, by: "sam")
    driver.follow()
    #expect(driver.screen.contains("Failed twice in the same matter: hand it up now"))
    try bench.perform(
      .escalate(to: "Sam", due: bench.clock.now.adding(seconds: 7200)), on: ref, by: "mei")
    driver.follow()
    #expect(!driver.screen.contains("Failed twice"))
  }

  @Test func `a matter nobody above answers goes one rung up by itself, and the screen says so`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My kettle came without a lid.", by: "Bob Birch")
    let driver = try Driver(bench, size: Size(columns: 140, rows: 36))
    driver.press("t")
    try bench.perform(
      .escalate(to: "", due: bench.clock.now.adding(seconds: 86_400)), on: ref, by: "mei")
    driver.follow()
    #expect(driver.screen.contains("With our shift supervisor until noon today"))
    bench.clock.move(2 * 3600 + 1)
    #expect(try bench.desk.sweep() == [ref])
    #expect(try bench.desk.sweep() == [])
    driver.follow()
    #expect(driver.screen.contains("With our complaints team until"))
    #expect(try bench.desk.verify() == [])
  }
}

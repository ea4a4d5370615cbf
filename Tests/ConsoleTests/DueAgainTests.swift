import Console
import ConsoleTesting
import Screen
import Testing
import Vocabulary
import Workflow

/// What was promised comes back, and the keys lead there.
@Suite struct DueAgainTests {
  private let size = Size(columns: 120, rows: 36)

  /// A case that Mei closed with a promise of an hour still running.
  private func closed(_ bench: Workbench) throws -> CaseRef {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(.send(Draft(text: "I'm asking the courier now.")), on: ref, by: "mei")
    try bench.perform(
      .promise(what: "I'll tell you where it is", due: bench.clock.now.adding(seconds: 3_600)),
      on: ref, by: "mei")
    try bench.perform(
      .close(.withdrawn, words: ""), on: ref, by: "mei", override: .words("they found it"))
    return ref
  }

  @Test func `where nobody new waits, taking the next goes to what is mine and due`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref, by: "mei")
    let driver = try Driver(bench, size: size)
    driver.press("t")
    #expect(driver.model.open?.ref == ref)
    #expect(driver.screen.contains("Nobody new is waiting. Ms Reed is yours"), "\(driver.screen)")
    driver.press("t")
    #expect(driver.screen.contains("Nothing is left to take"), "\(driver.screen)")
  }

  @Test func `a reply to a closed case opens it again, with the promise as the reason`() throws {
    let bench = try Workbench.shipped()
    let ref = try closed(bench)
    let driver = try Driver(bench, size: size)
    driver.pass(seconds: 4_000)
    driver.tell(.changed([ref]))
    driver.press("\\", "\\", "\\", "enter")
    #expect(driver.model.open?.ref == ref, "\(driver.screen)")
    driver.press("r")
    #expect(driver.screen.contains("Due: I'll tell you where it is"), "\(driver.screen)")
    driver.press("enter")
    driver.type("It is at the depot.")
    #expect(driver.current?.state == .open)
    #expect(driver.draft == "It is at the depot.", "\(driver.screen)")
    driver.press("enter")
    #expect(driver.current?.messages.last?.text == "It is at the depot.", "\(driver.screen)")
  }

  @Test func `putting a case aside proposes the time of what was promised`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(.send(Draft(text: "I'm asking the courier now.")), on: ref, by: "mei")
    try bench.perform(
      .promise(what: "I'll ring you", due: bench.clock.now.adding(seconds: 7_200)), on: ref,
      by: "mei")
    let driver = try Driver(bench, size: size)
    driver.press("enter", "z", "f10")
    #expect(
      driver.current?.snoozedUntil == bench.clock.now.adding(seconds: 7_200), "\(driver.screen)")
  }
}

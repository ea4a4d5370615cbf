import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Tasks, surveys and notes for later, by keys.
@Suite struct AfterCaseTests {
  private let bench: Workbench
  private let driver: Driver

  init() throws {
    bench = try Workbench.shipped()
    try bench.open("My parcel is late. Where is it?")
    driver = try Driver(bench, size: Size(columns: 120, rows: 40))
    driver.press("t", "esc")
  }

  @Test func `a promise with a department named is a task of theirs, until it is done`() throws {
    driver.press("p")
    driver.type("send the lid")
    driver.press("tab")
    driver.type("+2h")
    driver.press("tab")
    driver.type("Dispatch")
    driver.press("enter")
    let promise = try #require(driver.current?.commitments.first, "\(driver.screen)")
    let task = try #require(driver.current?.tasks.first, "\(driver.screen)")
    #expect(task.promise == promise.number)
    #expect(task.due == promise.due)
    #expect(task.department == "Dispatch")
    #expect(driver.screen.contains("Dispatch: send the lid"), "\(driver.screen)")
    driver.press("P")
    #expect(driver.screen.contains("4 Done: Dispatch"), "\(driver.screen)")
    driver.press("4")
    #expect(driver.current?.tasks.first?.doneAt != nil, "\(driver.screen)")
    #expect(driver.current?.commitments.first?.state == .open)
    #expect(!driver.screen.contains("Dispatch: send the lid"))
  }

  @Test func `a promise without a department is made with the same keys as ever`() throws {
    driver.press("p")
    driver.type("ring back")
    driver.press("enter")
    driver.type("+2h")
    driver.press("enter")
    #expect(driver.current?.commitments.count == 1, "\(driver.screen)")
    #expect(driver.current?.tasks.isEmpty == true)
  }

  @Test func `the five questions of the survey may each be left out`() throws {
    driver.press("y")
    guard case .form(let form)? = driver.model.overlay else {
      Issue.record("no form: \(driver.screen)")
      return
    }
    #expect(
      form.fields.map(\.id) == [
        "score", "words", "channel", "attitude", "skill", "time", "effect",
      ])
    driver.press("3", "tab", "tab", "4", "tab", "tab", "5", "tab", "2", "tab", "1", "0", "f10")
    #expect(driver.current?.survey?.score == 3, "\(driver.screen)")
    #expect(driver.current?.survey?.ratings == [.channel: 4, .skill: 5, .time: 2])
  }

  @Test func `what to improve is noted with the close, and not twice`() throws {
    driver.press("c")
    guard case .menu(let menu)? = driver.model.overlay else {
      Issue.record("no menu: \(driver.screen)")
      return
    }
    let withdrawn = try #require(
      menu.items.firstIndex { $0.choice == .form(.close(.withdrawn)) })
    for _ in 0..<withdrawn { driver.press("down") }
    driver.press("enter", "tab")
    driver.type("put the lid in the box")
    driver.press("tab")
    driver.type("packed apart")
    driver.press("f10")
    let notes = try #require(driver.current?.improvements)
    #expect(notes.map(\.proposal) == ["put the lid in the box"], "\(driver.screen)")
    #expect(notes.map(\.cause) == ["packed apart"])
  }

  @Test func `a look back asks its two questions`() {
    driver.press("u")
    #expect(driver.screen.contains("is it put right?"), "\(driver.screen)")
  }
}

import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Taking back what was sent, from where one is told to.
@Suite struct TakeBackTests {
  private func sitter(_ channel: Channel = .chat) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", channel: channel)
    let driver = try Driver(bench)
    driver.press("t", "r")
    return (bench, driver)
  }

  @Test func `right behind a message undo takes it back, and its words are in the draft again`()
    throws
  {
    let (_, driver) = try sitter()
    driver.type("It comes tomorow.")
    driver.press("enter")
    #expect(driver.line(23).contains("^Z takes it back"))
    driver.press("ctrl-z")
    #expect(driver.current?.messages.last?.retracted == true)
    #expect(driver.draft == "It comes tomorow.")
    #expect(driver.model.focus == .composer)
    #expect(driver.line(23).contains("Your words are in the draft again"))
    driver.press("backspace", "backspace", "backspace", "backspace")
    driver.type("rrow.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.text == "It comes tomorrow.")
  }

  @Test func `once something was typed undo is the editor's again`() throws {
    let (_, driver) = try sitter()
    driver.type("It comes tomorrow.")
    driver.press("enter")
    driver.type("And")
    driver.press("ctrl-z")
    #expect(driver.draft.isEmpty)
    driver.press("ctrl-r", "ctrl-z")
    #expect(driver.current?.messages.contains { $0.retracted } == false)
  }

  @Test func `from the commands the words come back before what was written since`() throws {
    let (_, driver) = try sitter()
    driver.type("One.")
    driver.press("enter")
    driver.type("Two.")
    driver.press("esc", "ctrl-z")
    #expect(driver.draft == "One.\nTwo.")
    #expect(driver.current?.messages.last?.retracted == true)
  }

  @Test func `a phrase that comes back still says what it said`() throws {
    let (_, driver) = try sitter()
    driver.press("esc", "1", "enter")
    let phrases = driver.current?.messages.last?.phrases ?? []
    #expect(!phrases.isEmpty)
    driver.press("ctrl-z", "enter")
    #expect(driver.current?.messages.last?.phrases == phrases)
  }

  @Test func `too late is said with why`() throws {
    let (bench, driver) = try sitter()
    driver.type("One.")
    driver.press("enter")
    driver.pass(seconds: 11)
    driver.press("ctrl-z")
    #expect(driver.screen.contains("10 seconds are over"), "\(driver.screen)")
    driver.type("Two.")
    driver.press("enter")
    try bench.hear("Thank you.", on: "C-1001")
    driver.follow()
    driver.press("ctrl-z")
    #expect(driver.screen.contains("Ms Reed has written since"), "\(driver.screen)")
    #expect(driver.current?.messages.contains { $0.retracted } == false)
  }

  @Test func `before anything was sent there is nothing to take back`() throws {
    let (_, driver) = try sitter()
    driver.press("ctrl-z")
    #expect(driver.line(23).contains("no message of yours"))
    let (_, call) = try sitter(.phone)
    call.type("Hello.")
    call.press("enter", "ctrl-z")
    #expect(call.line(23).contains("Struck from the record"), "\(call.screen)")
    #expect(call.model.mode == .said)
  }

  @Test func `typed while the message is on its way it follows`() throws {
    let (_, driver) = try sitter()
    driver.isDeskSlow = true
    driver.type("One.")
    driver.press("enter", "ctrl-z")
    driver.isDeskSlow = false
    driver.answer()
    #expect(driver.draft == "One.")
    #expect(driver.current?.messages.last?.retracted == true)
  }

  @Test func `what was noted of a call in the wrong case is struck, and its words come back`()
    throws
  {
    let (_, driver) = try sitter(.phone)
    driver.press("esc", "h")
    driver.type("My kettle leaks.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.text == "My kettle leaks.")
    driver.press("ctrl-z")
    #expect(driver.current?.messages.last?.retracted == true)
    #expect(driver.draft == "My kettle leaks.")
    #expect(driver.model.mode == .heard)
    #expect(driver.line(23).contains("Struck from the record"))
  }

  @Test func `a promise filed by mistake goes from the record by the list of promises`() throws {
    let (bench, driver) = try sitter()
    driver.press("esc")
    let due = bench.clock.now.adding(seconds: 7200)
    let ref = try #require(driver.current?.ref)
    try bench.perform(
      .promise(what: "a call", due: due), on: ref, by: driver.model.sitting.person.id)
    driver.follow()
    #expect(driver.current?.commitments.count == 1)
    driver.press("P", "3")
    #expect(driver.current?.commitments.isEmpty == true)
  }
}

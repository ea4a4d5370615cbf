import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Keys that are quicker than the desk reach what they were meant for, or nothing at all.
@Suite struct TypingAheadTests {
  /// Somebody with two conversations, the second one on the screen, and a slow desk.
  private func sitter() throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ann Ash")
    bench.clock.move(10)
    try bench.open("And mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("t", "t")
    driver.isDeskSlow = true
    return (bench, driver)
  }

  @Test func `words typed before a conversation has come go to its customer`() throws {
    let (_, driver) = try sitter()
    let first = try #require(driver.model.open?.ref)
    driver.press("]", "r")
    driver.type("Hello")
    driver.answer()
    let second = try #require(driver.model.open?.ref)
    #expect(second != first)
    #expect(driver.model.drafts[second, .reply].editor.text == "Hello")
    #expect(driver.model.drafts[first, .reply].isEmpty)
  }

  @Test func `keys for a case that cannot be read are meant for no other`() throws {
    let (_, driver) = try sitter()
    let first = try #require(driver.model.open?.ref)
    driver.press("]", "r")
    driver.type("Hello")
    let awaited = try #require(driver.model.awaited)
    driver.tell(.unreadable(awaited, "The disk cannot be read."))
    #expect(driver.model.open?.ref == first)
    #expect(driver.screen.contains("The disk cannot be read."))
    #expect(driver.model.drafts.unsent.isEmpty)
    driver.press("r", "x")
    #expect(driver.model.drafts[first, .reply].editor.text == "x")
  }

  @Test func `a digit typed ahead is no reason for passing a gate`() throws {
    let (_, driver) = try sitter()
    driver.press("a", "r")
    driver.type("One moment.")
    driver.press("enter")
    driver.type("1 more thing")
    driver.press("enter")
    driver.answerNext(20)
    let ref = try #require(driver.model.open?.ref)
    guard case .blocked = driver.model.overlay else {
      Issue.record("no box of a closed gate:\n\(driver.screen)")
      return
    }
    #expect(driver.commands.allSatisfy { $0.override == nil })
    #expect(driver.model.drafts[ref, .reply].editor.text == "1 more thing")
    #expect(driver.current?.messages.last?.text == "One moment.")
  }

  @Test func `what was to follow refused words stays with them`() throws {
    let (_, driver) = try sitter()
    let ref = try #require(driver.model.open?.ref)
    driver.press("r")
    driver.type("By {due}.")
    driver.press("enter")
    driver.type("1. Sorry")
    driver.press("enter")
    driver.answerNext(20)
    #expect(driver.hasOverlay)
    #expect(driver.model.drafts[ref, .reply].editor.text == "By {due}.\n1. Sorry")
    #expect(driver.commands.allSatisfy { $0.override == nil })
  }

  @Test func `words typed while the desk fails are kept and not sent by themselves`() throws {
    let (_, driver) = try sitter()
    let ref = try #require(driver.model.open?.ref)
    driver.deskFails = "The disk is full."
    driver.press("r")
    driver.type("One.")
    driver.press("enter")
    driver.type("Two.")
    driver.press("enter")
    driver.answerNext(20)
    #expect(driver.model.drafts[ref, .reply].editor.text == "One.\nTwo.")
    let sent = driver.commands.filter { if case .send = $0.command { true } else { false } }
    #expect(sent.count == 1)
  }

  @Test func `the mouse means nothing while the screen is about to change`() throws {
    let (_, driver) = try sitter()
    driver.press("]")
    let focus = driver.model.focus
    driver.click(on: "Reply")
    driver.click(on: "r reply")
    #expect(driver.model.focus == focus)
    #expect(driver.model.drafts.unsent.isEmpty)
  }
}

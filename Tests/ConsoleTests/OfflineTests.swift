import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Session
import Testing
import Vocabulary
import Workflow

/// The screen while the desk cannot be reached, and after.
@Suite struct OfflineTests {
  private func sitter(
    _ size: Size = Size(columns: 120, rows: 32), language: LanguageTag = .en, linear: Bool = false
  ) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ms Reed")
    bench.clock.move(60)
    try bench.open("And mine?", by: "Mr Cho")
    let driver = try Driver(bench, language: language, size: size, linear: linear)
    driver.press("t")
    return (bench, driver)
  }

  /// Writes a reply and presses Enter.
  private func reply(_ words: String, _ driver: Driver) {
    driver.press("r")
    driver.type(words)
    driver.press("enter", "esc")
  }

  @Test(arguments: [
    (LanguageTag.en, "offline since 10:01"), (.zhHans, "10:01 起已断线"), (.zhHant, "10:01 起連線中斷"),
  ])
  func `one mark says since when, and goes`(_ language: LanguageTag, _ words: String) throws {
    let (_, driver) = try sitter(language: language)
    driver.cutLine()
    #expect(driver.line(0).contains(words), "\(driver.screen)")
    driver.mendLine()
    #expect(!driver.screen.contains(words))
  }

  @Test func `a reply waits where it is seen to wait, and goes once when the desk is back`() throws
  {
    let (bench, driver) = try sitter()
    driver.cutLine()
    reply("I am looking for it.", driver)
    #expect(driver.screen.contains("queued, not sent yet"), "\(driver.screen)")
    #expect(driver.screen.contains("I am looking for it."))
    #expect(driver.line(0).contains("1 queued"))
    #expect(!driver.screen.contains("▷ me"))
    #expect(driver.model.drafts.unsent.isEmpty)
    reply("I have found it.", driver)
    #expect(driver.line(0).contains("2 queued"))
    #expect(try bench.desk.find("C-1001").messages.count == 1)
    driver.mendLine()
    let said = try bench.desk.find("C-1001").messages.map(\.text)
    #expect(said == ["Where is my parcel?", "I am looking for it.", "I have found it."])
    #expect(!driver.screen.contains("not sent yet"), "\(driver.screen)")
    #expect(driver.screen.contains("Back in touch."), "\(driver.screen)")
  }

  @Test func `what waits can be taken back, by itself or from the list`() throws {
    let (bench, driver) = try sitter()
    driver.cutLine()
    reply("One.", driver)
    reply("Two.", driver)
    driver.press("ctrl-z")
    #expect(driver.draft == "Two.")
    #expect(driver.line(0).contains("1 queued"))
    #expect(driver.kept["C-1001"] == "Two.")
    driver.press("esc", "Q")
    #expect(driver.screen.contains("Queued and not sent"), "\(driver.screen)")
    driver.press("1")
    #expect(driver.draft == "One.\nTwo.")
    #expect(driver.outbox.isEmpty)
    driver.mendLine()
    #expect(try bench.desk.find("C-1001").messages.count == 1)
  }

  @Test func `words for a case that went to somebody else are kept and shown as not sent`() throws {
    let (bench, driver) = try sitter()
    driver.cutLine()
    reply("I am looking for it.", driver)
    reply("As I said.", driver)
    driver.press("n")
    driver.type("Depot called")
    driver.press("enter")
    try bench.perform(.takeOver(reason: "Mei is cut off"), on: "C-1001", by: "sam")
    driver.mendLine()
    let said = try bench.desk.find("C-1001").messages.map(\.text)
    #expect(said == ["Where is my parcel?", "Depot called"])
    #expect(driver.line(0).contains("2 not sent: Q"), "\(driver.screen)")
    #expect(driver.screen.contains("Sam Ortiz has it now"), "\(driver.screen)")
    #expect(driver.screen.contains("I am looking for it."))
    // The notice does not go by itself.
    driver.pass(seconds: 30)
    #expect(driver.line(31).contains("Q") && driver.screen.contains("Not sent to Ms Reed"))
    driver.press("Q", "1")
    #expect(driver.draft == "I am looking for it.", "\(driver.screen)")
    #expect(driver.outbox.entries.count == 1)
    #expect(driver.kept["C-1001"] == "I am looking for it.")
  }

  @Test func `a closed gate is told at once, not when the desk is back`() throws {
    let (_, driver) = try sitter()
    driver.cutLine()
    driver.press("r")
    driver.type("It will be there by {due}.")
    driver.press("enter")
    #expect(driver.hasOverlay, "\(driver.screen)")
    #expect(driver.outbox.isEmpty)
  }

  @Test func `what cannot wait says so`() throws {
    let (bench, driver) = try sitter()
    driver.cutLine()
    for key in ["t", "l", "a", "T", "g", "c", "O", "\\"] {
      driver.press(key)
      #expect(!driver.hasOverlay)
      #expect(
        driver.screen.contains("Not now: the desk has been out of reach since 10:01."),
        "\(key)\n\(driver.screen)")
      driver.press("F2")
    }
    #expect(try bench.desk.find("C-1001").handler == "mei")
    #expect(driver.commands.isEmpty)
  }

  @Test func `a form that was open when the line went keeps what was typed`() throws {
    let (_, driver) = try sitter()
    driver.press("p")
    driver.type("a call back")
    driver.press("tab")
    driver.type("18:00")
    driver.cutLine()
    driver.press("f10")
    #expect(driver.hasOverlay, "\(driver.screen)")
    #expect(driver.screen.contains("a call back"))
    #expect(driver.screen.contains("Not now"), "\(driver.screen)")
    driver.mendLine()
    driver.press("f10")
    #expect(driver.current?.commitments.contains { $0.what == "a call back" } == true)
  }

  @Test func `what was read before stays readable, and no case hangs on its way`() throws {
    let (bench, driver) = try sitter()
    driver.press("esc", "t")
    #expect(driver.model.open?.ref == "C-1002")
    bench.clock.move(60)
    try bench.open("Hello?", by: "Mx Lee")
    driver.follow()
    driver.cutLine()
    driver.press("[")
    #expect(driver.model.open?.ref == "C-1001", "\(driver.screen)")
    #expect(driver.screen.contains("Where is my parcel?"))
    driver.press("F")
    driver.type("parcel")
    #expect(driver.screen.contains("1 of 1"), "\(driver.screen)")
    driver.press("esc")
    while driver.model.focus != .queue { driver.press("tab") }
    driver.model.queue.rows.forEach { _ in driver.press("down") }
    driver.press("up", "up", "up", "down", "down", "enter")
    driver.press("end", "enter")
    #expect(driver.model.awaited == nil)
    driver.mendLine()
    #expect(driver.model.staleSince == nil)
  }

  @Test func `a case that was asked for when the line went is asked for no more`() throws {
    let (_, driver) = try sitter()
    driver.isDeskSlow = true
    driver.press("esc", "t")
    driver.cutLine()
    driver.isDeskSlow = false
    driver.answer()
    #expect(driver.screen.contains("Not now"), "\(driver.screen)")
    reply("Still here.", driver)
    #expect(driver.line(0).contains("1 queued"))
  }

  @Test func `leaving says what is queued`() throws {
    let (_, driver) = try sitter()
    driver.cutLine()
    reply("I am looking for it.", driver)
    driver.press("q")
    #expect(!driver.hasQuit)
    #expect(driver.screen.contains("1 message is queued."), "\(driver.screen)")
  }

  @Test func `read out, the queued words come after the messages`() throws {
    let (_, driver) = try sitter(Size(columns: 80, rows: 24), linear: true)
    driver.cutLine()
    reply("I am looking for it.", driver)
    #expect(driver.line(0).contains("offline since 10:01, 1 queued"), "\(driver.screen)")
    #expect(driver.screen.contains("queued, not sent yet"), "\(driver.screen)")
  }
}

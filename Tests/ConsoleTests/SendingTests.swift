import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Words on their way: nothing is lost, nothing is sent twice, nothing is hoped.
@Suite struct SendingTests {
  private func sitter(_ words: String = "Where is my parcel?") throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open(words)
    let driver = try Driver(bench)
    driver.press("t", "r")
    return (bench, driver)
  }

  @Test func `a message shows when the desk has acknowledged it, and not before`() throws {
    let (_, driver) = try sitter()
    driver.isDeskSlow = true
    driver.type("I am looking for it.")
    driver.press("enter")
    #expect(driver.screen.contains("on its way"))
    #expect(!driver.screen.contains("▷"))
    #expect(driver.screen.contains("I am looking for it."))
    driver.answer()
    #expect(driver.screen.contains("▷ me"))
    #expect(!driver.screen.contains("on its way"))
    #expect(driver.model.drafts.unsent.isEmpty)
  }

  @Test func `what is typed meanwhile follows, and Enter sends nothing twice`() throws {
    let (_, driver) = try sitter()
    driver.isDeskSlow = true
    driver.type("One.")
    driver.press("enter", "enter", "enter")
    driver.type("Two.")
    driver.answer()
    #expect(driver.current?.messages.count == 2)
    #expect(driver.model.drafts["C-1001", .reply].editor.text == "Two.")
    driver.answer()
    #expect(driver.current?.messages.count == 2)
  }

  @Test func `when the desk fails the words stay, and go again under the same id`() throws {
    let (_, driver) = try sitter()
    driver.deskFails = "The disk is full."
    driver.type("I am looking for it.")
    driver.press("enter")
    #expect(driver.line(23).contains("The disk is full."))
    #expect(driver.screen.contains("not sent"))
    #expect(driver.model.drafts["C-1001", .reply].editor.text == "I am looking for it.")
    driver.deskFails = nil
    driver.press("enter")
    let ids = driver.commands.filter { if case .send = $0.command { true } else { false } }.map(
      \.id)
    #expect(ids.count == 2)
    #expect(Set(ids).count == 1)
    #expect(driver.current?.messages.last?.text == "I am looking for it.")
  }

  @Test func `a sentence too long for one row takes another, so that its remedy is seen`() throws {
    let (_, driver) = try sitter()
    driver.deskFails =
      "There is no room left for the desk at /home/mei/.local/share/calmdesk/desk.sqlite; nothing "
      + "was lost, but free some space before going on."
    driver.type("I am looking for it.")
    driver.press("enter")
    #expect(driver.screen.contains("before going on."))
    driver.type(" ")
    #expect(!driver.screen.contains("before going on."))
    #expect(driver.screen.contains("I am looking for it."))
  }

  @Test func `changed words go under another id`() throws {
    let (_, driver) = try sitter()
    driver.deskFails = "The disk is full."
    driver.type("One.")
    driver.press("enter")
    driver.deskFails = nil
    driver.type(" Two.")
    driver.press("enter")
    let ids = driver.commands.filter { if case .send = $0.command { true } else { false } }.map(
      \.id)
    #expect(Set(ids).count == 2)
  }

  @Test func `a draft belongs to its case and its mode`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ann Ash")
    bench.clock.move(10)
    try bench.open("And mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("t", "r")
    driver.type("Dear Ms Ash")
    driver.press("esc", "n")
    driver.type("She wrote before")
    driver.press("esc", "t", "r")
    #expect(driver.model.drafts["C-1002", .reply].isEmpty)
    driver.type("Dear Mr Birch")
    driver.press("esc", "esc", "up", "enter")
    #expect(driver.model.open?.ref == "C-1001")
    driver.press("r")
    #expect(driver.screen.contains("Dear Ms Ash"))
    #expect(driver.kept["C-1001"] == "Dear Ms Ash\u{1E}note:She wrote before")
    #expect(driver.kept["C-1002"] == "Dear Mr Birch")
  }

  @Test func `drafts are kept once a second while typing, and come back`() throws {
    let (bench, driver) = try sitter()
    driver.type("Half a sen")
    #expect(driver.kept.isEmpty)
    #expect(driver.model.unkeptDrafts == ["C-1001": "Half a sen"])
    driver.pass(seconds: 1)
    #expect(driver.kept == ["C-1001": "Half a sen"])
    #expect(driver.model.unkeptDrafts.isEmpty)
    let later = try Driver(bench)
    later.tell(.drafts(driver.kept))
    later.press("enter", "r")
    #expect(later.screen.contains("Half a sen"))
    later.press("enter")
    #expect(later.kept.isEmpty)
  }

  @Test func `leaving asks when words are unsent`() throws {
    let (_, driver) = try sitter()
    driver.type("Half")
    driver.press("esc", "q")
    #expect(!driver.hasQuit)
    #expect(driver.screen.contains("C-1001"))
    driver.press("esc")
    #expect(!driver.hasOverlay)
    driver.press("q", "y")
    #expect(driver.hasQuit)
    #expect(driver.kept == ["C-1001": "Half"])
  }

  @Test func `leaving asks while a customer waits, and leads to the end of the shift`() throws {
    let (_, driver) = try sitter()
    driver.press("esc", "q")
    #expect(!driver.hasQuit)
    #expect(driver.screen.contains("1 customer is waiting for you"), "\(driver.screen)")
    driver.press("E")
    #expect(driver.screen.contains("End of shift"), "\(driver.screen)")
    driver.press("esc", "r")
    driver.type("I'm looking into it.")
    driver.press("enter", "esc", "q")
    #expect(driver.screen.contains("1 conversation is still yours"), "\(driver.screen)")
    driver.press("y")
    #expect(driver.hasQuit)
  }

  @Test func `leaving asks nothing where nothing is left`() throws {
    let driver = try Driver(try Workbench.shipped())
    driver.press("q")
    #expect(driver.hasQuit)
  }

  @Test func `variables left open cannot be sent, and the screen says which`() throws {
    let (_, driver) = try sitter()
    driver.type("It will be there by {due}.")
    driver.press("enter")
    #expect(driver.hasOverlay)
    #expect(driver.screen.contains("by when") || driver.screen.contains("due"))
    driver.press("esc")
    #expect(driver.current?.messages.count == 1)
    #expect(driver.model.drafts["C-1001", .reply].editor.text == "It will be there by {due}.")
  }

  @Test func `a phrase carries its acts, and its promise becomes a clock`() throws {
    let (_, driver) = try sitter("This is the third time my parcel is late. Nobody cares!")
    driver.press("esc", "a", "1")
    let phrase = try #require(
      driver.model.open?.sidebar.phrases.firstIndex { $0.id == "offer.help" })
    while driver.model.focus != .sidebar { driver.press("tab") }
    #expect(driver.model.focus == .sidebar)
    for _ in 0..<phrase { driver.press("down") }
    driver.press("enter")
    guard case .form(let form) = driver.model.overlay else {
      Issue.record("no form asks for what is open")
      return
    }
    #expect(form.fields.map(\.id) == ["action", "due"])
    driver.type("call the depot")
    driver.press("enter")
    driver.type("+2h")
    driver.press("enter")
    #expect(driver.screen.contains("makes 1 promise"))
    driver.press("enter")
    let current = try #require(driver.current)
    #expect(current.messages.last?.phrases == ["offer.help"])
    #expect(current.commitments.map(\.what) == ["call the depot"])
    #expect(current.commitments.first?.due == Workbench.start.adding(seconds: 7_200))
  }

  @Test func `a phrase written over is not said`() throws {
    let (_, driver) = try sitter("This is the third time my parcel is late. Nobody cares!")
    driver.press("esc", "1", "ctrl-u")
    driver.type("Fine.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.phrases == [])
  }

  @Test func `a note is kept among ourselves`() throws {
    let (_, driver) = try sitter()
    driver.press("esc", "n")
    driver.type("Sounds tired")
    driver.press("enter")
    #expect(driver.screen.contains("✎ Note me"))
    #expect(driver.current?.unanswered == [1])
  }

  @Test func `the last message can be taken back for a moment`() throws {
    let (_, driver) = try sitter()
    driver.type("I will see.")
    driver.press("enter", "esc", "ctrl-z")
    #expect(driver.screen.contains("taken back"))
    #expect(driver.current?.unanswered == [1])
  }

  @Test func `Han typed among the commands begins a reply, and numerals stay words`() throws {
    let (_, driver) = try sitter("我的包裹呢？")
    driver.press("esc")
    driver.type("我查一下")
    #expect(driver.model.focus == .composer)
    #expect(driver.model.drafts["C-1001", .reply].editor.text == "我查一下")
    driver.press("esc")
    driver.press(.paste("a\nb"))
    #expect(driver.model.drafts["C-1001", .reply].editor.text == "我查一下a\nb")
    driver.press("esc")
    driver.press(.character("？"))
    guard case .help = driver.model.overlay else {
      Issue.record("the help did not open")
      return
    }
  }
}

import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Where keys go once something was written in between, and how much of a draft is seen.
@Suite struct WritingTests {
  private func sitter(
    _ channel: Channel = .chat, size: Size = Size(columns: 80, rows: 24)
  ) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel? This is ridiculous.", channel: channel)
    let driver = try Driver(bench, size: size)
    driver.press("t")
    return (bench, driver)
  }

  @Test(arguments: ["n", "h"])
  func `behind a note, and behind what they said, keys are commands again`(key: String) throws {
    let (_, driver) = try sitter()
    driver.press(key)
    driver.type("Has called the shop twice")
    driver.press("enter")
    #expect(driver.model.focus == .conversation)
    #expect(driver.line(23).contains("Shortcut keys work again"), "\(driver.screen)")
    // The digit is a phrase for the customer, and no word of a second note.
    driver.press("1")
    #expect(driver.model.mode == .reply)
    #expect(!driver.draft.isEmpty)
    driver.press("enter")
    #expect(driver.current?.messages.last?.kind == .text)
    #expect(driver.current?.messages.last?.from == .agent)
  }

  @Test func `a note written out of a reply leads back to the reply`() throws {
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("I am look")
    driver.press("alt-n")
    driver.type("Courier called")
    driver.press("enter")
    #expect(driver.line(23).contains("back in your reply"))
    driver.type("ing.")
    #expect(driver.model.mode == .reply)
    #expect(driver.draft == "I am looking.")
    #expect(driver.current?.messages.last?.kind == .note)
  }

  @Test func `on the phone the other side's line follows: its key is no letter of the last one`()
    throws
  {
    let (_, driver) = try sitter(.phone)
    driver.press("s")
    driver.type("Good morning.")
    driver.press("enter", "h")
    driver.type("It leaks.")
    driver.press("enter")
    #expect(driver.current?.messages.suffix(2).map(\.text) == ["Good morning.", "It leaks."])
    #expect(driver.current?.messages.suffix(2).map(\.from) == [.agent, .customer])
    #expect(driver.model.focus != .composer)
  }

  @Test func `from the form out of a hold keys go back to being commands`() throws {
    let (bench, driver) = try sitter()
    driver.press("r")
    driver.type("You idiot, what do you want?")
    driver.press("enter")
    guard case .blocked = driver.model.overlay else {
      Issue.record("nothing was held: \(driver.screen)")
      return
    }
    // Esc of the box itself goes back to the words.
    driver.press("esc")
    #expect(driver.model.focus == .composer)
    driver.press("esc", "g")
    driver.type("100")
    _ = bench
    driver.press("esc")
    #expect(driver.model.focus == .conversation)
    #expect(driver.screen.contains("r goes on writing"), "\(driver.screen)")
    driver.press("r")
    #expect(!driver.screen.contains("goes on writing"))
    #expect(driver.draft == "You idiot, what do you want?")
  }

  @Test func `a better wording works in the box of a hold as well`() throws {
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("You people should have read the terms, you idiot.")
    driver.press("enter")
    guard case .blocked = driver.model.overlay, driver.screen.contains("Alt-,") else { return }
    let before = driver.draft
    driver.press("alt-,")
    #expect(driver.model.overlay == nil)
    #expect(driver.draft != before)
  }

  @Test func `lines that are not seen are told of on both ends`() throws {
    let (_, driver) = try sitter()
    driver.press("r")
    driver.press(.paste((1...30).map { "line \($0)" }.joined(separator: "\n")))
    driver.press("enter")
    #expect(driver.screen.contains("line 30"))
    #expect(driver.screen.contains("/30"), "\(driver.screen)")
    #expect(driver.screen.contains("↑line"), "\(driver.screen)")
    #expect(!driver.screen.contains("↓line"))
    driver.press(.controlled(.home))
    #expect(driver.screen.contains(" line 1"))
    #expect(driver.screen.contains("1–"))
    #expect(driver.screen.contains("↓line"), "\(driver.screen)")
    #expect(driver.screen.contains("This is"), "the customer's words are out of sight")
  }

  @Test func `a draft grows beyond a third of the pane before it scrolls`() throws {
    let (_, driver) = try sitter()
    driver.press("r")
    driver.press(.paste((1...8).map { "line \($0)" }.joined(separator: "\n")))
    if driver.hasOverlay { driver.press("enter") }
    for number in 1...8 { #expect(driver.screen.contains("line \(number)")) }
  }

  @Test func `a second phrase says that it has joined, how long it is, and what is said twice`()
    throws
  {
    let (_, driver) = try sitter(size: Size(columns: 120, rows: 36))
    driver.press("1")
    #expect(!driver.screen.contains("phrases joined"))
    driver.press("esc", "2")
    #expect(driver.screen.contains("2 phrases joined"), "\(driver.screen)")
    #expect(driver.screen.contains("words"))
    driver.press("ctrl-z")
    #expect(!driver.screen.contains("phrases joined"))
  }
}

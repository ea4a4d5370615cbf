import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// The keys as the help and the footer tell them.
@Suite struct HelpTests {
  private func driver(
    _ language: LanguageTag = .en, _ size: Size = Size(columns: 80, rows: 24)
  ) throws -> Driver {
    let bench = try Workbench.shipped()
    try bench.open("My parcel is late again!")
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t", "esc")
    return driver
  }

  private func text(_ key: String, _ language: LanguageTag = .en) -> String {
    Playbook.shipped.locale(language)["screen." + key]
  }

  @Test(arguments: LanguageTag.allCases)
  func `the help names every action`(_ language: LanguageTag) throws {
    let driver = try driver(language, Size(columns: 200, rows: 160))
    driver.press("?")
    for action in Action.allCases {
      #expect(driver.screen.contains(text("action.\(action.rawValue)", language)), "\(action)")
    }
    #expect(!driver.screen.contains("{key_"))
  }

  @Test func `the pane at hand comes first`() throws {
    let driver = try driver()
    driver.press("esc", "?")
    #expect(driver.screen.contains("Here: the queue"))
    driver.press("esc")
    #expect(!driver.hasOverlay)
    driver.press("r", "f1")
    #expect(driver.screen.contains("Here: writing"))
    #expect(driver.screen.contains("^W Alt-d"))
    driver.press("esc")
    #expect(driver.model.focus == .composer)
    driver.press("esc", "f", "f1")
    #expect(driver.screen.contains("Here: the complaint form"))
    driver.press("esc")
    #expect(driver.hasOverlay)
  }

  @Test func `while writing, a command without a key of its own is told behind Escape`() throws {
    let driver = try driver(.en, Size(columns: 100, rows: 120))
    driver.press("r", "f1")
    #expect(driver.screen.contains("Esc T"))
    #expect(driver.screen.contains("F5 Alt-a"))
  }

  @Test func `a reason that does not fit behind a name stands below it, whole`() throws {
    let driver = try driver(.en, Size(columns: 60, rows: 90))
    driver.press("?")
    #expect(driver.screen.contains("(\(text("obstacle.whisper")))"))
    #expect(driver.screen.contains("W               whisper"))
  }

  @Test func `a slash finds a key by what it does`() throws {
    let driver = try driver(.zhHans)
    driver.press("?", "/")
    driver.type("jiean")
    #expect(driver.screen.contains(text("action.close", .zhHans)))
    #expect(!driver.screen.contains(text("action.redraw", .zhHans)))
    driver.press("enter", "down", "esc")
    #expect(driver.hasOverlay)
    #expect(driver.screen.contains(text("action.advance", .zhHans)))
    driver.press("？")
    #expect(!driver.hasOverlay)
  }

  @Test func `it scrolls to its end and no further`() throws {
    let driver = try driver()
    driver.press("?")
    for _ in 0..<40 { driver.press("pagedown") }
    #expect(driver.screen.contains(text("help.open_gate")))
    let end = driver.screen
    driver.press("down")
    #expect(driver.screen == end)
    driver.press("home")
    #expect(driver.screen.contains("Here: the queue"))
    driver.press("end")
    #expect(driver.screen == end)
  }

  // MARK: - The footer

  private static let sizes = [
    Size(columns: 60, rows: 15), Size(columns: 80, rows: 24), Size(columns: 160, rows: 50),
  ]

  @Test(arguments: LanguageTag.allCases, sizes)
  func `the footer shows whole hints, and always how to find the rest`(
    _ language: LanguageTag, _ size: Size
  ) throws {
    let driver = try driver(language, size)
    let last = size.rows - 1
    driver.press("down")
    #expect(driver.line(last).contains("r \(text("action.reply", language))"))
    #expect(driver.line(last).contains("? \(text("action.help", language))"))
    #expect(driver.line(last).contains(": \(text("action.palette", language))"))
    #expect(!driver.line(last).contains("…"))
    driver.press("r")
    #expect(driver.line(last).contains("Enter \(text("hint.send", language))"))
    #expect(driver.line(last).contains("F1 \(text("action.help", language))"))
    #expect(!driver.line(last).contains("Alt-1… "))
  }

  @Test func `the footer offers nothing that cannot be done`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My parcel is late again!")
    try bench.perform(.claim, on: ref, by: "ann")
    let driver = try Driver(bench, size: Size(columns: 160, rows: 40))
    driver.press("space", "down")
    #expect(!driver.line(39).contains("r \(text("action.reply"))"))
    #expect(driver.line(39).contains("n \(text("action.note"))"))
  }
}

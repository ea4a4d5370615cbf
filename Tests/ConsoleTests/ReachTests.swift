import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Under the post or in private: seen at every moment, and chosen by the agent.
@Suite struct ReachTests {
  private func sitter(
    _ size: Size = Size(columns: 80, rows: 24), _ language: LanguageTag = .en
  ) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("@shop my kettle came without a lid", channel: .public)
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t")
    return (bench, driver)
  }

  @Test(arguments: sizes)
  func `where the next words go stands above the composer, written or not`(size: Size) throws {
    let (bench, driver) = try sitter(size)
    #expect(driver.screen.contains("◎ Public"), "\(driver.screen)")
    driver.press("r")
    driver.type("Hello, I'm looking into it.")
    #expect(driver.screen.contains("◎ Public"))
    driver.press("enter")
    #expect(driver.current?.messages.last?.isPublic == true)
    #expect(driver.screen.contains("● Private"), "\(driver.screen)")
    try bench.hear("Thanks, my order is K-778", on: "C-1001")
    driver.follow()
    driver.press("esc")
    #expect(driver.screen.contains("● Private"))
    #expect(driver.screen.contains("● private"), "\(driver.screen)")
  }

  @Test func `a key says the other way, for one message`() throws {
    let (_, driver) = try sitter()
    driver.press("V")
    #expect(driver.screen.contains("● Private"))
    #expect(driver.line(23).contains("This goes out in private"))
    driver.press("r")
    driver.type("I've sent you the details.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.isPublic == false)
    driver.press("alt-V")
    #expect(driver.screen.contains("◎ Public"), "\(driver.screen)")
    driver.type("A new lid is on its way to you.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.isPublic == true)
    #expect(driver.screen.contains("● Private"))
  }

  @Test func `what is taken back comes back as it was meant`() throws {
    let (_, driver) = try sitter()
    driver.press("V", "r")
    driver.type("Only for you.")
    driver.press("enter", "ctrl-z")
    #expect(driver.draft == "Only for you.")
    #expect(driver.screen.contains("● Private"), "\(driver.screen)")
    driver.press("enter")
    #expect(driver.current?.messages.last?.isPublic == false)
  }

  @Test func `then it goes as the customer last wrote`() throws {
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("Hello, I'm looking into it.")
    driver.press("enter", "esc", "h", "alt-V")
    #expect(driver.screen.contains("◎ Public: what Ms Reed wrote"), "\(driver.screen)")
    driver.type("Still waiting, everybody!")
    driver.press("enter")
    #expect(driver.current?.messages.last?.isPublic == true)
    #expect(driver.screen.contains("◎ Public"), "\(driver.screen)")
  }

  @Test func `what is written already stays where it was meant to go`() throws {
    let (bench, driver) = try sitter()
    driver.press("r")
    driver.type("Hello, I'm looking into it.")
    driver.press("enter")
    driver.type("What does the box look like?")
    try bench.perform(
      .receive(text: "Anyone there?", spoken: false, isPublic: true), on: "C-1001", by: "sam")
    driver.follow()
    #expect(driver.current?.speaksInPublic == true)
    #expect(driver.screen.contains("● Private"), "\(driver.screen)")
    driver.press("enter", "enter")
    #expect(driver.current?.messages.last?.isPublic == false)
  }

  @Test func `personal data is held under the post and not in private`() throws {
    let (bench, driver) = try sitter()
    try bench.perform(.identify(how: "name and order number"), on: "C-1001", by: "mei")
    driver.follow()
    driver.press("r")
    driver.type("Hello, I'm looking into it.")
    driver.press("enter", "alt-V")
    driver.type("Your phone number 07700 900123, is that right?")
    driver.press("enter")
    guard case .blocked = driver.model.overlay else {
      Issue.record("it went out in public: \(driver.screen)")
      return
    }
    driver.press("esc", "alt-V", "enter")
    #expect(driver.model.overlay == nil, "\(driver.screen)")
    #expect(driver.current?.messages.last?.isPublic == false)
  }

  @Test(arguments: [
    (LanguageTag.en, "public"), (.en, "private"), (.zhHans, "公开"), (.zhHans, "私信"),
    (.zhHans, "gongkai"), (.zhHant, "公開"), (.zhHant, "私訊"), (.zhHant, "私信"),
  ])
  func `the palette finds it`(language: LanguageTag, words: String) throws {
    let (_, driver) = try sitter(Size(columns: 80, rows: 24), language)
    driver.press(":")
    driver.type(words)
    driver.press("enter")
    #expect(driver.screen.contains("●"), "\(driver.screen)")
    #expect(driver.model.overlay == nil)
  }

  @Test func `elsewhere there is nothing to choose`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "V")
    #expect(driver.line(23).contains("only under a public post"))
  }

  @Test func `a promise to answer under the post is told before closing`() throws {
    let (bench, driver) = try sitter(Size(columns: 120, rows: 36))
    try bench.perform(
      .send(
        Draft(
          text: "I'll answer under this post by noon.",
          promises: [
            DraftPromise(
              what: "an answer under the post", due: bench.clock.now.adding(seconds: 7_200))
          ])), on: "C-1001", by: "mei")
    driver.follow()
    driver.press("c")
    #expect(driver.screen.contains("Still promised: an answer under the post"), "\(driver.screen)")
  }
}

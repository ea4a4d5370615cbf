import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Forms that are left and come back, amounts, reasons to close, and the register.
@Suite struct KeptFormTests {
  private func sitter(
    _ words: String = "I want my money back for order QW-48213."
  ) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open(words)
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    return (bench, driver)
  }

  @Test func `a grant left for the complaint form comes back as it was`() throws {
    let (_, driver) = try sitter()
    driver.press("g")
    #expect(driver.screen.contains("Still missing first:"), "\(driver.screen)")
    #expect(driver.screen.contains("complaint form"))
    driver.press("tab")
    driver.type("£18.40")
    driver.press("tab")
    driver.type("+2d")
    driver.press("f10")
    guard case .blocked = driver.model.overlay else {
      Issue.record("nothing was missing: \(driver.screen)")
      return
    }
    driver.press("f", "esc", "g")
    #expect(driver.screen.contains("As you left it"), "\(driver.screen)")
    #expect(driver.screen.contains("£18.40"))
    #expect(driver.screen.contains("+2d"))
  }

  @Test(arguments: [
    ("I want my money back for order QW-48213.", "refund"),
    ("Please send me a replacement for order QW-48213.", "replacement"),
    ("I want it repaired, order QW-48213.", "repair"),
  ])
  func `a grant stands at what the customer asked for`(words: String, remedy: String) throws {
    let (bench, driver) = try sitter(words)
    let ref = try #require(driver.model.open?.ref)
    try bench.perform(.set(.demand, value: words, reason: nil), on: ref, by: "mei")
    driver.follow()
    driver.press("g")
    guard case .form(let form) = driver.model.overlay else {
      Issue.record("no form: \(driver.screen)")
      return
    }
    #expect(form["remedy"]?.chosen?.id == remedy)
  }

  @Test func `a grant stands at nothing where nobody asked for anything`() throws {
    let (_, driver) = try sitter("My bill shows the same payment twice, on the 3rd and the 4th.")
    driver.press("g")
    guard case .form(let form) = driver.model.overlay else {
      Issue.record("no form: \(driver.screen)")
      return
    }
    #expect(form["remedy"]?.chosen == nil)
    #expect(driver.screen.contains("not chosen yet"))
    driver.press("f10")
    #expect(driver.screen.contains("Choose one for"), "\(driver.screen)")
    driver.press("right")
    guard case .form(let form) = driver.model.overlay else { return }
    #expect(form["remedy"]?.chosen != nil)
  }

  @Test(arguments: [
    (LanguageTag.zhHant, "退錢那個好了", Int?.some(1)), (.zhHant, "先 B 好了", 1),
    (.zhHant, "第二個", 1), (.zhHans, "那就退款吧", 1), (.zhHans, "换货吧", 0),
    (.en, "the second one", 1), (.en, "I'd rather have the exchange.", 0), (.en, "B", 1),
    (.en, "2", 1), (.en, "A refund please.", 1), (.en, "Fine, whatever you say.", nil),
    (.en, "I bought 2 of them, call me back today.", nil),
  ])
  func `the answer stands at what the customer named`(
    language: LanguageTag, words: String, place: Int?
  ) throws {
    let (bench, driver) = try sitter("The lamp I bought came broken, order QW-48213.")
    let ref = try #require(driver.model.open?.ref)
    try bench.perform(.changeLanguage(language), on: ref, by: "mei")
    let due = bench.clock.now.adding(seconds: 86_400)
    try bench.perform(
      .skip(to: "collect", reason: "cool"), on: ref, by: "mei", override: .words("short"))
    try bench.perform(.advance(to: "solve"), on: ref, by: "mei", override: .words("short"))
    try bench.perform(
      .offer(
        options: [
          PlanOption(remedy: "exchange", what: "an exchange", due: due),
          PlanOption(
            remedy: "refund", what: "a refund of £20", amount: Money(minor: 2_000, currency: "GBP"),
            due: due),
        ], onlyOneBecause: nil), on: ref, by: "mei", override: .words("short"))
    try bench.hear(words, on: ref)
    driver.follow()
    driver.press("w")
    guard case .form(let form) = driver.model.overlay else {
      Issue.record("no form: \(driver.screen)")
      return
    }
    #expect(form["option"]?.chosen?.id == place.map(String.init), "\(words)")
    guard place == nil else { return }
    driver.press("f10")
    #expect(driver.current?.plan?.answer == nil)
    #expect(driver.screen.contains("Choose one for"))
  }

  @Test func `an untouched form is not kept`() throws {
    let (_, driver) = try sitter()
    driver.press("g", "esc", "g")
    #expect(!driver.screen.contains("As you left it"))
  }

  @Test func `an amount is read as it is typed, and a fault said on leaving it`() throws {
    let (_, driver) = try sitter()
    driver.press("g", "tab")
    driver.type("NT$890")
    #expect(driver.screen.contains("= NT$890 (TWD)"), "\(driver.screen)")
    driver.press("ctrl-u")
    driver.type("a lot")
    driver.press("tab")
    #expect(driver.screen.contains("That is not an amount"), "\(driver.screen)")
  }

  @Test func `for a plain question answered comes first, with what it still needs`() throws {
    let (bench, driver) = try sitter("What are your opening hours on Saturday?")
    driver.press("r")
    driver.type("We're open from 9 am to 5 pm on Saturdays.")
    driver.press("enter", "esc")
    try bench.hear("Thank you!", on: "C-1001")
    driver.follow()
    driver.press("c")
    #expect(driver.screen.contains("1 ") && driver.screen.contains("answered"))
    driver.press("1")
    #expect(driver.screen.contains("Close: answered"), "\(driver.screen)")
  }

  @Test func `a sentence filed as a name takes the room of a name`() throws {
    let (bench, driver) = try sitter()
    try bench.perform(
      .set(.customer, value: String(repeating: "my money back at once ", count: 8), reason: nil),
      on: "C-1001", by: "mei")
    driver.follow()
    #expect(driver.frame.lines.allSatisfy { $0.count <= 120 })
    #expect(driver.screen.contains("C-1001│"), "\(driver.screen)")
  }

  @Test func `the end of a shift names promises that run, of closed cases too`() throws {
    let (bench, driver) = try sitter()
    let due = bench.clock.now.adding(seconds: 7_200)
    try bench.perform(.promise(what: "a call back", due: due), on: "C-1001", by: "mei")
    try bench.perform(
      .send(Draft(text: "I'll call you back by noon.")), on: "C-1001", by: "mei")
    try bench.hear("Forget it, I don't want anything any more.", on: "C-1001")
    try bench.perform(.send(Draft(text: "As you wish.")), on: "C-1001", by: "mei")
    try bench.perform(
      .close(.withdrawn, words: ""), on: "C-1001", by: "mei",
      override: .words("practice"))
    driver.follow()
    driver.press("E")
    #expect(driver.screen.contains("a call back"), "\(driver.screen)")
    #expect(driver.screen.contains("closed"))
    #expect(driver.screen.contains("A promise of yours is still running"), "\(driver.screen)")
  }
}

import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Forms as they are filled by keys.
@Suite struct FormTests {
  private static let words: [LanguageTag: String] = [
    .en: "My parcel is late again!", .zhHans: "快递又晚了！", .zhHant: "包裹又晚了！",
  ]

  private func driver(_ language: LanguageTag, channel: Channel = .chat) throws -> Driver {
    let bench = try Workbench.shipped()
    try bench.open(Self.words[language] ?? "", channel: channel)
    let driver = try Driver(bench, language: language, size: Size(columns: 80, rows: 24))
    driver.press("t")
    return driver
  }

  private func form(_ driver: Driver) -> Form? {
    guard case .form(let form)? = driver.model.overlay else { return nil }
    return form
  }

  @Test(arguments: LanguageTag.allCases)
  func `many choices stand in several lines, the chosen one among them`(
    _ language: LanguageTag
  ) throws {
    let driver = try driver(language)
    driver.press("esc", "g")
    let first = try #require(form(driver)?.fields.first, "\(driver.screen)")
    guard case .choice(let choices, _) = first.content else {
      Issue.record("The first field offers no remedies.")
      return
    }
    #expect(choices.count > 9)
    driver.press("home")
    for choice in choices {
      #expect(form(driver)?.fields[0].chosen?.id == choice.id)
      // In its own line and among the others.
      let times = driver.screen.ranges(of: choice.label).count
      #expect(times >= 2, "\(choice.label): \(driver.screen)")
      #expect(choices.filter { driver.screen.contains($0.label) }.count >= 6)
      driver.press("right")
    }
  }

  @Test func `a choice in Chinese is reached by the letter it is typed with`() throws {
    let driver = try driver(.zhHans)
    driver.press("esc", "g", "home", "m")
    #expect(form(driver)?.fields[0].chosen?.label == "免费维修")
    driver.press("h")
    #expect(form(driver)?.fields[0].chosen?.label == "换货")
  }

  @Test func `whoever just types in the complaint form writes in the field`() throws {
    let driver = try driver(.zhHans)
    driver.press("esc", "f")
    driver.type("宽带断了五天")
    driver.press("enter")
    driver.press(.paste("全额退款"))
    driver.press("enter", "esc")
    #expect(!driver.hasOverlay, "\(driver.screen)")
    #expect(driver.current?.fields[.problem]?.value == "宽带断了五天")
    #expect(driver.current?.fields[.demand]?.value == "全额退款")
    driver.press("f", "down", "down")
    driver.type("farewell")
    #expect(driver.hasOverlay, "f is a letter there")
  }

  @Test func `alone at the desk, a hand-over says so instead of asking`() throws {
    let bench = try Workbench.shipped()
    try bench.open("My parcel is late again!")
    let founder = try bench.desk.signIn("sam", name: "Sam Ortiz")
    let together = try Driver(bench, as: "sam")
    together.press("t", "esc", "T")
    #expect(form(together)?.fields[0].chosen != nil, "\(together.screen)")
    for person in try bench.desk.store.people() where person.id != "sam" && person.id != "aud" {
      var gone = person
      gone.active = false
      try bench.desk.put(gone, by: founder)
    }
    let alone = try Driver(bench, as: "sam")
    alone.press("enter", "esc", "T")
    #expect(form(alone) == nil, "\(alone.screen)")
    #expect(alone.model.notice?.text == "There is no colleague to hand it to.")
  }

  @Test(arguments: LanguageTag.allCases)
  func `a call is begun by speaking`(_ language: LanguageTag) throws {
    let driver = try driver(language, channel: .phone)
    let notice = try #require(driver.model.notice?.text)
    #expect(!notice.contains("{key_"))
    #expect(notice.contains(" s") && notice.contains(" h"), "\(notice)")
  }
}

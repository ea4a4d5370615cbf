import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Everything in one list, found by its name.
@Suite struct PaletteTests {
  private func palette(_ driver: Driver) -> Palette? {
    if case .palette(let palette) = driver.model.overlay { palette } else { nil }
  }

  /// The actions the palette shows, the best first.
  private func actions(_ driver: Driver) -> [Action] {
    guard let palette = palette(driver) else { return [] }
    return palette.found.compactMap {
      if case .action(let action) = palette.entries[$0].deed { action } else { nil }
    }
  }

  private func driver(_ language: LanguageTag = .en, _ columns: Int = 80) throws -> Driver {
    let bench = try Workbench.shipped()
    try bench.open("My parcel is late again!")
    let driver = try Driver(
      bench, language: language, size: Size(columns: columns, rows: columns < 80 ? 15 : 24))
    driver.press("t", "esc")
    return driver
  }

  @Test func `a number that a customer reads out finds the case, whoever has it`() throws {
    let bench = try Workbench.shipped()
    let first = try bench.open("My parcel is late.")
    try bench.perform(.claim, on: first, by: "ann")
    let second = try bench.open("And mine.")
    let driver = try Driver(bench)
    for typed in [first.rawValue, first.rawValue.lowercased(), String(first.rawValue.dropFirst(2))]
    {
      driver.press("space", ":")
      driver.type(typed)
      #expect(driver.screen.contains("look at case \(first)"), "\(driver.screen)")
      driver.press("enter")
      #expect(driver.model.open?.ref == first)
      driver.press(":")
      driver.type(second.rawValue)
      driver.press("enter")
      #expect(driver.model.open?.ref == second)
    }
    driver.press(":")
    driver.type("C-9999")
    driver.press("enter")
    #expect(driver.screen.contains("There is no case C-9999."), "\(driver.screen)")
    driver.press(":")
    driver.type("99")
    #expect(!driver.screen.contains("look at case"))
  }

  @Test(
    arguments: [
      (.en, "cls", .close), (.en, "close", .close), (.en, "fu", .followUp), (.en, "note", .note),
      (.en, "hu", .handUp), (.en, "T", .transfer), (.en, "f5", .advance), (.en, "alt-g", .grant),
      (.en, "take_back", .takeBack), (.en, "tick", .attest),
      (.en, "relpy", .reply), (.en, "transfre", .transfer), (.zhHans, "promsie", .promise),
      (.en, "shift", .shiftEnd),
      (.zhHans, "ja", .close), (.zhHans, "jiean", .close), (.zhHans, "结案", .close),
      (.zhHans, "結案", .close), (.zhHans, "close", .close), (.zhHans, "clo", .close),
      (.zhHans, "hf", .reply), (.zhHans, "huifu", .reply), (.zhHans, "zjdy", .grant),
      (.zhHans, "djb", .form), (.zhHans, "shangbao", .handUp), (.zhHans, "jxyg", .takeNext),
      (.zhHans, "mydu", .survey), (.zhHans, "wx", .danger), (.zhHans, "weixian", .danger),
      (.zhHant, "ja", .close), (.zhHant, "jiean", .close), (.zhHant, "结案", .close),
      (.zhHant, "hf", .reply), (.zhHant, "zjty", .grant), (.zhHant, "zhuanzhuguan", .handUp),
      (.zhHant, "zanfang", .snooze), (.zhHant, "chonghui", .redraw), (.zhHant, "grant", .grant),
      (.zhHant, "anjianziliao", .form),
    ] as [(LanguageTag, String, Action)])
  func `what is meant comes first`(_ language: LanguageTag, _ typed: String, _ action: Action)
    throws
  {
    let driver = try driver(language)
    driver.press(":")
    driver.type(typed)
    #expect(actions(driver).first == action, "\(actions(driver).prefix(5))")
  }

  @Test func `it opens by the colon, also a Chinese one, by F12, and by Alt while typing`() throws {
    let driver = try driver(.zhHans)
    for key in [Key.character(":"), .character("："), .function(12)] {
      driver.press(key)
      #expect(palette(driver) != nil)
      driver.press("esc")
      #expect(!driver.hasOverlay)
    }
    driver.press("r")
    for key in [Key.alt(.character(":")), .alt(.character("：")), .function(12)] {
      driver.press(key)
      #expect(palette(driver) != nil)
      driver.press("esc")
      #expect(driver.model.focus == .composer)
    }
    driver.press(":")
    #expect(palette(driver) == nil)
    driver.press("esc", "/")
    driver.press("alt-:")
    #expect(palette(driver) != nil)
  }

  @Test func `Enter does what is selected, and it then comes first`() throws {
    let driver = try driver()
    driver.press(":")
    driver.type("put aside")
    driver.press("enter")
    #expect(driver.hasOverlay && palette(driver) == nil)
    driver.press("esc", ":")
    #expect(actions(driver).first == .snooze)
    driver.type("note")
    driver.press("enter")
    #expect(driver.model.mode == .note && driver.model.focus == .composer)
    driver.press("f12")
    #expect(Array(actions(driver).prefix(3)) == [.note, .snooze, .reply])
  }

  @Test func `what cannot be done now stays with its reason, and says it`() throws {
    let driver = try driver()
    driver.press(":")
    driver.type("whisp")
    let reason = Playbook.shipped.locale(.en)["screen.obstacle.whisper"]
    #expect(driver.screen.contains("whisper  \(reason)"))
    driver.press("enter")
    #expect(palette(driver) != nil)
    #expect(driver.line(23).contains(reason))
    driver.press("backspace")
    #expect(palette(driver)?.editor.text == "whis")
  }

  @Test func `nothing is missing from it, and each names its keys`() throws {
    let driver = try driver()
    driver.press(":")
    #expect(Set(actions(driver)) == Set(Action.allCases).subtracting([.palette]))
    driver.type("next step")
    #expect(driver.screen.contains("next step"))
    #expect(driver.screen.contains("a  F5  Alt-a"))
    driver.press("ctrl-u")
    driver.type("xyzzy")
    #expect(driver.screen.contains(Playbook.shipped.locale(.en)["screen.palette.nothing"]))
    driver.press("enter")
    #expect(palette(driver) != nil)
  }

  @Test func `one's own conversations are in it`() throws {
    let bench = try Workbench.shipped()
    let first = try bench.open("我的快递呢？", by: "曾女士")
    try bench.open("Where is mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("t", "esc", "t", "esc")
    #expect(driver.model.open?.ref != first)
    driver.press(":")
    #expect(driver.screen.contains("曾女士 C-1001"))
    driver.type("zengns")
    driver.press("enter")
    #expect(driver.model.open?.ref == first)
    #expect(driver.model.focus == .conversation)
    #expect(!driver.hasOverlay)
    driver.press(":")
    driver.type("1002")
    driver.press("enter")
    #expect(driver.current?.customer.name == "Bob Birch")
  }

  @Test func `moving in it, and leaving it`() throws {
    let driver = try driver(.en, 60)
    driver.press(":", "up")
    let count = try #require(palette(driver)).found.count
    #expect(palette(driver)?.selected == count - 1)
    driver.press("down")
    #expect(palette(driver)?.selected == 0)
    driver.press("pagedown", "pagedown", "pageup", "tab", "shift-tab")
    #expect(palette(driver)?.selected ?? 0 > 0)
    driver.press("backspace")
    #expect(!driver.hasOverlay)
    driver.press(":")
    driver.type("close")
    driver.press("esc")
    #expect(!driver.hasOverlay)
  }

  @Test func `the cursor stands behind what was typed`() throws {
    let driver = try driver(.zhHans)
    driver.press(":")
    let start = try #require(driver.frame.cursor)
    driver.type("结案")
    #expect(driver.frame.cursor?.column == start.column + 4)
  }
}

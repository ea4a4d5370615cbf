import Console
import ConsoleTesting
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// How a customer goes about things: proposed, agreed to with a key, and gone with the case.
@Suite struct CustomerTests {
  private static let words: [(LanguageTag, [String], String, String)] = [
    (
      .en, ["That's simply not true, it was sealed.", "Prove it. Go on."], "“Prove",
      "Don't debate"
    ),
    (.zhHans, ["你们说的不对，我根本没超期。", "我从来没答应过，证据呢？"], "证据呢", "别争对错"),
    (.zhHant, ["你們說的不對，我根本沒拆封。", "證據呢？我沒同意過自動續約。"], "證據呢", "不爭對錯"),
  ]

  private func driver(
    _ words: [String], _ language: LanguageTag = .en, _ size: Size = sizes[0]
  ) throws -> Driver {
    let bench = try Workbench.shipped()
    try bench.open(words, by: "Ms Reed", channel: .chat)
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t")
    return driver
  }

  @Test(arguments: words, sizes)
  func `a behaviour is proposed with the words behind it, and two keys agree`(
    words: (LanguageTag, [String], String, String), size: Size
  ) throws {
    let driver = try driver(words.1, words.0, size)
    #expect(driver.current?.tags.isEmpty == true)
    #expect(driver.screen.contains(words.2), "\(driver.screen)")
    #expect(driver.screen.contains("[B]"))
    driver.press("B", "enter")
    #expect(driver.current?.tags == ["arguer"])
    #expect(!driver.hasOverlay)
    #expect(driver.screen.contains(words.3), "\(driver.screen)")
    #expect(driver.model.open?.sidebar.shelf?.moment.pace == .slow)
    #expect(driver.model.open?.sidebar.shelf?.moment.leads == [.sayBack, .bridge])
  }

  @Test func `what is not so goes away and is not asked again`() throws {
    let driver = try driver(Self.words[0].1)
    driver.press("B")
    guard case .menu(let menu) = driver.model.overlay else {
      Issue.record("no list")
      return
    }
    let place = try #require(menu.items.firstIndex { $0.choice == .dismissSigns })
    driver.press("\(place + 1)")
    #expect(driver.current?.tags.isEmpty == true)
    #expect(!driver.screen.contains("“Prove it”"))
    driver.press("t")
    #expect(!driver.screen.contains("“Prove it”"))
  }

  @Test func `what was agreed to can be taken off`() throws {
    let driver = try driver(Self.words[0].1)
    driver.press("B", "enter", "B")
    #expect(driver.screen.contains("take it off"))
    driver.press("enter")
    #expect(driver.current?.tags.isEmpty == true)
  }

  @Test func `a plain complaint proposes no behaviour and takes no line of a small screen`() throws
  {
    let driver = try driver(["My parcel is late. I want a refund."])
    #expect(driver.model.open?.signs.map(\.subject) == [.need(.redress)])
    #expect(!driver.screen.contains("[B]"))
    driver.press("B", "enter")
    #expect(driver.current?.classification.need == .redress)
  }

  @Test func `it is gone with the case, and stands in no document`() throws {
    let driver = try driver(Self.words[0].1)
    driver.press("B", "enter")
    #expect(driver.current?.tags == ["arguer"])
    driver.press("r")
    driver.type("I see. You're dropping it, then?")
    driver.press("enter", "esc", "c")
    guard case .menu(let menu) = driver.model.overlay else {
      Issue.record("no list of ways to close")
      return
    }
    let place = try #require(
      menu.items.firstIndex { $0.choice == .form(.close(.withdrawn)) })
    for _ in 0..<place { driver.press("down") }
    driver.press("enter")
    driver.type("They dropped it.")
    driver.press("f10")
    if case .blocked = driver.model.overlay { driver.press("1") }
    #expect(driver.current?.state == .closed)
    #expect(driver.current?.tags.isEmpty == true)
    driver.press("B")
    #expect(!driver.hasOverlay)
  }

  @Test func `it is read out where the screen is`() throws {
    let bench = try Workbench.shipped()
    try bench.open(Self.words[0].1, by: "Ms Reed", channel: .chat)
    let driver = try Driver(bench, size: sizes[0], linear: true)
    driver.press("t", "/", "esc", "home")
    #expect(driver.screen.contains("Prove it"), "\(driver.screen)")
    driver.press("B", "enter")
    #expect(driver.current?.tags == ["arguer"])
  }
}

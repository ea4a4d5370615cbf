import Console
import ConsoleTesting
import Foundation
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Phrases of one's own from the console, and phrases put in one behind the other.
@Suite struct OwnPhraseTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("console-phrases-\(UUID().uuidString)")

  private func sitter(
    _ words: String = "Where is my parcel?", channel: Channel = .chat, language: LanguageTag = .en,
    size: Size = Size(columns: 80, rows: 24), by name: String = "Ms Reed"
  ) throws -> (Workbench, Driver) {
    let playbook = Playbook(
      layers: Playbook.shipped.layers, mine: PlaybookLayer(root: folder.path, isBase: false))
    let bench = try Workbench(playbook: playbook)
    try bench.open(words, by: name, channel: channel)
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t")
    return (bench, driver)
  }

  private func text(of driver: Driver) -> String {
    driver.model.open.map { driver.model.drafts[$0.ref, .reply].editor.text } ?? ""
  }

  private func own(_ driver: Driver) -> [Phrase] {
    driver.model.open?.sidebar.phrases.filter { $0.origin == .mine } ?? []
  }

  @Test func `the words of a draft become a phrase, without the customer in them`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("I'm sorry about this, Ms Reed. Mei's number is 55512.")
    driver.press("alt-K")
    #expect(driver.screen.contains("A phrase of my own"))
    #expect(driver.screen.contains("Counts as: sorry"))
    #expect(driver.screen.contains("55512 is still in the words"))
    driver.type("parcel")
    driver.press("f10")
    #expect(!driver.hasOverlay)
    #expect(driver.screen.contains("finds it."))
    let phrase = try #require(own(driver).first)
    #expect(phrase.text == "I'm sorry about this, {customer}. Mei's number is 55512.")
    #expect(phrase.code == "parcel")
    #expect(phrase.kind == .regret)
    #expect(phrase.channels == [.chat])
    #expect(phrase.stages == ["vent"])
    #expect(text(of: driver).hasPrefix("I'm sorry about this, Ms Reed."))
  }

  @Test func `what was sent can be kept, found by its code, sent again, and forgotten`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (bench, driver) = try sitter()
    #expect(driver.model.open?.selected == nil)
    driver.press("K")
    #expect(driver.screen.contains("Write the words first"))
    driver.press("r")
    driver.type("I've read all of it and I'm on it now.")
    driver.press("enter", "esc", "K", "f10")
    let code = try #require(own(driver).first?.code)
    try bench.open("And mine?", by: "Mr Bassi")
    driver.press("t", "/")
    driver.type(";" + code)
    #expect(driver.model.open?.sidebar.phrases.map(\.code) == [code])
    #expect(driver.screen.contains("one of yours"))
    driver.press("enter")
    #expect(text(of: driver) == "I've read all of it and I'm on it now.")
    driver.press("enter")
    #expect(driver.current?.messages.last?.phrases == [PhraseID("mine:" + code)])

    driver.press("esc", "/")
    driver.type(";" + code)
    driver.press("tab", "delete")
    #expect(driver.screen.contains("Forget “\(code)”?"))
    driver.press("enter")
    #expect(own(driver).count == 1)
    driver.press("delete", "2")
    #expect(own(driver) == [])
  }

  @Test func `a code that is taken or odd is said at its field`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("One moment, I'm looking.")
    driver.press("alt-K")
    driver.type("wait")
    driver.press("f10", "alt-K")
    driver.type("wait")
    driver.press("f10")
    #expect(driver.screen.contains("You already have a phrase called “wait”"))
    driver.type(" x")
    driver.press("f10")
    #expect(driver.screen.contains("A short code is up to 24 letters"))
    #expect(own(driver).count == 1)
  }

  @Test func `what cannot be stored is said, and the form stays`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("phrases"))
    let (_, driver) = try sitter()
    driver.press("r")
    driver.type("One moment.")
    driver.press("alt-K", "f10")
    #expect(driver.hasOverlay)
    // Where the lines break depends on the folder's name, so the sentence is read without breaks.
    let said = driver.screen.filter { !$0.isWhitespace && $0 != "│" }
    #expect(said.contains("Thefilecannotbewritten;checkwhomaywritethereandwhetherthediskisfull."))
  }

  // MARK: - One behind the other

  @Test func `a digit pressed twice puts a phrase in once`() throws {
    let (_, driver) = try sitter()
    let shown = try #require(driver.model.open?.sidebar)
    let first = try #require(
      shown.phrases.firstIndex { $0.variables.allSatisfy { ["agent", "customer"].contains($0) } })
    let digit = "\(first + 1)"
    driver.press(digit)
    let once = text(of: driver)
    driver.press(digit)
    #expect(text(of: driver) == once)
    #expect(driver.screen.contains("already in the draft"))
    let place = try #require(
      driver.model.open?.sidebar.phrases.firstIndex { $0.id == shown.phrases[first].id })
    if place < 9 { driver.press("alt-\(place + 1)") }
    #expect(text(of: driver) == once)
    // It is no word only right behind the phrase.
    driver.type(" 1")
    #expect(text(of: driver) == once + " 1")
  }

  @Test(arguments: [
    (Channel.chat, LanguageTag.en, " "), (.mail, .en, "\n\n"), (.chat, .zhHans, ""),
    (.mail, .zhHant, "\n\n"),
  ])
  func `phrases join as sentences do`(channel: Channel, language: LanguageTag, joint: String) throws
  {
    let words = [
      LanguageTag.en: "Where is it?", .zhHans: "我的快递呢？", .zhHant: "我的包裹還沒有收到，請問什麼時候會送來？",
    ]
    let (_, driver) = try sitter(words[language] ?? "", channel: channel)
    #expect(driver.current?.language == language)
    driver.press("r")
    func pickReady() throws -> String {
      let before = text(of: driver)
      let sidebar = try #require(driver.model.open?.sidebar)
      let known = sidebar.shelf?.moment.known ?? []
      let used = Set(
        driver.model.drafts[try #require(driver.model.open?.ref), .reply].pieces.map(\.phrase))
      let place = try #require(
        sidebar.phrases.firstIndex { known.isSuperset(of: $0.variables) && !used.contains($0.id) })
      try #require(place < 9)
      driver.press("alt-\(place + 1)")
      return String(text(of: driver).dropFirst(before.count))
    }
    let first = try pickReady()
    let second = try pickReady()
    #expect(!first.isEmpty)
    #expect(second.hasPrefix(joint))
    #expect(second.dropFirst(joint.count).first?.isWhitespace == false)
  }

  // MARK: - Reading before putting in

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
  func `a phrase is read whole while writing, and put in without leaving`(size: Size) throws {
    let (_, driver) = try sitter(size: size)
    driver.press("r")
    driver.type("Hello.")
    driver.press("alt-down")
    #expect(driver.model.open?.sidebar.selected == 0)
    driver.press("alt-down")
    #expect(driver.model.open?.sidebar.selected == 1)
    #expect(driver.screen.contains("Counts as:") || driver.screen.contains("asked for"))
    let words = try #require(driver.model.open?.sidebar.words[1])
    let last = try #require(words.split(separator: " ").last)
    #expect(driver.screen.contains(last))
    driver.press("alt-up", "alt-0")
    #expect(driver.model.open?.sidebar.isPreviewing == false || driver.hasOverlay)
    if !driver.hasOverlay { #expect(text(of: driver).hasPrefix("Hello. ")) }
  }

  @Test func `the phrases without a digit say how they are taken`() throws {
    let (_, driver) = try sitter(size: Size(columns: 120, rows: 50))
    #expect(driver.screen.contains("more: Tab, then arrows"))
    driver.press("tab", "tab")
    for _ in 0..<9 { driver.press("down") }
    #expect(driver.model.focus != .sidebar || driver.model.open?.sidebar.selected == 9)
  }

  @Test func `the next customer is not met with what was said last`() throws {
    let (bench, driver) = try sitter()
    let first = try #require(driver.model.open?.sidebar.phrases)
    let known = driver.model.open?.sidebar.shelf?.moment.known ?? []
    let place = try #require(first.prefix(9).firstIndex { known.isSuperset(of: $0.variables) })
    driver.press("\(place + 1)", "enter")
    #expect(driver.current?.messages.last?.phrases == [first[place].id])
    for name in ["Mr Bassi", "Ms Hall", "Mr Chan"] {
      try bench.open("Where is my parcel?", by: name)
      driver.press("esc", "t")
      #expect(driver.model.open?.sidebar.phrases.first?.id != first[place].id)
      // Looking away and back changes nothing.
      let order = driver.model.open?.sidebar.phrases.map(\.id)
      driver.pass(seconds: 5)
      #expect(driver.model.open?.sidebar.phrases.map(\.id) == order)
    }
  }
}

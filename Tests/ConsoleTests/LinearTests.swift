import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// One thing at a time, in words: what a screen reader says and a braille display shows.
@Suite struct LinearTests {
  /// From a braille line of forty with four rows to a usual terminal.
  static let sizes = [
    Size(columns: 40, rows: 4), Size(columns: 40, rows: 8), Size(columns: 80, rows: 24),
  ]

  /// Holds a frame against what must be true of every linear one.
  static func check(_ driver: Driver, _ note: String) {
    let frame = driver.frame
    for row in 0..<frame.size.rows {
      let cells = frame.cells(inRow: row)
      #expect(cells.reduce(0) { $0 + $1.width } == frame.size.columns, "\(note), row \(row)")
    }
    for scalar in frame.text.unicodeScalars where isSign(scalar) {
      Issue.record("U+\(String(scalar.value, radix: 16)), \(note)\n\(frame.text)")
    }
    #expect(!frame.text.contains("screen."), "a text is missing, \(note)\n\(frame.text)")
    guard let cursor = frame.cursor, frame.bounds.contains(cursor) else {
      Issue.record("the cursor stands nowhere, \(note)\n\(frame.text)")
      return
    }
    if let selected = selected(in: driver.model) {
      #expect(frame.zone(at: cursor)?.index == selected, "\(note)\n\(cursor)\n\(frame.text)")
    } else if let typed = typed(in: driver.model) {
      let line = frame.lines[cursor.row]
      let before = driver.model.sitting.measure.truncated(line, to: cursor.column, ellipsis: "")
      let words = before.trimmingSpaces.suffix(6)
      #expect(
        typed.contains(words), "the cursor is not at “\(typed)”, \(note)\n\(cursor)\n\(frame.text)")
    }
  }

  /// Lines, blocks, arrows, shapes and dingbats: what no voice can say.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x2500...0x27BF, 0x2B00...0x2BFF, 0x203C, 0x2039, 0x203A:
      true
    default: false
    }
  }

  /// The entry that has the focus, where something has.
  private static func selected(in model: Model) -> Int? {
    guard model.reading == nil else { return nil }
    switch model.overlay {
    case .menu(let menu): return menu.items.isEmpty ? nil : menu.selected
    case .form(let form): return form.fields.isEmpty ? nil : form.focus
    case .register(let register): return register.selected
    case .help(let help): return help.isTyping ? nil : help.top
    case .palette, .board, .blocked, .pasting, .leaving: return nil
    case nil: break
    }
    switch model.focus {
    case .queue: return model.queue.selectedIndex
    case .conversation:
      guard let open = model.open, open.find == nil else { return nil }
      return open.selected ?? open.current.messages.count
    case .sidebar:
      guard let sidebar = model.open?.sidebar, !sidebar.isFiltering, !sidebar.phrases.isEmpty
      else { return nil }
      return sidebar.selected
    case .composer: return nil
    }
  }

  /// The words before the caret, where words are being written.
  private static func typed(in model: Model) -> String? {
    guard model.overlay == nil, model.focus == .composer, let open = model.open else { return nil }
    let editor = model.drafts[open.ref, model.mode].editor
    return String(editor.text[..<editor.caret])
  }

  // MARK: - A whole case

  @Test(arguments: WalkTests.stories, sizes)
  func `a whole case is worked by ear`(_ story: WalkTests.Story, _ size: Size) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open(story.complaint)
    let driver = try Driver(bench, language: story.language, size: size, linear: true)
    Self.check(driver, "before the first key")
    driver.afterKey = { Self.check($0, "\(story.language) at \(size)") }
    try WalkTests.walk(story, ref, bench, driver)
  }

  private static let everyKey =
    Action.allCases.flatMap { Keymap.standard[$0] } + [
      .tab, .backTab, .escape, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
      .character("1"), .character("中"), .backspace, .alt(.character("1")),
      .paste("one\ntwo\nthree\nfour\nfive\nsix"), .function(12), .insert,
    ]

  /// Each language at one size; a whole case is worked in all of them at every size.
  static let rooms = [
    (LanguageTag.en, sizes[1]), (.zhHans, sizes[0]), (.zhHant, sizes[2]),
  ]

  @Test(arguments: rooms)
  func `every key leads to words and the cursor on them`(
    _ language: LanguageTag, _ size: Size
  ) throws {
    // What differs by channel is not how wide or in which language it is said.
    let channels: [Channel] =
      language == .en && size == Self.sizes[1] ? [.chat, .phone, .public] : [.chat]
    for channel in channels {
      let (driver, _) = try richCase(language, size, channel: channel)
      for key in Self.everyKey where key != .character("l") {
        driver.press(key)
        Self.check(driver, "\(key.name) on a \(channel) case in \(language) at \(size)")
        for next in [Key.down, .up, .pageDown, .pageDown, .pageUp, .home] {
          driver.press(next)
          Self.check(driver, "\(next.name) behind \(key.name), \(channel), \(language), \(size)")
        }
        for _ in 0..<4 { driver.press(.escape) }
        if driver.hasOverlay { driver.press("esc") }
        driver.press("enter")
        if driver.model.focus == .composer { driver.press("esc") }
      }
    }
  }

  /// A case with everything that can stand about one.
  private func richCase(
    _ language: LanguageTag, _ size: Size, channel: Channel = .chat
  ) throws -> (Driver, CaseRef) {
    let bench = try Workbench.shipped()
    let ref = try bench.open(
      "This is the third time! Can you explain that? My number is 07700 900123, order 48213.",
      channel: channel)
    try bench.open("Where is my parcel?", by: "Mr Stone")
    let driver = try Driver(bench, as: "sam", language: language, size: size, linear: true)
    driver.press("t")
    if driver.current?.ref != ref {
      driver.press("esc", "down", "enter")
    }
    try bench.perform(
      .offer(
        options: [
          PlanOption(
            remedy: "repair", what: "a repair", due: bench.clock.now.adding(seconds: 9_000)),
          PlanOption(
            remedy: "exchange", what: "a new one", due: bench.clock.now.adding(seconds: 9_000)),
        ], onlyOneBecause: nil), on: ref, by: "sam", override: .digit(1))
    try bench.perform(
      .promise(what: "call back", due: bench.clock.now.adding(seconds: 7_200)), on: ref, by: "sam")
    try bench.perform(.requestApproval(.close(.declined)), on: ref, by: "sam")
    try bench.perform(.raiseHand(words: "which tariff?"), on: ref, by: "sam")
    driver.follow()
    return (driver, ref)
  }

  // MARK: - Nothing is lost

  /// Everything that passes under the cursor from the first thing of a pane to its last.
  private func readThrough(_ driver: Driver) -> String {
    var heard: [String] = []
    driver.press("home")
    for _ in 0..<3 { driver.press("pageup") }
    for _ in 0..<200 {
      let before = driver.frame
      heard += before.lines.dropFirst().dropLast()
      driver.press("pagedown")
      if driver.frame == before { break }
    }
    return Self.squeezed(heard.joined(separator: " "))
  }

  /// Without the blanks at which lines were broken.
  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: rooms)
  func `whatever the panes show can be read`(_ language: LanguageTag, _ size: Size) throws {
    let (driver, _) = try richCase(language, size)
    let texts = driver.model.content.texts
    func expect(_ words: String, in heard: String, _ place: String) {
      #expect(
        heard.contains(Self.squeezed(words)), "“\(words)” is not read in \(place), \(language)")
    }
    driver.press("end")
    let open = try #require(driver.model.open)
    let facts = readThrough(driver)
    for words in [
      "call back", "which tariff?", "Can you explain that?", texts[open.current.heat.localeKey],
    ] {
      expect(words, in: facts, "the facts")
    }
    for message in open.current.messages { expect(message.text, in: facts, "the conversation") }

    driver.press("tab", "tab")
    #expect(driver.model.focus == .sidebar)
    let guide = readThrough(driver)
    let own = open.rules.procedure.step(open.current.step)
    expect(own?.words[language]?.purpose ?? "?", in: guide, "the guide")
    for gate in own?.gates ?? [] { expect(gate.words[language] ?? "?", in: guide, "the guide") }
    for words in driver.model.open?.sidebar.words ?? [] { expect(words, in: guide, "the phrases") }

    driver.press("f")
    let register = readThrough(driver)
    for row in Register.rows {
      guard case .field(let field) = row else { continue }
      expect(texts["field.\(field.rawValue)"], in: register, "the register")
    }
    driver.press("esc", "c")
    let reasons = readThrough(driver)
    for reason in CloseReason.allCases {
      expect(texts["close.\(reason.rawValue)"], in: reasons, "the reasons to close")
    }
    driver.press("esc", "?")
    let help = readThrough(driver)
    for action in Action.allCases {
      expect(texts["screen.action.\(action.rawValue)"], in: help, "the help")
    }
    driver.press("esc", "esc", "esc")
    #expect(driver.model.focus == .queue)
    let queue = readThrough(driver)
    for words in ["Ms Reed", "Mr Stone", "Sam Ortiz", texts["channel.chat"]] {
      expect(words, in: queue, "the queue")
    }
  }

  // MARK: - Reading

  @Test func `the queue says a case in one sentence`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Nobody calls back. This is a joke!", by: "Ms Reed")
    try bench.open("Where is my parcel?", by: "Mr Stone")
    let driver = try Driver(bench, linear: true)
    driver.pass(seconds: 150)
    let words = driver.screen.replacing("\n", with: " ")
    #expect(words.contains("1 of 2: Ms Reed, angry, waiting 2 minutes"), "\(driver.screen)")
    #expect(words.contains("step Listen, chat, 1 unread, unclaimed"), "\(driver.screen)")
  }

  @Test func `time alone changes nothing but minutes`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, linear: true)
    driver.press("t")
    driver.pass(seconds: 5)
    let frame = driver.frame
    for _ in 0..<30 {
      driver.pass(seconds: 1)
      #expect(driver.frame == frame, "\(driver.screen)")
    }
  }

  @Test func `a sentence at the bottom waits to be read`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Nobody calls back.")
    let driver = try Driver(bench, linear: true)
    driver.press("t")
    let told = driver.line(23)
    #expect(told.contains("is yours now"))
    driver.pass(seconds: 60)
    #expect(driver.line(23) == told)
    driver.press("tab")
    #expect(driver.line(23) != told)
  }

  @Test func `a long message is read on by the screen`() throws {
    let bench = try Workbench.shipped()
    let words = (1...60).map { "word\($0)" }.joined(separator: " ")
    try bench.open(words)
    let driver = try Driver(bench, size: Size(columns: 40, rows: 4), linear: true)
    driver.press("t")
    var heard = ""
    for _ in 0..<20 {
      heard += driver.screen + "\n"
      driver.press("pagedown")
    }
    for number in 1...60 { #expect(heard.contains("word\(number)")) }
    #expect(driver.model.open?.selected == nil)
  }

  @Test func `before the first message stands what is known of the case`() throws {
    let (driver, _) = try richCase(.en, Size(columns: 80, rows: 24))
    driver.press("home")
    let row = try #require(driver.frame.cursor?.row)
    #expect(row == 1)
    driver.press("end")
    let cursor = try #require(driver.frame.cursor)
    #expect(driver.line(cursor.row).contains("message"), "\(driver.screen)")
    driver.press("up")
    #expect(driver.frame.cursor.map { $0.row < cursor.row } == true)
  }

  // MARK: - Telling

  @Test func `what changes in the case at hand is told`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Hello, a question about my dishwasher.")
    let driver = try Driver(bench, linear: true)
    driver.press("t", "r")
    driver.type("I'm listening.")
    try bench.hear("This is a joke! The third time! Nobody calls back!!", on: ref)
    driver.follow()
    let told = driver.screen.replacing("\n", with: " ")
    #expect(told.contains("Ms Reed has written again."), "\(driver.screen)")
    #expect(told.contains("Ms Reed is "), "\(driver.screen)")
  }

  @Test func `a gate that is met is told with the words that met it`() throws {
    let bench = try Workbench.shipped()
    try bench.open("The dishwasher has been broken for a week.")
    let driver = try Driver(bench, linear: true)
    driver.press("t", "a")
    if driver.hasOverlay { driver.press("1") }
    #expect(driver.current?.step == "apologise", "\(driver.screen)")
    driver.press("r")
    driver.type("I'm sorry this happened.")
    driver.press("enter")
    #expect(driver.screen.contains("Sent."), "\(driver.screen)")
    #expect(driver.screen.contains("Met: "), "\(driver.screen)")
  }

  @Test func `who reads it is said in words`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Third week without hot water.", channel: .public)
    let driver = try Driver(bench, linear: true)
    driver.press("t", "r")
    #expect(driver.line(0).hasPrefix("Public: everybody reads this"), "\(driver.screen)")
    driver.press("esc", "n")
    #expect(driver.line(0).contains("the customer never sees it"), "\(driver.screen)")
  }

  @Test func `what the palette found is heard while typing`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Nobody calls back.")
    let driver = try Driver(bench, linear: true)
    driver.press(":")
    driver.type("quit")
    #expect(driver.line(23).contains("quit, key q"), "\(driver.screen)")
    driver.press("down")
    let cursor = try #require(driver.frame.cursor)
    #expect(driver.line(cursor.row).hasPrefix("quit"), "\(driver.screen)")
    driver.press("enter")
    #expect(driver.hasQuit)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

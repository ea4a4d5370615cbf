import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// What is seen, whatever is shown.
@Suite struct ScreenTests {
  /// Text nobody would want on a terminal raw, in every position a stranger can fill.
  static let nasty =
    "\u{1B}[2J\u{1B}]52;c;eA==\u{7}\r\n\u{9B}31m\u{202E}evil\u{2066}\u{0}\u{8}\u{7F}"
    + "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}中👨‍👩‍👧\u{200B}\u{FEFF}ﷺ" + "W" + "w".padding(90)

  /// Holds a frame against what must be true of every frame.
  private func check(_ driver: Driver, _ note: String) {
    let frame = driver.frame
    for row in 0..<frame.size.rows {
      let cells = frame.cells(inRow: row)
      #expect(cells.reduce(0) { $0 + $1.width } == frame.size.columns, "\(note), row \(row)")
      for cell in cells {
        cell.forEachScalar { scalar in
          let value = scalar.value
          let isBad =
            value < 0x20 || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value) || value == 0x200B || value == 0xFEFF
          if isBad { Issue.record("U+\(String(value, radix: 16)) in row \(row), \(note)") }
        }
      }
    }
    if let cursor = frame.cursor {
      #expect(frame.bounds.contains(cursor), "\(note)")
    }
    #expect(
      frame.text.firstMatch(of: /screen\.[a-z]/) == nil, "a text is missing: \(note)\n\(frame.text)"
    )
    guard let layout = driver.model.layout else { return }
    // No pane's text collides with another pane.
    guard driver.model.overlay?.liesOver != true else { return }
    guard let border = layout.borders.first else { return }
    // A long sentence lies over the last rows while it is read.
    let covered = driver.model.notice == nil ? 0 : 2
    for row in layout.queue.y..<layout.queue.bottom - covered {
      let text = frame.cell(at: Position(column: border, row: row))?.text ?? ""
      #expect("│├┤┼┌└┬┴".contains(text), "\(note), row \(row): “\(text)”")
    }
  }

  private static let everyKey =
    Action.allCases.flatMap { Keymap.standard[$0] } + [
      .tab, .backTab, .escape, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
      .character("1"), .character("5"), .character("x"), .character("中"), .backspace, .delete,
      .alt(.character("1")), .paste("one\ntwo\u{1B}[31m"), .control("j"), .control("w"),
      .function(10), .function(12), .insert,
    ]

  @Test(arguments: LanguageTag.allCases, sizes)
  func `every key opens something that fits`(_ language: LanguageTag, _ size: Size) throws {
    // What differs by channel is not how wide or in which language it is said.
    let channels: [Channel] =
      language == .en && size == sizes[0] ? [.chat, .phone, .public] : [.chat]
    for channel in channels {
      let bench = try Workbench.shipped()
      let ref = try bench.open(
        "This is the third time! My number is 07700 900123, order 48213.", channel: channel)
      let driver = try Driver(bench, as: "sam", language: language, size: size)
      check(driver, "before a case is open")
      driver.press("t")
      try bench.perform(
        .offer(
          options: [
            PlanOption(
              remedy: "repair", what: "a repair", due: bench.clock.now.adding(seconds: 9_000)),
            PlanOption(
              remedy: "exchange", what: "a new one", due: bench.clock.now.adding(seconds: 9_000)),
          ], onlyOneBecause: nil), on: ref, by: "sam", override: .digit(1))
      try bench.perform(
        .promise(what: "call back", due: bench.clock.now.adding(seconds: 60)), on: ref, by: "sam")
      try bench.perform(
        .requestApproval(.close(.declined)), on: ref, by: "sam")
      driver.follow()
      for key in Self.everyKey where key != .character("l") {
        driver.press(key)
        check(driver, "\(key.name) on a \(channel) case in \(language) at \(size)")
        for _ in 0..<4 { driver.press(.escape) }
        driver.press("enter")
        if driver.hasOverlay { driver.press("esc") }
        if driver.model.focus == .composer { driver.press("esc") }
      }
    }
  }

  @Test(arguments: sizes)
  func `hostile text stays text wherever it stands`(_ size: Size) throws {
    let bench = try Workbench.shipped()
    try bench.desk.put(
      Person(id: "eve", name: Self.nasty, role: .supervisor),
      by: Person(
        id: "sam", name: "Sam", role: .supervisor))
    let ref = try bench.open(Self.nasty, Self.nasty, by: Self.nasty)
    let driver = try Driver(bench, as: "eve", size: size)
    check(driver, "queue")
    driver.press("t")
    try bench.perform(.note(text: Self.nasty), on: ref, by: "eve")
    for field in [FieldName.problem, .demand, .order, .finding] {
      try bench.perform(.set(field, value: Self.nasty, reason: nil), on: ref, by: "eve")
    }
    try bench.perform(.set(.phone, value: nil, reason: Self.nasty), on: ref, by: "eve")
    try bench.perform(
      .promise(what: Self.nasty, due: bench.clock.now.adding(seconds: 60)), on: ref, by: "eve")
    try bench.perform(.whisper(text: Self.nasty), on: ref, by: "sam")
    driver.follow()
    check(driver, "conversation")
    driver.tell(.notice(Self.nasty))
    check(driver, "notice")
    driver.press("r")
    driver.press(.paste(Self.nasty))
    check(driver, "composer")
    driver.press("esc", "f")
    check(driver, "register")
    driver.press("enter")
    driver.press(.paste(Self.nasty))
    check(driver, "register being typed into")
    driver.press("esc", "esc", "w")
    check(driver, "no plan")
    driver.press("P")
    check(driver, "promises")
    driver.press("esc", "/")
    driver.press(.paste(Self.nasty))
    check(driver, "filter")
    driver.press("esc", "esc", "v")
    check(driver, "form")
    driver.press("f10")
    check(driver, "form sent")
  }

  @Test func `a robot presses anything in any order`() throws {
    let bench = try Workbench.shipped()
    for number in 0..<8 {
      try bench.open(
        number.isMultiple(of: 2) ? "又坏了！第三次了，骗子！" : "My parcel is late again!",
        by: "Customer \(number)", channel: number % 3 == 0 ? .phone : .chat)
    }
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let driver = try Driver(bench, as: "sam", language: .zhHans)
    for step in 0..<600 {
      switch next(40) {
      case 0: driver.pass(seconds: Int64(next(600)))
      case 1: driver.resize(40 + next(180), 8 + next(60))
      case 2:
        if let ref = driver.model.open?.ref { try? bench.hear("又来了，怎么还没好？", on: ref) }
        driver.follow()
      case 3: driver.isDeskSlow.toggle()
      case 4: driver.answer()
      case 5: driver.deskFails = driver.deskFails == nil ? "The disk is full." : nil
      default: driver.press(Self.everyKey[next(Self.everyKey.count)])
      }
      if step.isMultiple(of: 10) { check(driver, "step \(step)") }
    }
  }

  @Test func `too small says so in one sentence, and comes back`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "r")
    driver.type("Half a")
    let before = driver.screen
    driver.resize(59, 24)
    #expect(driver.screen.contains("60 × 15"))
    driver.press("q")
    #expect(!driver.hasQuit)
    driver.resize(80, 24)
    #expect(driver.screen == before)
    driver.resize(60, 15)
    check(driver, "the smallest")
  }

  @Test func `a conversation of two thousand messages is walked through`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("This is the first message.")
    for number in 2...400 { try bench.hear("Message number \(number) of many.", on: ref) }
    let driver = try Driver(bench)
    driver.press("t")
    #expect(driver.screen.contains("Message number 400 of many."))
    driver.press("pageup")
    #expect(!driver.screen.contains("Message number 400 of many."))
    #expect(driver.screen.contains("End: newest"))
    driver.press("home")
    #expect(driver.screen.contains("This is the first message."))
    driver.press("end")
    #expect(driver.screen.contains("Message number 400 of many."))
    driver.press("up", "up", "up")
    #expect(driver.model.open?.selected == 398)
    for _ in 0..<30 { driver.press("up") }
    #expect(driver.screen.contains("Message number 368 of many."))
    try bench.hear("And one more.", on: ref)
    driver.follow()
    #expect(driver.screen.contains("Message number 368 of many."))
  }

  @Test func `the cursor stands at the caret, over wide characters too`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench)
    driver.press("t", "r")
    let start = try #require(driver.frame.cursor)
    driver.type("订单ab")
    let end = try #require(driver.frame.cursor)
    #expect(end.column == start.column + 6)
    #expect(end.row == start.row)
    driver.press("left", "left", "left")
    #expect(driver.frame.cursor?.column == start.column + 2)
  }

  /// The rows of a pane between two columns, without the blanks at their ends.
  private func rows(_ driver: Driver, from left: Int, to right: Int) -> [String] {
    let frame = driver.frame
    return (0..<frame.size.rows).map { row in
      var line = ""
      for cell in frame.cells(inRow: row).dropFirst(left).prefix(right - left) {
        cell.forEachScalar { line.unicodeScalars.append($0) }
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test func `who said what is told apart by more than colour`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel? It was due last week.")
    let driver = try Driver(bench)
    driver.press("t", "n")
    driver.type("Second parcel this month")
    driver.press("enter", "esc", "r")
    driver.type("I am so sorry. It is in Leeds, and you will have it by noon.")
    driver.press("enter", "esc")
    try bench.hear("谢谢，我等着。", on: ref)
    driver.follow()
    let texts = Playbook.shipped.locale(.en)
    let note = texts["screen.message.note"]
    let shown = rows(driver, from: 21, to: 55)
    let start = try #require(shown.firstIndex { $0.hasPrefix("▌Ms Reed") })
    #expect(shown[start].hasSuffix("10:00"))
    #expect(shown[start + 1] == "▌ Where is my parcel? It was due")
    #expect(shown[start + 2] == "▌ last week.")
    let noted = try #require(shown.firstIndex { $0.hasPrefix("  ✎ \(note) me") })
    #expect(shown[noted + 1] == "  ┆ Second parcel this month")
    let said = try #require(shown.firstIndex { $0.hasPrefix("  ▷ me") })
    #expect(shown[said] == "  ▷ me                       10:00")
    #expect(
      Array(shown[said + 1..<said + 3]) == [
        "    I am so sorry. It is in Leeds,", "    and you will have it by noon.",
      ])
    #expect(shown[said + 3].hasPrefix("    ✓ "))
    #expect(shown.contains("▌ 谢谢，我等着。"))
  }

  @Test func `a queue of one line a case at eighty columns, of two beyond`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", by: "Ann Ash")
    try bench.open("我的快递呢？", by: "王女士")
    bench.clock.move(40)
    let driver = try Driver(bench)
    #expect(
      Array(rows(driver, from: 0, to: 20)[2...4]) == [
        "  Ann Ash        40s", "  calm Listen chat …", "  王女士         40s",
      ])
    driver.resize(120, 36)
    let wide = rows(driver, from: 0, to: 30)
    #expect(wide[2] == "  Ann Ash calm             40s")
    #expect(wide[3].hasPrefix("  Listen chat"))
    #expect(wide[4] == "  王女士 calm              40s")
  }

  @Test func `a customer of mine who writes elsewhere is told of`() throws {
    let bench = try Workbench.shipped()
    let first = try bench.open("Where is my parcel?", by: "Ann Ash")
    try bench.open("And mine?", by: "Bob Birch")
    let driver = try Driver(bench)
    driver.press("t", "t")
    #expect(driver.model.open?.ref == "C-1002")
    driver.press("down")
    try bench.hear("Hello?", on: first)
    driver.follow()
    #expect(driver.line(23).contains("Ann Ash"))
  }

  @Test func `plain marks need no sign beyond ASCII`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?")
    let driver = try Driver(bench, plain: true)
    driver.press("t", "r")
    driver.type("Here.")
    driver.press("enter", "esc")
    let signs = "▌▷✎┆▸‼★✓◦–·→│─┌┐└┘├┤┼"
    for key in ["esc", "f", "esc", "a", "esc", "?"] {
      driver.press(key)
      let found = Set(driver.screen).intersection(signs)
      #expect(found.isEmpty, "\(found) after \(key)")
    }
  }
}

extension String {
  /// The text followed by itself until it is `count` characters long.
  fileprivate func padding(_ count: Int) -> String { String(repeating: self, count: count) }
}

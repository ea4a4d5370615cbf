import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// The whole floor on a supervisor's screen.
@Suite struct BoardTests {
  private func floor(cases: Int = 12) throws -> Workbench {
    let bench = try Workbench.shipped()
    for number in 1...cases {
      try bench.open("Where is order \(number)? This is ridiculous!", by: "Customer \(number)")
      bench.clock.move(20)
    }
    return bench
  }

  private func sits(_ people: PersonID...) -> [Presence] {
    people.map { Presence(sitting: SittingID("s-\($0)"), person: $0) }
  }

  @Test(arguments: LanguageTag.allCases, sizes)
  func `one key shows the floor, in every language and at every size`(
    language: LanguageTag, size: Size
  ) throws {
    let bench = try floor()
    try bench.perform(.claim, on: "C-1001", by: "ann")
    try bench.perform(.raiseHand(words: "Help!"), on: "C-1001", by: "ann")
    let driver = try Driver(bench, as: "sam", language: language, size: size)
    driver.present = sits("ann", "mei")
    driver.press("D")
    func text(_ key: String) -> String {
      bench.desk.playbook.locale(language)["screen.board." + key]
    }
    for key in ["urgent", "steps", "hand", "course.answered", "course.closed"] {
      #expect(driver.screen.contains(text(key)), "\(key)")
    }
    #expect(driver.screen.contains("Ann"))
    #expect(driver.screen.contains("Li Mei"))
    #expect(driver.screen.contains("Customer 12"))
    #expect(!driver.screen.contains("{"))
    #expect(!driver.screen.contains("board."))
    #expect(driver.frame.size == size)
    driver.press("D")
    #expect(!driver.hasOverlay)
  }

  @Test func `it says why not to whoever may not see figures`() throws {
    let driver = try Driver(try floor(cases: 1))
    driver.press("D")
    #expect(!driver.hasOverlay)
    #expect(driver.screen.contains("The whole floor is for roles that may see"))
    #expect(driver.boards == 0)
  }

  @Test func `Enter opens the most urgent case, or the one that was chosen`() throws {
    let bench = try floor()
    let driver = try Driver(bench, as: "sam")
    driver.press("D", "enter")
    #expect(!driver.hasOverlay)
    #expect(driver.model.open?.ref == "C-1001")
    driver.press("D", "down", "down", "enter")
    #expect(driver.model.open?.ref == "C-1002")
    #expect(try bench.desk.find("C-1002").handler == nil)
    driver.press("D")
    driver.click(on: "Customer 3")
    #expect(driver.hasOverlay)
    driver.click(on: "Customer 3")
    #expect(driver.model.open?.ref == "C-1003")
  }

  @Test func `raised hands and danger come before what only runs out`() throws {
    let bench = try floor(cases: 4)
    try bench.perform(.claim, on: "C-1003", by: "ann")
    try bench.perform(.raiseHand(words: "Help!"), on: "C-1003", by: "ann")
    try bench.perform(.claim, on: "C-1004", by: "ann")
    try bench.perform(.danger(.fire), on: "C-1004", by: "ann")
    let driver = try Driver(bench, as: "sam", size: Size(columns: 120, rows: 36))
    driver.press("D")
    let lines = driver.frame.lines
    let places = [4, 3, 1, 2].map { number in
      lines.firstIndex { $0.contains("Customer \(number)") } ?? -1
    }
    #expect(places == places.sorted() && !places.contains(-1))
  }

  @Test func `it follows the desk, no more than once a second`() throws {
    let bench = try floor(cases: 1)
    let driver = try Driver(bench, as: "sam")
    driver.press("D")
    #expect(driver.boards == 1)
    #expect(driver.screen.contains("1 waiting for us"))
    try bench.open("Hello?", by: "Ms Reed")
    driver.follow()
    #expect(driver.boards == 1)
    driver.pass(seconds: 1)
    #expect(driver.boards == 2)
    #expect(driver.screen.contains("2 waiting for us"))
    try bench.open("Hello?", by: "Mr Lee")
    driver.follow()
    driver.follow()
    driver.pass(seconds: 1)
    #expect(driver.boards == 3)
    driver.pass(seconds: 5)
    #expect(driver.boards == 4)
    driver.press("esc")
    driver.pass(seconds: 10)
    #expect(driver.boards == 4)
  }

  @Test func `a clock that runs out turns amber and red with a mark`() throws {
    let bench = try floor(cases: 1)
    let driver = try Driver(bench, as: "sam")
    driver.press("D")
    func style() -> Style? {
      guard let row = driver.frame.lines.firstIndex(where: { $0.contains("Customer 1") }) else {
        return nil
      }
      return driver.frame.cell(at: Position(column: 3, row: row))?.style
    }
    let due = try #require(bench.desk.store.row(of: "C-1001")?.clock)
    driver.pass(seconds: due.at.seconds(since: bench.clock.now) - 1)
    #expect(style()?.foreground == .warning)
    #expect(driver.screen.contains("◷"))
    driver.pass(seconds: 120)
    #expect(style()?.foreground == .danger)
    #expect(driver.screen.contains("! -"))
  }

  @Test(arguments: [
    "陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅陈梅", "\u{202E}evil\u{2066}", "a\u{1B}[31mred\u{7}",
    "\u{0301}\u{0301}e\u{200D}👩‍👩‍👧", "x\r\ny\tz", String(repeating: "W", count: 500),
  ])
  func `hostile names stay in their place`(_ name: String) throws {
    for size in sizes + [Size(columns: 60, rows: 15), Size(columns: 131, rows: 17)] {
      let bench = try floor(cases: 3)
      try bench.desk.put(
        Person(id: "mei", name: name, role: .agent, team: name),
        by: try bench.desk.signIn("sam", name: "Sam"))
      let ref = try bench.open("Hello?", by: name)
      try bench.perform(.claim, on: ref, by: "mei")
      let driver = try Driver(bench, as: "sam", size: size)
      driver.present = sits("mei", "sam")
      driver.press("D", "end")
      for row in 0..<size.rows {
        var owed = false
        var width = 0
        for cell in driver.frame.cells(inRow: row) {
          #expect(cell.isContinuation == owed)
          owed = cell.width == 2
          width += cell.width
          cell.forEachScalar { scalar in
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value))
            #expect(!(0x2066...0x2069).contains(scalar.value))
          }
        }
        #expect(width == size.columns)
      }
    }
  }

  @Test func `in plain signs there is nothing but ASCII of ours`() throws {
    let bench = try floor()
    let driver = try Driver(bench, as: "sam", size: Size(columns: 120, rows: 36), plain: true)
    driver.present = sits("mei")
    driver.press("D")
    let isASCII = driver.screen.unicodeScalars.allSatisfy(\.isASCII)
    #expect(isASCII)
    #expect(driver.screen.contains("#"))
  }

  @Test(arguments: LanguageTag.allCases)
  func `read out, it is sentences, with the cases to choose from`(language: LanguageTag) throws {
    let bench = try floor(cases: 3)
    let driver = try Driver(
      bench, as: "sam", language: language, size: Size(columns: 60, rows: 30), linear: true)
    driver.present = sits("mei")
    driver.press("D")
    #expect(driver.screen.contains("Customer 1"))
    #expect(driver.screen.contains("Li Mei"))
    #expect(!driver.screen.contains("█"))
    #expect(driver.frame.cursor?.row == 1)
    let before = driver.screen
    try bench.open("Hello?", by: "Mr Lee")
    driver.follow()
    driver.pass(seconds: 30)
    #expect(driver.boards == 1)
    for _ in 0..<30 where !driver.line(driver.frame.cursor?.row ?? 0).contains("Customer 2") {
      driver.press("down")
    }
    driver.press("enter")
    #expect(driver.model.open?.ref == "C-1002")
    #expect(before.contains("Customer 3"))
  }
}

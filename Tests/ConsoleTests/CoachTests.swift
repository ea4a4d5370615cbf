import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// A newcomer is shown the next useful key, until they have used it.
@Suite struct CoachTests {
  private func seated(
    _ coach: Coach? = Coach(), language: LanguageTag = .en,
    size: Size = Size(columns: 80, rows: 24)
  ) throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    return (bench, try Driver(bench, language: language, size: size, coach: coach))
  }

  private func says(_ driver: Driver, _ beginning: String) -> Bool {
    driver.model.advice?.hasPrefix(beginning) == true
      && driver.line(driver.model.size.rows - 1).contains(beginning)
  }

  private let complaint =
    "The dishwasher has been broken for a week. Order DW-48213. When will it be repaired?"

  @Test func `each moment of a case has its key`() throws {
    let (bench, driver) = try seated()
    #expect(driver.model.advice == nil)
    let ref = try bench.open(complaint)
    driver.follow()
    #expect(says(driver, "t takes"), "\(driver.screen)")
    driver.press("t")
    #expect(says(driver, "Read what they wrote"), "\(driver.screen)")
    driver.press("r")
    #expect(says(driver, "Write as you'd speak"))
    driver.type("I'm sorry about the dishwasher, and I'm reading every word.")
    #expect(says(driver, "Read it once through their eyes"))
    driver.press("enter")
    #expect(says(driver, "Esc, then: f opens the form"), "\(driver.screen)")
    driver.press("esc")
    #expect(says(driver, "f opens the form"), "\(driver.screen)")
    driver.press("f")
    #expect(says(driver, "Enter opens a line"))
    driver.press("e", "ctrl-u")
    driver.type("the dishwasher is broken")
    driver.press("enter", "e", "ctrl-u")
    driver.type("a repair this week")
    driver.press("enter", "esc")
    #expect(says(driver, "All done here; a goes on"), "\(driver.screen)")
    driver.press("a")
    #expect(driver.current?.step == "apologise")
    try bench.hear("Yes. And when is somebody coming?", on: ref)
    driver.follow()
    #expect(says(driver, "The guide at the right"), "\(driver.screen)")
  }

  @Test func `a plan is answered, looked back at and closed`() throws {
    let (bench, driver) = try seated()
    let ref = try bench.open(complaint)
    driver.follow()
    driver.press("t", "f")
    driver.go(to: .order)
    driver.press("enter", "esc", "g")
    #expect(says(driver, "Tab goes to the next field"), "\(driver.screen)")
    for _ in 0..<20 {
      guard case .form(let form) = driver.model.overlay, form["remedy"]?.chosen?.id != "repair"
      else { break }
      driver.press("right")
    }
    driver.press("tab")
    driver.type("tomorrow 18:00")
    driver.press("f10")
    #expect(driver.current?.grant != nil, "\(driver.screen)")
    try bench.hear("Great, thank you.", on: ref)
    driver.follow()
    driver.press("esc")
    #expect(says(driver, "c closes the case"), "\(driver.screen)")
    driver.press("c")
    #expect(says(driver, "A digit chooses"))
  }

  @Test func `what was done once is not shown again`() throws {
    let (bench, driver) = try seated()
    try bench.open(complaint, by: "Ms Reed")
    try bench.open(complaint, by: "Mr Bassi")
    driver.follow()
    #expect(driver.model.advice?.hasPrefix("t takes") == true)
    driver.press("t")
    #expect(driver.model.coach?.learnt.contains(.take) == true)
    driver.press("l")
    #expect(driver.model.advice?.hasPrefix("t takes") != true)
  }

  @Test func `in practice it is shown again to whoever is at a loss`() throws {
    let bench = try Workbench.shipped()
    try bench.open(complaint)
    let driver = try Driver(
      bench, coach: Coach(learnt: Set(Lesson.allCases).subtracting([.close])), isPractice: true)
    driver.follow()
    #expect(driver.model.advice == nil)
    driver.pass(seconds: 11)
    #expect(says(driver, "t takes"))
    driver.press("t")
    #expect(driver.model.advice == nil)
  }

  @Test func `whoever only watches is shown everything every time`() throws {
    let (bench, driver) = try seated(Coach(learnt: Set(Lesson.allCases), repeats: true))
    try bench.open(complaint)
    driver.follow()
    #expect(says(driver, "t takes"))
  }

  @Test func `without a coach, or with all learnt, the panes have every row`() throws {
    for coach in [nil, Coach(learnt: Set(Lesson.allCases))] {
      let (bench, driver) = try seated(coach)
      try bench.open(complaint)
      driver.follow()
      #expect(driver.model.advice == nil)
      #expect(driver.line(23).contains("take the next case"), "\(driver.screen)")
    }
    let (bench, driver) = try seated()
    try bench.open(complaint)
    driver.follow()
    #expect(driver.line(22).contains("take the next case"), "\(driver.screen)")
    driver.resize(80, 18)
    #expect(driver.line(17).contains("take the next case"), "\(driver.screen)")
  }

  @Test(arguments: LanguageTag.allCases) func `every lesson has words that fit eighty columns`(
    _ language: LanguageTag
  ) throws {
    let texts = Playbook.shipped.locale(language)
    for lesson in Lesson.allCases {
      let words = texts("screen.coach.\(lesson.rawValue)", ["key": "F10", "other": "g"])
      #expect(!words.contains("{") && !words.contains("screen.coach"), "\(words)")
      let isBehindEscape = ![.write, .send, .fill, .file, .choose, .blocked, .take, .claim]
        .contains(lesson)
      let shown =
        isBehindEscape && lesson != .answerThem
        ? texts("screen.coach.after_escape", ["advice": words]) : words
      #expect(TextWidth.standard.columns(of: shown) <= 76, "\(shown)")
    }
  }
}

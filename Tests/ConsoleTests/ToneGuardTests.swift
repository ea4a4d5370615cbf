import Console
import ConsoleTesting
import Screen
import Testing
import Vocabulary
import Workflow

/// What may hurt is told under the draft while it is written.
@Suite struct ToneGuardTests {
  private func seat(
    _ language: LanguageTag = .en, columns: Int = 120, words: String = "It broke again! Third time."
  ) throws -> (Driver, Workbench, CaseRef) {
    let bench = try Workbench.shipped()
    let ref = try bench.open(words)
    let driver = try Driver(bench, language: language, size: Size(columns: columns, rows: 36))
    driver.press("t", "r")
    return (driver, bench, ref)
  }

  @Test func `words that hurt are named with why and a key`() throws {
    let (driver, _, _) = try seat()
    driver.type("Please calm down.")
    #expect(driver.screen.contains("brushes them off: “Please calm down”"))
    #expect(driver.screen.contains("Nobody ever calmed down because they were told"))
    #expect(driver.screen.contains("Alt-,"))
    driver.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
    #expect(!driver.screen.contains("brushes them off"))
  }

  @Test func `the words found are underlined, and nothing else of the draft`() throws {
    let (driver, _, _) = try seat()
    driver.type("Well, calm down.")
    let frame = driver.frame
    let row = try #require(frame.lines.firstIndex { $0.contains("Well, calm down.") })
    let line = frame.lines[row]
    let start = line.distance(
      from: line.startIndex, to: try #require(line.firstRange(of: "calm down")).lowerBound)
    func isUnderlined(_ column: Int) -> Bool {
      frame.cell(at: Position(column: column, row: row))?.style.emphasis.contains(.underline)
        == true
    }
    for column in start..<start + 9 { #expect(isUnderlined(column)) }
    #expect(!isUnderlined(start - 2))
    #expect(!isUnderlined(start + 9))
  }

  @Test func `one key puts a better wording in place of the sentence`() throws {
    let (driver, _, _) = try seat()
    driver.type("I've read it. Please calm down. Bye for now")
    driver.press("alt-,")
    #expect(driver.draft.hasPrefix("I've read it. I can see why this can't wait. I'll {what you"))
    #expect(driver.draft.hasSuffix(" Bye for now"))
    // What is left open never goes out.
    driver.press("enter")
    #expect(driver.current?.messages.count == 1)
    driver.press("esc")
    driver.press("ctrl-z")
    #expect(driver.draft == "I've read it. Please calm down. Bye for now")
  }

  @Test func `advice is given in two drafts, and not in a third`() throws {
    let (driver, bench, ref) = try seat()
    for turn in 1...3 {
      driver.type("Please calm down, I'm on it number \(turn), by 5 pm")
      #expect(driver.screen.contains("brushes them off") == (turn < 3))
      driver.press("enter")
      try bench.hear("No.", on: ref)
      driver.follow()
    }
  }

  @Test func `another wording of the same kind is told anew, however often one was seen`() throws {
    let (driver, bench, ref) = try seat()
    for turn in 1...3 {
      driver.type("Please calm down, I'm on it number \(turn), by 5 pm")
      driver.press("enter")
      try bench.hear("No.", on: ref)
      driver.follow()
    }
    driver.type("Please calm down.")
    #expect(!driver.screen.contains("brushes them off"))
    driver.press("ctrl-u")
    driver.type("There's no need to get upset.")
    #expect(driver.screen.contains("brushes them off"), "\(driver.screen)")
  }

  @Test func `what will hold is said before Enter, every time`() throws {
    let (driver, _, _) = try seat()
    for _ in 0..<3 {
      driver.type("You are an idiot.")
      #expect(driver.screen.contains("Will be held (insults them): “idiot”"))
      driver.press("ctrl-u")
    }
    driver.type("You are an idiot.")
    driver.press("enter")
    #expect(driver.current?.messages.count == 1)
  }

  @Test func `more money than one may grant is held`() throws {
    let (driver, _, _) = try seat()
    driver.type("I'll refund you £400 today.")
    #expect(driver.screen.contains("Will be held (above your limit): “£400”"))
    driver.press("enter")
    #expect(driver.current?.messages.count == 1)
  }

  @Test func `an admission is told before its gate refuses it`() throws {
    let (driver, _, _) = try seat()
    driver.type("That was our mistake.")
    #expect(driver.screen.contains("Will be held (fault not found yet)"))
  }

  @Test func `blanks are named, and notes are nobody's business`() throws {
    let (driver, _, _) = try seat()
    driver.type("You'll hear from me by {due}.")
    #expect(driver.screen.contains("Still to fill in:"))
    driver.press("ctrl-u", "esc", "n")
    driver.type("Calm down, he said.")
    #expect(!driver.screen.contains("brushes them off"))
  }

  @Test func `a better wording's blanks are typed over, one after the other`() throws {
    let (driver, _, _) = try seat()
    driver.type("You should have checked the address before ordering.")
    driver.press("alt-,")
    let blanks = driver.draft.filter { $0 == "{" }.count
    #expect(blanks == 2, "\(driver.draft)")
    driver.type("ring the courier")
    driver.press("tab")
    driver.type("six")
    #expect(!driver.draft.contains("{"), "\(driver.draft)")
    #expect(driver.draft.contains("ring the courier"))
    #expect(driver.draft.contains("by six"))
    driver.press("tab")
    #expect(driver.model.focus == .sidebar, "\(driver.draft)")
  }

  @Test func `a long answer in one piece is told of, and a broken one is not`() throws {
    let (driver, _, _) = try seat()
    let step = "Please open the lid and take out the filter, then rinse it under warm water. "
    driver.press(.paste(String(repeating: step, count: 7)))
    #expect(driver.screen.contains("words in one piece"), "\(driver.screen)")
    driver.press("ctrl-j")
    #expect(!driver.screen.contains("words in one piece"), "\(driver.screen)")
  }

  @Test func `braces that are no blank are typed around`() throws {
    let (driver, _, _) = try seat()
    driver.press(.paste("{}{a\nb}{"))
    driver.press("up", "home")
    driver.type("x")
    #expect(driver.draft == "x{}{a\nb}{")
  }

  @Test func `what was said on the phone is a record and gets no better wording`() throws {
    let bench = try Workbench.shipped()
    try bench.open("It broke again!", channel: .phone)
    let driver = try Driver(bench)
    driver.press("t", "s")
    driver.type("Calm down.")
    #expect(driver.model.toneMarks.isEmpty)
  }

  @Test func `a good reply is left in peace`() throws {
    let (driver, _, _) = try seat()
    driver.type("I can see why you've had enough. Please go on.")
    #expect(driver.model.toneMarks.isEmpty)
  }

  @Test(arguments: [
    (LanguageTag.zhHans, "打发人：“calm down”"), (.zhHant, "敷衍"),
  ])
  func `the finding is told in the language of the screen`(
    _ language: LanguageTag, _ words: String
  ) throws {
    let (driver, _, _) = try seat(language)
    driver.type("Please calm down.")
    #expect(driver.screen.contains("calm down"))
    #expect(driver.model.toneMarks.count == 1)
  }

  @Test func `without anything to change the key says so`() throws {
    let (driver, _, _) = try seat()
    driver.type("All good.")
    driver.press("alt-,")
    #expect(driver.draft == "All good.")
    #expect(driver.screen.contains("better wording"))
  }

  @Test func `a long draft is read with the next second, not with every key`() throws {
    let (driver, _, _) = try seat()
    driver.press(.paste(String(repeating: "good ", count: 2_000) + "calm down"))
    driver.type(".")
    #expect(driver.model.toneMarks.isEmpty)
    driver.pass(seconds: 1)
    #expect(driver.model.toneMarks.map(\.words) == ["calm down"])
  }

  @Test func `a reading of older words is not taken`() throws {
    let (driver, _, ref) = try seat()
    driver.type("calm down")
    let old = DraftWords(ref: ref, mode: .reply, revision: -1, version: 0, text: "calm down")
    driver.press("ctrl-u")
    driver.tell(
      .draftRead(
        DraftReading(
          of: old, AgentReading(acts: [], disclosures: [], unresolved: ["due"], findings: []))))
    #expect(!driver.screen.contains("Still to fill in"))
  }

  @Test func `spans are placed by scalars whatever stands before them`() {
    let words = DraftWords(
      ref: "C-1", mode: .reply, revision: 1, version: 1, text: "😀 e\u{301} 您先别急。")
    let finding = ToneFinding(
      kind: "dismiss", strength: .advice, span: TextSpan(start: 6, end: 9), why: "", rewrite: nil)
    let reading = DraftReading(
      of: words, AgentReading(acts: [], disclosures: [], unresolved: [], findings: [finding]))
    #expect(reading.marks.map(\.words) == ["先别急"])
    #expect(reading.marks.map(\.range) == [12..<21])
  }
}

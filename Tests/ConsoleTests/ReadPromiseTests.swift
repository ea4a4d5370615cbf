import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// A promise in words of one's own becomes a clock with one key.
@Suite struct ReadPromiseTests {
  /// What is said, in which language, and the promise in it.
  struct Example: Sendable {
    var language: LanguageTag
    var said: String
    var words: String
    var time: String
    var hours: Int64
  }

  private static let examples: [Example] = [
    Example(
      language: .en, said: "It broke.", words: "I'll call you by 5 pm today.", time: "5 pm today",
      hours: 7),
    Example(
      language: .zhHans, said: "坏了。", words: "我今天下午五点前给您回电话。", time: "今天下午五点",
      hours: 7),
    Example(
      language: .zhHant, said: "壞了。", words: "我們明天中午前會打給您。", time: "明天中午", hours: 26),
    Example(
      language: .en, said: "It broke.", words: "I'll ring you within 2 hours.", time: "2 hours",
      hours: 2),
  ]

  @Test(arguments: examples)
  func `the time is read, shown with its key, and filed`(_ example: Example) throws {
    let (language, said) = (example.language, example.said)
    let (words, time) = (example.words, example.time)
    let seconds = example.hours * 3600
    let bench = try Workbench.shipped()
    let ref = try bench.open(said)
    let driver = try Driver(bench, language: language, size: Size(columns: 120, rows: 36))
    driver.press("t", "r")
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    driver.press("esc")
    #expect(driver.screen.contains(time), "\(driver.screen)")
    #expect(driver.screen.contains("[p]"), "\(driver.screen)")
    driver.press("p", "f10")
    let promise = try bench.desk.find(ref).commitments.first
    #expect(promise?.due == Workbench.start.adding(seconds: seconds), "\(driver.screen)")
    #expect(!driver.screen.contains("[p]"))
  }

  @Test(arguments: ["I've sent 3 of them.", "I sat down with your file.", "I'll look into it."])
  func `what names no time proposes nothing`(_ words: String) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(!driver.screen.contains("[p]"))
  }

  @Test func `of two times in a sentence the promise has its own`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    let words = "The engineer comes at 3 pm tomorrow, and I'll ring you by 6 pm tomorrow."
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    driver.press("p", "f10")
    #expect(
      try bench.desk.find(ref).commitments.first?.due == Workbench.start.adding(seconds: 32 * 3600),
      "\(driver.screen)")
  }

  @Test func `two promises in a sentence are proposed one after the other`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    let words = "I'll ring you by 6 pm tomorrow, and I'll add the credit by Thursday."
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    driver.press("p", "f10", "p", "f10")
    let promises = try bench.desk.find(ref).commitments
    #expect(promises.map(\.what) == ["I'll ring you", "I'll add the credit"])
    #expect(promises.first?.due == Workbench.start.adding(seconds: 32 * 3600))
  }

  @Test func `a close names the promise that nobody filed, and what waits for a decision`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke. I want £900 back.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(
      .send(Draft(text: "I'll call you by 5 pm today.")), on: ref, by: "mei",
      override: .words("short"))
    let refund = PlanOption(
      remedy: "refund", what: "a refund", amount: Money(minor: 90_000, currency: "GBP"),
      due: bench.clock.now.adding(seconds: 86_400))
    try bench.perform(.requestApproval(.remedy(refund)), on: ref, by: "mei")
    driver.follow()
    driver.press("c")
    #expect(driver.screen.contains("no clock runs for it"), "\(driver.screen)")
    #expect(driver.screen.contains("1 request still waits"), "\(driver.screen)")
  }
}

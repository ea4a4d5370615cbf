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
}

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

  @Test(arguments: [
    (
      LanguageTag.en,
      "I'm asking the contractor for a firm date today, and you'll have it from me in writing by 5 pm "
        + "tomorrow.", "by 5 pm tomorrow", Int64(31)
    ),
    (.en, "Sorry. You'll hear from me by half past.", "by half past", 0),
    (
      .zhHans, "很抱歉，10/28下单到今天都还没发货。我去查仓库，下午3点前不管有没有货都回您。", "下午3点前", 5
    ),
    (
      .zhHant, "很抱歉，10/28 下單到今天都還沒出貨。我去查倉庫，下午 3 點前不管有沒有貨都回您。", "下午 3 點前", 5
    ),
    (.zhHant, "禮拜三下班前，法務的結果我用 email 給您。", "禮拜三下班前", 104),
    (.zhHant, "我請師傅主管明天上午親自過去看。", "明天上午", 26),
    (.zhHans, "明天下午2点会恢复旧版。", "明天下午2点", 28),
    (.zhHans, "我今天去问仓库，明天下午5点前书面回您。", "明天下午5点前", 31),
  ])
  func `of several times the one by which we do something is the promise`(
    _ language: LanguageTag, _ said: String, _ words: String, _ hours: Int64
  ) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    let driver = try Driver(bench, language: language, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(.send(Draft(text: said)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(driver.screen.contains(words), "\(driver.screen)")
    driver.press("p", "f10")
    let due = try bench.desk.find(ref).commitments.first?.due
    let expected = Workbench.start.adding(seconds: hours > 0 ? hours * 3600 : 1800)
    #expect(due == expected, "\(driver.screen)")
  }

  /// The console of an agent who has just written something to a customer.
  private func saying(_ words: String) throws -> Driver {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    try bench.perform(.send(Draft(text: words)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    return driver
  }

  @Test(arguments: [
    "昨天下午 3 點工程師有回，說問題出在新版。我會追。", "昨天下午三点工程师回了，我会跟进。",
    "The engineer rang yesterday at 3 pm. I'll stay on it.",
    "You were told it would come by 5 pm, and it didn't. I'll look into it.",
  ])
  func `what was is no promise`(_ words: String) throws {
    let driver = try saying(words)
    #expect(!driver.screen.contains("[p]"), "\(driver.screen)")
  }

  @Test(arguments: ["I've sent 3 of them.", "I sat down with your file.", "I'll look into it."])
  func `what names no time proposes nothing`(_ words: String) throws {
    let driver = try saying(words)
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

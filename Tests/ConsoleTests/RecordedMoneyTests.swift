import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Money that nobody granted is in no phrase and goes out in no words.
@Suite struct RecordedMoneyTests {
  private func seat(
    _ language: LanguageTag = .en, words: String = "You took £18.40 twice. I want it back."
  ) throws -> (Driver, Workbench, CaseRef) {
    let bench = try Workbench.shipped()
    let ref = try bench.open(words)
    let driver = try Driver(
      bench, as: "sam", language: language, size: Size(columns: 120, rows: 36))
    driver.press("t")
    return (driver, bench, ref)
  }

  private func refund(_ sum: Int64, _ currency: String, _ bench: Workbench) -> PlanOption {
    PlanOption(
      remedy: "refund", what: "a full refund", amount: Money(minor: sum, currency: currency),
      due: bench.clock.now.adding(seconds: 86_400))
  }

  @Test func `a phrase that gives money on top is not filled with the refund's sum`() throws {
    let (driver, bench, ref) = try seat()
    try bench.perform(
      .grant(refund(1840, "GBP", bench), draft: Draft(text: "I've refunded £18.40 by 6 pm.")),
      on: ref, by: "sam", override: .words("one message"))
    driver.follow()
    let all = driver.screen
    #expect(!all.contains("I've added £18.40"), "\(all)")
    driver.press("/")
    driver.type("separately")
    driver.press("enter")
    #expect(driver.draft.contains("{goodwill on record}"), "\(driver.screen)")
    #expect(driver.screen.contains("No goodwill is on record"), "\(driver.screen)")
    let before = driver.current?.messages.count
    driver.press("enter")
    #expect(driver.current?.messages.count == before, "a blank never goes out")
  }

  @Test(arguments: [
    (LanguageTag.en, "Separately from that, I've added £18.40 for the time this has taken you."),
    (.zhHans, "另外补您60元，是我们的一点心意。"), (.zhHant, "我另外申請了 60 元，補貼您這段時間花的工夫。"),
  ])
  func `money on top is held until goodwill of that sum is on record, for a supervisor too`(
    _ language: LanguageTag, _ words: String
  ) throws {
    let bench = try Workbench.shipped()
    let opening: [LanguageTag: String] = [
      .en: "You took £18.40 twice. I want it back.", .zhHans: "多扣了我60元，退给我。",
      .zhHant: "多扣了我 60 元，退給我。",
    ]
    let ref = try bench.open(opening[language] ?? "")
    let currency = [LanguageTag.en: "GBP", .zhHans: "CNY", .zhHant: "TWD"][language] ?? ""
    let sum: Int64 = language == .en ? 1840 : 6000
    try bench.perform(.claim, on: ref, by: "sam")
    try bench.perform(
      .grant(refund(sum, currency, bench), draft: Draft(text: "OK 18:00")),
      on: ref, by: "sam", override: .words("one message"))
    let refusal = #expect(throws: Refusal.self) {
      try bench.perform(.send(Draft(text: words)), on: ref, by: "sam")
    }
    #expect(refusal?.needs == [.rewording("unrecorded_goodwill")])
    let gesture = PlanOption(
      remedy: "compensation", what: "for the trouble",
      amount: Money(minor: sum, currency: currency), due: bench.clock.now.adding(seconds: 86_400))
    try bench.perform(
      .offer(options: [gesture], onlyOneBecause: "a gesture"), on: ref, by: "sam",
      override: .words("beside the refund"))
    try bench.perform(.send(Draft(text: words)), on: ref, by: "sam")
  }

  @Test func `a sum that is on record nowhere is named while it is written`() throws {
    let (driver, _, _) = try seat(words: "My kettle broke after a week!")
    driver.press("r")
    driver.type("I'll refund you £9 by 6 pm.")
    #expect(driver.screen.contains("sum not on record"), "\(driver.screen)")
  }
}

import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// A case from the first angry word to a close, by keys alone.
@Suite struct WalkTests {
  struct Story: Sendable {
    var language: LanguageTag
    var complaint: String
    var problem: String
    var demand: String
    var yes: String
    var order: String
    var idea: String
    var accept: String
    var thanks: String
    var time: String
    var unknown: String
  }

  static let stories = [
    Story(
      language: .en,
      complaint: "The dishwasher has been broken for a week. Nobody calls back. This is a joke!",
      problem: "the dishwasher has been broken for a week", demand: "a repair this week",
      yes: "Yes, that's right. When will you repair it?", order: "48213",
      idea: "I just want it repaired.", accept: "OK, the repair then.",
      thanks: "It works again, thank you.", time: "tomorrow 18:00", unknown: "they would not say"),
    Story(
      language: .zhHans,
      complaint: "宽带断了五天了，打了三遍电话都没人管，你们到底什么意思？",
      problem: "宽带断了五天", demand: "今天修好", yes: "对，就是这样。那什么时候能修？",
      order: "48213", idea: "我就想快点修好。", accept: "行吧，那就上门修。",
      thanks: "修好了，谢谢。", time: "明天18点", unknown: "顾客不肯说"),
    Story(
      language: .zhHant,
      complaint: "洗碗機壞了一個星期，打電話都沒有人接，真的很誇張！到底要等多久？",
      problem: "洗碗機壞了一個星期", demand: "這週修好", yes: "對，沒錯。那什麼時候可以修？",
      order: "48213", idea: "我只希望趕快修好。", accept: "好，那就維修。",
      thanks: "修好了，謝謝。", time: "明天18點", unknown: "顧客不願意說"),
  ]

  /// Puts the first phrase of a kind into the draft and sends it.
  private static func say(_ kind: PhraseKind, _ driver: Driver, filling: [String] = []) throws {
    if driver.model.focus == .composer { driver.press("esc") }
    let phrases = driver.model.open?.sidebar.phrases ?? []
    let index = try #require(
      phrases.firstIndex { $0.kind == kind && $0.lock == nil },
      "no phrase of kind \(kind) on the screen")
    if index < 9 {
      driver.press("\(index + 1)")
    } else {
      driver.press("tab", "tab")
      if driver.model.focus != .sidebar { driver.press("tab") }
      for _ in 0..<index { driver.press("down") }
      driver.press("enter")
    }
    for words in filling {
      driver.type(words)
      driver.press("enter")
    }
    #expect(!driver.hasOverlay, "\(driver.screen)")
    driver.press("enter")
    #expect(!driver.hasOverlay, "\(driver.screen)")
  }

  private static func goOn(_ driver: Driver, to step: StepID) {
    if driver.model.focus == .composer { driver.press("esc") }
    driver.press("a")
    if case .menu = driver.model.overlay { driver.press("enter") }
    #expect(driver.current?.step == step, "\(driver.screen)")
  }

  /// Fills a row of the register.
  private static func file(_ words: String, in driver: Driver) {
    driver.press("e", "ctrl-u")
    driver.type(words)
    driver.press("enter")
  }

  @Test(arguments: WalkTests.stories, sizes)
  func `an agent finishes a case with no help beyond the screen`(
    _ story: Story, _ size: Size
  ) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open(story.complaint)
    let driver = try Driver(bench, language: story.language, size: size)
    try WalkTests.walk(story, ref, bench, driver)
  }

  /// Takes a case to its close.
  static func walk(
    _ story: Story, _ ref: CaseRef, _ bench: Workbench, _ driver: Driver
  ) throws {
    driver.press("t")
    #expect(driver.current?.handler == "mei")
    #expect(driver.current?.language == story.language)

    // Hear out, by what is proposed for that.
    let proposed = try #require(driver.model.open?.sidebar.phrases.first?.kind)
    try say(proposed, driver)
    driver.press("esc", "f")
    driver.go(to: .problem)
    file(story.problem, in: driver)
    file(story.demand, in: driver)
    driver.press("esc")
    if driver.model.open?.standing.closed.isEmpty == false {
      // Still hot: the customer goes on, and is heard.
      try bench.hear(story.yes, on: ref)
      driver.follow()
    }
    goOn(driver, to: "apologise")

    // Apologise, and say the problem back.
    try say(.regret, driver)
    try say(.empathy, driver)
    try say(.sayBack, driver)
    try bench.hear(story.yes, on: ref)
    driver.follow()
    goOn(driver, to: "collect")

    // Collect what is needed.
    driver.press("f")
    driver.go(to: .order)
    file(story.order, in: driver)
    driver.go(to: .phone)
    driver.press("u")
    driver.type(story.unknown)
    driver.press("enter")
    driver.go(to: .ownProposal)
    file(story.idea, in: driver)
    driver.press("esc")
    #expect(driver.current?.fields[.phone]?.reason == story.unknown)
    // What is on file is told only to the person it belongs to.
    driver.press("i", "f10")
    #expect(driver.current?.identified == true)
    try say(.readBack, driver)
    try bench.hear(story.yes, on: ref)
    driver.follow()
    goOn(driver, to: "solve")

    // Two ways to put it right.
    driver.press("o")
    choose("repair", "remedy_a", driver)
    driver.press("tab")
    driver.type(story.time)
    driver.press("tab", "tab")
    choose("exchange", "remedy_b", driver)
    driver.press("tab")
    driver.type("+3d")
    driver.press("f10")
    #expect(!driver.hasOverlay, "\(driver.screen)")
    #expect(driver.current?.plan?.options.count == 2)
    // The message that tells the customer is ready.
    #expect(driver.model.focus == .composer)
    driver.press("enter")
    #expect(driver.current?.messages.last?.acts.contains(.offer) == true, "\(driver.screen)")
    try bench.hear(story.accept, on: ref)
    driver.follow()
    driver.press("esc", "w", "f10")
    #expect(driver.current?.answer?.accepted == true, "\(driver.screen)")
    #expect(driver.current?.answer?.words == story.accept)
    goOn(driver, to: "follow_up")
    #expect(driver.current?.commitments.count == 1)

    // Follow up and close.
    driver.press("u", "1", "f10")
    #expect(driver.current?.followUps.count == 1, "\(driver.screen)")
    driver.pass(seconds: 2 * 86_400)
    try bench.hear(story.thanks, on: ref)
    driver.follow()
    driver.press("P", "1")
    driver.press("u", "2")
    driver.press("y", "f10")
    #expect(driver.current?.survey?.score == 5, "\(driver.screen)")
    driver.press("c", "1")
    driver.press("f10")
    #expect(driver.current?.state == .closed, "\(driver.screen)")
    #expect(driver.current?.overrides.isEmpty == true)
    #expect(driver.current?.closed?.reason == .satisfied)
  }

  /// Moves a choice to one of its values.
  private static func choose(_ id: String, _ field: FormField.ID, _ driver: Driver) {
    for _ in 0..<40 {
      guard case .form(let form) = driver.model.overlay, form[field]?.chosen?.id != id else {
        return
      }
      driver.press("right")
    }
    Issue.record("no \(id) to choose")
  }
}

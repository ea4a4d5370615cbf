import Console
import ConsoleTesting
import Desk
import Playbook
import Testing
import Vocabulary
import Workflow

/// What stands first while somebody may be in danger.
@Suite struct PhraseInDangerTests: PhraseSeat {
  private static let dangers: [(language: LanguageTag, words: String)] = [
    (.en, "Someone rang from your fraud team, I gave him the code, £900 has gone!"),
    (.en, "The charger is on fire!!"),
    (.zhHans, "刚刚有人说是银监会的，让我把钱转到安全账户，我已经转了8万了！"),
    (.zhHans, "我真的不想活了，一个人在楼顶。"),
    (.zhHant, "延長線起火了！怎麼辦！"),
  ]

  @Test(arguments: dangers, [Channel.chat, .phone, .mail])
  func `safety comes first, and nobody introduces themselves or says it back`(
    told: (language: LanguageTag, words: String), channel: Channel
  ) throws {
    let (driver, _, _) = try seat(told.words, channel: channel, language: told.language)
    let kinds = ["greeting.", "say_back.", "bridge.", "empathy.", "regret.", "listening."]
    func look() {
      let first = shown(driver).prefix(4)
      #expect(first.first?.hasPrefix("danger.") == true, "\(first)")
      #expect(!first.contains { id in kinds.contains { id.hasPrefix($0) } }, "\(first)")
    }
    look()
    // Nor once somebody has said that there is one.
    driver.press("d", "enter")
    look()
  }

  @Test func `after our first words nobody introduces themselves again`() throws {
    let (driver, bench, ref) = try seat("Can I send the lamp back?")
    #expect(shown(driver).contains("greeting.chat_read"))
    try bench.perform(
      .send(Draft(text: "Yes, of course. I'm making the label now.")), on: ref, by: "mei",
      override: .words("short"))
    driver.follow()
    #expect(!shown(driver).contains { $0.hasPrefix("greeting.") }, "\(shown(driver))")
  }

  @Test(arguments: [
    (
      LanguageTag.en, "I cut my hand on the glass in it and it's bleeding badly!",
      "My wife is driving me to the hospital."
    ),
    (.zhHans, "孩子被你们的水壶烫伤了！", "我老公送孩子去医院了。"),
    (.zhHant, "便當裡有鐵絲，我嘴巴割傷流血了！", "應該沒有吞到，我老婆載我去診所了。"),
  ])
  func `once help is there nobody is told to call it`(
    _ language: LanguageTag, _ first: String, _ then: String
  ) throws {
    let (driver, bench, ref) = try seat(first, language: language)
    #expect(shown(driver).first == "danger.injury_chat", "\(shown(driver).prefix(4))")
    try bench.hear(then, on: ref)
    driver.follow()
    let order = shown(driver)
    #expect(!order.contains("danger.injury_chat"), "\(order.prefix(4))")
    #expect(order.prefix(2).contains("empathy.injured"), "\(order.prefix(4))")
  }
}

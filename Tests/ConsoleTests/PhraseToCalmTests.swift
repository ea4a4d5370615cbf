import Console
import ConsoleTesting
import Desk
import Playbook
import Testing
import Vocabulary
import Workflow

/// The phrases for customers whom nothing has gone wrong for.
@Suite struct PhraseToCalmTests: PhraseSeat {
  private static let questions: [(language: LanguageTag, words: String)] = [
    (.en, "Could you tell me whether the bill can go to my new address?"),
    (.zhHans, "请问账单能不能寄到新地址？"), (.zhHant, "請問帳單可以寄到新地址嗎？"),
  ]

  @Test(arguments: questions, [Channel.chat, .phone, .mail])
  func `a plain question hears its answer first, no apology, and of no money`(
    told: (language: LanguageTag, words: String), channel: Channel
  ) throws {
    let (driver, bench, ref) = try seat(told.words, channel: channel, language: told.language)
    #expect(shown(driver).first?.hasPrefix("listening.") == true, "\(shown(driver))")
    let misplaced = ["regret.", "empathy.", "say_back.", "bridge."]
    func look() {
      let order = shown(driver)
      #expect(
        !order.prefix(3).contains { id in misplaced.contains { id.hasPrefix($0) } }, "\(order)")
      #expect(!order.contains { $0.hasPrefix("grant.") }, "\(order)")
    }
    look()
    // Nor behind our answer.
    let answer = told.language == .en ? "Yes, I'm changing it now." : "可以，我现在就改。"
    let command: CaseCommand =
      channel == .phone ? .say(Draft(text: answer)) : .send(Draft(text: answer))
    try bench.perform(command, on: ref, by: "mei", override: .words("short"))
    driver.follow()
    look()
  }

  @Test func `money is not spoken of to praise, and still to whoever wants it back`() throws {
    let (praising, _, _) = try seat("Just wanted to say your engineer Tom was brilliant today.")
    #expect(!shown(praising).contains { $0.hasPrefix("grant.") }, "\(shown(praising))")
    let (wronged, _, _) = try seat("You charged me twice, this is a disgrace, refund me!")
    #expect(shown(wronged).contains { $0.hasPrefix("grant.") }, "\(shown(wronged))")
  }
}

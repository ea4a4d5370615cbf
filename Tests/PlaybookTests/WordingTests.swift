import Playbook
import Testing
import Vocabulary
import Workflow

/// What the engine says, in the words of the three languages.
struct WordingTests {
  private func wording(_ language: LanguageTag) throws -> Wording {
    let playbook = try #require(ShippedPlaybook.found)
    return playbook.wording(language, people: ["min": "Li Min"])
  }

  @Test(arguments: [
    (
      LanguageTag.en,
      "The case can't be closed yet: “Every message and question answered” is not met. "
        + "Missing: a reply to messages 3 and 5. A supervisor can let it pass with a reason."
    ),
    (
      .zhHans,
      "还不能结案：“顾客的话和问题都回了”还没做到。还差：回复第3、5条消息。主管写明理由后可以放行。"
    ),
    (
      .zhHant,
      "還不能結案：「顧客的訊息和提問都已回覆」還沒做到。還缺：回覆第 3、5 則訊息。主管寫明理由後可以放行。"
    ),
  ])
  func `a policy gate says what is missing and who may pass it`(
    language: LanguageTag, sentence: String
  ) throws {
    let refusal = Refusal(
      gate: "unanswered", occasion: .close, needs: [.reply(to: [3, 5])], override: .supervisor)
    #expect(try wording(language).sentence(for: refusal) == sentence)
  }
}

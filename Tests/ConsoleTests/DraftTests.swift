import Console
import Testing
import Workflow

/// Words that are not sent yet, and where they come from.
@Suite struct DraftTests {
  @Test(arguments: [
    [ComposerMode.reply: "hello"],
    [.reply: "hello", .note: "he was rude\nto me", .heard: "您好：再见"],
    [.said: "a:b:c"],
    [.reply: "\u{337}", .heard: "\u{31E}", .note: "\u{337}a"],
    [:],
  ])
  func `what is kept comes back as it was`(_ drafts: [ComposerMode: String]) {
    #expect(DraftCoding.drafts(in: DraftCoding.text(of: drafts)) == drafts)
  }

  @Test func `a reply alone is kept as it is`() {
    #expect(DraftCoding.text(of: [.reply: "Dear Ms Reed,\nI see."]) == "Dear Ms Reed,\nI see.")
    #expect(DraftCoding.text(of: [:]) == "")
  }

  @Test func `a mode nobody knows loses no words`() {
    #expect(
      DraftCoding.drafts(in: "one\u{1E}telegram:two") == [.reply: "one\ntelegram:two"])
  }

  @Test func `a phrase stands while most of its words do`() {
    let phrase = "我跟您对一下，看我理解得对不对：宽带断了五天；您希望今天修好。"
    #expect(Unsent.stands(phrase, in: "王女士，" + phrase))
    #expect(Unsent.stands(phrase, in: phrase.replacing("今天", with: "明天上午")))
    #expect(!Unsent.stands(phrase, in: "好的，我查一下再回您。"))
    #expect(!Unsent.stands(phrase, in: ""))
  }
}

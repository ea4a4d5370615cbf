import Testing
import Vocabulary

@testable import Language

/// What a finding points at: whole words, and a clause at most.
@Suite struct FindingSpanTests {
  private static let yaml = """
    tone:
      - kind: blame
        words: {en: [nonsense], zh: [胡说]}
        why: {en: why, zh-Hans: 为什么, zh-Hant: 為什麼}
    votes:
      - {reads: tone, kind: anything, lang: en, hints: {"0.1": "really"}}
      - {reads: tone, kind: blame, lang: en, pass: 1, hints: {"0.9": "kindly", "0.8": "your_own silly"}}
      - {reads: tone, kind: anything, lang: zh, hints: {"0.1": "啊"}}
      - {reads: tone, kind: blame, lang: zh, pass: 1, hints: {"2": "生你 孩子点"}}
    """

  private func words(_ text: String, _ language: LanguageTag) throws -> String? {
    let reader = Reader(lexicon: Lexicon([try ShippedLexicon.source(Self.yaml)]))
    let span = reader.agent(text, language: language).findings.first?.span
    return span.map { text.words(at: $0) }
  }

  @Test func `the clause that speaks most is shown, not the single strongest word`() throws {
    #expect(
      try words("We kindly thank you for waiting, that was your own silly idea.", .en)
        == "that was your own silly idea")
    #expect(try words("好的，先生你这样很卢，我看看。", .zhHans) == "先生你这样很卢")
    #expect(try words("好的，先生你這樣很盧，我看看。", .zhHant) == "先生你這樣很盧")
  }

  @Test func `of a long clause the words that speak are shown from border to border`() throws {
    #expect(
      try words("麻烦告诉我们那天到底是不是您自己或者家里孩子点错了地方才变成这样的。", .zhHans) == "孩子点错")
    #expect(
      try words("麻煩告訴我們那天到底是不是先生你自己或者家裡誰按錯了地方才變成這樣的。", .zhHant) == "先生你")
  }
}

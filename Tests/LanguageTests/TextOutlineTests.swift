import Testing

@testable import Language

@Suite struct TextOutlineTests {
  private func sentences(_ text: String) -> [String] {
    let folded = Folding.fold(text)
    return TextOutline(folded).sentences.map { folded.text($0.body) }
  }

  @Test(arguments: [
    ("One. Two! Three?", ["one", "two", "three"]),
    ("好的。谢谢！再见", ["好的", "谢谢", "再见"]),
    ("投诉几年都没人处理.这样的服务", ["投诉几年都没人处理", "这样的服务"]),
    ("It cost 3.50 at example.com today", ["it cost 3.50 at example.com today"]),
    ("Mr. Smith said no. Then he left", ["mr. smith said no", "then he left"]),
    ("order No. 48213 is late", ["order no. 48213 is late"]),
    ("what?! ok", ["what", "ok"]),
    ("a\nb", ["a", "b"]),
    ("", []),
    ("...", [""]),
  ])
  func `sentences end where people end them`(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(arguments: [
    ("他说“你自己不会用”，真的", "你自己不会用"), ("「已讀」這樣", "已读"), ("he said \"no way\" twice", "no way"),
  ])
  func `quoted words are known`(_ text: String, _ quoted: String) throws {
    let folded = Folding.fold(text)
    let outline = TextOutline(folded)
    let quote = try #require(outline.quotes.first)
    #expect(folded.text(quote) == quoted)
    #expect(outline.isQuoted(quote))
    #expect(!outline.isQuoted(0..<1))
  }

  @Test func `a quotation that is never closed quotes nothing`() {
    let folded = Folding.fold("he said “no way and then left")
    #expect(TextOutline(folded).quotes.isEmpty)
  }

  @Test func `every place belongs to one sentence`() {
    let folded = Folding.fold("a b. c d! e")
    let outline = TextOutline(folded)
    #expect(
      (0..<folded.count).map { outline.sentence(at: $0) } == [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2])
  }
}

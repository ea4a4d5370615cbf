#if PostgreSQL
  import Testing

  @testable import DeskPostgreSQL

  @Suite struct StoredTextTests {
    @Test(
      arguments: [
        "", "plain", "\0", "a\0b", "\u{10FFFF}", "0\u{10FFFF}1\0", "\u{10FFFF}0", "👩‍👩‍👧", "対應\u{301}",
      ])
    func `a text is read as it was, and holds no NUL meanwhile`(_ text: String) {
      let stored = StoredText.stored(text)
      #expect(!stored.utf8.contains(0))
      #expect(Array(StoredText.read(stored).utf8) == Array(text.utf8))
    }

    @Test func `different texts are stored differently`() {
      let texts = ["\0", "\u{10FFFF}", "\u{10FFFF}0", "\u{10FFFF}1", "0", "1"]
      #expect(Set(texts.map(StoredText.stored)).count == texts.count)
    }
  }
#endif

import Screen
import ScreenTesting
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("中", 2), ("，", 2), ("\u{20000}", 2), ("…", 1), ("①", 1), ("“”", 2),
    ("—", 1), ("─", 1), ("❤️", 1), ("⚠️", 1), ("1️⃣", 1), ("👍", 2), ("👍🏽", 2),
    ("👨‍👩‍👧", 6), ("🇨🇳", 2), ("e\u{301}", 1), ("中\u{301}文", 4), ("か\u{3099}", 2), ("ab\u{200D}c", 3),
    ("\u{301}", 1), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("\u{3000}", 2), ("กำ", 2), ("\u{200B}", 0),
    ("a\nb", 3), ("\r\n", 1), ("\t", 4), ("abc\td", 5), ("中\t", 4), ("\u{1B}", 1),
  ])
  func `text takes columns`(_ text: String, _ columns: Int) {
    #expect(TextWidth.standard.columns(of: text) == columns)
  }

  @Test func `ambiguous characters follow the terminal`() {
    let wide = TextWidth(ambiguousIsWide: true)
    #expect(wide.columns(of: "…①“—─") == 10)
    #expect(wide.columns(of: "αЖ") == 4)
    #expect(wide.columns(of: "abc中") == 5)
  }

  @Test func `the width is what a frame uses`() {
    var random = SeededGenerator(seed: 3)
    for measure in [TextWidth.standard, TextWidth(ambiguousIsWide: true)] {
      for _ in 0..<5_000 {
        let text = NastyText.make(length: 12, using: &random)
        var frame = Frame(Size(columns: 60, rows: 1), measure: measure)
        #expect(frame.put(text, at: .zero) == measure.columns(of: text))
      }
    }
  }

  @Test(arguments: [
    ("hello", 5, "hello"), ("hello", 4, "hel…"), ("你好吗", 5, "你好…"), ("你好吗", 4, "你…"),
    ("hello", 1, "…"), ("hello", 0, ""), ("", 3, ""), ("a\u{1B}bcdef", 4, "a␛b…"),
  ])
  func `text is cut to its room`(_ text: String, _ columns: Int, _ cut: String) {
    #expect(TextWidth.standard.truncated(text, to: columns) == cut)
  }
}

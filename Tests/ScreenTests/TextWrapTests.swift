import Screen
import ScreenTesting
import Testing

@Suite struct TextWrapTests {
  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    let wrap = TextWrap(text, columns: columns)
    return wrap.lines.indices.map { String(wrap.shown($0)) }
  }

  @Test(arguments: [
    ("", 5, [""]),
    ("hello world", 20, ["hello world"]),
    ("hello world", 7, ["hello ", "world"]),
    ("one\n\ntwo\n", 10, ["one", "", "two", ""]),
    ("one\r\ntwo\rthree", 10, ["one", "two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("a abcdefghij", 4, ["a ", "abcd", "efgh", "ij"]),
    ("你好世界", 4, ["你好", "世界"]),
    ("你好世界", 5, ["你好", "世界"]),
    ("你好世界。", 8, ["你好世", "界。"]),
    ("他说：“好！”", 8, ["他说：", "“好！”"]),
    ("好，ABC", 5, ["好，", "ABC"]),
    ("他说（真的）好", 6, ["他说", "（真", "的）好"]),
    ("订单ABC123已发", 8, ["订单", "ABC123已", "发"]),
    ("a well-known thing", 8, ["a well-", "known ", "thing"]),
    ("on 2026-01-31 it", 8, ["on ", "2026-01-", "31 it"]),
    ("wait——等等", 6, ["wait——", "等等"]),
    ("。。。。", 4, ["。。", "。。"]),
    ("中", 1, ["中"]),
    ("👨‍👩‍👧👨‍👩‍👧", 8, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ("don’t stop", 6, ["don’t ", "stop"]),
  ])
  func `text breaks where its script allows`(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(wrapped(text, columns) == lines)
  }

  @Test func `lines cover the source without a gap and fit`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let text = NastyText.make(length: 40, using: &random)
      let columns = Int.random(in: 1...12, using: &random)
      let wrap = TextWrap(text, columns: columns)
      var expected = text.startIndex
      for (row, line) in wrap.lines.enumerated() {
        #expect(line.range.lowerBound == expected)
        #expect(line.shown.lowerBound == line.range.lowerBound)
        #expect(line.shown.upperBound <= line.range.upperBound)
        expected = line.range.upperBound
        let width = TextWidth.standard.columns(of: wrap.shown(row))
        #expect(width <= max(columns, 2))
        #expect(min(width, columns) == line.columns)
      }
      #expect(expected == text.endIndex)
    }
  }

  @Test func `a caret finds its way to the screen and back`() {
    let text = "Dear Ms Li,\n您的订单已经发出，明天会到。 Thank you"
    let wrap = TextWrap(text, columns: 10)
    for index in text.indices {
      let position = wrap.position(of: index)
      #expect(position.column <= 10)
      #expect(wrap.index(at: position) == index)
    }
    #expect(
      wrap.position(of: text.endIndex)
        == Position(column: wrap.lines.last?.columns ?? -1, row: wrap.lines.count - 1))
  }

  @Test func `a caret beyond the end of a line stays on that line`() throws {
    let wrap = TextWrap("hello world\nx", columns: 7)
    #expect(wrap.lines.count == 3)
    for row in 0..<3 {
      let index = wrap.index(at: Position(column: 50, row: row))
      #expect(wrap.position(of: index).row == row)
    }
    #expect(wrap.index(at: Position(column: 3, row: 99)) == wrap.text.endIndex)
  }

  @Test func `only as many lines are made as are asked for`() {
    let wrap = TextWrap(String(repeating: "word ", count: 10_000), columns: 10, limit: 3)
    #expect(wrap.lines.count == 3)
  }
}

import Screen
import ScreenTesting
import Testing

@Suite struct FrameTextTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(Size(columns: columns, rows: rows))
  }

  /// Rows are whole: widths add up, and every continuation follows a double-width cell.
  private func expectWhole(_ frame: Frame, _ source: String) {
    for row in 0..<frame.size.rows {
      let cells = Array(frame.cells(inRow: row))
      var expectsContinuation = false
      var width = 0
      for cell in cells {
        #expect(cell.isContinuation == expectsContinuation, "\(source.debugDescription)")
        expectsContinuation = cell.width == 2
        width += cell.width
      }
      #expect(!expectsContinuation, "\(source.debugDescription)")
      #expect(width == frame.size.columns, "\(source.debugDescription)")
    }
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  @Test func `no hostile text breaks a row or leaves anything a terminal could obey`() {
    var random = SeededGenerator(seed: 42)
    var drawn = Frame(Size(columns: 12, rows: 3))
    for _ in 0..<100_000 {
      let text = NastyText.make(length: 16, using: &random)
      let position = Position(
        column: Int.random(in: 0...13, using: &random), row: Int.random(in: 0...3, using: &random))
      let limit = Int.random(in: 0...14, using: &random)
      let used = drawn.put(
        text, at: position, limit: limit,
        overflow: Bool.random(using: &random) ? .clip : .ellipsis)
      #expect(used <= max(0, min(limit, 12 - position.column)))
    }
    var scalars = Set<Unicode.Scalar>()
    for _ in 0..<100_000 {
      let text = NastyText.make(length: 8, using: &random)
      drawn.put(
        text, at: Position(column: Int.random(in: 0...11, using: &random), row: 0),
        limit: Int.random(in: 1...12, using: &random))
      let cells = Array(drawn.cells(inRow: 0))
      var isWhole = cells.last?.width != 2
      for (index, cell) in cells.enumerated() {
        let followsWide = index > 0 && cells[index - 1].width == 2
        isWhole = isWhole && cell.isContinuation == followsWide
        var count = 0
        cell.forEachScalar { scalar in
          scalars.insert(scalar)
          count += 1
        }
        isWhole = isWhole && count <= 5
      }
      #expect(isWhole, "\(text.debugDescription)")
    }
    expectWhole(drawn, "")
    // U+1A79…: assigned after the table was made, and U+FFFD itself is what replaces.
    #expect(scalars.filter { !Self.isHarmless($0) } == [])
    #expect(scalars.count > 300)
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("a\u{1B}[31mb", "a␛[31mb"),
    ("a\u{07}\u{08}\u{7F}b", "a␇␈␡b"),
    ("a\u{9B}31m", "a\u{FFFD}31m"),
    ("secret\rOK", "secret OK"),
    ("one\r\ntwo\u{2028}three", "one two three"),
    ("a\tb", "a   b"),
    ("\u{202E}evil\u{202C}", "evil"),
    ("a\u{200B}b\u{AD}c\u{FEFF}d", "abcd"),
    ("\u{301}x", "\u{25CC}\u{301}x"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
    ("❤\u{FE0F}", "❤"), ("👍\u{1F3FD}", "👍"), ("👨\u{200D}👩", "👨👩"),
    ("\u{E000}\u{FFFE}\u{378}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{0}", "␀"),
  ])
  func `untrusted text is scrubbed on its way in`(_ source: String, _ shown: String) {
    var frame = frame(20)
    frame.put(source, at: .zero)
    #expect(frame.lines == [shown])
    #expect(Scrubber.line(source) == shown)
  }

  @Test func `double width at the edge is left out`() {
    var frame = frame(5)
    #expect(frame.put("你好吗", at: .zero) == 4)
    #expect(frame.lines == ["你好"])
    expectWhole(frame, "")
  }

  @Test func `half overwritten characters leave a blank`() {
    var frame = frame(6)
    frame.put("你好吗", at: .zero)
    frame.put("x", at: Position(column: 1, row: 0))
    #expect(frame.lines == [" x好吗"])
    frame.put("y", at: Position(column: 4, row: 0))
    #expect(frame.lines == [" x好y"])
    frame.put("中", at: Position(column: 1, row: 0))
    #expect(frame.lines == [" 中 y"])
    expectWhole(frame, "")
  }

  @Test func `text ends with an ellipsis when asked`() {
    var frame = frame(6)
    #expect(frame.put("calm down", at: .zero, overflow: .ellipsis) == 6)
    #expect(frame.lines == ["calm …"])
    #expect(frame.put("calmly", at: .zero, overflow: .ellipsis) == 6)
    #expect(frame.lines == ["calmly"])
    frame.put("你好吗你", at: .zero, overflow: .ellipsis)
    #expect(frame.lines == ["你好 …"])
    frame.put("中文", at: .zero, limit: 3, overflow: .ellipsis)
    #expect(frame.lines == ["中…  …"])
    expectWhole(frame, "")
  }

  @Test func `text keeps to its rectangle`() {
    var frame = frame(12, 3)
    let room = Rect(x: 2, y: 1, width: 5, height: 1)
    frame.put("overflowing", in: room)
    frame.put("below", in: room, row: 1)
    frame.put("right", in: Rect(x: 0, y: 2, width: 12, height: 1), alignment: .trailing)
    frame.put("mid", in: Rect(x: 0, y: 0, width: 12, height: 1), alignment: .centre)
    #expect(frame.lines == ["    mid", "  overf", "       right"])
    #expect(frame.put("x", at: Position(column: 99, row: 0)) == 0)
    #expect(frame.put("x", at: Position(column: 0, row: 99)) == 0)
    #expect(frame.put("x", in: room, row: .max, column: .max) == 0)
  }

  @Test func `pieces follow each other in their own styles`() {
    var frame = frame(10)
    let used = frame.put(
      [("你", Style(.customer)), ("ok", Style(.good))], in: frame.bounds, column: 1)
    #expect(used == 4)
    #expect(frame.lines == [" 你ok"])
    #expect(frame.cell(at: Position(column: 1, row: 0))?.style == Style(.customer))
    #expect(frame.cell(at: Position(column: 4, row: 0))?.style == Style(.good))
  }

  @Test func `ambiguous characters take two columns where the terminal does so`() {
    var frame = Frame(
      Size(columns: 8, rows: 1), measure: TextWidth(ambiguousIsWide: true))
    #expect(frame.put("“a”…", at: .zero) == 7)
    #expect(frame.put("abcdefghi", at: .zero, overflow: .ellipsis) == 8)
    #expect(frame.lines == ["abcdef…"])
    expectWhole(frame, "")
  }
}

import Screen
import ScreenTesting
import Testing

@Suite struct FrameTests {
  @Test func `boxes join where they meet`() {
    var frame = Frame(Size(columns: 9, rows: 5))
    let inner = frame.box(frame.bounds)
    #expect(inner == Rect(x: 1, y: 1, width: 7, height: 3))
    frame.verticalLine(at: Position(column: 4, row: 0), rows: 5)
    frame.horizontalLine(at: Position(column: 0, row: 2), columns: 5)
    #expect(
      frame.text == """
        ┌───┬───┐
        │   │   │
        ├───┤   │
        │   │   │
        └───┴───┘
        """)
  }

  @Test func `boxes can be drawn in ASCII or not at all`() {
    var plain = Frame(Size(columns: 4, rows: 3), strokes: .ascii)
    plain.box(plain.bounds)
    #expect(plain.lines == ["+--+", "|  |", "+--+"])
    var silent = Frame(Size(columns: 4, rows: 3), strokes: .none)
    silent.box(silent.bounds)
    #expect(silent.lines == ["", "", ""])
    // Line drawing is ambiguous, so it would tear rows where ambiguous characters are wide.
    var wide = Frame(Size(columns: 4, rows: 3), measure: TextWidth(ambiguousIsWide: true))
    wide.box(wide.bounds)
    #expect(wide.lines == ["+--+", "|  |", "+--+"])
  }

  @Test func `titles stand in the upper edge`() {
    var frame = Frame(Size(columns: 14, rows: 2))
    frame.box(frame.bounds, title: "Queue")
    #expect(frame.lines == ["┌─ Queue ────┐", "└────────────┘"])
    frame.box(frame.bounds, title: "A long long title")
    #expect(frame.lines.first == "┌─ A long … ─┐")
  }

  @Test func `filling and laying ground keep characters whole`() {
    var frame = Frame(Size(columns: 6, rows: 1))
    frame.put("你好吗", at: .zero, style: Style(.customer))
    frame.lay(.selection, on: Rect(x: 1, y: 0, width: 2, height: 1), adding: .bold)
    let grounds = (0..<6).map { frame.cell(at: Position(column: $0, row: 0))?.style.background }
    #expect(grounds == [.plain, .plain, .selection, .selection, .plain, .plain])
    frame.fill(Rect(x: 1, y: 0, width: 2, height: 9), style: Style(.good))
    #expect(frame.lines == ["    吗"])
    #expect(frame.cell(at: Position(column: 1, row: 0))?.style == Style(.good))
  }

  @Test func `frames are drawn into frames`() {
    var panel = Frame(Size(columns: 4, rows: 2))
    panel.put("你好", at: .zero)
    panel.put("ab", at: Position(column: 0, row: 1))
    var frame = Frame(Size(columns: 7, rows: 2))
    frame.fill(frame.bounds)
    frame.put("中中中", at: .zero)
    frame.draw(panel, at: Position(column: 1, row: 0))
    #expect(frame.lines == [" 你好", " ab"])
    frame.draw(panel, at: Position(column: 4, row: 0))
    #expect(frame.lines == [" 你 你", " ab ab"])
    frame.draw(panel, at: Position(column: 40, row: 40))
    #expect(frame.lines == [" 你 你", " ab ab"])
  }

  @Test func `frames are equal when they show the same`() {
    var one = Frame(Size(columns: 4, rows: 2))
    var other = one
    one.put("hi", at: Position(column: 0, row: 1))
    #expect(one != other)
    #expect(one.rowEquals(0, of: other))
    #expect(!one.rowEquals(1, of: other))
    other.put("hi", at: Position(column: 0, row: 1))
    #expect(one == other)
    other.cursor = .zero
    #expect(one != other)
  }

  @Test func `rows are compared by all that is seen`() {
    var random = SeededGenerator(seed: 9)
    #expect(MemoryLayout<Cell>.stride % MemoryLayout<UInt64>.size == 0)
    for columns in [1, 7, 8, 80] {
      for _ in 0..<500 {
        var one = Frame(Size(columns: columns, rows: 1))
        one.put(NastyText.make(length: 12, using: &random), at: .zero)
        var other = one
        #expect(one.rowEquals(0, of: other))
        let at = Position(column: Int.random(in: 0..<columns, using: &random), row: 0)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: other.lay(.bar, on: Rect(x: at.column, y: 0, width: 1, height: 1))
        case 1: other.put("e\u{301}", at: at)
        default: other.put("e\u{301}", at: at, style: Style(.good, .italic))
        }
        #expect(one.rowEquals(0, of: other) == (one.cells(inRow: 0) == other.cells(inRow: 0)))
      }
    }
    #expect(!Frame(Size(columns: 3, rows: 1)).rowEquals(1, of: Frame(Size(columns: 3, rows: 1))))
  }

  @Test func `no size makes a frame fail`() {
    for size in [
      Size(columns: 0, rows: 0), Size(columns: 0, rows: 9), Size(columns: 1, rows: 1),
      Size(columns: .max, rows: .max), Size(columns: -1, rows: .min),
    ] {
      var frame = Frame(size)
      #expect(frame.size.columns <= 1_000)
      #expect(frame.size.rows <= 500)
      frame.put("你好", at: .zero)
      frame.box(frame.bounds, title: "t")
      frame.fill(Rect(x: .max, y: .max, width: .max, height: .max))
      frame.lay(.bar, on: frame.bounds)
      #expect(frame.lines.count == frame.size.rows)
    }
  }
}

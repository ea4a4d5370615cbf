import Screen
import Testing

@Suite struct RectTests {
  private let rect = Rect(x: 2, y: 1, width: 10, height: 6)

  @Test func `pieces cut off share the rectangle`() {
    let (left, rest) = rect.split(left: 4, gap: 1)
    #expect(left == Rect(x: 2, y: 1, width: 4, height: 6))
    #expect(rest == Rect(x: 7, y: 1, width: 5, height: 6))
    let (before, right) = rect.split(right: 3)
    #expect(before == Rect(x: 2, y: 1, width: 7, height: 6))
    #expect(right == Rect(x: 9, y: 1, width: 3, height: 6))
    let (top, below) = rect.split(top: 2, gap: 1)
    #expect(top == Rect(x: 2, y: 1, width: 10, height: 2))
    #expect(below == Rect(x: 2, y: 4, width: 10, height: 3))
    let (above, bottom) = rect.split(bottom: 1)
    #expect(above == Rect(x: 2, y: 1, width: 10, height: 5))
    #expect(bottom == Rect(x: 2, y: 6, width: 10, height: 1))
  }

  @Test func `what does not fit is empty and never negative`() {
    #expect(rect.split(left: 99, gap: 9).left == rect)
    #expect(rect.split(left: 99, gap: 9).rest.isEmpty)
    #expect(rect.split(bottom: -4).bottom.isEmpty)
    #expect(rect.inset(by: 50).isEmpty)
    #expect(rect.inset(by: .max).width == 0)
    #expect(Rect(x: .min, y: .min, width: -1, height: .max).width == 0)
    #expect(rect.row(6).isEmpty)
    #expect(rect.row(5) == Rect(x: 2, y: 6, width: 10, height: 1))
    #expect(rect.intersection(Rect(x: 50, y: 50, width: 1, height: 1)).isEmpty)
  }

  @Test func `a centred rectangle fits`() {
    #expect(rect.centred(Size(columns: 4, rows: 2)) == Rect(x: 5, y: 3, width: 4, height: 2))
    #expect(rect.centred(Size(columns: 99, rows: 99)) == rect)
  }

  @Test func `edges belong to the rectangle on two sides`() {
    #expect(rect.contains(Position(column: 2, row: 1)))
    #expect(!rect.contains(Position(column: 12, row: 1)))
    #expect(!rect.contains(Position(column: 2, row: 7)))
  }
}

/// A rectangle of cells: what a pane may draw on.
///
/// Everything lies in 0…65,535, so no sum of two edges overflows, and no operation yields a
/// negative length: what does not fit is empty.
package struct Rect: Hashable, Sendable {
  /// The first column.
  package let x: Int
  /// The first row.
  package let y: Int
  /// Cells from left to right.
  package let width: Int
  /// Cells from top to bottom.
  package let height: Int

  /// Makes a rectangle.
  ///
  /// - Parameters:
  ///   - x: The first column.
  ///   - y: The first row.
  ///   - width: Cells from left to right.
  ///   - height: Cells from top to bottom.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = Coordinate.bounded(x)
    self.y = Coordinate.bounded(y)
    self.width = Coordinate.bounded(width)
    self.height = Coordinate.bounded(height)
  }

  /// The rectangle that covers a whole screen.
  ///
  /// - Parameter size: The screen's size.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  /// No cells at all.
  package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Columns and rows covered.
  package var size: Size { Size(columns: width, rows: height) }
  /// The upper left cell.
  package var origin: Position { Position(column: x, row: y) }
  /// The column after the last one.
  package var right: Int { x + width }
  /// The row after the last one.
  package var bottom: Int { y + height }
  /// Whether there is no cell to draw on.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The position of a cell given within the rectangle.
  ///
  /// - Parameters:
  ///   - column: Cells from the rectangle's left edge.
  ///   - row: Cells from the rectangle's top edge.
  /// - Returns: The position on the screen; it may lie outside the rectangle.
  package func position(column: Int, row: Int) -> Position {
    Position(column: x + Coordinate.bounded(column), row: y + Coordinate.bounded(row))
  }

  /// Whether a cell belongs to the rectangle.
  ///
  /// - Parameter position: The cell asked about.
  /// - Returns: Whether it lies inside.
  package func contains(_ position: Position) -> Bool {
    position.column >= x && position.column < right && position.row >= y && position.row < bottom
  }

  /// The cells that two rectangles share.
  ///
  /// - Parameter other: The other rectangle.
  /// - Returns: The common part, empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left,
      height: min(bottom, other.bottom) - top)
  }

  /// What is left after taking cells away at the edges.
  ///
  /// - Parameters:
  ///   - left: Columns taken at the left.
  ///   - top: Rows taken at the top.
  ///   - right: Columns taken at the right.
  ///   - bottom: Rows taken at the bottom.
  /// - Returns: The inner rectangle, empty when nothing is left.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(Coordinate.bounded(left), width)
    let top = min(Coordinate.bounded(top), height)
    return Rect(
      x: x + left, y: y + top, width: width - left - Coordinate.bounded(right),
      height: height - top - Coordinate.bounded(bottom))
  }

  /// What is left after taking the same number of cells away at every edge.
  ///
  /// - Parameter amount: Cells taken at each of the four edges.
  /// - Returns: The inner rectangle, empty when nothing is left.
  package func inset(by amount: Int) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }

  /// One row of the rectangle.
  ///
  /// - Parameter index: The row, counted from the rectangle's top.
  /// - Returns: A rectangle one row high, or an empty one below the last row.
  package func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else {
      return Rect(x: x, y: bottom, width: width, height: 0)
    }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }
}

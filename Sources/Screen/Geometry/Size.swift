/// How large a screen, or a part of one, is: columns and rows of terminal cells.
///
/// Both lie in 0…65,535; what is handed in beyond that is brought to the nearest bound, so sums of
/// sizes never overflow.
package struct Size: Hashable, Sendable {
  /// Cells from left to right.
  package let columns: Int
  /// Cells from top to bottom.
  package let rows: Int

  /// Makes a size.
  ///
  /// - Parameters:
  ///   - columns: Cells from left to right, brought into 0…65,535.
  ///   - rows: Cells from top to bottom, brought into 0…65,535.
  package init(columns: Int, rows: Int) {
    self.columns = Coordinate.bounded(columns)
    self.rows = Coordinate.bounded(rows)
  }

  /// No cells at all.
  package static let zero = Size(columns: 0, rows: 0)

  /// Whether there is no cell to draw on.
  package var isEmpty: Bool { columns == 0 || rows == 0 }
}

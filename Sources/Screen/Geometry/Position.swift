/// One cell of a grid, counted from the upper left corner, which is (0, 0).
///
/// Both lie in 0…65,535; what is handed in beyond that is brought to the nearest bound.
package struct Position: Hashable, Sendable {
  /// Cells from the left edge.
  package let column: Int
  /// Cells from the top edge.
  package let row: Int

  /// Makes a position.
  ///
  /// - Parameters:
  ///   - column: Cells from the left edge, brought into 0…65,535.
  ///   - row: Cells from the top edge, brought into 0…65,535.
  package init(column: Int, row: Int) {
    self.column = Coordinate.bounded(column)
    self.row = Coordinate.bounded(row)
  }

  /// The upper left corner.
  package static let zero = Position(column: 0, row: 0)
}

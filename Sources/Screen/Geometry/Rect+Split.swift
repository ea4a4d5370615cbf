extension Rect {
  /// Cuts a piece of fixed width off the left; the piece gives way when there is too little room.
  ///
  /// - Parameters:
  ///   - columns: How wide the left piece should be.
  ///   - gap: Columns between the two pieces, for a dividing line.
  /// - Returns: The left piece and what remains at its right.
  package func split(left columns: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let taken = min(Coordinate.bounded(columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      inset(left: taken + Coordinate.bounded(gap))
    )
  }

  /// Cuts a piece of fixed width off the right.
  ///
  /// - Parameters:
  ///   - columns: How wide the right piece should be.
  ///   - gap: Columns between the two pieces, for a dividing line.
  /// - Returns: What remains at the left, and the right piece.
  package func split(right columns: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
    let taken = min(Coordinate.bounded(columns), width)
    return (
      inset(right: taken + Coordinate.bounded(gap)),
      Rect(x: right - taken, y: y, width: taken, height: height)
    )
  }

  /// Cuts a piece of fixed height off the top.
  ///
  /// - Parameters:
  ///   - rows: How high the upper piece should be.
  ///   - gap: Rows between the two pieces, for a dividing line.
  /// - Returns: The upper piece and what remains below it.
  package func split(top rows: Int, gap: Int = 0) -> (top: Rect, rest: Rect) {
    let taken = min(Coordinate.bounded(rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      inset(top: taken + Coordinate.bounded(gap))
    )
  }

  /// Cuts a piece of fixed height off the bottom.
  ///
  /// - Parameters:
  ///   - rows: How high the lower piece should be.
  ///   - gap: Rows between the two pieces, for a dividing line.
  /// - Returns: What remains above, and the lower piece.
  package func split(bottom rows: Int, gap: Int = 0) -> (rest: Rect, bottom: Rect) {
    let taken = min(Coordinate.bounded(rows), height)
    return (
      inset(bottom: taken + Coordinate.bounded(gap)),
      Rect(x: x, y: bottom - taken, width: width, height: taken)
    )
  }

  /// A rectangle of the given size in the middle of this one, made smaller where it does not fit.
  ///
  /// - Parameter size: The wished size.
  /// - Returns: The centred rectangle.
  package func centred(_ size: Size) -> Rect {
    let width = min(size.columns, self.width)
    let height = min(size.rows, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width,
      height: height)
  }
}

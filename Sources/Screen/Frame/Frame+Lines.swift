extension Frame {
  /// Draws a line around a rectangle, with a title in its upper edge. Where lines meet, they join.
  ///
  /// - Parameters:
  ///   - rect: The rectangle whose outermost cells become the line; at least two cells each way.
  ///   - style: How the line looks.
  ///   - title: What is written into the upper edge, shortened where it does not fit.
  ///   - titleStyle: How the title looks; as the line when not given.
  /// - Returns: The room inside the line.
  @discardableResult
  package mutating func box(
    _ rect: Rect, style: Style = Style(.border), title: String = "", titleStyle: Style? = nil
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return Rect.zero }
    let last = rect.position(column: rect.width - 1, row: rect.height - 1)
    for y in [rect.y, last.row] {
      horizontalLine(
        at: Position(column: rect.x + 1, row: y), columns: rect.width - 2, style: style, ends: true)
      let side: LineArms = y == rect.y ? .down : .up
      stroke(side.union(.right), atColumn: rect.x, row: y, style: style)
      stroke(side.union(.left), atColumn: last.column, row: y, style: style)
    }
    for x in [rect.x, last.column] {
      verticalLine(
        at: Position(column: x, row: rect.y + 1), rows: rect.height - 2, style: style, ends: true)
    }
    if !title.isEmpty, rect.width > 6 {
      let room = rect.width - 6
      let used = put(
        title, at: rect.position(column: 3, row: 0), style: titleStyle ?? style, limit: room,
        overflow: .ellipsis)
      put(" ", at: rect.position(column: 2, row: 0), style: style)
      put(" ", at: rect.position(column: 3 + used, row: 0), style: style)
    }
    return rect.inset(by: 1)
  }

  /// Draws a line from left to right. It joins the lines it meets at its ends and crosses others.
  ///
  /// - Parameters:
  ///   - start: The leftmost cell.
  ///   - columns: How long it is.
  ///   - style: How it looks.
  package mutating func horizontalLine(
    at start: Position, columns: Int, style: Style = Style(.border)
  ) {
    horizontalLine(at: start, columns: columns, style: style, ends: columns == 1)
  }

  /// The same; with `ends` its first and last cell reach out beyond it.
  private mutating func horizontalLine(
    at start: Position, columns: Int, style: Style, ends: Bool
  ) {
    let rect = Rect(x: start.column, y: start.row, width: columns, height: 1)
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for x in visible.x..<visible.right {
      var arms: LineArms = []
      if x > rect.x || ends { arms.insert(.left) }
      if x < rect.right - 1 || ends { arms.insert(.right) }
      stroke(arms, atColumn: x, row: visible.y, style: style)
    }
  }

  /// Draws a line from top to bottom. It joins the lines it meets at its ends and crosses others.
  ///
  /// - Parameters:
  ///   - start: The uppermost cell.
  ///   - rows: How long it is.
  ///   - style: How it looks.
  package mutating func verticalLine(
    at start: Position, rows: Int, style: Style = Style(.border)
  ) {
    verticalLine(at: start, rows: rows, style: style, ends: rows == 1)
  }

  /// The same; with `ends` its first and last cell reach out beyond it.
  private mutating func verticalLine(at start: Position, rows: Int, style: Style, ends: Bool) {
    let rect = Rect(x: start.column, y: start.row, width: 1, height: rows)
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.bottom {
      var arms: LineArms = []
      if y > rect.y || ends { arms.insert(.up) }
      if y < rect.bottom - 1 || ends { arms.insert(.down) }
      stroke(arms, atColumn: visible.x, row: y, style: style)
    }
  }

  private mutating func stroke(_ arms: LineArms, atColumn column: Int, row: Int, style: Style) {
    guard let cell = cell(at: Position(column: column, row: row)) else { return }
    let joined = arms.union(LineArms(base: cell.base, strokes: strokes))
    let stroke = Cell(base: joined.scalar(strokes).value, width: 1, style: style)
    withRow(row) { cells in
      RowWriter.separate(cells, before: column)
      RowWriter.separate(cells, before: column + 1)
      cells[column] = stroke
    }
  }
}

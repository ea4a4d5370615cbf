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
    horizontalLine(at: rect.origin, columns: rect.width, style: style)
    horizontalLine(
      at: rect.position(column: 0, row: rect.height - 1), columns: rect.width, style: style)
    verticalLine(at: rect.origin, rows: rect.height, style: style)
    verticalLine(
      at: rect.position(column: rect.width - 1, row: 0), rows: rect.height, style: style)
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
    let rect = Rect(x: start.column, y: start.row, width: columns, height: 1)
    let visible = rect.intersection(bounds)
    for x in visible.x..<max(visible.x, visible.right) {
      var arms: LineArms = []
      if x > rect.x || columns == 1 { arms.insert(.left) }
      if x < rect.right - 1 || columns == 1 { arms.insert(.right) }
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
    let rect = Rect(x: start.column, y: start.row, width: 1, height: rows)
    let visible = rect.intersection(bounds)
    guard visible.width > 0 else { return }
    for y in visible.y..<max(visible.y, visible.bottom) {
      var arms: LineArms = []
      if y > rect.y || rows == 1 { arms.insert(.up) }
      if y < rect.bottom - 1 || rows == 1 { arms.insert(.down) }
      stroke(arms, atColumn: visible.x, row: y, style: style)
    }
  }

  private mutating func stroke(_ arms: LineArms, atColumn column: Int, row: Int, style: Style) {
    let position = Position(column: column, row: row)
    guard let cell = cell(at: position) else { return }
    let joined = arms.union(LineArms(base: cell.base, strokes: strokes))
    put(joined.text(strokes), at: position, style: style)
  }
}

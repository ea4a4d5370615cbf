extension Frame {
  /// Blanks a rectangle.
  ///
  /// - Parameters:
  ///   - rect: Which cells; what lies outside the frame is left out.
  ///   - style: How the blanks look.
  package mutating func fill(_ rect: Rect, style: Style = .plain) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for y in rect.y..<rect.bottom {
      withRow(y) { row in
        var writer = RowWriter(row: row, start: rect.x, room: rect.width, style: style)
        writer.fill()
      }
    }
  }

  /// Puts another ground behind what is drawn already, such as the selection behind a row.
  ///
  /// - Parameters:
  ///   - ground: What lies behind them from now on.
  ///   - rect: Which cells.
  ///   - emphasis: What is added to how they are set apart.
  package mutating func lay(_ ground: Ground, on rect: Rect, adding emphasis: Emphasis = []) {
    restyle(rect) { style in
      style.background = ground
      style.emphasis.formUnion(emphasis)
    }
  }

  /// Changes how cells look that are drawn already. A double-width character at an edge follows
  /// its first half.
  ///
  /// - Parameters:
  ///   - rect: Which cells.
  ///   - change: What happens to a cell's style.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for y in rect.y..<rect.bottom {
      withRow(y) { row in
        for x in rect.x..<rect.right {
          if !row[x].isContinuation {
            change(&row[x].style)
          } else if x > 0 {
            row[x].style = row[x - 1].style
          }
        }
        if rect.right < row.count, row[rect.right].isContinuation {
          row[rect.right].style = row[rect.right - 1].style
        }
      }
    }
  }

  /// Draws another frame into this one, such as a panel that was composed by itself.
  ///
  /// - Parameters:
  ///   - frame: What is drawn; its cursor is not taken over.
  ///   - origin: Where its upper left corner comes to lie; what does not fit is left out.
  ///   - rows: How many of its rows are drawn at most.
  package mutating func draw(_ frame: Frame, at origin: Position, rows: Int = .max) {
    let target = Rect(
      x: origin.column, y: origin.row, width: frame.size.columns,
      height: max(0, min(rows, frame.size.rows))
    ).intersection(bounds)
    guard !target.isEmpty else { return }
    for zone in frame.zones {
      add(
        Zone(
          Rect(
            x: zone.rect.x + origin.column, y: zone.rect.y + origin.row, width: zone.rect.width,
            height: zone.rect.height
          ).intersection(target), kind: zone.kind, index: zone.index))
    }
    for y in target.y..<target.bottom {
      let source = frame.cells(inRow: y - origin.row)
      withRow(y) { row in
        RowWriter.separate(row, before: target.x)
        RowWriter.separate(row, before: target.right)
        _ = row[target.x..<target.right].update(fromContentsOf: source.prefix(target.width))
        // The edge may have cut a character of the source in half.
        let last = target.right - 1
        if row[last].width == 2 { row[last] = .blank(row[last].style) }
      }
    }
  }
}

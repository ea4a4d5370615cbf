import Screen

/// A message broken into lines of a width, ready to be drawn.
struct MessageBlock: Equatable, Sendable {
  /// The width it was made for.
  var columns: Int
  var lines: [StyledLine]
}

/// A line of pieces, each in its own style.
struct StyledLine: Equatable, Sendable {
  var pieces: [StyledPiece] = []
  /// Stands at the right end of the line where there is room.
  var trailing: StyledPiece?

  init(_ pieces: [StyledPiece] = [], trailing: StyledPiece? = nil) {
    self.pieces = pieces
    self.trailing = trailing
  }

  init(_ text: String, _ style: Style = .plain) { pieces = [StyledPiece(text, style)] }
}

/// Text in one style.
struct StyledPiece: Equatable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

extension Frame {
  /// Draws a styled line on a row of a rectangle; what does not fit ends in an ellipsis.
  mutating func draw(_ line: StyledLine, in rect: Rect, row: Int, ground: Ground? = nil) {
    guard row >= 0, row < rect.height else { return }
    var room = rect.width
    if let trailing = line.trailing {
      let columns = measure.columns(of: trailing.text)
      if columns + 8 <= rect.width {
        put(
          trailing.text, in: rect, row: row, column: rect.width - columns,
          style: trailing.style)
        room = rect.width - columns - 1
      }
    }
    var column = 0
    for piece in line.pieces where column < room {
      column += put(
        piece.text, at: rect.position(column: column, row: row), style: piece.style,
        limit: room - column, overflow: .ellipsis)
    }
    if let ground { lay(ground, on: rect.row(row)) }
  }

  /// Draws wrapped text and says how many rows it took.
  @discardableResult
  mutating func write(
    _ text: String, in rect: Rect, row: Int, column: Int = 0, style: Style = .plain,
    limit: Int = .max
  ) -> Int {
    let width = rect.width - column
    guard width > 0, row < rect.height, limit > 0 else { return 0 }
    let most = min(limit, rect.height - row)
    let wrap = TextWrap(text, columns: width, measure: measure, limit: most + 1)
    let count = min(most, wrap.lines.count)
    for line in 0..<count {
      let cut = line == most - 1 && wrap.lines.count > most
      put(
        cut ? text[wrap.lines[line].range.lowerBound...] : wrap.shown(line),
        at: rect.position(column: column, row: row + line), style: style, limit: width,
        overflow: .ellipsis)
    }
    return count
  }
}

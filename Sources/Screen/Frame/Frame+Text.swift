extension Frame {
  /// What happens to text that is wider than its room.
  package enum Overflow: Sendable {
    /// It ends where the room ends.
    case clip
    /// Its last visible column says that there is more.
    case ellipsis
  }

  /// Where text stands in its room.
  package enum Alignment: Sendable {
    /// At the left.
    case leading
    /// In the middle.
    case centre
    /// At the right.
    case trailing
  }

  /// Writes text on one row, scrubbed and clipped at the frame's right edge.
  ///
  /// A double-width character that no longer fits is left out; one that is half overwritten leaves
  /// a blank.
  ///
  /// - Parameters:
  ///   - text: Any text, trusted or not; a line break in it is shown as one blank.
  ///   - position: Where the text begins; outside the frame nothing is written.
  ///   - style: How it looks.
  ///   - limit: The most columns it may take; up to the frame's edge when not given.
  ///   - overflow: What happens when it is wider than its room.
  /// - Returns: The columns written. The cost grows with the room, not with the text.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at position: Position, style: Style = .plain, limit: Int? = nil,
    overflow: Overflow = .clip
  ) -> Int {
    guard bounds.contains(position) else { return 0 }
    let room = min(size.columns - position.column, limit ?? .max)
    guard room > 0 else { return 0 }
    let measure = measure
    return text.withUTF8Bytes { bytes in
      withRow(position.row) { row in
        var writer = RowWriter(row: row, start: position.column, room: room, style: style)
        writer.write(bytes, measure: measure, overflow: overflow)
        return writer.used
      }
    }
  }

  /// Writes text on a row of a rectangle, clipped at the rectangle's edges.
  ///
  /// - Parameters:
  ///   - text: Any text, trusted or not; a line break in it is shown as one blank.
  ///   - rect: The room.
  ///   - row: The row, counted from the rectangle's top.
  ///   - column: The column, counted from the rectangle's left edge, where the room begins.
  ///   - style: How the text looks.
  ///   - alignment: Where the text stands in its room.
  ///   - overflow: What happens when it is wider than its room.
  /// - Returns: The columns written.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, in rect: Rect, row: Int = 0, column: Int = 0,
    style: Style = .plain, alignment: Alignment = .leading, overflow: Overflow = .clip
  ) -> Int {
    guard row >= 0, row < rect.height, column >= 0, column < rect.width else { return 0 }
    let room = rect.width - column
    var indent = 0
    if alignment != .leading {
      let free = max(0, room - measure.columns(of: text))
      indent = alignment == .centre ? free / 2 : free
    }
    return put(
      text, at: rect.position(column: column + indent, row: row), style: style,
      limit: room - indent, overflow: overflow)
  }

  /// Writes pieces of text of different styles one after the other on a row of a rectangle.
  ///
  /// - Parameters:
  ///   - pieces: Texts with their styles.
  ///   - rect: The room.
  ///   - row: The row, counted from the rectangle's top.
  ///   - column: The column, counted from the rectangle's left edge.
  /// - Returns: The columns written.
  @discardableResult
  package mutating func put(
    _ pieces: [(text: String, style: Style)], in rect: Rect, row: Int = 0, column: Int = 0
  ) -> Int {
    var used = 0
    for piece in pieces {
      let end = column.addingReportingOverflow(used)
      guard !end.overflow, end.partialValue < rect.width else { break }
      used += put(piece.text, in: rect, row: row, column: end.partialValue, style: piece.style)
    }
    return used
  }
}

/// Writes scrubbed text into the cells of one row and keeps double-width characters whole.
struct RowWriter {
  private let row: UnsafeMutableBufferPointer<Cell>
  private let start: Int
  private let end: Int
  private let style: Style
  private var column: Int

  /// Starts writing.
  ///
  /// - Parameters:
  ///   - row: The cells of the whole row.
  ///   - start: The first column written, inside the row.
  ///   - room: The most columns written, at least one.
  ///   - style: How the text looks.
  init(row: UnsafeMutableBufferPointer<Cell>, start: Int, room: Int, style: Style) {
    self.row = row
    self.start = start
    self.end = start + min(room, row.count - start)
    self.style = style
    self.column = start
  }

  /// Columns written so far.
  var used: Int { column - start }

  /// Writes a text up to the end of the room.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - measure: How wide ambiguous scalars are.
  ///   - overflow: What happens when the text is wider than the room.
  mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, measure: TextWidth, overflow: Frame.Overflow
  ) {
    var cursor = ClusterCursor(bytes, measure: measure)
    while column < end || overflow == .ellipsis, let cluster = cursor.next() {
      if cluster.columns <= end - column {
        place(cluster)
        continue
      }
      // A tab is only blank, so it may be cut.
      if cluster.kind == .tab { fill(to: end) }
      if overflow == .ellipsis { placeEllipsis(measure) }
      break
    }
    finish()
  }

  /// Fills the rest of the room with blanks.
  mutating func fill() {
    fill(to: end)
    finish()
  }

  private mutating func place(_ cluster: Cluster) {
    if cluster.kind == .tab {
      fill(to: column + cluster.columns)
      return
    }
    beginIfNeeded()
    row[column] = Cell(
      base: cluster.base, marks: cluster.marks, width: cluster.columns, style: style)
    if cluster.columns == 2 { row[column + 1] = .continuation(style) }
    column += cluster.columns
  }

  private mutating func fill(to end: Int) {
    beginIfNeeded()
    while column < end {
      row[column] = .blank(style)
      column += 1
    }
  }

  /// Takes back as much of the text's end as the ellipsis needs.
  private mutating func placeEllipsis(_ measure: TextWidth) {
    let width = measure.ambiguousIsWide ? 2 : 1
    let target = end - width
    guard target >= start else { return fill(to: end) }
    if target < column { RowWriter.separate(row, before: target) }
    column = min(column, target)
    place(
      Cluster(
        kind: .text, base: 0x2026, marks: .none, columns: width, start: 0, end: 0, isJoined: false))
    fill(to: end)
  }

  /// Keeps the first column written from tearing a character that begins before it.
  private func beginIfNeeded() {
    if column == start, start < end { RowWriter.separate(row, before: start) }
  }

  /// Blanks the second half of a character whose first half was overwritten.
  private func finish() {
    if column > start, column < row.count, row[column].isContinuation {
      row[column] = .blank(row[column].style)
    }
  }

  /// Makes sure that no double-width character spans the border before a column: what would be
  /// torn becomes blank on both sides.
  ///
  /// - Parameters:
  ///   - row: The cells of the whole row.
  ///   - column: The column the border lies before; beyond the row there is none.
  static func separate(_ row: UnsafeMutableBufferPointer<Cell>, before column: Int) {
    guard column > 0, column < row.count, row[column].isContinuation else { return }
    row[column - 1] = .blank(row[column - 1].style)
    row[column] = .blank(row[column].style)
  }
}

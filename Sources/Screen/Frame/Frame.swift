/// A whole screen as a value: a grid of styled cells and the place of the cursor.
///
/// Whatever is drawn is clipped at the frame's edges and scrubbed on its way in, so no caller can
/// send a control character to the terminal, tear a double-width character apart or draw over the
/// edge. Rows are complete at all times: the widths of a row's cells add up to its columns.
package struct Frame: Equatable, Sendable {
  /// Columns and rows, at most those of ``largest``.
  package let size: Size
  /// The one measure of text for this frame.
  package let measure: TextWidth
  /// What lines are drawn with.
  package let strokes: Strokes
  /// Where the terminal's cursor stands, since input methods and screen readers follow it; hidden
  /// when there is none.
  package var cursor: Position?
  /// What can be pointed at; a later zone lies above an earlier one.
  package private(set) var zones: [Zone] = []
  /// All cells, row after row.
  private(set) var cells: [Cell]

  /// The largest frame; what terminals claim beyond is left blank.
  package static let largest = Size(columns: 1_000, rows: 500)

  /// Makes an empty frame.
  ///
  /// - Parameters:
  ///   - size: Columns and rows, made smaller beyond ``largest``.
  ///   - measure: How text is measured.
  ///   - strokes: What lines are drawn with; ASCII whenever ambiguous scalars are wide, since line
  ///     drawing is ambiguous.
  package init(_ size: Size, measure: TextWidth = .standard, strokes: Strokes = .box) {
    self.size = Size(
      columns: min(size.columns, Self.largest.columns), rows: min(size.rows, Self.largest.rows))
    self.measure = measure
    self.strokes = measure.ambiguousIsWide ? .ascii : strokes
    self.cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }

  /// All of the frame.
  package var bounds: Rect { Rect(size) }

  /// Says that a part of the frame stands for something.
  ///
  /// - Parameter zone: Where, and for what; an empty one counts for nothing.
  package mutating func add(_ zone: Zone) {
    if !zone.rect.isEmpty { zones.append(zone) }
  }

  /// What can be pointed at, at a position.
  ///
  /// - Parameter position: A cell.
  /// - Returns: nil for nothing in particular. Linear in the number of zones.
  package func zone(at position: Position) -> Zone? {
    zones.last { $0.rect.contains(position) }
  }

  /// Reads a cell.
  ///
  /// - Parameter position: Which cell.
  /// - Returns: Nothing outside the frame.
  package func cell(at position: Position) -> Cell? {
    guard bounds.contains(position) else { return nil }
    return cells[position.row * size.columns + position.column]
  }

  /// The rows as text, without blanks at their ends, for tests and for the linear mode.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for cell in cells(inRow: row) {
        cell.forEachScalar { line.unicodeScalars.append($0) }
      }
      let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
      return String(line[..<end])
    }
  }

  /// The rows as one text, for tests.
  package var text: String { lines.joined(separator: "\n") }

  /// The cells of one row.
  ///
  /// - Parameter row: Which row.
  /// - Returns: Its cells from the left; none outside the frame.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Whether a row shows the same as the row of another frame of the same size.
  ///
  /// - Parameters:
  ///   - row: Which row.
  ///   - other: The other frame.
  /// - Returns: Whether all cells are equal; false when the sizes differ.
  package func rowEquals(_ row: Int, of other: Frame) -> Bool {
    guard size == other.size, row >= 0, row < size.rows else { return false }
    // Compared as bytes: this runs over every cell of the screen at every key.
    let range = row * size.columns..<(row + 1) * size.columns
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { others in
        let mine = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: mine[range]))
        let others = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: others[range]))
        var differences = SIMD8<UInt64>.zero
        var offset = 0
        while offset + 64 <= mine.count {
          differences |=
            mine.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
            ^ others.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
          offset += 64
        }
        while offset < mine.count {
          differences[0] |=
            mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            ^ others.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          offset += 8
        }
        return differences == .zero
      }
    }
  }

  /// Lets the body write the cells of a row directly.
  ///
  /// - Parameters:
  ///   - row: A row inside the frame.
  ///   - body: Gets the row's cells.
  /// - Returns: What the body returned.
  mutating func withRow<Result>(
    _ row: Int, _ body: (UnsafeMutableBufferPointer<Cell>) -> Result
  ) -> Result {
    let columns = size.columns
    return cells.withUnsafeMutableBufferPointer { all in
      body(UnsafeMutableBufferPointer(rebasing: all[row * columns..<(row + 1) * columns]))
    }
  }
}

internal import CNcurses
internal import CTerminal
internal import Screen

/// Brings frames onto the screen that ncurses keeps: only rows that differ from the frame before
/// are handed over, and ncurses sends only what differs within them.
struct Painter {
  private var shown: Frame?
  private var palette: Palette
  private let colours: Int
  /// One row of cells in the shape ncurses takes.
  private var row: UnsafeMutablePointer<cchar_t>
  private var rowCapacity: Int
  private var cursorIsShown = true
  private var cursor = Position.zero
  private var overlay: [OverlaidCell] = []

  /// A cell that takes two columns on the terminal and one in ncurses' reckoning.
  private struct OverlaidCell {
    var position: Position
    var cell: Cell
  }

  /// Prepares for painting; ncurses must have been started.
  ///
  /// - Parameter theme: Turns meanings into colours.
  init(theme: Theme) {
    colours = Int(cn_start_colors())
    palette = Palette(theme: theme, colours: colours, pairLimit: Int(cn_pair_limit()))
    rowCapacity = 256
    row = .allocate(capacity: rowCapacity)
  }

  /// Frees what was allocated; the painter is not used again.
  func finish() {
    row.deallocate()
  }

  /// Forgets what the screen shows, so that the next frame is painted whole.
  mutating func forget() {
    shown = nil
    cn_clear_physical()
  }

  /// Uses another theme from the next frame on.
  ///
  /// - Parameter theme: Turns meanings into colours.
  mutating func use(_ theme: Theme) {
    palette = Palette(theme: theme, colours: colours, pairLimit: Int(cn_pair_limit()))
    shown = nil
  }

  /// Paints a frame.
  ///
  /// - Parameters:
  ///   - frame: What is to be seen from now on.
  ///   - size: The terminal's size. A frame of another size, painted before the program heard of a
  ///     resize, is cut or leaves blanks.
  mutating func paint(_ frame: Frame, size: Size) {
    let isSameSize = shown?.size == frame.size && frame.size == size
    if !isSameSize {
      cn_erase()
      overlay = []
    }
    var isChanged = !isSameSize || frame.cursor != shown?.cursor
    for y in 0..<min(frame.size.rows, size.rows) {
      if isSameSize, let shown, frame.rowEquals(y, of: shown) { continue }
      isChanged = true
      if !overlay.isEmpty { overlay.removeAll { $0.position.row == y } }
      put(frame.cells(inRow: y), row: y, columns: min(frame.size.columns, size.columns))
      if y == size.rows - 1 { bareLastCell(frame.cells(inRow: y), row: y, columns: size.columns) }
    }
    shown = frame
    guard isChanged || !overlay.isEmpty else { return }
    park(frame.cursor, size: size)
    cn_refresh()
  }

  // MARK: - Cells

  private mutating func put(_ cells: ArraySlice<Cell>, row y: Int, columns: Int) {
    if rowCapacity < columns {
      row.deallocate()
      rowCapacity = columns
      row = .allocate(capacity: rowCapacity)
    }
    var count = 0
    var column = 0
    for cell in cells {
      guard column + cell.width <= columns else { break }
      column += cell.width
      switch cell.width {
      case 1: count = add(cell, at: count, row: y, column: column - 1)
      case 2: count = addWide(cell, at: count, row: y, column: column - 2)
      default: break
      }
    }
    cn_put_row(Int32(y), row, Int32(count))
  }

  /// Writes the character in the lower right corner again without its marks: there the cursor stays
  /// behind, and a terminal would join them to the character before.
  private mutating func bareLastCell(_ cells: ArraySlice<Cell>, row y: Int, columns: Int) {
    guard cells.count == columns, let cell = cells.last(where: { !$0.isContinuation }),
      cell.hasMarks, cn_width(cell.base) == cell.width
    else { return }
    write(cell.base, cell.style, at: 0)
    cn_put_cell(Int32(y), Int32(columns - cell.width), row)
  }

  private mutating func add(_ cell: Cell, at index: Int, row: Int, column: Int) -> Int {
    // ASCII is the same to every C library.
    if cell.base >= 0x80 && cn_width(cell.base) != 1 {
      write(0x3F, cell.style, at: index)
    } else if cell.hasMarks {
      write(cell, at: index)
    } else {
      write(cell.base, cell.style, at: index)
    }
    return index + 1
  }

  private mutating func addWide(_ cell: Cell, at index: Int, row: Int, column: Int) -> Int {
    if cn_width(cell.base) == 2 {
      write(cell, at: index)
      return index + 1
    }
    // Two blanks as far as ncurses knows; the character itself is written over them afterwards.
    write(0x20, cell.style, at: index)
    write(0x20, cell.style, at: index + 1)
    overlay.append(OverlaidCell(position: Position(column: column, row: row), cell: cell))
    return index + 2
  }

  private mutating func write(_ scalar: UInt32, _ style: Style, at index: Int) {
    let rendition = palette.rendition(of: style)
    withUnsafePointer(to: scalar) {
      cn_make_cell(row, Int32(index), $0, 1, rendition.attributes, rendition.pair)
    }
  }

  private mutating func write(_ cell: Cell, at index: Int) {
    let rendition = palette.rendition(of: cell.style)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 5) { scalars in
      var count: Int32 = 0
      cell.forEachScalar { scalar in
        // Only a mark that ncurses takes for one may follow the base.
        guard count < 5, count == 0 || cn_width(scalar.value) == 0 else { return }
        scalars[Int(count)] = scalar.value
        count += 1
      }
      guard let start = scalars.baseAddress else { return }
      cn_make_cell(row, Int32(index), start, count, rendition.attributes, rendition.pair)
    }
  }

  // MARK: - Cursor

  /// Puts the real cursor where the frame has it: input methods open their window there.
  private mutating func park(_ position: Position?, size: Size) {
    let isShown = position != nil
    if isShown != cursorIsShown {
      curs_set(isShown ? 1 : 0)
      cursorIsShown = isShown
    }
    if let position {
      cursor = Position(
        column: min(position.column, max(0, size.columns - 1)),
        row: min(position.row, max(0, size.rows - 1)))
    }
    cn_move(Int32(cursor.row), Int32(cursor.column))
  }

  // MARK: - Overlay

  /// The bytes that write what ncurses reckons narrower than the terminal shows it, each at its
  /// own place, and return the cursor; empty for most terminals.
  mutating func overlayText() -> [UInt8] {
    guard !overlay.isEmpty else { return [] }
    var bytes: [UInt8] = []
    for item in overlay {
      let rendition = palette.rendition(of: item.cell.style)
      bytes += Self.address(item.position)
      cn_switch_attributes(rendition.attributes, rendition.pair, ct_put)
      bytes += Self.gathered()
      bytes += Array(item.cell.text.utf8)
    }
    cn_switch_attributes(cn_attributes(0), 0, ct_put)
    return bytes + Self.gathered() + Self.address(cursor)
  }

  private static func address(_ position: Position) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      let count = cn_cursor_address(
        Int32(position.row), Int32(position.column), buffer.baseAddress, 64)
      return buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }
  }

  private static func gathered() -> [UInt8] {
    var count = 0
    guard let start = ct_gathered(&count) else { return [] }
    return UnsafeRawBufferPointer(start: start, count: count).map { $0 }
  }
}

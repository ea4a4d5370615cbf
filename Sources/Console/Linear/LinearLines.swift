import Screen

/// The paragraphs of a pane, broken into lines of the screen's width.
struct LinearLines {
  /// One line of the screen.
  struct Line {
    var paragraph: Int
    var text: Substring
  }

  /// All lines.
  private(set) var lines: [Line] = []
  /// The first line of each paragraph.
  private(set) var starts: [Int] = []
  /// Where the caret stands in the paragraph that has the focus: its line and column; nil when
  /// nothing is being written there.
  private(set) var caret: (line: Int, column: Int)?
  private let pane: LinearPane

  /// - Parameters:
  ///   - pane: what is read.
  ///   - columns: how wide the screen is.
  ///   - measure: how text is measured.
  init(_ pane: LinearPane, columns: Int, measure: TextWidth) {
    self.pane = pane
    for (index, paragraph) in pane.paragraphs.enumerated() {
      starts.append(lines.count)
      let width = paragraph.caret == nil ? columns : LinearPane.typedColumns(columns)
      let wrap = TextWrap(paragraph.text, columns: width, measure: measure)
      if index == pane.current, let place = paragraph.caret {
        let position = wrap.position(of: place)
        caret = (lines.count + position.row, position.column)
      }
      lines += wrap.lines.indices.map { Line(paragraph: index, text: wrap.shown($0)) }
    }
  }

  /// The line behind a paragraph's last one.
  func end(of paragraph: Int) -> Int {
    starts.indices.contains(paragraph + 1) ? starts[paragraph + 1] : lines.count
  }

  /// The line that is read now: the caret's, the first one of what has the focus, or wherever the
  /// person reads.
  func position(_ reading: Reading?) -> Int {
    guard !starts.isEmpty else { return 0 }
    guard let reading else { return caret?.line ?? start(of: pane.current) }
    let paragraph = max(0, min(pane.current + reading.paragraph, starts.count - 1))
    return max(0, min(starts[paragraph] + reading.line, end(of: paragraph) - 1))
  }

  private func start(of paragraph: Int) -> Int {
    starts.indices.contains(paragraph) ? starts[paragraph] : 0
  }

  /// The paragraph a line belongs to.
  func paragraph(of line: Int) -> Int { lines.indices.contains(line) ? lines[line].paragraph : 0 }

  /// The lines that are seen.
  ///
  /// A page begins with a paragraph, so that nothing moves but the cursor until the page is left.
  ///
  /// - Parameters:
  ///   - position: the line that is read.
  ///   - rows: how many lines there is room for.
  ///   - isReading: whether the person reads on, instead of moving what has the focus.
  /// - Returns: a stretch of ``lines``, with the position in it.
  func window(around position: Int, rows: Int, isReading: Bool) -> Range<Int> {
    guard !lines.isEmpty, rows > 0 else { return 0..<0 }
    let here = paragraph(of: position)
    var top = 0
    if pane.isNewestLast {
      let last = end(of: here)
      top =
        isReading
        ? position : last - starts[here] > rows ? starts[here] : max(0, last - rows)
    } else {
      for paragraph in 0...here where end(of: paragraph) - top > rows && starts[paragraph] > top {
        top = starts[paragraph]
      }
    }
    while position >= top + rows { top += rows }
    return top..<min(lines.count, top + rows)
  }
}

extension TextWrap {
  /// Where a caret before a character of the source is shown. A caret where the text was broken
  /// stands at the beginning of the later line; one among hanging blanks at the line's end.
  ///
  /// - Parameter index: A place in the source.
  /// - Returns: The column and row, counted from the upper left corner of the wrapped text. The
  ///   cost is linear in the length of one line.
  package func position(of index: String.Index) -> Position {
    let row = row(of: index)
    guard lines.indices.contains(row) else { return .zero }
    let line = lines[row]
    let end = min(max(index, line.shown.lowerBound), line.shown.upperBound)
    let columns = measure.columns(of: text[line.shown.lowerBound..<end])
    return Position(column: min(columns, line.columns), row: row)
  }

  /// The line that a place in the source belongs to.
  ///
  /// - Parameter index: A place in the source.
  /// - Returns: The line's index; the last line for the end of the text. Logarithmic in the number
  ///   of lines.
  package func row(of index: String.Index) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The place in the source that a position shows, for moving a caret up and down.
  ///
  /// - Parameter position: A column and row, counted from the upper left corner of the wrapped
  ///   text; beyond the last row the last one is meant, beyond the end of a line its end.
  /// - Returns: A place before a whole character. The cost is linear in the length of one line.
  package func index(at position: Position) -> String.Index {
    let row = min(position.row, lines.count - 1)
    guard lines.indices.contains(row) else { return text.startIndex }
    let line = lines[row]
    var column = 0
    var last = line.shown.lowerBound
    let shown = text[line.shown]
    for index in shown.indices {
      let next = shown.index(after: index)
      last = index
      column += measure.columns(of: shown[index..<next], from: column)
      if column > position.column { return index }
    }
    // The end of a line that goes on is shown at the beginning of the next one, so the caret stays
    // before the last character, unless blanks hang there.
    let staysBefore = !line.endsParagraph && line.shown.upperBound == line.range.upperBound
    return staysBefore ? last : line.shown.upperBound
  }
}

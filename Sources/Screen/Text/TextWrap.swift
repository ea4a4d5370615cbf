/// A text broken into lines of at most so many columns, with the way back from every line to the
/// source, so that a caret can be placed and moved.
///
/// Words are kept whole, text in Han and kana breaks anywhere except where punctuation forbids it,
/// and what is longer than a line is broken where the line ends. Blanks at the end of a line hang
/// over its edge. Making it is linear in the length of the text.
package struct TextWrap: Equatable, Sendable {
  /// One line of the result.
  package struct Line: Hashable, Sendable {
    /// All of the source that belongs to the line, with hanging blanks and the line break. The
    /// ranges of all lines follow each other without a gap.
    package let range: Range<String.Index>
    /// What is to be shown of it.
    package let shown: Range<String.Index>
    /// The columns that what is shown takes.
    package let columns: Int
    /// Whether a line break, or the end of the text, ends the line; else the next one goes on.
    package let endsParagraph: Bool
  }

  /// The source.
  package let text: String
  /// The lines, at least one.
  package let lines: [Line]
  /// How the text was measured.
  package let measure: TextWidth

  /// Breaks a text into lines.
  ///
  /// To keep a caret after a full last line visible, wrap at one column less than there is room.
  ///
  /// - Parameters:
  ///   - text: Any text, trusted or not.
  ///   - columns: The most columns a line takes; less than one counts as one.
  ///   - measure: How text is measured.
  ///   - limit: The most lines that are made; the rest of the text then belongs to none. Use it
  ///     where only the first lines are seen.
  package init(
    _ text: String, columns: Int, measure: TextWidth = .standard, limit: Int = .max
  ) {
    self.text = text
    self.measure = measure
    let breaks = text.withUTF8Bytes { bytes in
      var breaker = LineBreaker(
        bytes, columns: max(1, columns), measure: measure, limit: max(1, limit))
      return breaker.run()
    }
    // Stepping by the distance between two offsets keeps this linear however the text is stored.
    var known = text.startIndex
    var knownOffset = 0
    func index(_ offset: Int) -> String.Index {
      known =
        text.utf8.index(known, offsetBy: offset - knownOffset, limitedBy: text.endIndex)
        ?? text.endIndex
      knownOffset = offset
      return known
    }
    self.lines = breaks.map { line in
      let start = index(line.start)
      let shownEnd = index(line.shownEnd)
      let end = index(line.end)
      return Line(
        range: start..<end, shown: start..<shownEnd, columns: line.columns,
        endsParagraph: line.endsParagraph)
    }
  }

  /// What is to be shown on a line.
  ///
  /// - Parameter line: The line's index.
  /// - Returns: A piece of the source; empty where there is no such line.
  package func shown(_ line: Int) -> Substring {
    lines.indices.contains(line) ? text[lines[line].shown] : ""
  }
}

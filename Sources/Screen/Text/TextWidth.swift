/// The one measure of how many columns text takes on the screen.
///
/// It counts what a ``Frame`` shows: joiners, variation selectors and skin tones count nothing, a
/// control character counts as the sign shown for it, a line break as one blank, a tab up to the
/// next stop. It agrees with the C library's `wcwidth`, which ncurses goes by.
package struct TextWidth: Hashable, Sendable {
  /// Whether scalars of ambiguous width (`…`, `“`, `①`, Greek, Cyrillic) take two columns, as
  /// some East Asian terminals are set to show them.
  package let ambiguousIsWide: Bool

  /// Makes a measure.
  ///
  /// - Parameter ambiguousIsWide: Whether scalars of ambiguous width take two columns.
  package init(ambiguousIsWide: Bool) {
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// The measure of most terminals: ambiguous scalars take one column.
  package static let standard = TextWidth(ambiguousIsWide: false)

  /// How many columns a text takes on one line.
  ///
  /// - Parameters:
  ///   - text: Any text, trusted or not.
  ///   - column: The column the text starts in, from which tabs are counted.
  /// - Returns: Columns, linear in the length of the text.
  package func columns(of text: some StringProtocol, from column: Int = 0) -> Int {
    text.withUTF8Bytes { bytes in
      var cursor = ClusterCursor(bytes, measure: self, column: Coordinate.bounded(column))
      let start = cursor.column
      while cursor.next() != nil {}
      return cursor.column - start
    }
  }

  /// The beginning of a text that fits into some columns.
  ///
  /// - Parameters:
  ///   - text: Any text, trusted or not.
  ///   - columns: The room there is.
  ///   - ellipsis: What replaces the end of a text that does not fit; empty for a clean cut.
  /// - Returns: The text itself when it fits, else its scrubbed beginning with the ellipsis. It
  ///   costs no more than the room, however long the text.
  package func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    let reserved = self.columns(of: ellipsis)
    return text.withUTF8Bytes { bytes in
      var cursor = ClusterCursor(bytes, measure: self)
      var fitting = ""
      while let cluster = cursor.next() {
        if cursor.column > columns {
          return reserved <= columns ? fitting + ellipsis : fitting
        }
        if cursor.column <= columns - reserved { cluster.append(to: &fitting) }
      }
      return text
    }
  }
}

/// Finds where a text is to be broken into lines, in one pass.
struct LineBreaker {
  /// A line as offsets in UTF-8 bytes.
  struct Line {
    /// Where the line starts.
    var start: Int
    /// Where what is shown of it ends.
    var shownEnd: Int
    /// Where it ends, with hanging blanks and the line break.
    var end: Int
    /// Columns of what is shown.
    var columns: Int
    /// Whether a line break or the end of the text ends it.
    var endsParagraph: Bool
  }

  /// A place where a line may end.
  private struct Place {
    /// Where the next line would start.
    var offset: Int
    /// Columns up to there, hanging blanks included.
    var column: Int
    /// What fits into the line before it.
    var fit: Fit
  }

  /// What fits into a line.
  private struct Fit {
    var end: Int
    var columns: Int
  }

  private var cursor: ClusterCursor
  private let width: Int
  private let limit: Int
  private var lines: [Line] = []
  private var start = 0
  private var column = 0
  private var fit = Fit(end: 0, columns: 0)
  /// The line up to the last piece that is not blank.
  private var ink = Fit(end: 0, columns: 0)
  /// The last place where the text asks for a break.
  private var opportunity: Place?
  /// The last place where a word too long for the line may be broken.
  private var emergency: Place?
  private var previous = BreakClass.blank

  /// Prepares to break a text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - columns: The most columns of a line, at least one.
  ///   - measure: How text is measured.
  ///   - limit: The most lines, at least one.
  init(_ bytes: UnsafeBufferPointer<UInt8>, columns: Int, measure: TextWidth, limit: Int) {
    self.cursor = ClusterCursor(bytes, measure: measure)
    self.width = columns
    self.limit = limit
  }

  /// Breaks the text.
  ///
  /// - Returns: At least one line.
  mutating func run() -> [Line] {
    while lines.count < limit {
      cursor.column = column
      guard let cluster = cursor.next() else {
        end(at: cursor.offset, endsParagraph: true)
        break
      }
      if cluster.kind == .lineBreak {
        end(at: cluster.end, endsParagraph: true)
        begin(at: cluster.end, column: 0)
        fit = Fit(end: cluster.end, columns: 0)
        ink = fit
        previous = .blank
      } else {
        add(cluster)
      }
    }
    return Array(lines.prefix(limit))
  }

  private mutating func add(_ cluster: Cluster) {
    let next = BreakClass(cluster, after: previous)
    if next != .blank {
      note(cluster, next)
      // A word may need a second break where double width left a column free.
      while column + cluster.columns > width, cluster.start > start {
        wrap(before: cluster)
      }
    }
    column &+= cluster.columns
    if column <= width || next != .blank { fit = Fit(end: cluster.end, columns: column) }
    if next != .blank { ink = Fit(end: cluster.end, columns: column) }
    previous = next
  }

  /// Remembers where a line may end before a piece.
  private mutating func note(_ cluster: Cluster, _ next: BreakClass) {
    guard cluster.start > start, !cluster.isJoined else { return }
    let place = Place(offset: cluster.start, column: column, fit: fit)
    if previous.allowsBreak(before: next) { opportunity = place }
    if next != .closing, next != .wideClosing { emergency = place }
  }

  private mutating func wrap(before cluster: Cluster) {
    let place =
      opportunity ?? emergency ?? Place(offset: cluster.start, column: column, fit: fit)
    fit = place.fit
    end(at: place.offset, endsParagraph: false)
    begin(at: place.offset, column: column - place.column)
    ink = Fit(end: max(start, ink.end), columns: max(0, ink.columns - place.column))
    // Blanks before the piece may hang over the edge of the new line too.
    fit = column <= width ? Fit(end: cluster.start, columns: column) : ink
  }

  private mutating func end(at offset: Int, endsParagraph: Bool) {
    lines.append(
      Line(
        start: start, shownEnd: fit.end, end: offset, columns: min(fit.columns, width),
        endsParagraph: endsParagraph))
  }

  private mutating func begin(at offset: Int, column: Int) {
    start = offset
    self.column = column
    opportunity = nil
    emergency = nil
  }
}

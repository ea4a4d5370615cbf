import Screen

/// What is read in the linear view: paragraphs in reading order, one of which has the focus.
struct LinearPane {
  /// What it is and which case it belongs to, in a few words.
  var title: String
  /// From top to bottom.
  var paragraphs: [LinearParagraph] = []
  /// The paragraph that has the focus, counted in ``paragraphs``.
  var current = 0
  /// What the entries of the paragraphs stand for when they are pointed at.
  var kind: PointedKind?
  /// What has the focus stands at the lower edge, with what came before above it.
  var isNewestLast = false

  /// - Parameter title: what it is and which case it belongs to.
  init(_ title: String) { self.title = title }

  /// Adds a paragraph that is only read; an empty one counts for nothing.
  mutating func add(_ text: String) {
    if !text.isEmpty { paragraphs.append(LinearParagraph(text)) }
  }

  /// Adds a paragraph that can be selected.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - entry: which entry it is.
  ///   - isCurrent: whether it has the focus.
  mutating func add(_ text: String, entry: Int, isCurrent: Bool) {
    if isCurrent { current = paragraphs.count }
    paragraphs.append(LinearParagraph(text, entry: entry))
  }

  /// Adds what is being written.
  ///
  /// - Parameters:
  ///   - lead: what stands before it on the same line.
  ///   - editor: the words and the caret.
  ///   - entry: which entry it is, where it is one.
  ///   - isCurrent: whether the cursor goes there.
  mutating func add(_ lead: String, _ editor: Editor, entry: Int? = nil, isCurrent: Bool = true) {
    if isCurrent { current = paragraphs.count }
    var paragraph = LinearParagraph(lead + editor.text, entry: entry)
    let offset =
      lead.utf8.count
      + editor.text.utf8.distance(
        from: editor.text.startIndex, to: editor.caret)
    paragraph.caret = paragraph.text.utf8.index(
      paragraph.text.startIndex, offsetBy: offset, limitedBy: paragraph.text.endIndex)
    paragraphs.append(paragraph)
  }

  /// The smallest screen that something can be read on.
  static let least = Size(columns: 20, rows: 3)

  /// Whether a screen is large enough.
  static func fits(_ size: Size) -> Bool {
    size.columns >= least.columns && size.rows >= least.rows
  }

  /// How wide words are that are being written: a column stays free for the caret.
  static func typedColumns(_ columns: Int) -> Int { max(8, columns - 1) }
}

/// Something that is read in one go.
struct LinearParagraph {
  var text: String
  /// Which entry of a list, a form or a conversation it is; nil for what is only read.
  var entry: Int?
  /// Where the caret stands while it is being written.
  var caret: String.Index?

  init(_ text: String, entry: Int? = nil) {
    self.text = text
    self.entry = entry
  }
}

/// A place in the linear view besides what has the focus, which is there to be read.
package struct Reading: Equatable, Sendable {
  /// Which paragraph, counted from the one that has the focus; negative before it.
  var paragraph: Int
  /// Which line of it, from 0.
  var line: Int
}

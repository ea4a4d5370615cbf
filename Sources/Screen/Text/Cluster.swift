/// A piece of text that is shown in one cell, or two neighbouring ones, after scrubbing.
struct Cluster {
  /// What kind of piece it is.
  enum Kind {
    /// Something to be seen, or a space.
    case text
    /// Blank up to the next tab stop.
    case tab
    /// An end of line, shown as one blank where lines cannot end.
    case lineBreak
  }

  /// What kind of piece it is.
  var kind: Kind
  /// The scalar shown.
  var base: UInt32
  /// What joins it.
  var marks: Marks
  /// Columns taken.
  var columns: Int
  /// Where the piece starts in the source, in UTF-8 bytes.
  var start: Int
  /// Where the piece ends in the source, in UTF-8 bytes; what is not shown belongs to the piece
  /// before it.
  var end: Int
  /// Whether the source joins the piece to the one before it (an emoji sequence, a flag).
  var isJoined: Bool

  /// Whether the piece is blank.
  var isBlank: Bool { base == 0x20 || base == 0x3000 }
}

/// One cell of a frame: what is shown in it and how.
///
/// A character of double width takes two cells; the second one is its continuation, of width zero.
package struct Cell: Hashable, Sendable {
  /// The base scalar in the low bits, the width above them.
  private var head: UInt32
  /// How the cell looks.
  package internal(set) var style: Style
  /// Fills the gap before the marks, so that a cell is nothing but its three words' bytes and rows
  /// can be compared by them.
  private let gap: UInt8 = 0
  private(set) var marks: Marks

  /// Makes a cell of a scrubbed piece of text.
  ///
  /// - Parameters:
  ///   - base: The scalar shown, or zero for a continuation.
  ///   - marks: What joins it.
  ///   - width: Columns, 0…2.
  ///   - style: How the cell looks.
  init(base: UInt32, marks: Marks = .none, width: Int, style: Style) {
    self.head = base | UInt32(width) << 24
    self.style = style
    self.marks = marks
  }

  /// A cell with nothing to be seen but its ground.
  ///
  /// - Parameter style: How the cell looks.
  /// - Returns: The cell.
  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(base: 0x20, width: 1, style: style)
  }

  /// The second half of a double-width character.
  ///
  /// - Parameter style: How the cell looks, as its first half.
  /// - Returns: The cell.
  static func continuation(_ style: Style) -> Cell {
    Cell(base: 0, width: 0, style: style)
  }

  /// The number of the scalar shown, zero in a continuation.
  package var base: UInt32 { head & 0xFF_FFFF }

  /// Columns taken: 1, 2, or 0 for a continuation.
  package var width: Int { Int(head >> 24) }

  /// Whether the cell is the second half of the character in the cell before it.
  package var isContinuation: Bool { head >> 24 == 0 }

  /// Whether marks join the base.
  package var hasMarks: Bool { !marks.isEmpty }

  /// What is shown, as text; empty in a continuation.
  package var text: String {
    var text = ""
    forEachScalar { text.unicodeScalars.append($0) }
    return text
  }

  /// Calls for every scalar shown: the base, then up to four marks; not at all in a continuation.
  ///
  /// - Parameter body: What is done with a scalar.
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    guard !isContinuation else { return }
    body(Unicode.Scalar(base) ?? "\u{FFFD}")
    marks.forEach { body(Unicode.Scalar($0) ?? "\u{FFFD}") }
  }
}

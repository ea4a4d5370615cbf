/// One entry of a lexicon: words as people type them, with room for what varies.
///
/// | sign | stands for |
/// |---|---|
/// | `(a\|b\|)` | one of these; an empty one makes it optional |
/// | `…` | anything within the same sentence, up to a few words |
/// | `#` | a number, in digits or words |
/// | `^` at the start | the beginning of a clause |
/// | `$` at the end | the end of a clause |
/// | `~` at an end | English letters may go on there: `refund~` is also `refunded` |
///
/// English words stand alone unless `~` says otherwise; case, script and width never matter.
struct WordPattern: Equatable, Sendable {
  /// A part that stands in one piece.
  enum Piece: Equatable, Sendable {
    /// One of these folded texts.
    case words([[UInt32]])
    case number
  }

  /// The parts in order; one to four.
  var pieces: [Piece] = []
  /// For each piece, whether other words may stand before it.
  var gapBefore: [Bool] = []
  var atClauseStart = false
  var atClauseEnd = false
  var openLeft = false
  var openRight = false

  /// Most parts one pattern may have.
  static let mostPieces = 4
  /// Most texts the alternatives of one part may amount to.
  static let mostAlternatives = 256
}

/// Why an entry of a lexicon cannot be read.
enum WordPatternError: Error, Equatable, CustomStringConvertible {
  case empty, unclosed, unopened, nested, tooManyPieces, tooManyAlternatives, gapAtEdge
  case emptyPiece

  var description: String {
    switch self {
    case .empty: "it is empty; write at least one word"
    case .unclosed: "“(” is never closed; add “)”"
    case .unopened: "“)” or “|” stands outside parentheses; put “(” before it"
    case .nested: "“(” stands inside parentheses; write the alternatives side by side"
    case .tooManyPieces: "it has more than four parts; split it into two entries"
    case .tooManyAlternatives: "its alternatives amount to more than 256 texts; split the entry"
    case .gapAtEdge: "“…” stands at an edge; put words on both sides of it"
    case .emptyPiece: "all of a part is optional; give it at least one word"
    }
  }
}

extension WordPattern {
  /// Reads an entry.
  ///
  /// - Parameter source: the entry as written.
  /// - Throws: `WordPatternError`.
  init(_ source: String) throws(WordPatternError) {
    var rest = Folding.fold(source).scalars[...]
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    if rest.first == Sign.start {
      atClauseStart = true
      rest.removeFirst()
    }
    if rest.last == Sign.end {
      atClauseEnd = true
      rest.removeLast()
    }
    if rest.first == Sign.open {
      openLeft = true
      rest.removeFirst()
    }
    if rest.last == Sign.open {
      openRight = true
      rest.removeLast()
    }
    guard !rest.isEmpty else { throw .empty }
    var texts: [[UInt32]] = [[]]
    var gap = false
    func trimmed(_ text: [UInt32]) -> [UInt32] {
      var text = text[...]
      while text.first == 0x20 { text.removeFirst() }
      while text.last == 0x20 { text.removeLast() }
      return Array(text)
    }
    func close(_ pattern: inout WordPattern) throws(WordPatternError) {
      let words = texts.map(trimmed)
      texts = [[]]
      if words == [[]] { return }
      guard !words.contains([]) else { throw .emptyPiece }
      pattern.pieces.append(.words(words))
      pattern.gapBefore.append(gap)
      gap = false
    }
    while let sign = rest.popFirst() {
      switch sign {
      case Sign.gap:
        try close(&self)
        guard !pieces.isEmpty, rest.contains(where: { $0 != 0x20 && $0 != Sign.gap }) else {
          throw .gapAtEdge
        }
        gap = true
      case Sign.number:
        try close(&self)
        pieces.append(.number)
        gapBefore.append(gap)
        gap = false
      case Sign.openGroup:
        let choices = try WordPattern.alternatives(&rest)
        texts = texts.flatMap { text in choices.map { text + $0 } }
        guard texts.count <= WordPattern.mostAlternatives else { throw .tooManyAlternatives }
      case Sign.closeGroup, Sign.or: throw .unopened
      default: for index in texts.indices { texts[index].append(sign) }
      }
    }
    try close(&self)
    guard !pieces.isEmpty else { throw .empty }
    guard pieces.count <= WordPattern.mostPieces else { throw .tooManyPieces }
  }

  private enum Sign {
    static let start: UInt32 = 0x5E
    static let end: UInt32 = 0x24
    static let open: UInt32 = 0x7E
    static let gap: UInt32 = 0x2026
    static let number: UInt32 = 0x23
    static let openGroup: UInt32 = 0x28
    static let closeGroup: UInt32 = 0x29
    static let or: UInt32 = 0x7C
  }

  private static func alternatives(
    _ rest: inout ArraySlice<UInt32>
  ) throws(WordPatternError) -> [[UInt32]] {
    var choices: [[UInt32]] = [[]]
    while let sign = rest.popFirst() {
      switch sign {
      case Sign.closeGroup: return choices
      case Sign.or: choices.append([])
      case Sign.openGroup: throw .nested
      default: choices[choices.count - 1].append(sign)
      }
    }
    throw .unclosed
  }
}

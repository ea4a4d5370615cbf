/// A text cut into the smallest things a hint is made of: Chinese characters, words of letters,
/// numbers, a few marks, and where sentences begin and end. Linear to cut.
///
/// What is quoted is recorded, not said: a whole quotation is one token. So is a variable.
struct Tokens: Sendable {
  /// One of them.
  struct Token: Equatable, Sendable {
    /// The same for the same token, never 0.
    var hash: UInt64
    /// Where it stands in the folded text; empty where a sentence begins or ends.
    var range: Range<Int>
    /// Whether it is written against its neighbours without a `_`.
    var isSign: Bool
    /// Whether it is a Chinese character.
    var isHan = false
  }

  /// In the order they stand.
  private(set) var all: [Token] = []
  /// The tokens of each unit of reading: a sentence, or a piece of one that never seems to end.
  private(set) var units: [Range<Int>] = []

  /// Tokens of a unit at most, the first and the last included, so that no text costs more than
  /// its length.
  static let longestUnit = 400

  init(_ text: FoldedText, _ outline: TextOutline) {
    all.reserveCapacity(text.count)
    for sentence in outline.sentences { cut(sentence, of: text, outline) }
  }

  private mutating func cut(
    _ sentence: TextOutline.Sentence, of text: FoldedText, _ outline: TextOutline
  ) {
    let body = sentence.body
    var start = all.count
    add(0x5E, body.lowerBound..<body.lowerBound)
    var index = body.lowerBound
    while index < body.upperBound {
      let end = Tokens.end(of: index, before: body.upperBound, in: text, outline)
      add(index..<end.upper, as: end.kind, of: text)
      index = end.upper
      if all.count - start >= Tokens.longestUnit - 3 {
        units.append(start..<all.count)
        start = all.count
      }
    }
    var hasMark = false
    for index in sentence.marks where text.at(index) == 0x3F || text.at(index) == 0x21 {
      let isRepeated = index > sentence.marks.lowerBound && text.at(index - 1) == text.at(index)
      if !isRepeated { add(text.at(index), index..<index + 1) }
      hasMark = true
      if all.count - start >= Tokens.longestUnit - 1 { break }
    }
    if !hasMark { add(0x24, body.upperBound..<body.upperBound) }
    units.append(start..<all.count)
  }

  private enum Kind { case sign(UInt32), word, nothing }

  /// Where the token that begins at `index` ends, and what it is.
  private static func end(
    of index: Int, before limit: Int, in text: FoldedText, _ outline: TextOutline
  ) -> (upper: Int, kind: Kind) {
    let scalar = text.at(index)
    switch text.kind(index) {
    case .han: return (index + 1, .sign(scalar))
    case .letter:
      var upper = index + 1
      while upper < limit {
        let next = text.at(upper)
        let isInside =
          text.kind(upper) == .letter
          || next == 0x27 && upper + 1 < limit && text.kind(upper + 1) == .letter
        guard isInside else { break }
        upper += 1
      }
      return (upper, .word)
    case .digit:
      var upper = index + 1
      while upper < limit {
        let next = text.at(upper)
        let isInside =
          text.kind(upper) == .digit
          || (next == 0x2E || next == 0x2C || next == 0x3A) && upper + 1 < limit
            && text.kind(upper + 1) == .digit
        guard isInside else { break }
        upper += 1
      }
      return (upper, .sign(0x23))
    default:
      switch scalar {
      case 0x2C, 0x7E: return (index + 1, .sign(scalar))
      case 0xFF5E, 0x301C: return (index + 1, .sign(0x7E))
      case 0x7B:
        var upper = index + 1
        while upper < limit, upper - index < 40, text.at(upper) != 0x7D { upper += 1 }
        return text.at(upper) == 0x7D && upper < limit
          ? (upper + 1, .sign(0x7B)) : (index + 1, .nothing)
      case 0x22, 0x201C, 0x300C, 0x300E:
        if let quote = outline.quote(openedAt: index) {
          return (max(index + 1, min(limit, quote.upperBound + 1)), .sign(0x22))
        }
        return (index + 1, .nothing)
      default: return (index + 1, .nothing)
      }
    }
  }

  private mutating func add(_ range: Range<Int>, as kind: Kind, of text: FoldedText) {
    switch kind {
    case .nothing: break
    case .sign(let sign): add(sign, range)
    case .word:
      var word = WordHash()
      for index in range { word.take(text.at(index)) }
      all.append(Token(hash: word.value, range: range, isSign: false))
    }
  }

  private mutating func add(_ sign: UInt32, _ range: Range<Int>) {
    all.append(
      Token(
        hash: WordHash.sign(sign), range: range, isSign: true,
        isHan: ScalarTable.shared.kind(sign) == .han))
  }
}

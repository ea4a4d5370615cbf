/// Finds English words with letters struck out, such as `sh*t` or `b@st@rd`.
struct MaskedWords: Sendable {
  private struct Key: Hashable, Sendable {
    var first: UInt32
    var length: Int
  }

  private var words: [Key: [(scalars: [UInt32], pattern: Int)]] = [:]
  private static let longest = 14

  /// Takes the words of letters alone from the patterns named by `maskable`.
  init(_ patterns: [WordPattern], among maskable: Set<Int>) {
    for index in maskable.sorted() where patterns.indices.contains(index) {
      guard patterns[index].elements.count == 1,
        case .words(let texts)? = patterns[index].elements.first?.content
      else { continue }
      for text in texts where (4...MaskedWords.longest).contains(text.count) {
        guard let first = text.first, text.allSatisfy(MaskedWords.isLetter) else { continue }
        words[Key(first: first, length: text.count), default: []].append((text, index))
      }
    }
  }

  /// Calls `body` with each word found, and `count` with the comparisons made.
  func find(
    in text: FoldedText, _ body: (_ pattern: Int, _ range: Range<Int>) -> Void,
    count: (Int) -> Void
  ) {
    guard !words.isEmpty else { return }
    var index = 1
    while index < text.count {
      guard MaskedWords.isMask(text.at(index)), MaskedWords.isLetter(text.at(index - 1)) else {
        index += 1
        continue
      }
      var start = index - 1
      while index - start <= MaskedWords.longest, MaskedWords.isLetter(text.at(start - 1)) {
        start -= 1
      }
      var end = index
      while end - start <= MaskedWords.longest,
        MaskedWords.isLetter(text.at(end)) || MaskedWords.isMask(text.at(end))
      {
        end += 1
      }
      while end > index, text.at(end - 1) == 0x21 { end -= 1 }
      count(end - start)
      compare(text, start..<end, body, count)
      index = max(end, index) + 1
    }
  }

  private func compare(
    _ text: FoldedText, _ range: Range<Int>, _ body: (Int, Range<Int>) -> Void,
    _ count: (Int) -> Void
  ) {
    let shown = range.reduce(0) { $0 + (MaskedWords.isLetter(text.at($1)) ? 1 : 0) }
    // One letter is enough only for the word everybody stars.
    guard shown >= 2 || text.at(range.lowerBound) == 0x66, shown < range.count,
      let candidates = words[Key(first: text.at(range.lowerBound), length: range.count)]
    else { return }
    for (scalars, pattern) in candidates {
      count(scalars.count)
      let fits = scalars.indices.allSatisfy {
        let scalar = text.at(range.lowerBound + $0)
        return scalar == scalars[$0] || MaskedWords.isMask(scalar)
      }
      if fits {
        body(pattern, range)
        return
      }
    }
  }

  @inline(__always)
  private static func isLetter(_ scalar: UInt32) -> Bool { scalar >= 0x61 && scalar <= 0x7A }

  /// `* @ # $ % ! ● • ×`
  private static func isMask(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2A, 0x40, 0x23, 0x24, 0x25, 0x21, 0x25CF, 0x2022, 0xD7: true
    default: false
    }
  }
}

/// Picks numbers out of a folded text as it goes by: digits, Chinese numerals, `n` for “many”.
struct NumberRuns {
  private var start: Int?

  private static let ones = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  /// Twenty-five is one number, not twenty and a five.
  private static let compounds = tens.flatMap { ten in
    ones.flatMap { ["\(ten)-\($0)", "\(ten) \($0)"] }
  }

  /// English words that stand for a number too.
  static let english: [[UInt32]] =
    (ones + tens + compounds + [
      "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
      "eighteen", "nineteen", "hundred", "hundreds", "several", "many", "multiple", "countless",
      "a dozen", "dozens of", "a few", "a couple of", "a hundred", "an", "a",
    ]).map { $0.unicodeScalars.map(\.value) }

  /// 零一二两三四五六七八九十百千万几数多半, asked of every Chinese character.
  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x96F6, 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      0x5341, 0x767E, 0x5343, 0x4E07, 0x51E0, 0x6570, 0x591A, 0x534A:
      true
    default: false
    }
  }

  /// The run that `scalar` brings to an end, if any.
  mutating func take(_ scalar: UInt32, at index: Int, in text: FoldedText) -> Range<Int>? {
    let kind = text.kind(index)
    let goesOn: Bool
    switch kind {
    case .digit: goesOn = true
    case .han: goesOn = NumberRuns.isNumeral(scalar)
    case .letter:
      // 打了n遍
      goesOn =
        scalar == 0x6E && text.kind(index - 1) == .han
        && text.kind(index + 1) == .han
    default:
      goesOn =
        start != nil && (scalar == 0x2E || scalar == 0x2C)
        && text.kind(index + 1) == .digit
    }
    if goesOn {
      if start == nil, kind != .digit || text.kind(index - 1) != .letter {
        start = index
      }
      return nil
    }
    return finish(index)
  }

  /// The run still open at the end of the text.
  mutating func finish(_ end: Int) -> Range<Int>? {
    guard let begun = start else { return nil }
    start = nil
    return begun..<end
  }
}

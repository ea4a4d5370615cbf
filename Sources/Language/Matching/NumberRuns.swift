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

  private static let numerals = Set("零一二两三四五六七八九十百千万几数多半".unicodeScalars.map(\.value))

  /// The run that `scalar` brings to an end, if any.
  mutating func take(_ scalar: UInt32, at index: Int, in text: FoldedText) -> Range<Int>? {
    let kind = ScalarTable.shared.kind(scalar)
    let goesOn: Bool
    switch kind {
    case .digit: goesOn = true
    case .han: goesOn = NumberRuns.numerals.contains(scalar)
    case .letter:
      // 打了n遍
      goesOn =
        scalar == 0x6E && ScalarTable.shared.kind(text.at(index - 1)) == .han
        && ScalarTable.shared.kind(text.at(index + 1)) == .han
    default:
      goesOn =
        start != nil && (scalar == 0x2E || scalar == 0x2C)
        && ScalarTable.shared.kind(text.at(index + 1)) == .digit
    }
    if goesOn {
      if start == nil, kind != .digit || ScalarTable.shared.kind(text.at(index - 1)) != .letter {
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

/// Finds payment card numbers: 13 to 19 digits of a known scheme that pass Luhn's check.
enum PaymentCard {
  private static let longest = 19

  /// Where card numbers stand in `text`, in folded scalars; linear.
  static func all(in text: FoldedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard Detail.isDigit(text.at(index)), !Detail.isDigit(text.at(index - 1)) else {
        index += 1
        continue
      }
      let run = run(from: index, in: text)
      if let card = card(in: run, text) { found.append(card) }
      index = run.end
    }
    return found
  }

  private struct Run {
    var digits: [UInt8] = []
    var places: [Int] = []
    /// How many digits stand before each separator.
    var breaks: [Int] = []
    var end = 0
  }

  /// Digits with single separators between them.
  private static func run(from start: Int, in text: FoldedText) -> Run {
    var run = Run(end: start)
    var index = start
    while index < text.count {
      if Detail.isDigit(text.at(index)) {
        run.digits.append(UInt8(truncatingIfNeeded: text.at(index) - 0x30))
        run.places.append(index)
      } else if isSeparator(text.at(index)), Detail.isDigit(text.at(index + 1)) {
        run.breaks.append(run.digits.count)
      } else {
        break
      }
      index += 1
    }
    run.end = max(index, start + 1)
    return run
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x2D || scalar == 0x2E
  }

  /// The card in a run: the whole of it, or the groups that make one up, when other numbers stand
  /// beside it.
  private static func card(in run: Run, _ text: FoldedText) -> Range<Int>? {
    let edges = [0] + run.breaks + [run.digits.count]
    for (place, start) in edges.enumerated() {
      for end in edges.dropFirst(place + 1).prefix(longest) {
        let length = end - start
        if length > longest { break }
        guard length >= 13 else { continue }
        let digits = run.digits[start..<end]
        guard isCard(digits), !isIdentityCard(digits), let first = run.places[start...].first,
          NumberToken.name(before: first, in: text) != .order
        else { continue }
        return first..<run.places[end - 1] + 1
      }
    }
    return nil
  }

  private static func isIdentityCard(_ digits: ArraySlice<UInt8>) -> Bool {
    IdentityCard.isMainland(digits.map { $0 + 0x30 })
  }

  /// Whether `digits` begin as a scheme's cards do, are as many, and pass Luhn's check.
  static func isCard(_ digits: ArraySlice<UInt8>) -> Bool {
    let start = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    let lengths: ClosedRange<Int>
    switch start {
    case 4000...4999: lengths = 13...19
    case 5100...5599, 2221...2720: lengths = 16...16
    case 3400...3499, 3700...3799: lengths = 15...15
    case 3000...3059, 3600...3699, 3800...3999: lengths = 14...19
    case 3528...3589, 6011, 6440...6599, 6200...6299, 8100...8199: lengths = 16...19
    case 5000...5099, 5600...5899, 6300...6399, 6700...6799: lengths = 13...19
    default: return false
    }
    return lengths.contains(digits.count) && passesLuhn(digits)
  }

  private static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 0 ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }
}

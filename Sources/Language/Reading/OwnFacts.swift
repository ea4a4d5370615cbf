/// The words, names and numbers that a customer's statements are made of, for telling whether
/// somebody repeats them.
struct OwnFacts: Sendable {
  enum Fact: Hashable, Sendable {
    case word([UInt32])
    case pair(UInt64)
    /// A number, in figures or in words: 3rd, three, 三.
    case number(Int)
  }

  /// What a stretch of a text repeats.
  struct Repeated: Sendable {
    var facts: Set<Fact> = []
    fileprivate var known = 0
    fileprivate var all = 0

    /// Whether little else is told: what answers brings words of its own.
    var isMostOfIt: Bool { all > 0 && Double(known) / Double(all) >= OwnFacts.leastShare }
  }

  /// The share of a clause's words that are the customer's own, from which it tells what they told.
  private static let leastShare = 0.4

  private var facts: Set<Fact> = []

  /// How many there are.
  var count: Int { facts.count }

  /// Takes the words of `messages` that are not in `common`.
  init(_ messages: [String], _ common: Set<[UInt32]>) {
    for message in messages {
      let text = Folding.fold(message)
      OwnFacts.walk(text, 0..<text.count, common) { fact, _ in facts.insert(fact) }
    }
  }

  /// What `range` of a text repeats of them.
  func repeated(in text: FoldedText, _ range: Range<Int>, _ common: Set<[UInt32]>) -> Repeated {
    var repeated = Repeated()
    // A Chinese word is counted once for every two characters, wherever its pairs begin.
    var covered = range.lowerBound
    var knownEnd = range.lowerBound
    var pairEnd = range.lowerBound
    OwnFacts.walk(text, range, common) { fact, place in
      let isKnown = facts.contains(fact)
      guard case .pair = fact else {
        repeated.all += 2
        if isKnown {
          repeated.known += 2
          repeated.facts.insert(fact)
        }
        return
      }
      repeated.all += place.upperBound - max(place.lowerBound, covered)
      if isKnown {
        repeated.known += place.upperBound - max(place.lowerBound, knownEnd)
        knownEnd = place.upperBound
        if place.lowerBound >= pairEnd {
          repeated.facts.insert(fact)
          pairEnd = place.upperBound
        }
      }
      covered = place.upperBound
    }
    return repeated
  }

  private static func walk(
    _ text: FoldedText, _ range: Range<Int>, _ common: Set<[UInt32]>,
    found: (Fact, Range<Int>) -> Void
  ) {
    let table = ScalarTable.shared
    var start = range.lowerBound
    func close(_ end: Int) {
      defer { start = end + 1 }
      guard start < end else { return }
      let word = Array(text.scalars[start..<end])
      if let number = number(word) {
        found(.number(number), start..<end)
      } else if word.count >= 4, !common.contains(word) {
        found(.word(OwnWords.stem(word)), start..<end)
      }
    }
    for index in range {
      switch table.kind(text.at(index)) {
      case .letter, .digit: continue
      case .han:
        close(index)
        let (scalar, next) = (text.at(index), text.at(index + 1))
        if let value = numerals[scalar] {
          found(.number(value), index..<index + 1)
          continue
        }
        guard numerals[next] == nil, index + 1 < range.upperBound, table.kind(next) == .han,
          !common.contains([scalar]),
          !common.contains([next]), !common.contains([scalar, next])
        else { continue }
        found(.pair(UInt64(scalar) << 32 | UInt64(next)), index..<index + 2)
      default: close(index)
      }
    }
    close(range.upperBound)
  }

  /// The number a word names; 1 is everywhere and none.
  private static func number(_ word: [UInt32]) -> Int? {
    if let value = spelled[word] { return value }
    var value = 0
    var digits = 0
    for scalar in word {
      guard scalar >= 0x30, scalar <= 0x39, digits < 12 else { break }
      value = value * 10 + Int(scalar - 0x30)
      digits += 1
    }
    let ending = word.dropFirst(digits)
    guard digits > 0, ending.isEmpty || endings.contains(Array(ending)), value != 1 else {
      return nil
    }
    return value
  }

  private static let spelled: [[UInt32]: Int] = Dictionary(
    [
      ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
      ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("twice", 2), ("second", 2),
      ("third", 3), ("fourth", 4), ("fifth", 5),
    ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }, uniquingKeysWith: { first, _ in first })
  private static let endings = Set(
    ["st", "nd", "rd", "th", "pm", "am"].map { $0.unicodeScalars.map(\.value) })
  private static let numerals: [UInt32: Int] = Dictionary(
    "二两三四五六七八九十".unicodeScalars.enumerated().map { place, scalar in
      (scalar.value, place < 2 ? 2 : place + 1)
    }, uniquingKeysWith: { first, _ in first })
}

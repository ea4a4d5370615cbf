/// What is voted on at once: a sentence for acts; for tone a few sentences, since what stands
/// beside a hard word may make it right.
struct Passage: Sendable {
  /// Its tokens, by their place among all.
  var tokens: Range<Int>
  /// Its sentences or pieces of one.
  var units: Range<Int>
  var script: LabelHints.Script
  /// Whether it is long enough to tell something by its choice of words, and of whole sentences.
  var isTelling: Bool
  /// The keys of what the lexicon reads in it, and of the marks of the whole message.
  var readings: [UInt64]
}

/// A page cut for voting.
struct VotingPage: Sendable {
  let tokens: Tokens
  /// For each unit, the sentence of the outline it stands in.
  private let sentences: [Int]
  /// The keys of what the lexicon reads, and the sentences they stand in, in their order.
  private let readings: [(sentence: Int, key: UInt64)]
  private let marks: [UInt64]

  /// Tokens of a passage of several sentences at most.
  private static let longestPassage = 90

  init(_ page: Page) {
    let cut = Tokens(page.text, page.outline)
    tokens = cut
    sentences = cut.units.map { page.outline.sentence(at: cut.all[$0.lowerBound].range.lowerBound) }
    readings = page.findings.all.map { ($0.sentence, page.book.reading(of: $0)) }
    marks = page.findings.marks.map { Hint.key(ofMark: $0) }
  }

  /// The keys of what the lexicon reads in some units, each once.
  private func readings(in units: Range<Int>) -> [UInt64] {
    guard let first = units.first, let last = units.last else { return [] }
    var low = 0
    var high = readings.count
    while low < high {
      let middle = (low + high) / 2
      if readings[middle].sentence < sentences[first] { low = middle + 1 } else { high = middle }
    }
    var keys = marks
    while low < readings.count, readings[low].sentence <= sentences[last] {
      keys.append(readings[low].key)
      low += 1
    }
    keys.sort()
    var kept: UInt64?
    keys.removeAll { key in
      defer { kept = key }
      return key == kept
    }
    return keys
  }

  /// Whether these are whole sentences, none of them cut for never seeming to end.
  private func isWhole(_ units: Range<Int>) -> Bool {
    units.allSatisfy { unit in
      let range = tokens.units[unit]
      return range.count < Tokens.longestUnit - 3
        && tokens.all[range.lowerBound].hash == WordHash.sign(0x5E)
    }
  }

  /// The passages for a section, in the order they stand.
  func passages(for section: LabelHints.Section) -> [Passage] {
    var passages: [Passage] = []
    var first = 0
    while first < tokens.units.count {
      var end = first + 1
      if section == .tone {
        while end < tokens.units.count,
          tokens.units[end].upperBound - tokens.units[first].lowerBound <= Self.longestPassage
        { end += 1 }
      }
      let range = tokens.units[first].lowerBound..<tokens.units[end - 1].upperBound
      var characters = 0
      var words = 0
      for place in range {
        if tokens.all[place].isHan { characters += 1 }
        if !tokens.all[place].isSign { words += 1 }
      }
      let isChinese = characters > 0
      passages.append(
        Passage(
          tokens: range, units: first..<end, script: isChinese ? .zh : .en,
          isTelling: characters + words * 3 / 2 >= 6 && isWhole(first..<end),
          readings: readings(in: first..<end)))
      first = end
    }
    return passages
  }
}

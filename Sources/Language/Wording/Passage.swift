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
  /// What the lexicon reads in each sentence that holds anything.
  private var readings: [Int: Set<UInt64>] = [:]
  private let marks: [UInt64]

  /// Tokens of a passage of several sentences at most.
  private static let longestPassage = 90

  init(_ page: Page) {
    let cut = Tokens(page.text, page.outline)
    tokens = cut
    sentences = cut.units.map { page.outline.sentence(at: cut.all[$0.lowerBound].range.lowerBound) }
    for word in page.findings.all {
      readings[word.sentence, default: []].insert(Hint.key(ofReading: word.section, word.kind))
    }
    marks = page.findings.marks.map { Hint.key(ofMark: $0) }
  }

  /// The keys of what the lexicon reads in some units, each once.
  private func readings(in units: Range<Int>) -> [UInt64] {
    var keys = Set(marks)
    var last = -1
    for unit in units where sentences[unit] != last {
      last = sentences[unit]
      if let found = readings[last] { keys.formUnion(found) }
    }
    return keys.sorted()
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
      let characters = tokens.all[range].count { $0.isHan }
      let words = tokens.all[range].count { !$0.isSign }
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

/// The state of one pass of a matcher over a text.
struct PatternPass {
  private let text: FoldedText
  private let elements: [PatternMatcher.Element]
  private(set) var hits: [PatternHit] = []
  /// Elementary steps taken so far.
  var work = 0
  /// Where the sentence that is being read begins; nothing reaches back before it.
  var sentenceStart = 0
  private var counts: [UInt16]
  /// For each element its latest place and the one before, as indexes into `places`; -1 for none.
  private var latest: [Int32]
  private var previous: [Int32]
  /// For each element whether it stood anywhere, a bit each: small enough to be looked at for every
  /// element that might follow.
  private var stood: [UInt64]
  /// At most two for each element.
  private var places: [PatternHit.Parts] = []

  /// Begins a pass over `text`.
  init(_ text: FoldedText, elements: [PatternMatcher.Element], patterns: Int) {
    self.text = text
    self.elements = elements
    counts = [UInt16](repeating: 0, count: patterns)
    latest = [Int32](repeating: -1, count: elements.count)
    previous = latest
    stood = [UInt64](repeating: 0, count: elements.count / 64 + 1)
  }

  /// Takes note that the elements named `names`, which only follow the one before, stand at `range`.
  ///
  /// A frequent word is the second part of hundreds of entries, nearly all without their first.
  mutating func follow(_ names: ArraySlice<Int32>, _ range: Range<Int>) {
    work += names.count / 8
    for name in names {
      let before = Int(name) - 1
      guard stood[before >> 6] & (1 << UInt64(before & 63)) != 0 else { continue }
      take(CollectionOfOne(name), range)
    }
  }

  /// Takes note that the elements named `names` stand at `range`.
  mutating func take(_ names: some Sequence<Int32>, _ range: Range<Int>) {
    let startsWord = text.isWordStart(range.lowerBound)
    let endsWord = text.isWordEnd(range.upperBound)
    for name in names {
      work += 1
      let element = elements[Int(name)]
      if (element.startsWord && !startsWord) || (element.endsWord && !endsWord) { continue }
      take(Int(name), element, range)
    }
  }

  private mutating func take(_ name: Int, _ element: PatternMatcher.Element, _ range: Range<Int>) {
    if let before = place(before: name, element, range) {
      keep(name, element, before)
    } else if element.canBegin,
      !element.atClauseStart || text.isClauseStart(range.lowerBound)
    {
      keep(name, element, PatternHit.Parts(range))
    }
  }

  private mutating func keep(
    _ name: Int, _ element: PatternMatcher.Element, _ parts: PatternHit.Parts
  ) {
    // Twenty-five is not five: of two English texts of an element that end together the longer
    // stands.
    if latest[name] >= 0, ScalarTable.shared.kind(text.at(parts.end - 1)) == .letter {
      let last = places[Int(latest[name])]
      if last.end == parts.end, last.start < parts.start { return }
    }
    if element.canEnd, !element.atClauseEnd || text.isClauseEnd(parts.end),
      element.openRight || text.isWordEnd(parts.end)
    {
      report(
        Int(element.pattern), element.openRight ? parts.extended(to: wordEnd(parts.end)) : parts)
    }
    stood[name >> 6] |= 1 << UInt64(name & 63)
    // The place before the last makes room.
    let free = previous[name]
    previous[name] = latest[name]
    if free >= 0 {
      places[Int(free)] = parts
      latest[name] = free
    } else {
      latest[name] = Int32(places.count)
      places.append(parts)
    }
  }

  /// Where the word that reaches `end` ends; no word goes on for longer than that.
  private func wordEnd(_ end: Int) -> Int {
    let longestEnding = 16
    var last = end
    while last - end < longestEnding, !text.isWordEnd(last) { last += 1 }
    return last
  }

  /// What stands before `range` of the same entry, taken together with it.
  private mutating func place(
    before name: Int, _ element: PatternMatcher.Element, _ range: Range<Int>
  ) -> PatternHit.Parts? {
    var join = element.join
    for step in 1..<max(1, Int(element.reach) + 1) {
      for index in [latest[name - step], previous[name - step]] where index >= 0 {
        work += 1
        if let joined = places[Int(index)].joined(to: range, by: join, in: text, sentenceStart) {
          return joined
        }
      }
      join = max(join, elements[name - step].join)
    }
    return nil
  }

  /// Adds a hit of the entry named `pattern`.
  mutating func report(_ pattern: Int, _ parts: PatternHit.Parts) {
    guard counts[pattern] < PatternMatcher.mostHits else { return }
    counts[pattern] += 1
    hits.append(PatternHit(pattern: pattern, parts: parts))
  }
}

extension PatternHit.Parts {
  /// Scalars a gap may span after Chinese and after other text.
  private static let widestGaps = (han: 24, other: 48)

  /// These parts with `range` added, or nil when it does not follow as `join` asks.
  fileprivate func joined(
    to range: Range<Int>, by join: WordPattern.Join, in text: FoldedText, _ sentenceStart: Int
  ) -> PatternHit.Parts? {
    guard start >= sentenceStart else { return nil }
    let between = range.lowerBound - end
    let isHan = ScalarTable.shared.kind(text.at(end - 1)) == .han
    switch join {
    case .gap:
      let widest = isHan ? Self.widestGaps.han : Self.widestGaps.other
      return between >= 0 && between <= widest ? adding(range) : nil
    case .spaced:
      return between == 1 && text.at(end) == 0x20 ? extended(to: range.upperBound) : nil
    case .loose:
      let isNext = between == 0 || (between == 1 && text.at(end) == 0x20)
      return isNext ? extended(to: range.upperBound) : nil
    case .tight:
      if between == 0 { return extended(to: range.upperBound) }
      // People put spaces around numbers and between Chinese words as they like.
      let nextKind = ScalarTable.shared.kind(text.at(range.lowerBound))
      let isLoose =
        isHan || nextKind == .han || nextKind == .digit
        || ScalarTable.shared.kind(text.at(end - 1)) == .digit
      return between == 1 && text.at(end) == 0x20 && isLoose
        ? extended(to: range.upperBound) : nil
    }
  }
}

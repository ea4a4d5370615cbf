/// The state of one pass of a matcher over a text.
///
/// A message takes some thousand steps here, each a few nanoseconds, so the tables are looked at
/// through bare buffers; what indexes them is made by the matcher alone, never by a text.
struct PatternPass {
  private let text: FoldedText
  private let uses: UnsafeBufferPointer<PatternMatcher.Use>
  private let elements: UnsafeBufferPointer<PatternMatcher.Element>
  private(set) var hits: [PatternHit] = []
  /// Elementary steps taken so far.
  var work = 0
  /// Where the sentence that is being read begins.
  private var sentenceStart = 0
  /// How often each entry was found, once any can have been found too often.
  private var counts: [Int32: Int] = [:]
  /// For each element whether it stood in the sentence, a bit each: small enough to be looked at for every
  /// element that might follow.
  private let stood: UnsafeMutableBufferPointer<UInt64>
  /// For each element that stood its latest place and the one before; nothing for the others.
  private let latest: UnsafeMutableBufferPointer<Latest>
  /// At most two for each element.
  private var places: [PatternHit.Parts] = []

  /// Indexes into `places`; -1 for none.
  fileprivate struct Latest {
    var last: Int32 = -1
    var previous: Int32 = -1
  }

  /// Makes a pass over `text`: `read` takes the steps.
  static func over(
    _ text: FoldedText, uses: [PatternMatcher.Use], elements: [PatternMatcher.Element],
    _ read: (inout PatternPass) -> Void
  ) -> PatternMatcher.Scan {
    uses.withUnsafeBufferPointer { uses in
      elements.withUnsafeBufferPointer { elements in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: elements.count / 64 + 1) { stood in
          withUnsafeTemporaryAllocation(of: Latest.self, capacity: elements.count) { latest in
            stood.initialize(repeating: 0)
            var pass = PatternPass(
              text: text, uses: uses, elements: elements, stood: stood, latest: latest)
            read(&pass)
            return PatternMatcher.Scan(hits: pass.hits, work: pass.work)
          }
        }
      }
    }
  }

  private init(
    text: FoldedText, uses: UnsafeBufferPointer<PatternMatcher.Use>,
    elements: UnsafeBufferPointer<PatternMatcher.Element>,
    stood: UnsafeMutableBufferPointer<UInt64>, latest: UnsafeMutableBufferPointer<Latest>
  ) {
    self.text = text
    self.uses = uses
    self.elements = elements
    self.stood = stood
    self.latest = latest
    places.reserveCapacity(min(elements.count * 2, text.count * 2))
    hits.reserveCapacity(min(elements.count, text.count / 2))
  }

  /// A sentence begins: nothing reaches back before it, so what stood is forgotten.
  mutating func begin(sentenceAt start: Int) {
    sentenceStart = start
    guard !places.isEmpty else { return }
    places.removeAll(keepingCapacity: true)
    stood.update(repeating: 0)
  }

  @inline(__always)
  private func hasStood(_ name: Int) -> Bool { stood[name >> 6] & (1 << UInt64(name & 63)) != 0 }

  /// Where words begin and end at `range`.
  @inline(__always)
  func edges(of range: Range<Int>) -> PatternMatcher.WordEdges {
    var edges: PatternMatcher.WordEdges = []
    if text.isWordStart(range.lowerBound) { edges.insert(.start) }
    if text.isWordEnd(range.upperBound) { edges.insert(.end) }
    return edges
  }

  /// Takes note that the elements of `found`, which only follow one before, stand at `range`.
  ///
  /// A frequent word is the second part of hundreds of entries, nearly all without their first.
  mutating func follow(
    _ found: Range<Int>, _ range: Range<Int>, _ edges: PatternMatcher.WordEdges
  ) {
    work += found.count / 8
    for place in found {
      let use = uses[place]
      if hasStood(Int(use.before.0)) || hasStood(Int(use.before.1)) { take(use, range, edges) }
    }
  }

  /// Takes note that the elements of `found` stand at `range`.
  mutating func take(
    _ found: Range<Int>, _ range: Range<Int>, _ edges: PatternMatcher.WordEdges
  ) {
    for place in found { take(uses[place], range, edges) }
  }

  private mutating func take(
    _ use: PatternMatcher.Use, _ range: Range<Int>, _ edges: PatternMatcher.WordEdges
  ) {
    work += 1
    let name = Int(use.element)
    let element = elements[name]
    guard element.needs.isSubset(of: edges) else { return }
    if element.reach > 0, let before = place(before: element, range) {
      keep(name, element, before)
    } else if element.traits.contains(.canBegin),
      !element.traits.contains(.atClauseStart) || text.isClauseStart(range.lowerBound)
    {
      keep(name, element, PatternHit.Parts(range))
    }
  }

  private mutating func keep(
    _ name: Int, _ element: PatternMatcher.Element, _ parts: PatternHit.Parts
  ) {
    let old = hasStood(name) ? latest[name] : Latest()
    // Twenty-five is not five: of two English texts of an element that end together the longer
    // stands.
    if old.last >= 0, text.kind(parts.end - 1) == .letter {
      let last = places[Int(old.last)]
      if last.end == parts.end, last.start < parts.start { return }
    }
    let traits = element.traits
    if traits.contains(.canEnd), !traits.contains(.atClauseEnd) || text.isClauseEnd(parts.end) {
      if traits.contains(.openRight) {
        report(Int(element.pattern), parts.extended(to: wordEnd(parts.end)))
      } else if text.isWordEnd(parts.end) {
        report(Int(element.pattern), parts)
      }
    }
    stood[name >> 6] |= 1 << UInt64(name & 63)
    // The place before the last makes room.
    if old.previous >= 0 {
      places[Int(old.previous)] = parts
      latest[name] = Latest(last: old.previous, previous: old.last)
    } else {
      latest[name] = Latest(last: Int32(places.count), previous: old.last)
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
    before element: PatternMatcher.Element, _ range: Range<Int>
  ) -> PatternHit.Parts? {
    var join = element.join
    var before = Int(element.before)
    for _ in 0..<element.reach {
      if hasStood(before) {
        let latest = latest[before]
        work += 1
        if let joined = joined(latest.last, range, join) { return joined }
        if latest.previous >= 0, let joined = joined(latest.previous, range, join) {
          return joined
        }
      }
      join = max(join, elements[before].join)
      before = Int(elements[before].before)
    }
    return nil
  }

  @inline(__always)
  private func joined(
    _ place: Int32, _ range: Range<Int>, _ join: WordPattern.Join
  ) -> PatternHit.Parts? {
    places[Int(place)].joined(to: range, by: join, in: text, sentenceStart)
  }

  /// Adds a hit of the entry named `pattern`.
  mutating func report(_ pattern: Int, _ parts: PatternHit.Parts) {
    if hits.count >= PatternMatcher.mostHits {
      if counts.isEmpty { for hit in hits { counts[Int32(hit.pattern), default: 0] += 1 } }
      guard counts[Int32(pattern), default: 0] < PatternMatcher.mostHits else { return }
      counts[Int32(pattern), default: 0] += 1
    }
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
    let end = end
    let isHan = text.kind(end - 1) == .han
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
      let nextKind = text.kind(range.lowerBound)
      let isLoose =
        isHan || nextKind == .han || nextKind == .digit
        || text.kind(end - 1) == .digit
      return between == 1 && text.at(end) == 0x20 && isLoose
        ? extended(to: range.upperBound) : nil
    }
  }
}

/// The state of one pass of a matcher over a text.
///
/// A message takes some thousand steps here, each a few nanoseconds, so the tables are looked at
/// through bare buffers; what indexes them is made by the matcher alone, never by a text.
struct PatternPass {
  private let text: FoldedText
  private let tables: Tables
  private(set) var hits: [PatternHit] = []
  /// Elementary steps taken so far.
  var work = 0
  /// Where the sentence that is being read begins.
  private var sentenceStart = 0
  /// How often each entry was found, once any can have been found too often.
  private var counts: [Int32: Int] = [:]
  /// For each element whether it stood in the sentence, a bit each: small enough to be looked at
  /// for every element that might follow.
  private let stood: UnsafeMutableBufferPointer<UInt64>
  /// For each element that stood its latest place and the one before; nothing for the others.
  private let latest: UnsafeMutableBufferPointer<Latest>
  /// Elements that only begin entries share theirs; the others have at most two each.
  private var places: [PatternHit.Parts] = []
  /// What ended in the sentence, in the order in which it ended: the latest `mostEnded`, round and
  /// round.
  private let ended: UnsafeMutableBufferPointer<Ended>
  private var endedCount = 0
  /// Followers of the text being taken in; empty between two texts.
  private var following: [Int32] = []

  /// The beginnings of a text or another element, as the neighbours call them, and where they end.
  private typealias Ended = (name: Int32, end: Int32)

  /// Indexes into `places`; -1 for none.
  fileprivate struct Latest {
    var last: Int32 = -1
    var previous: Int32 = -1
  }

  private struct Tables {
    let elements: UnsafeBufferPointer<PatternElements.Element>
    let texts: UnsafeBufferPointer<PatternTables.Text>
    let neighbours: Neighbours
    let sieves: UnsafeBufferPointer<PatternTables.Sieve>
    let runs: UnsafeBufferPointer<Int32>
    let followers: UnsafeBufferPointer<Int32>
    let openers: UnsafeBufferPointer<Int32>
  }

  /// More than end within the length of any text of a lexicon that somebody would write.
  private static let mostEnded = 4096

  /// Makes a pass over `text` by `tables`: `read` takes the steps.
  static func over(
    _ text: FoldedText, by tables: PatternTables, _ read: (inout PatternPass) -> Void
  ) -> PatternMatcher.Scan {
    withBuffers(of: tables) { buffers in
      let count = buffers.elements.count
      return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count / 64 + 1) { stood in
        withUnsafeTemporaryAllocation(of: Latest.self, capacity: count) { latest in
          withUnsafeTemporaryAllocation(of: Ended.self, capacity: mostEnded) { ended in
            stood.initialize(repeating: 0)
            var pass = PatternPass(
              text: text, tables: buffers, stood: stood, latest: latest, ended: ended)
            read(&pass)
            return PatternMatcher.Scan(hits: pass.hits, work: pass.work)
          }
        }
      }
    }
  }

  private static func withBuffers<Result>(
    of tables: PatternTables, _ body: (Tables) -> Result
  ) -> Result {
    tables.elements.withUnsafeBufferPointer { elements in
      tables.texts.withUnsafeBufferPointer { texts in
        tables.sieves.withUnsafeBufferPointer { sieves in
          tables.runs.withUnsafeBufferPointer { runs in
            tables.followers.withUnsafeBufferPointer { followers in
              tables.openers.withUnsafeBufferPointer { openers in
                body(
                  Tables(
                    elements: elements, texts: texts, neighbours: tables.neighbours, sieves: sieves,
                    runs: runs, followers: followers, openers: openers))
              }
            }
          }
        }
      }
    }
  }

  private init(
    text: FoldedText, tables: Tables, stood: UnsafeMutableBufferPointer<UInt64>,
    latest: UnsafeMutableBufferPointer<Latest>, ended: UnsafeMutableBufferPointer<Ended>
  ) {
    self.text = text
    self.tables = tables
    self.stood = stood
    self.latest = latest
    self.ended = ended
    places.reserveCapacity(min(tables.elements.count * 2, text.count * 2))
    hits.reserveCapacity(min(tables.elements.count, text.count / 2))
  }

  /// A sentence begins: nothing reaches back before it, so what stood is forgotten.
  mutating func begin(sentenceAt start: Int) {
    sentenceStart = start
    guard !places.isEmpty else { return }
    places.removeAll(keepingCapacity: true)
    endedCount = 0
    stood.update(repeating: 0)
  }

  @inline(__always)
  private func hasStood(_ name: Int) -> Bool { stood[name >> 6] & (1 << UInt64(name & 63)) != 0 }

  /// Takes note that the text named `name` ends before `end`.
  @inline(__always)
  mutating func found(_ name: Int, endingAt end: Int) {
    let text = tables.texts[name]
    take(text, end - Int(text.length)..<end)
  }

  /// Takes note that a number stands at `range`.
  mutating func foundNumber(at range: Range<Int>) {
    take(tables.texts[tables.texts.count - 1], range)
  }

  /// Takes note that the elements a text may be stand at `range`.
  @inline(__always)
  private mutating func take(_ text: PatternTables.Text, _ range: Range<Int>) {
    var edges: PatternElements.WordEdges = []
    if self.text.isWordStart(range.lowerBound) { edges.insert(.start) }
    if self.text.isWordEnd(range.upperBound) { edges.insert(.end) }
    if text.hasFollowers, text.followersNeed.isSubset(of: edges) { follow(text, range, edges) }
    guard text.openers >= 0 else { return }
    let openers = Int(text.openers) + 2
    let others = openers + Int(tables.openers[openers - 2])
    let end = others + Int(tables.openers[openers - 1])
    if openers < others, text.beginningsNeed.isSubset(of: edges) {
      begin(openers..<others, named: text.asEnded, range, edges)
    }
    if others < end, text.othersNeed.isSubset(of: edges) {
      for index in others..<end { take(element: Int(tables.openers[index]), range, edges) }
    }
  }

  /// Takes note of the followers of `text` that stand right after what ended, or further away from
  /// what stood.
  private mutating func follow(
    _ text: PatternTables.Text, _ range: Range<Int>, _ edges: PatternElements.WordEdges
  ) {
    if text.asNext >= 0 { findNeighbours(of: text, at: range.lowerBound) }
    if text.sieves >= 0 { sift(from: Int(text.sieves)) }
    // Once all are found: what stands here now is nothing that another of them follows.
    guard !following.isEmpty else { return }
    for index in following.indices { take(element: Int(following[index]), range, edges) }
    following.removeAll(keepingCapacity: true)
  }

  /// Finds the followers of `text` for what ends at `start`, where it stands, or before a space
  /// there.
  private mutating func findNeighbours(of text: PatternTables.Text, at start: Int) {
    let least = self.text.at(start - 1) == 0x20 ? start - 1 : start
    var index = endedCount - 1
    let first = max(0, endedCount - PatternPass.mostEnded)
    while index >= first {
      let (name, end) = ended[index & (PatternPass.mostEnded - 1)]
      if end < least { break }
      if end <= start, text.before & (1 << UInt64(name & 63)) != 0 {
        tables.neighbours.each(after: name, text.asNext) { follower in
          if !following.contains(follower) { following.append(follower) }
        }
      }
      index -= 1
    }
    work += endedCount - index
  }

  /// Finds the followers behind the sieves from `index` on that may follow what stood.
  private mutating func sift(from index: Int) {
    var index = index
    while true {
      let sieve = tables.sieves[index]
      guard sieve.mask != 0 else { break }
      var left = stood[Int(sieve.word)] & sieve.mask
      while left != 0 {
        let lower = (left & (0 &- left)) &- 1
        let run = Int(sieve.run) + (sieve.mask & lower).nonzeroBitCount
        for place in Int(tables.runs[run])..<Int(tables.runs[run + 1]) {
          let follower = tables.followers[place]
          if !following.contains(follower) { following.append(follower) }
        }
        left &= left &- 1
      }
      index += 1
      work += 1
    }
  }

  /// Takes note that the beginnings `found` stand at `range`: they share the place.
  private mutating func begin(
    _ found: Range<Int>, named ended: Int32, _ range: Range<Int>, _ edges: PatternElements.WordEdges
  ) {
    work += found.count
    let place = Int32(places.count)
    let isLetter = text.kind(range.upperBound - 1) == .letter
    for index in found {
      let name = Int(tables.openers[index])
      if edges != .both, !tables.elements[name].needs.isSubset(of: edges) { continue }
      var previous: Int32 = -1
      if hasStood(name) {
        previous = latest[name].last
        if isLetter, isOutdone(range.lowerBound, range.upperBound, by: previous) { continue }
      } else {
        stood[name >> 6] |= 1 << UInt64(name & 63)
      }
      latest[name] = Latest(last: place, previous: previous)
    }
    if ended >= 0 { note(ended, endingAt: range.upperBound) }
    places.append(PatternHit.Parts(range))
  }

  @inline(__always)
  private mutating func note(_ name: Int32, endingAt end: Int) {
    ended[endedCount & (PatternPass.mostEnded - 1)] = (name, Int32(truncatingIfNeeded: end))
    endedCount += 1
  }

  /// Twenty-five is not five: of two English texts of an element that end together the longer
  /// stands.
  @inline(__always)
  private func isOutdone(_ start: Int, _ end: Int, by place: Int32) -> Bool {
    let last = places[Int(place)]
    return last.end == end && last.start < start
  }

  private mutating func take(
    element name: Int, _ range: Range<Int>, _ edges: PatternElements.WordEdges
  ) {
    work += 1
    let element = tables.elements[name]
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
    _ name: Int, _ element: PatternElements.Element, _ parts: PatternHit.Parts
  ) {
    let old = hasStood(name) ? latest[name] : Latest()
    if old.last >= 0, text.kind(parts.end - 1) == .letter,
      isOutdone(parts.start, parts.end, by: old.last)
    {
      return
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
    if traits.contains(.leadsOn) { note(Int32(name), endingAt: parts.end) }
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
    before element: PatternElements.Element, _ range: Range<Int>
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
      join = max(join, tables.elements[before].join)
      before = Int(tables.elements[before].before)
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

/// Finds all entries of a lexicon in one pass over a folded text.
///
/// A pass is linear in the text: each entry is reported at most `mostHits` times, and a part of an
/// entry looks back only at the two latest places of the part before it.
struct PatternMatcher: Sendable {
  /// What a pass found.
  struct Scan: Sendable {
    /// The hits, in the order in which they end, those of masked words last.
    var hits: [PatternHit] = []
    /// Elementary steps taken, so that a test can hold the cost against the length.
    var work = 0
  }

  /// Most hits reported for one entry; a text that repeats itself more says nothing new.
  static let mostHits = 256

  private let automaton: LiteralAutomaton
  /// For each text, where its uses begin in `uses`; one longer than there are texts.
  private let useStarts: [Int32]
  private let uses: [Use]
  private let numberUses: [Use]
  private let masked: MaskedWords
  private let patternCount: Int
  private let slotCount: Int

  /// A text or a number as part of an entry.
  private struct Use: Sendable {
    var pattern: Int32
    /// The part's own slot; the slot of the part before it is the one before. -1 when the entry
    /// has one part.
    var slot: Int32
    var part: Int8
    var isLast: Bool
    var gapBefore: Bool
    var atClauseStart: Bool
    var atClauseEnd: Bool
    var openLeft: Bool
    var openRight: Bool
  }

  /// A part found, with the parts before it.
  private struct Slot {
    var start: Int32 = -1
    var end: Int32 = -1
    var parts = SIMD8<Int32>()
  }

  /// Builds for `patterns`, named by their index.
  ///
  /// - Parameters:
  ///   - patterns: the entries.
  ///   - maskable: the entries whose English words may be written with letters struck out.
  init(_ patterns: [WordPattern], maskable: Set<Int> = []) {
    var names: [[UInt32]: Int] = [:]
    var texts: [[UInt32]] = []
    var usesOfText: [[Use]] = []
    var numberUses: [Use] = []
    var slots: Int32 = 0
    func name(_ text: [UInt32]) -> Int {
      if let known = names[text] { return known }
      names[text] = texts.count
      texts.append(text)
      usesOfText.append([])
      return texts.count - 1
    }
    for (index, pattern) in patterns.enumerated() {
      let isSingle = pattern.pieces.count == 1
      for (part, piece) in pattern.pieces.enumerated() {
        let isLast = part == pattern.pieces.count - 1
        let use = Use(
          pattern: Int32(index), slot: isSingle ? -1 : slots, part: Int8(part), isLast: isLast,
          gapBefore: pattern.gapBefore[part], atClauseStart: pattern.atClauseStart && part == 0,
          atClauseEnd: pattern.atClauseEnd && isLast, openLeft: pattern.openLeft && part == 0,
          openRight: pattern.openRight && isLast)
        if !isSingle { slots += 1 }
        switch piece {
        case .words(let words):
          for text in Set(words) { usesOfText[name(text)].append(use) }
        case .number:
          numberUses.append(use)
          for word in NumberRuns.english { usesOfText[name(word)].append(use) }
        }
      }
    }
    automaton = LiteralAutomaton(texts)
    var starts: [Int32] = [0]
    for uses in usesOfText { starts.append((starts.last ?? 0) + Int32(uses.count)) }
    useStarts = starts
    uses = usesOfText.flatMap { $0 }
    self.numberUses = numberUses
    masked = MaskedWords(patterns, among: maskable)
    patternCount = patterns.count
    slotCount = Int(slots)
  }

  /// All entries found in `text`, whose sentences are those of `outline`.
  func scan(_ text: FoldedText, _ outline: TextOutline) -> Scan {
    var pass = Pass(
      text: text, patterns: patternCount, slots: slotCount)
    var state: Int32 = 0
    var numbers = NumberRuns()
    var sentence = 0
    for index in 0..<text.count {
      let scalar = text.scalars[index]
      while sentence < outline.sentences.count,
        outline.sentences[sentence].marks.upperBound <= index
      {
        sentence += 1
        if sentence < outline.sentences.count {
          pass.sentenceStart = outline.sentences[sentence].body.lowerBound
        }
      }
      if let run = numbers.take(scalar, at: index, in: text) {
        for use in numberUses { pass.take(use, run) }
      }
      state = automaton.advance(state, over: scalar, &pass.work)
      guard state != 0 else { continue }
      automaton.found(at: state) { name, length in
        let range = index + 1 - length..<index + 1
        let first = Int(useStarts[name])
        for use in first..<Int(useStarts[name + 1]) { pass.take(uses[use], range) }
      }
    }
    if let run = numbers.finish(text.count) {
      for use in numberUses { pass.take(use, run) }
    }
    masked.find(in: text) { pattern, range in
      pass.report(
        pattern, range,
        SIMD8(lowHalf: [Int32(range.lowerBound), Int32(range.upperBound), 0, 0], highHalf: .zero), 1
      )
    } count: {
      pass.work += $0
    }
    return Scan(hits: pass.hits, work: pass.work)
  }

  /// The state of one pass.
  private struct Pass {
    let text: FoldedText
    var hits: [PatternHit] = []
    var work = 0
    var sentenceStart = 0
    private var counts: [UInt16]
    /// The latest place of each part of entries with several, and the one before it.
    private var latest: [Slot]
    private var previous: [Slot]

    init(text: FoldedText, patterns: Int, slots: Int) {
      self.text = text
      counts = [UInt16](repeating: 0, count: patterns)
      latest = [Slot](repeating: Slot(), count: slots)
      previous = latest
    }

    mutating func take(_ use: Use, _ range: Range<Int>) {
      work += 1
      guard use.openLeft || text.isWordStart(range.lowerBound),
        use.openRight || text.isWordEnd(range.upperBound),
        !use.atClauseStart || text.isClauseStart(range.lowerBound),
        !use.atClauseEnd || text.isClauseEnd(range.upperBound)
      else { return }
      var slot = Slot(start: Int32(range.lowerBound), end: Int32(range.upperBound))
      if use.part > 0 {
        guard let before = place(before: use, range) else { return }
        slot.start = before.start
        slot.parts = before.parts
      }
      slot.parts[Int(use.part) * 2] = Int32(range.lowerBound)
      slot.parts[Int(use.part) * 2 + 1] = Int32(range.upperBound)
      if use.isLast {
        report(
          Int(use.pattern), Int(slot.start)..<range.upperBound, slot.parts, Int(use.part) + 1)
      } else {
        previous[Int(use.slot)] = latest[Int(use.slot)]
        latest[Int(use.slot)] = slot
      }
    }

    private func place(before use: Use, _ range: Range<Int>) -> Slot? {
      let index = Int(use.slot) - 1
      if follows(latest[index], use, range) { return latest[index] }
      if follows(previous[index], use, range) { return previous[index] }
      return nil
    }

    private func follows(_ slot: Slot, _ use: Use, _ range: Range<Int>) -> Bool {
      guard slot.end >= 0, Int(slot.start) >= sentenceStart else { return false }
      let between = range.lowerBound - Int(slot.end)
      if use.gapBefore {
        let wide = ScalarTable.shared.kind(text.at(Int(slot.end) - 1)) == .han ? 24 : 48
        return between >= 0 && between <= wide
      }
      return between == 0 || (between == 1 && text.at(Int(slot.end)) == 0x20)
    }

    mutating func report(
      _ pattern: Int, _ range: Range<Int>, _ parts: SIMD8<Int32>, _ partCount: Int
    ) {
      guard counts[pattern] < PatternMatcher.mostHits else { return }
      counts[pattern] += 1
      hits.append(PatternHit(pattern: pattern, range: range, parts: parts, partCount: partCount))
    }
  }
}

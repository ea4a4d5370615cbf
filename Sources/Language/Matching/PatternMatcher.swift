/// Finds all entries of a lexicon in one pass over a folded text.
///
/// A pass is linear in the text: each entry is reported at most `mostHits` times, and an element
/// looks back only at the two latest places of the elements it may follow.
final class PatternMatcher: Sendable {
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
  private let tables: PatternTables
  private let masked: MaskedWords

  /// Builds for `patterns`, named by their index.
  ///
  /// - Parameters:
  ///   - patterns: the entries.
  ///   - maskable: the entries whose English words may be written with letters struck out.
  init(_ patterns: [WordPattern], maskable: Set<Int> = []) {
    var collected = PatternElements()
    for (index, pattern) in patterns.enumerated() { collected.add(pattern, named: index) }
    collected.putInOrder()
    automaton = LiteralAutomaton(collected.texts)
    tables = PatternTables(collected)
    masked = MaskedWords(patterns, among: maskable)
  }

  /// All entries found in `text`, whose sentences are those of `outline`.
  func scan(_ text: FoldedText, _ outline: TextOutline) -> Scan {
    PatternPass.over(text, by: tables) { pass in
      automaton.run { automaton in read(text, outline, automaton, &pass) }
      masked.find(in: text) { pattern, range in
        pass.report(pattern, PatternHit.Parts(range))
      } count: {
        pass.work += $0
      }
    }
  }

  @inline(__always)
  private func read(
    _ text: FoldedText, _ outline: TextOutline, _ automaton: LiteralAutomaton.Running,
    _ pass: inout PatternPass
  ) {
    var state: Int32 = 0
    var runs = NumberRuns()
    var sentences = outline.sentences[...]
    // Nothing but a sentence that ends asks for more than one comparison.
    var border = sentences.first?.marks.upperBound ?? .max
    for index in 0..<text.count {
      while border <= index {
        sentences.removeFirst()
        border = sentences.first?.marks.upperBound ?? .max
        if let next = sentences.first { pass.begin(sentenceAt: next.body.lowerBound) }
      }
      let scalar = text.scalars[index]
      if let run = runs.take(scalar, at: index, in: text) { pass.foundNumber(at: run) }
      state = automaton.advance(state, over: scalar, &pass.work)
      guard state != 0 else { continue }
      automaton.found(at: state) { pass.found($0, endingAt: index + 1) }
    }
    if let run = runs.finish(text.count) { pass.foundNumber(at: run) }
  }
}

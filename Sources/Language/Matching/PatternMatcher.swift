/// Finds all entries of a lexicon in one pass over a folded text.
///
/// A pass is linear in the text: each entry is reported at most `mostHits` times, and an element
/// looks back only at the two latest places of the elements it may follow.
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
  /// The elements that are a text: first those that only follow another, then the others.
  private let uses: [Int32]
  /// For each text, where the others begin in `uses`.
  private let openings: [Int32]
  /// The elements that are numbers.
  private let numbers: [Int32]
  private let elements: [Element]
  private let masked: MaskedWords
  private let patternCount: Int

  /// An element of an entry, ready to be matched.
  struct Element: Sendable {
    var pattern: Int32
    /// How many elements before this one it may follow: one, and one more for each optional
    /// element in between.
    var reach: Int8
    var join: WordPattern.Join
    var canBegin: Bool
    var canEnd: Bool
    /// Whether it never begins an entry and has just one element it may follow.
    var onlyFollows: Bool { !canBegin && reach == 1 }
    /// Whether a word must begin and end with the element.
    var startsWord: Bool
    var endsWord: Bool
    /// Whether letters may go on where the entry ends.
    var openRight: Bool
    var atClauseStart: Bool
    var atClauseEnd: Bool
  }

  /// Builds for `patterns`, named by their index.
  ///
  /// - Parameters:
  ///   - patterns: the entries.
  ///   - maskable: the entries whose English words may be written with letters struck out.
  init(_ patterns: [WordPattern], maskable: Set<Int> = []) {
    var names: [[UInt32]: Int] = [:]
    var texts: [[UInt32]] = []
    var usesOfText: [[Int32]] = []
    var numbers: [Int32] = []
    var elements: [Element] = []
    func use(_ text: [UInt32], _ element: Int32) {
      let name = names[text] ?? texts.count
      if name == texts.count {
        names[text] = name
        texts.append(text)
        usesOfText.append([])
      }
      if usesOfText[name].last != element { usesOfText[name].append(element) }
    }
    for (index, pattern) in patterns.enumerated() {
      for (place, element) in pattern.elements.enumerated() {
        let name = Int32(elements.count)
        elements.append(Element(pattern, place, named: Int32(index)))
        switch element.content {
        case .words(let words): for text in words { use(text, name) }
        case .number:
          numbers.append(name)
          for word in NumberRuns.english { use(word, name) }
        }
      }
    }
    automaton = LiteralAutomaton(texts)
    var starts: [Int32] = [0]
    var openings: [Int32] = []
    var ordered: [Int32] = []
    for uses in usesOfText {
      ordered += uses.filter { elements[Int($0)].onlyFollows }
      openings.append(Int32(ordered.count))
      ordered += uses.filter { !elements[Int($0)].onlyFollows }
      starts.append(Int32(ordered.count))
    }
    useStarts = starts
    self.openings = openings
    uses = ordered
    self.numbers = numbers
    self.elements = elements
    masked = MaskedWords(patterns, among: maskable)
    patternCount = patterns.count
  }

  /// All entries found in `text`, whose sentences are those of `outline`.
  func scan(_ text: FoldedText, _ outline: TextOutline) -> Scan {
    var pass = PatternPass(text, elements: elements, patterns: patternCount)
    var state: Int32 = 0
    var runs = NumberRuns()
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
      if let run = runs.take(scalar, at: index, in: text) {
        pass.take(numbers[...], run)
      }
      state = automaton.advance(state, over: scalar, &pass.work)
      guard state != 0 else { continue }
      automaton.found(at: state) { name, length in
        let range = index + 1 - length..<index + 1
        let (start, opening) = (Int(useStarts[name]), Int(openings[name]))
        if start < opening { pass.follow(uses[start..<opening], range) }
        let end = Int(useStarts[name + 1])
        if opening < end { pass.take(uses[opening..<end], range) }
      }
    }
    if let run = runs.finish(text.count) {
      pass.take(numbers[...], run)
    }
    masked.find(in: text) { pattern, range in
      pass.report(pattern, PatternHit.Parts(range))
    } count: {
      pass.work += $0
    }
    return Scan(hits: pass.hits, work: pass.work)
  }
}

extension PatternMatcher.Element {
  /// The element at `place` of `pattern`.
  fileprivate init(_ pattern: WordPattern, _ place: Int, named name: Int32) {
    let elements = pattern.elements
    let optionalBefore = elements[..<place].reversed().prefix { $0.isOptional }.count
    canBegin = optionalBefore == place
    canEnd = elements[(place + 1)...].allSatisfy(\.isOptional)
    reach = Int8(clamping: min(place, optionalBefore + 1))
    join = elements[place].join
    startsWord = place == 0 ? !pattern.openLeft : join >= .spaced
    let next = place + 1 < elements.count ? elements[place + 1].join : nil
    // Before something optional the word may go on or end; the optional part decides.
    endsWord =
      next.map { $0 >= .spaced || elements[place].content == .number } ?? !pattern.openRight
    openRight = pattern.openRight
    atClauseStart = pattern.atClauseStart
    atClauseEnd = pattern.atClauseEnd
    self.pattern = name
  }
}

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
  private let texts: [Text]
  private let uses: [Use]
  /// The elements that are numbers.
  private let numbers: Range<Int>
  private let elements: [Element]
  private let masked: MaskedWords

  /// Where the elements that a text may be begin among the uses; they end where those of the next
  /// text begin.
  private struct Text: Sendable {
    var start: Int32
    /// Those up to here only follow another element; the others may begin an entry too.
    var opening: Int32
    /// What all of either ask for: inside of words a short text is mostly nothing.
    var followersNeed = WordEdges.both
    var othersNeed = WordEdges.both
    /// In scalars.
    var length: UInt16

    init(at start: Int, length: Int) {
      self.start = Int32(start)
      opening = self.start
      self.length = UInt16(clamping: length)
    }
  }

  /// An element that a text may be.
  struct Use: Sendable {
    var element: Int32
    /// The element before it in its entry, and the one before that where the first is optional;
    /// the same twice where it is not.
    var before: (Int32, Int32)
  }

  /// Where a word begins or ends.
  struct WordEdges: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let start = WordEdges(rawValue: 1)
    static let end = WordEdges(rawValue: 2)
    static let both: WordEdges = [.start, .end]
  }

  /// An element of an entry, ready to be matched.
  ///
  /// Entries that begin alike and go on differently share their first element: half of them begin
  /// with “you”.
  struct Element: Hashable, Sendable {
    /// The entry; -1 where several share the element.
    var pattern: Int32
    /// The element before it in its entry, or -1.
    var before: Int32
    /// How many elements before this one it may follow: one, and one more for each optional
    /// element in between.
    var reach: Int8
    var join: WordPattern.Join
    /// Where a word must begin and end with the element.
    var needs: WordEdges
    var traits: Traits

    /// Whether it never begins an entry and has one or two elements it may follow.
    var onlyFollows: Bool { !traits.contains(.canBegin) && reach <= 2 }
  }

  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let canBegin = Traits(rawValue: 1)
    static let canEnd = Traits(rawValue: 2)
    /// Letters may go on where the entry ends.
    static let openRight = Traits(rawValue: 4)
    static let atClauseStart = Traits(rawValue: 8)
    static let atClauseEnd = Traits(rawValue: 16)
  }

  /// Builds for `patterns`, named by their index.
  ///
  /// - Parameters:
  ///   - patterns: the entries.
  ///   - maskable: the entries whose English words may be written with letters struck out.
  init(_ patterns: [WordPattern], maskable: Set<Int> = []) {
    var builder = Builder()
    for (index, pattern) in patterns.enumerated() { builder.add(pattern, named: index) }
    builder.putTogether()
    automaton = LiteralAutomaton(builder.texts)
    var texts: [Text] = []
    var uses: [Use] = []
    let elements = builder.elements
    for (words, names) in zip(builder.texts, builder.usesOfText) {
      var text = Text(at: uses.count, length: words.count)
      for name in names where elements[Int(name)].onlyFollows {
        uses.append(Use(name, among: elements))
        text.followersNeed.formIntersection(elements[Int(name)].needs)
      }
      text.opening = Int32(uses.count)
      for name in names where !elements[Int(name)].onlyFollows {
        uses.append(Use(name, among: elements))
        text.othersNeed.formIntersection(elements[Int(name)].needs)
      }
      texts.append(text)
    }
    texts.append(Text(at: uses.count, length: 0))
    let afterTexts = uses.count
    uses += builder.numbers.map { Use($0, among: elements) }
    numbers = afterTexts..<uses.count
    self.texts = texts
    self.uses = uses
    self.elements = elements
    masked = MaskedWords(patterns, among: maskable)
  }

  /// All entries found in `text`, whose sentences are those of `outline`.
  func scan(_ text: FoldedText, _ outline: TextOutline) -> Scan {
    PatternPass.over(text, uses: uses, elements: elements) { pass in
      texts.withUnsafeBufferPointer { texts in
        automaton.run { automaton in read(text, outline, automaton, texts, &pass) }
      }
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
    _ texts: UnsafeBufferPointer<Text>, _ pass: inout PatternPass
  ) {
    var state: Int32 = 0
    var runs = NumberRuns()
    var sentences = outline.sentences[...]
    for index in 0..<text.count {
      while let sentence = sentences.first, sentence.marks.upperBound <= index {
        sentences.removeFirst()
        if let next = sentences.first { pass.begin(sentenceAt: next.body.lowerBound) }
      }
      let scalar = text.scalars[index]
      if let run = runs.take(scalar, at: index, in: text) {
        pass.take(numbers, run, pass.edges(of: run))
      }
      state = automaton.advance(state, over: scalar, &pass.work)
      guard state != 0 else { continue }
      automaton.found(at: state) { name in
        let found = texts[name]
        let range = index + 1 - Int(found.length)..<index + 1
        let edges = pass.edges(of: range)
        if found.start < found.opening, found.followersNeed.isSubset(of: edges) {
          pass.follow(Int(found.start)..<Int(found.opening), range, edges)
        }
        let end = texts[name + 1].start
        if found.opening < end, found.othersNeed.isSubset(of: edges) {
          pass.take(Int(found.opening)..<Int(end), range, edges)
        }
      }
    }
    if let run = runs.finish(text.count) {
      pass.take(numbers, run, pass.edges(of: run))
    }
  }
}

extension PatternMatcher {
  /// Collects the elements of entries and the texts they are made of.
  private struct Builder {
    var texts: [[UInt32]] = []
    var usesOfText: [[Int32]] = []
    var numbers: [Int32] = []
    var elements: [Element] = []
    private var names: [[UInt32]: Int] = [:]
    private var firsts: [First: Int32] = [:]

    /// A first element that entries share.
    private struct First: Hashable {
      var content: WordPattern.Content
      var element: Element
    }

    mutating func add(_ pattern: WordPattern, named index: Int) {
      var before: Int32 = -1
      for (place, part) in pattern.elements.enumerated() {
        let next = Int32(elements.count)
        var element = Element(pattern, place, named: Int32(index), after: before)
        before = next
        if place == 0, !element.traits.contains(.canEnd) {
          element.pattern = -1
          element.traits.subtract([.openRight, .atClauseEnd])
          let first = First(content: part.content, element: element)
          if let known = firsts[first] {
            before = known
            continue
          }
          firsts[first] = next
        }
        elements.append(element)
        switch part.content {
        case .words(let words): for text in words { use(text, as: next) }
        case .number:
          numbers.append(next)
          for word in NumberRuns.english { use(word, as: next) }
        }
      }
    }

    /// Numbers texts and elements anew, so that those looked at together lie together in memory:
    /// the short texts, which every message is full of, and the elements that a text may be.
    mutating func putTogether() {
      let byLength = texts.indices.sorted { (texts[$0].count, $0) < (texts[$1].count, $1) }
      texts = byLength.map { texts[$0] }
      usesOfText = byLength.map { usesOfText[$0] }
      names = [:]
      var order: [Int32] = []
      var places = [Int32](repeating: -1, count: elements.count)
      for name in usesOfText.joined() + numbers where places[Int(name)] < 0 {
        places[Int(name)] = Int32(order.count)
        order.append(name)
      }
      elements = order.map { name in
        var element = elements[Int(name)]
        if element.before >= 0 { element.before = places[Int(element.before)] }
        return element
      }
      usesOfText = usesOfText.map { uses in uses.map { places[Int($0)] } }
      numbers = numbers.map { places[Int($0)] }
    }

    private mutating func use(_ text: [UInt32], as element: Int32) {
      let name = names[text] ?? texts.count
      if name == texts.count {
        names[text] = name
        texts.append(text)
        usesOfText.append([])
      }
      if usesOfText[name].last != element { usesOfText[name].append(element) }
    }
  }
}

extension PatternMatcher.Use {
  fileprivate init(_ name: Int32, among elements: [PatternMatcher.Element]) {
    element = name
    let own = elements[Int(name)]
    let skipped = own.reach == 2 ? elements[Int(own.before)].before : own.before
    before = (own.before, skipped)
  }
}

extension PatternMatcher.Element {
  /// The element at `place` of `pattern`.
  fileprivate init(
    _ pattern: WordPattern, _ place: Int, named name: Int32, after before: Int32
  ) {
    let elements = pattern.elements
    let optionalBefore = elements[..<place].reversed().prefix { $0.isOptional }.count
    traits = []
    if optionalBefore == place { traits.insert(.canBegin) }
    if elements[(place + 1)...].allSatisfy(\.isOptional) { traits.insert(.canEnd) }
    if pattern.openRight { traits.insert(.openRight) }
    if pattern.atClauseStart { traits.insert(.atClauseStart) }
    if pattern.atClauseEnd { traits.insert(.atClauseEnd) }
    reach = Int8(clamping: min(place, optionalBefore + 1))
    join = elements[place].join
    needs = []
    if place == 0 ? !pattern.openLeft : join >= .spaced { needs.insert(.start) }
    let next = place + 1 < elements.count ? elements[place + 1].join : nil
    // Before something optional the word may go on or end; the optional part decides.
    let endsWord =
      next.map { $0 >= .spaced || elements[place].content == .number } ?? !pattern.openRight
    if endsWord { needs.insert(.end) }
    self.pattern = name
    self.before = before
  }
}

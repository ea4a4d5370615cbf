/// The elements of all entries of a lexicon, and the texts they are made of.
struct PatternElements {
  private(set) var all: [Element] = []
  private(set) var texts: [[UInt32]] = []
  /// For each text, the elements it may be.
  private(set) var ofText: [[Int32]] = []
  /// The elements that are numbers.
  private(set) var numbers: [Int32] = []
  private var names: [[UInt32]: Int] = [:]
  private var firsts: [First: Int32] = [:]

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

    /// Whether it never begins an entry.
    var onlyFollows: Bool { !traits.contains(.canBegin) }
    /// Whether it begins entries, wherever it stands, and does nothing else.
    var onlyBegins: Bool { traits == .canBegin && reach == 0 }
  }

  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let canBegin = Traits(rawValue: 1)
    static let canEnd = Traits(rawValue: 2)
    /// Letters may go on where the entry ends.
    static let openRight = Traits(rawValue: 4)
    static let atClauseStart = Traits(rawValue: 8)
    static let atClauseEnd = Traits(rawValue: 16)
    /// Something may stand right after it.
    static let leadsOn = Traits(rawValue: 32)
  }

  /// Where a word begins or ends.
  struct WordEdges: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let start = WordEdges(rawValue: 1)
    static let end = WordEdges(rawValue: 2)
    static let both: WordEdges = [.start, .end]
  }

  /// A first element that entries share.
  private struct First: Hashable {
    var content: WordPattern.Content
    var element: Element
  }

  /// Adds the elements of an entry.
  mutating func add(_ pattern: WordPattern, named index: Int) {
    var before: Int32 = -1
    for (place, part) in pattern.elements.enumerated() {
      let next = Int32(all.count)
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
      all.append(element)
      switch part.content {
      case .words(let words): for text in words { use(text, as: next) }
      case .number:
        numbers.append(next)
        for word in NumberRuns.english { use(word, as: next) }
      }
    }
  }

  /// Numbers texts and elements anew, so that those looked at together lie together in memory:
  /// the short texts of frequent words and characters, which every message is full of, then the
  /// elements that a text may follow, then those that it may be.
  mutating func putInOrder() {
    var frequency: [UInt32: Int] = [:]
    for scalar in texts.joined() { frequency[scalar, default: 0] += 1 }
    let rare = texts.map { text in text.map { -(frequency[$0] ?? 0) } }
    let byLength = texts.indices.sorted {
      texts[$0].count != texts[$1].count
        ? texts[$0].count < texts[$1].count
        : rare[$0] != rare[$1] ? rare[$0].lexicographicallyPrecedes(rare[$1]) : $0 < $1
    }
    texts = byLength.map { texts[$0] }
    ofText = byLength.map { ofText[$0] }
    names = [:]
    var order: [Int32] = []
    var places = [Int32](repeating: -1, count: all.count)
    func place(_ name: Int32) {
      guard name >= 0, places[Int(name)] < 0 else { return }
      places[Int(name)] = Int32(order.count)
      order.append(name)
    }
    for uses in ofText + [numbers] {
      for name in uses where all[Int(name)].onlyFollows {
        all[Int(name)].eachBefore(among: all) { before, _ in place(before) }
      }
    }
    for name in ofText.joined() + numbers { place(name) }
    all = order.map { name in
      var element = all[Int(name)]
      if element.before >= 0 { element.before = places[Int(element.before)] }
      return element
    }
    ofText = ofText.map { uses in uses.map { places[Int($0)] } }
    numbers = numbers.map { places[Int($0)] }
  }

  private mutating func use(_ text: [UInt32], as element: Int32) {
    let name = names[text] ?? texts.count
    if name == texts.count {
      names[text] = name
      texts.append(text)
      ofText.append([])
    }
    if ofText[name].last != element { ofText[name].append(element) }
  }
}

extension PatternElements.Element {
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

  /// Calls `body` with each element this may follow, the nearest first, and how the two are joined.
  @inline(__always)
  func eachBefore(
    among elements: [PatternElements.Element], _ body: (Int32, WordPattern.Join) -> Void
  ) {
    var (before, join) = (before, join)
    for _ in 0..<reach {
      body(before, join)
      join = max(join, elements[Int(before)].join)
      before = elements[Int(before)].before
    }
  }
}

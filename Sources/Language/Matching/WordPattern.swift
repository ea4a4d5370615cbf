/// One entry of a lexicon: words as people type them, with room for what varies.
///
/// | sign | stands for |
/// |---|---|
/// | `(a\|b\|)` | one of these; an empty one makes it optional |
/// | `…` | anything within the same sentence, up to a few words |
/// | `#` | a number, in digits or words |
/// | `^` at the start | the beginning of a clause |
/// | `$` at the end | the end of a clause |
/// | `~` at an end | English letters may go on there: `refund~` is also `refunded` |
///
/// English words stand alone unless `~` says otherwise; case, script and width never matter.
struct WordPattern: Equatable, Sendable {
  /// What an element may be.
  enum Content: Hashable, Sendable {
    /// One of these folded texts, spaces at their edges left out.
    case words([[UInt32]])
    case number
  }

  /// How an element follows the one before it.
  enum Join: Int, Comparable, Sendable {
    /// Inside a word, or from one Chinese character to the next.
    case tight
    /// Either way: some of its alternatives begin a new word, some do not.
    case loose
    /// As the next word.
    case spaced
    /// Anywhere later in the sentence.
    case gap

    static func < (left: Join, right: Join) -> Bool { left.rawValue < right.rawValue }
  }

  /// A part of an entry.
  struct Element: Equatable, Sendable {
    var content: Content
    var isOptional: Bool
    var join: Join
  }

  private(set) var elements: [Element] = []
  private(set) var atClauseStart = false
  private(set) var atClauseEnd = false
  private(set) var openLeft = false
  private(set) var openRight = false

  /// Most texts the alternatives in one pair of parentheses may amount to.
  static let mostAlternatives = 256
  /// Most gaps in one entry.
  static let mostGaps = 3
}

/// Why an entry of a lexicon cannot be read.
enum WordPatternError: Error, Equatable, CustomStringConvertible {
  case empty, unclosed, unopened, tooManyGaps, tooManyAlternatives, gapAtEdge, allOptional, stray
  case insideGroup

  var description: String {
    switch self {
    case .empty: "it is empty; write at least one word"
    case .unclosed: "“(” is never closed; add “)”"
    case .unopened: "“)” or “|” stands outside parentheses; put “(” before it"
    case .tooManyGaps: "it has more than three “…”; split it into two entries"
    case .tooManyAlternatives:
      "the alternatives in one pair of parentheses amount to more than 256 texts; split the entry"
    case .gapAtEdge: "“…” stands at an edge; put words on both sides of it"
    case .allOptional: "all of it is optional; give it at least one word"
    case .stray: "“^”, “$” or “~” stands in the middle; it may only stand at an edge"
    case .insideGroup: "“…” or “#” stands inside parentheses; move it out or split the entry"
    }
  }
}

extension WordPattern {
  /// Reads an entry.
  ///
  /// - Parameter source: the entry as written.
  /// - Throws: `WordPatternError`.
  init(_ source: String) throws(WordPatternError) {
    var rest = Folding.fold(source).scalars[...]
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    atClauseStart = WordPattern.takeFirst(Sign.start, &rest)
    atClauseEnd = WordPattern.takeLast(Sign.end, &rest)
    openLeft = WordPattern.takeFirst(Sign.open, &rest)
    openRight = WordPattern.takeLast(Sign.open, &rest)
    guard rest.contains(where: { $0 != 0x20 }) else { throw .empty }
    var builder = Builder()
    while let sign = rest.popFirst() {
      switch sign {
      case Sign.gap: try builder.addGap()
      case Sign.number: builder.add(.number, spaceBefore: false, spaceAfter: false)
      case Sign.openGroup: builder.add(group: try WordPattern.group(&rest))
      case Sign.closeGroup, Sign.or: throw .unopened
      case Sign.start, Sign.end, Sign.open: throw .stray
      default: builder.text.append(sign)
      }
    }
    elements = try builder.finish()
  }

  private static func takeFirst(_ sign: UInt32, _ rest: inout ArraySlice<UInt32>) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private static func takeLast(_ sign: UInt32, _ rest: inout ArraySlice<UInt32>) -> Bool {
    guard rest.last == sign else { return false }
    rest.removeLast()
    return true
  }

  private enum Sign {
    static let start: UInt32 = 0x5E
    static let end: UInt32 = 0x24
    static let open: UInt32 = 0x7E
    static let gap: UInt32 = 0x2026
    static let number: UInt32 = 0x23
    static let openGroup: UInt32 = 0x28
    static let closeGroup: UInt32 = 0x29
    static let or: UInt32 = 0x7C
  }

  /// The texts of a group whose `(` has been taken; groups inside it are multiplied out.
  private static func group(
    _ rest: inout ArraySlice<UInt32>
  ) throws(WordPatternError) -> [[UInt32]] {
    var done: [[UInt32]] = []
    var current: [[UInt32]] = [[]]
    while let sign = rest.popFirst() {
      switch sign {
      case Sign.closeGroup: return done + current
      case Sign.or:
        done += current
        current = [[]]
      case Sign.openGroup:
        let inner = try group(&rest)
        current = current.flatMap { text in inner.map { text + $0 } }
      case Sign.gap, Sign.number: throw .insideGroup
      case Sign.start, Sign.end, Sign.open: throw .stray
      default: for index in current.indices { current[index].append(sign) }
      }
      guard done.count + current.count <= mostAlternatives else { throw .tooManyAlternatives }
    }
    throw .unclosed
  }

  /// Collects elements and how they join.
  private struct Builder {
    var text: [UInt32] = []
    private var elements: [Element] = []
    private var join = Join.tight
    private var gaps = 0

    mutating func add(
      _ content: Content, spaceBefore: Bool, spaceAfter: Bool, optional: Bool = false
    ) {
      closeText()
      if spaceBefore { join = max(join, .spaced) }
      // People write 3 hours and 3hours.
      let isBesideNumber = content == .number || elements.last?.content == .number
      if isBesideNumber, join == .spaced { join = .loose }
      elements.append(Element(content: content, isOptional: optional, join: join))
      join = spaceAfter ? .spaced : .tight
    }

    mutating func add(group: [[UInt32]]) {
      closeText()
      let words = group.map(WordPattern.trimmed).filter { !$0.isEmpty }
      guard !words.isEmpty else { return }
      let isOptional = words.count < group.count
      let before = group.filter { $0.first == 0x20 }.count
      let after = group.filter { $0.last == 0x20 }.count
      if before > 0, before < words.count, join == .tight { join = .loose }
      add(
        .words(words), spaceBefore: before == words.count, spaceAfter: after == words.count,
        optional: isOptional)
      if after > 0, after < words.count { join = .loose }
    }

    mutating func addGap() throws(WordPatternError) {
      closeText()
      guard !elements.isEmpty else { throw .gapAtEdge }
      gaps += 1
      guard gaps <= WordPattern.mostGaps else { throw .tooManyGaps }
      join = .gap
    }

    private mutating func closeText() {
      guard !text.isEmpty else { return }
      let taken = text
      text = []
      let words = WordPattern.trimmed(taken)
      if words.isEmpty {
        join = max(join, .spaced)
      } else {
        add(
          .words([words]), spaceBefore: taken.first == 0x20, spaceAfter: taken.last == 0x20)
      }
    }

    mutating func finish() throws(WordPatternError) -> [Element] {
      closeText()
      guard join != .gap else { throw .gapAtEdge }
      guard elements.contains(where: { !$0.isOptional }) else { throw .allOptional }
      return elements
    }
  }

  private static func trimmed(_ text: [UInt32]) -> [UInt32] {
    var text = text[...]
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return Array(text)
  }
}

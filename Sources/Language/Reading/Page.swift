import Vocabulary

/// A text laid open for reading: folded, cut into sentences, its words found.
struct Page: Sendable {
  /// The text as it came.
  let source: String
  let text: FoldedText
  let outline: TextOutline
  let book: WordBook
  let findings: WordBook.Findings
  /// The words found, by the place of their section: asked for many times over.
  private let bySection: [[WordBook.Finding]]

  init(_ text: String, _ book: WordBook) {
    source = text
    self.text = Folding.fold(text)
    outline = TextOutline(self.text)
    self.book = book
    findings = book.find(in: self.text, outline)
    var bySection = [[WordBook.Finding]](repeating: [], count: LexiconSection.allCases.count)
    for finding in findings.all { bySection[finding.section.place].append(finding) }
    self.bySection = bySection
  }

  /// The words of one section, in the order they stand.
  func words(_ section: LexiconSection) -> [WordBook.Finding] {
    bySection[section.place]
  }

  /// Whether a mark of this kind stands anywhere in the text.
  func hasMark(_ kind: String) -> Bool { findings.marks.contains(kind) }

  /// The words of `span` as they came, on one line.
  func original(_ span: TextSpan) -> String {
    let stretch = source.unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)
    let kinds = ScalarTable.shared
    return stretch.split { scalar in
      let kind = kinds.kind(scalar.value)
      return kind == .space || kind == .newline
    }.map { String($0) }.joined(separator: " ")
  }

  /// The clause that `range` stands in: from one comma or sentence end to the next.
  func clause(around range: Range<Int>) -> Range<Int> {
    guard outline.sentences.indices.contains(outline.sentence(at: range.lowerBound)) else {
      return range
    }
    let body = outline.sentences[outline.sentence(at: range.lowerBound)].body
    func isComma(_ index: Int) -> Bool { text.at(index) == 0x2C || text.at(index) == 0x0A }
    var lower = range.lowerBound
    while lower > body.lowerBound, !isComma(lower - 1) { lower -= 1 }
    while lower < range.lowerBound, text.at(lower) == 0x20 { lower += 1 }
    var upper = range.upperBound
    while upper < body.upperBound, !isComma(upper) { upper += 1 }
    return lower..<upper
  }

  /// The sentences that `range` stands in, with their closing marks; line breaks stay outside.
  func sentences(around range: Range<Int>) -> Range<Int> {
    let first = outline.sentence(at: range.lowerBound)
    let last = outline.sentence(at: max(range.lowerBound, range.upperBound - 1))
    guard outline.sentences.indices.contains(first), outline.sentences.indices.contains(last)
    else { return range }
    var upper = outline.sentences[last].marks.upperBound
    while upper > range.upperBound, text.at(upper - 1) == 0x0A || text.at(upper - 1) == 0x20 {
      upper -= 1
    }
    let lower = min(outline.sentences[first].body.lowerBound, range.lowerBound)
    return lower..<max(upper, range.upperBound)
  }

  /// What a sentence put in the place of the words at `range` stands in for: the sentences they
  /// stand in. Chinese strings whole messages together with commas, so there it is their clauses,
  /// and what else was said stays.
  func placeToRewrite(around range: Range<Int>) -> Range<Int> {
    let sentences = sentences(around: range)
    guard text.kind(range.lowerBound) == .han,
      outline.sentence(at: range.lowerBound) == outline.sentence(at: max(range.upperBound - 1, 0))
    else { return sentences }
    let clause = clause(around: range)
    let isLast = clause.upperBound >= sentences.upperBound || text.at(clause.upperBound) != 0x2C
    // The sentence put in ends by itself, so a comma after it goes.
    return clause.lowerBound..<(isLast ? sentences.upperBound : clause.upperBound + 1)
  }

  /// Whether a sentence is long enough to tell something: six Chinese characters or four words.
  func isTelling(_ range: Range<Int>) -> Bool {
    let (characters, words) = size(of: range.prefix(400))
    return characters >= 6 || words >= 4
  }

  /// Whether a message tells something outside the clauses that `ranges` begin in: six Chinese
  /// characters or four words.
  func tellsMore(than ranges: [Range<Int>]) -> Bool {
    let clauses = ranges.map { clause(around: $0.prefix(1)) }
    var characters = 0
    var words = 0
    for index in (0..<text.count).prefix(2_000) {
      let kind = text.kind(index)
      guard kind == .han || (kind == .letter && text.isWordStart(index)),
        !clauses.contains(where: { $0.contains(index) })
      else { continue }
      if kind == .han { characters += 1 } else { words += 1 }
    }
    return characters >= 6 || words >= 4
  }

  /// How much the text says: a character is one unit, a word one and a half; stops at `most`.
  func units(upTo most: Int) -> Int {
    // No word takes more than this many scalars, so the rest cannot matter.
    let (characters, words) = size(of: (0..<text.count).prefix(most * 12))
    return min(most, characters + words * 3 / 2)
  }

  private func size(of range: Range<Int>) -> (characters: Int, words: Int) {
    var characters = 0
    var words = 0
    for index in range {
      switch text.kind(index) {
      case .han: characters += 1
      case .letter where text.isWordStart(index): words += 1
      default: break
      }
    }
    return (characters, words)
  }
}

import Vocabulary

extension Reader {
  /// Longest problem or demand proposed, in scalars: a line of the form.
  private static let longestLine = 120

  /// Values for the register found in a customer's message, in the order they stand.
  func proposals(in page: Page, isFirst: Bool) -> [FieldProposal] {
    var proposals = Detail.all(in: page.text).compactMap { detail -> FieldProposal? in
      let field: FieldName
      switch detail.kind {
      case .phone: field = .phone
      case .mail: field = .email
      case .order: field = .order
      case .hotline, .identityCard: return nil
      }
      return FieldProposal(
        field: field, value: detail.value, span: page.text.span(detail.range))
    }
    if isFirst, let problem = problem(in: page) { proposals.append(problem) }
    if let demand = demand(in: page) { proposals.append(demand) }
    return proposals.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// Sentences that are looked through for the problem.
  private static let heardForProblem = 12

  /// The sentence that says what went wrong, and where none does the first one that tells something
  /// and is more than scorn, a wish or a courtesy.
  private func problem(in page: Page) -> FieldProposal? {
    let words = page.words(.moves)
    func has(_ kind: String, _ index: Int) -> Bool {
      words.contains { $0.kind == kind && $0.sentence == index }
    }
    let wishes = Set(page.words(.demands).map(\.sentence))
    let marked = page.questionSentences()
    var best: (worth: Int, line: Range<Int>)?
    for (index, sentence) in page.outline.sentences.prefix(Reader.heardForProblem).enumerated() {
      let body = page.withoutOpening(sentence.body)
      let matters = words.filter { $0.kind == MoveKind.matter && $0.sentence == index }
      guard page.isTelling(body), !page.isTopic(sentence) else { continue }
      var worth = matters.isEmpty ? 0 : 6
      if has(MoveKind.rhetorical, index) { worth -= 4 }
      if has(CustomerMove.abuse.rawValue, index) { worth -= 3 }
      if has(CustomerMove.thanks.rawValue, index) { worth -= 3 }
      if wishes.contains(index) || has(CustomerMove.adds.rawValue, index) { worth -= 1 }
      // Where nothing went wrong the question is the matter.
      if !matters.isEmpty, marked.contains(index) || has(CustomerMove.question.rawValue, index) {
        worth -= 2
      }
      guard worth >= Reader.leastWorth, worth > best?.worth ?? Int.min else { continue }
      let line = short(body, about: matters.first?.hit.range, in: page)
      best = (worth, withOutcome(line, after: index, in: page))
    }
    return best.flatMap { line(.problem, $0.line, page) }
  }

  /// Below this a sentence states nothing: scorn, thanks, an insult.
  private static let leastWorth = -2

  /// A sentence longer than a line from the clause on that holds `words`.
  private func short(_ body: Range<Int>, about words: Range<Int>?, in page: Page) -> Range<Int> {
    guard body.count > Reader.longestLine, let words,
      words.upperBound - body.lowerBound > Reader.longestLine
    else { return body }
    return page.withoutOpening(
      max(body.lowerBound, page.clause(around: words).lowerBound)..<body.upperBound)
  }

  /// Words of what was to happen, folded: the sentence after them says that it did not.
  private static let expectations = LiteralAutomaton(
    [
      "meant to", "supposed to", "due to arrive", "due to come", "was due", "were due",
      "should have", "promised", "scheduled", "本来", "原本", "说好", "约好", "应该", "承诺",
    ].map { $0.unicodeScalars.map(\.value) })
  /// Longest sentence that is taken along, in scalars.
  private static let longestOutcome = 60

  /// “It was meant to come on Monday” is half of a problem; “It's Thursday” is the other half.
  private func withOutcome(_ body: Range<Int>, after index: Int, in page: Page) -> Range<Int> {
    guard Reader.expectations.isAnywhere(in: page.text.scalars[body]),
      page.outline.sentences.indices.contains(index + 1)
    else { return body }
    let next = page.outline.sentences[index + 1]
    guard !next.body.isEmpty, next.body.count <= Reader.longestOutcome,
      next.body.upperBound - body.lowerBound <= Reader.longestLine,
      !next.marks.contains(where: { page.text.at($0) == 0x3F }),
      !(body.upperBound..<next.body.lowerBound).contains(where: { page.text.at($0) == 0x0A })
    else { return body }
    return body.lowerBound..<next.body.upperBound
  }

  /// What the customer wants, as a phrase takes it up behind “you'd like” and 您希望.
  private func demand(in page: Page) -> FieldProposal? {
    guard let word = page.words(.demands).first else { return nil }
    var clause = page.withoutOpening(page.clause(around: word.hit.range))
    while let wish = Reader.wishes.first(where: { page.begins(clause, with: $0) }) {
      clause = page.withoutOpening(clause.lowerBound + wish.count..<clause.upperBound)
    }
    return line(.demand, clause, page)
  }

  /// Words that only say that something is wanted; longer ones first.
  private static let wishes: [[UInt32]] = [
    "i would like", "i'd like", "i want", "i need", "i demand", "i expect", "i insist on",
    "i request", "i just want", "i only want", "please can i have", "can i have", "please",
    "我只是想要", "我强烈要求", "我只是想", "我只想要", "我想要", "我要求", "我希望", "我需要", "我申请", "我只想", "我只要",
    "我就要", "我现在要", "我们要", "我想", "我要", "强烈要求", "想要", "要求", "希望", "申请", "只想", "只要", "麻烦您",
    "麻烦你", "麻烦", "请你们", "请您", "请你", "请帮我", "请", "帮我", "给我", "赶紧", "赶快", "尽快", "马上", "立刻",
    "你们", "想", "要",
  ].map { $0.unicodeScalars.map(\.value) }

  private func line(_ field: FieldName, _ range: Range<Int>, _ page: Page) -> FieldProposal? {
    var end = min(range.upperBound, range.lowerBound + Reader.longestLine)
    // No word is cut in two.
    if end < range.upperBound, ScalarTable.shared.kind(page.text.at(end)) == .letter,
      let blank = (range.lowerBound..<end).last(where: { page.text.at($0) == 0x20 })
    {
      end = blank
    }
    let span = page.text.span(range.lowerBound..<end)
    guard span.start < span.end else { return nil }
    // The customer's own words, in their own script and case.
    return FieldProposal(field: field, value: page.original(span), span: span)
  }
}

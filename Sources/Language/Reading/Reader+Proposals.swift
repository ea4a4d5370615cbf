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

  /// The first sentence that tells something: long enough, and no bare greeting or courtesy.
  private func problem(in page: Page) -> FieldProposal? {
    let courtesies = Set(
      page.words(.moves).filter { $0.kind == CustomerMove.thanks.rawValue }
        .map(\.sentence))
    for (index, sentence) in page.outline.sentences.prefix(8).enumerated()
    where !courtesies.contains(index) {
      let body = page.withoutMentions(sentence.body)
      guard page.isTelling(body) else { continue }
      return line(.problem, withOutcome(body, after: index, in: page), page)
    }
    return nil
  }

  /// Words of what was to happen: the sentence after them says that it did not.
  private static let expectations = [
    "meant to", "supposed to", "due to", "was due", "were due", "should have", "promised",
    "scheduled", "本来", "本來", "原本", "说好", "說好", "约好", "約好", "应该", "應該", "承诺", "承諾",
  ]
  /// Longest sentence that is taken along, in scalars.
  private static let longestOutcome = 60

  /// “It was meant to come on Monday” is half of a problem; “It's Thursday” is the other half.
  private func withOutcome(_ body: Range<Int>, after index: Int, in page: Page) -> Range<Int> {
    let words = page.original(page.text.span(body)).lowercased()
    guard Reader.expectations.contains(where: words.contains),
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

  /// The clause in which the customer says what they want.
  private func demand(in page: Page) -> FieldProposal? {
    guard let word = page.words(.demands).first else { return nil }
    return line(.demand, page.clause(around: word.hit.range), page)
  }

  private func line(_ field: FieldName, _ range: Range<Int>, _ page: Page) -> FieldProposal? {
    let short = range.lowerBound..<min(range.upperBound, range.lowerBound + Reader.longestLine)
    let span = page.text.span(short)
    guard span.start < span.end else { return nil }
    // The customer's own words, in their own script and case.
    return FieldProposal(field: field, value: page.original(span), span: span)
  }
}

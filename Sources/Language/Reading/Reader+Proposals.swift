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
      return line(.problem, body, page)
    }
    return nil
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

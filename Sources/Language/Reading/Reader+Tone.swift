import Vocabulary

extension Reader {
  /// Words that may hurt, in the order they stand; the same words are found once.
  func toneFindings(in page: Page, language: LanguageTag) -> [ToneFinding] {
    var taken: [Range<Int>] = []
    return page.words(.tone).compactMap { word in
      let range = word.finding.hit.range
      if let last = taken.last, last.overlaps(range) { return nil }
      guard let why = word.group.why else { return nil }
      taken.append(range)
      return ToneFinding(
        kind: word.group.kind, strength: word.group.strength ?? .advice,
        span: page.text.span(range), why: why[language], rewrite: word.group.rewrite?[language])
    }
  }
}

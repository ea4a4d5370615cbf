import Vocabulary

extension Reader {
  /// Words that may hurt, in the order they stand; the same words are found once.
  func toneFindings(in page: Page, language: LanguageTag) -> [ToneFinding] {
    var taken: [Range<Int>] = []
    return page.words(.tone).compactMap { word in
      let range = word.hit.range
      if let last = taken.last, last.overlaps(range) { return nil }
      let group = page.book.groups[word.group].source
      guard let why = group.why else { return nil }
      taken.append(range)
      return ToneFinding(
        kind: word.kind, strength: group.strength ?? .advice,
        span: page.text.span(range), why: why[language], rewrite: group.rewrite?[language])
    }
  }
}

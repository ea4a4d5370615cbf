import Vocabulary

extension Reader {
  /// Words that may hurt, in the order they stand; the same words are found once.
  ///
  /// Most words hurt in one message and comfort in another, so where no hint in the passage speaks
  /// for it, advice is not given. What holds the message, and groups that are sure, are.
  func toneFindings(
    in page: Page, _ tally: LabelVotes.Tally, language: LanguageTag
  ) -> [ToneFinding] {
    var taken: [Range<Int>] = []
    return page.words(.tone).compactMap { word in
      let range = word.hit.range
      if let last = taken.last, last.overlaps(range) { return nil }
      let group = page.book.groups[word.group].source
      guard group.why != nil else { return nil }
      let isSure = group.isSure || group.strength == .hold
      if !isSure, tally.cleared.contains(where: { $0.contains(range.lowerBound) }) { return nil }
      taken.append(range)
      return finding(
        word.kind, group.strength ?? .advice, group, at: range, in: page, language: language)
    }
  }

  /// A finding with the reason and the rewrite of `group`.
  func finding(
    _ kind: String, _ strength: ToneStrength, _ group: LexiconGroup, at range: Range<Int>,
    in page: Page, language: LanguageTag
  ) -> ToneFinding {
    let span = page.text.span(range)
    let place = page.text.span(page.placeToRewrite(around: range))
    return ToneFinding(
      kind: kind, strength: strength, span: span, why: group.why?[language] ?? "",
      rewrite: group.rewrite?[language],
      replaced: group.replaces == .words || place == span ? nil : place)
  }
}

import Vocabulary

extension Reader {
  /// What may hurt by the choice of words, in passages where the lexicon found nothing: always
  /// advice, with the reason and the rewrite of its kind. A sentence that looked like the kind to
  /// the lexicon and is excused there, or holds a mark of the kind `fine`, is left alone.
  func votedFindings(
    _ tally: LabelVotes.Tally, in page: Page, language: LanguageTag
  ) -> [ToneFinding] {
    let named = page.words(.tone).map(\.hit.range)
    return (tally.votes[.tone] ?? []).compactMap { vote in
      guard let passage = tally.passages[.tone]?[vote.passage], passage.isTelling,
        let group = lexicon.toneGroups[lexicon.votes.labels[vote.label].kind]
      else { return nil }
      let whole = tally.range(of: passage)
      if named.contains(where: { $0.overlaps(whole) }) { return nil }
      let range =
        lexicon.votes.clause(for: vote, in: tally, of: page.text)
        ?? page.clause(around: whole.prefix(1))
      let sentence = page.outline.sentence(at: range.lowerBound)
      guard !range.isEmpty, !page.findings.fine.contains(sentence),
        !page.isExcused(.tone, group.kind, in: sentence)
      else { return nil }
      return finding(group.kind, .advice, group, at: range, in: page, language: language)
    }
  }

  /// The acts that votes read, with the words behind each.
  func votedActs(
    _ tally: LabelVotes.Tally, in page: Page
  ) -> [LabelVotes.VotedAct] {
    let voted = (tally.votes[.acts] ?? []).compactMap { vote -> LabelVotes.VotedAct? in
      guard let act = SpeechAct(rawValue: lexicon.votes.labels[vote.label].kind),
        let passage = tally.passages[.acts]?[vote.passage]
      else { return nil }
      let range = lexicon.votes.reason(for: vote, in: tally) ?? tally.range(of: passage)
      let sentence = tally.sentence(of: passage, in: page)
      guard !range.isEmpty, !page.isExcused(.acts, act.rawValue, in: sentence) else { return nil }
      return LabelVotes.VotedAct(act: act, range: range, sentence: sentence)
    }
    // “It needn't be the old box, any will do” says no to nobody, nor does a word of regret.
    let kind: Set<SpeechAct> = [.offer, .regret, .empathy]
    let named = page.words(.acts).filter { word in
      SpeechAct(rawValue: word.kind).map(kind.contains) == true
    }
    let gentle = Set(named.map(\.sentence) + voted.filter { kind.contains($0.act) }.map(\.sentence))
    return voted.filter { $0.act != .refusal || !gentle.contains($0.sentence) }
  }
}

extension Page {
  /// Whether the lexicon looked at words of this kind in a sentence and let them go.
  fileprivate func isExcused(_ section: LexiconSection, _ kind: String, in sentence: Int) -> Bool {
    findings.excused.contains(
      WordBook.Excused(section: section, kind: kind, sentence: sentence))
  }
}

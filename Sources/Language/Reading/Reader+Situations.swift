import Vocabulary

extension Reader {
  /// Everything that may hurt, now that it is known how the case stands: what the words alone say,
  /// without what the moment makes right, and what the moment makes wrong.
  func findings(
    _ reading: AgentReading, in page: Page, _ tally: LabelVotes.Tally, language: LanguageTag,
    customerWords: [String], under circumstances: Circumstances
  ) -> [ToneFinding] {
    var findings = reading.findings
    if circumstances.hasPromise { findings.removeAll { $0.kind == ToneKind.undated } }
    for (situation, range) in situations(
      reading, in: page, tally, circumstances, customerWords: customerWords)
    {
      guard let group = lexicon.situations[situation] else { continue }
      let made = finding(
        situation.rawValue, situation.strength, group, at: range, in: page, language: language)
      // Where both speak of the same words, the one that holds is the one to heed.
      if let other = findings.firstIndex(where: { $0.span.overlaps(made.span) }) {
        guard made.strength == .hold, findings[other].strength == .advice else { continue }
        findings[other] = made
      } else {
        findings.append(made)
      }
    }
    // In danger short and blunt is right (domain E9).
    if circumstances.isDanger { findings.removeAll { $0.strength == .advice } }
    return findings.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  private func situations(
    _ reading: AgentReading, in page: Page, _ tally: LabelVotes.Tally,
    _ circumstances: Circumstances, customerWords: [String]
  ) -> [(Situation, Range<Int>)] {
    var found: [(Situation, Range<Int>)] = []
    func first(_ act: SpeechAct) -> Range<Int>? {
      page.words(.acts).first { $0.kind == act.rawValue }?.hit.range
    }
    if circumstances.isHearing, let range = first(.explanation),
      reading.acts.isDisjoint(with: [.paraphrase, .responsibility])
    {
      found.append((.earlyExplanation, range))
    }
    if circumstances.isHearing, let range = chain(reading, in: page, tally, circumstances) {
      found.append((.questionChain, range))
    }
    if circumstances.isTense, reading.acts.isDisjoint(with: Reader.steadying),
      let range = page.words(.acts).first(where: { $0.kind == ActKind.atThem })?.hit.range
    {
      found.append((.derailing, range))
    }
    if circumstances.emptyApologies >= 2, let range = first(.regret),
      reading.acts.isDisjoint(with: SpeechAct.moving)
    {
      found.append((.emptyApology, range))
    }
    if let range = repeated(in: page, circumstances.saidBefore) {
      found.append((.repeated, range))
    }
    if !circumstances.isSettled, let range = farewell(in: page) {
      found.append((.stillOpen, range))
    }
    if let range = beyond(circumstances, in: page) {
      found.append((.beyondAuthority, range))
    } else if let range = unrecordedGoodwill(circumstances, in: page) {
      found.append((.unrecordedGoodwill, range))
    } else if let range = unrecorded(circumstances, in: page, customerWords: customerWords) {
      found.append((.unrecordedSum, range))
    }
    if !circumstances.mayAdmit, let range = first(.responsibility) {
      found.append((.earlyAdmission, range))
    }
    if circumstances.isPublic, let range = personal(in: page) {
      found.append((.personalData, range))
    }
    return found
  }

  /// Acts that hear the customer or move the matter on: beside one of them no word at the customer
  /// tips a talk over.
  private static let steadying: Set<SpeechAct> = SpeechAct.hearing.union([
    .thanks, .offer, .promise, .progress, .handUp, .readBack, .askView, .boundary, .safety,
    .ownsPromise,
  ])

  /// The question too many: while a customer is upset one in a turn is enough.
  private func chain(
    _ reading: AgentReading, in page: Page, _ tally: LabelVotes.Tally,
    _ circumstances: Circumstances
  ) -> Range<Int>? {
    let questions = asking(in: page, tally).sorted()
    let asked = circumstances.questions
    guard reading.acts.contains(.question), asked + questions.count > 1,
      let last = asked > 0 ? questions.first : questions.dropFirst().first,
      page.outline.sentences.indices.contains(last)
    else { return nil }
    return page.outline.sentences[last].body
  }

  /// A sentence of some length that we have said before, word for word or nearly.
  private func repeated(in page: Page, _ before: [String]) -> Range<Int>? {
    before.isEmpty ? nil : RepeatedSentence.first(in: page, before, share: 0.8)
  }

  /// The words that ask whether there is anything else, or say goodbye.
  private func farewell(in page: Page) -> Range<Int>? {
    page.words(.acts).first { $0.kind == SpeechAct.closing.rawValue }?.hit.range
  }

  /// A sum beside words of a remedy that is more than may be granted.
  private func beyond(_ circumstances: Circumstances, in page: Page) -> Range<Int>? {
    guard let limits = circumstances.limits else { return nil }
    return given(circumstances, in: page).first {
      !circumstances.cleared.contains($0.money)
        && $0.money.minor > limits[$0.money.currency] ?? 0
    }?.range
  }

  /// Sums that are given: a sum alone is a price; beside words of giving it is a remedy.
  private func given(_ circumstances: Circumstances, in page: Page) -> [Sum] {
    let remedies = page.words(.disclosures).filter { $0.kind == Disclosure.remedy.rawValue }
    let goodwill = page.words(.acts).filter { $0.kind == ActKind.goodwill }
    guard !(remedies.isEmpty && goodwill.isEmpty) else { return [] }
    let sums = Sum.all(in: page.text, usually: circumstances.currency)
    // “We took £212 instead of £54” gives nothing, though each sum stands beside another.
    let giving = remedies.filter { word in
      !sums.contains { $0.range.contains(word.hit.range.lowerBound) }
    }
    return sums.filter { sum in
      let sentence = page.outline.sentence(at: sum.range.lowerBound)
      return (goodwill + giving).contains { $0.sentence == sentence }
    }
  }

  /// A sum beyond the remedy where no goodwill of that sum is on record: that a refund has the same
  /// sum is no leave to give it twice.
  private func unrecordedGoodwill(
    _ circumstances: Circumstances, in page: Page
  ) -> Range<Int>? {
    guard let recorded = circumstances.goodwill else { return nil }
    let sentences = Set(page.words(.acts).filter { $0.kind == ActKind.goodwill }.map(\.sentence))
    guard !sentences.isEmpty else { return nil }
    return Sum.all(in: page.text, usually: circumstances.currency).first { sum in
      sentences.contains(page.outline.sentence(at: sum.range.lowerBound))
        && !recorded.contains(sum.money)
    }?.range
  }

  /// A sum that is given, is on record nowhere, and that the customer never named.
  private func unrecorded(
    _ circumstances: Circumstances, in page: Page, customerWords: [String]
  ) -> Range<Int>? {
    guard circumstances.goodwill != nil else { return nil }
    let sums = given(circumstances, in: page).filter { !circumstances.cleared.contains($0.money) }
    guard !sums.isEmpty else { return nil }
    let named = customerWords.suffix(Reader.heardForSums).flatMap { words in
      Sum.all(
        in: Folding.fold(String(words.unicodeScalars.prefix(2_000))),
        usually: circumstances.currency, alone: true
      ).map(\.money)
    }
    return sums.first { !named.contains($0.money) }?.range
  }

  /// The customer's messages that sums are looked for in.
  private static let heardForSums = 12

  /// The first words that are somebody's own data.
  private func personal(in page: Page) -> Range<Int>? {
    Detail.all(in: page.text).first { $0.kind != .hotline && $0.kind != .order }?.range
      ?? page.words(.disclosures).first {
        $0.kind == Disclosure.personalData.rawValue && !page.isUncounted($0)
      }?.hit.range
  }
}

/// Kinds of tone that the readers themselves know.
enum ToneKind {
  /// A promise to come back without a time.
  static let undated = "undated"
  /// A fault admitted, or damages promised.
  static let liability = "liability"
}

extension ToneFinding {
  /// Whether a finding by vote holds as the case stands: in danger blunt is right, and once a
  /// finding says that the fault is ours, saying so is no slip.
  func counts(under circumstances: Circumstances) -> Bool {
    !circumstances.isDanger && !(circumstances.mayAdmit && kind == ToneKind.liability)
  }
}

extension TextSpan {
  func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

import Vocabulary

/// Facts of the customer's own, told back without a question behind them: “Three calls, and it still
/// isn't fixed.”
///
/// Only a say-back that checks itself lets the facts pass for agreed (domain D25, E2); one that does
/// not shows all the same that they were heard.
extension Reader {
  /// Words, names and numbers of the customer's own from which their facts are told back.
  private static let fewestFacts = 3

  /// The clause that tells most of the customer's facts, where the clauses about them tell enough.
  ///
  /// Nothing is told back by a sentence that asks, does not believe them or may hurt, nor by a clause
  /// about us or about the next step.
  func saidBack(
    in page: Page, asking: Set<Int>, _ tally: LabelVotes.Tally, customerWords: [String],
    registerWords: [String]
  ) -> Range<Int>? {
    let told = customerWords.map(Reader.statements) + registerWords
    let facts = OwnFacts(told, lexicon.common)
    guard facts.count >= Reader.fewestFacts else { return nil }
    // Few clauses tell any of it, and whether one does is found out faster than whom it is about.
    let clauses = clausesAboutThem(in: page, asking: asking, tally) {
      facts.repeated(in: page.text, $0, lexicon.common).isMostOfIt
    }
    var all: Set<OwnFacts.Fact> = []
    var best: (count: Int, range: Range<Int>)?
    for clause in clauses {
      let repeated = facts.repeated(in: page.text, clause, lexicon.common)
      all.formUnion(repeated.facts)
      if repeated.facts.count > best?.count ?? 0 { best = (repeated.facts.count, clause) }
    }
    return all.count >= Reader.fewestFacts ? best?.range : nil
  }

  /// What a message states, its questions left out: who repeats a question may be answering it.
  private static func statements(of message: String) -> String {
    let text = Folding.fold(String(message.unicodeScalars.prefix(600)))
    return TextOutline(text).sentences.compactMap { sentence in
      if sentence.marks.contains(where: { text.at($0) == 0x3F }) { return nil }
      let body = text.text(sentence.body)
      if asks.contains(where: body.contains) { return nil }
      let first = String(body.prefix { $0.isLetter })
      return askedFirst.contains(first) ? nil : body
    }.joined(separator: " . ")
  }

  private static let asks = ["吗", "呢", "请问", "什么时候", "几时", "几点", "多少", "能不能", "可不可以", "是不是", "有没有"]
  private static let askedFirst: Set<String> = [
    "do", "does", "did", "is", "are", "can", "could", "when", "where", "what", "how", "which",
    "who",
    "why", "will", "would", "should",
  ]

  private func clausesAboutThem(
    in page: Page, asking: Set<Int>, _ tally: LabelVotes.Tally, where tells: (Range<Int>) -> Bool
  ) -> [Range<Int>] {
    let hearing = SpeechAct.hearing.union([.greeting])
    var kind: [Range<Int>] = []
    var others: [Range<Int>] = []
    for word in page.words(.acts) {
      guard let act = SpeechAct(rawValue: word.kind) else { continue }
      if hearing.contains(act) {
        kind.append(word.hit.range)
      } else {
        others.append(word.hit.range)
      }
    }
    others += tally.acts.filter { !hearing.contains($0.act) && $0.act != .ownsPromise }.map(\.range)
    let hurting = sentencesThatHurt(in: page, tally)
    var clauses: [Range<Int>] = []
    for (index, sentence) in page.outline.sentences.enumerated() {
      guard !asking.contains(index), !hurting.contains(index),
        !sentence.marks.contains(where: { page.text.at($0) == 0x3F })
      else { continue }
      let telling = page.clauses(of: sentence.body).filter(tells)
      guard !telling.isEmpty, !Reader.disputes(page.text.text(sentence.body)) else { continue }
      for clause in telling {
        if others.contains(where: { $0.overlaps(clause) }) { continue }
        let isKind = kind.contains { $0.overlaps(clause) }
        if Reader.isAboutThem(page.text.text(clause), isKind: isKind) { clauses.append(clause) }
      }
    }
    return clauses
  }

  /// The sentences in which something may hurt.
  private func sentencesThatHurt(in page: Page, _ tally: LabelVotes.Tally) -> Set<Int> {
    let voted = (tally.votes[.tone] ?? []).compactMap { lexicon.votes.reason(for: $0, in: tally) }
    return Set(page.words(.tone).map(\.sentence))
      .union(voted.map { page.outline.sentence(at: $0.lowerBound) })
  }

  /// “You say it never came, but…”, “the system shows…”.
  private static func disputes(_ sentence: String) -> Bool {
    if records.contains(where: sentence.contains) { return true }
    return says.contains(where: sentence.contains) && contrasts.contains(where: sentence.contains)
  }

  private static let records = [
    "the system", "our records", "our system", "tracking s", "according to", "系统", "记录显示", "这边显示",
    "后台",
  ]
  private static let says = [
    "you say", "you said", "you claim", "you mention", "you told us", "you think", "您说", "你说", "您讲",
    "您反映", "您认为",
  ]
  private static let contrasts = [
    " but ", " but,", "however", "though", "actually", "in fact", "但", "可是", "不过", "其实", "然而", "实际",
  ]

  /// Whether a clause tells of them, and not of us, what will be or what they should do.
  private static func isAboutThem(_ clause: String, isKind: Bool) -> Bool {
    let words = clause.split { !$0.isLetter && $0 != "'" }.map(String.init)
    if !isKind, clause.contains("我") || words.contains(where: ours.contains) { return false }
    if ahead.contains(where: clause.contains),
      !["说", "讲", "答应", "told"].contains(where: clause.contains)
    {
      return false
    }
    return !words.contains(where: asked.contains)
      && !["请", "麻烦您", "麻烦你"].contains(where: clause.contains)
  }

  private static let ours: Set<String> = [
    "i", "i'm", "i'll", "i've", "i'd", "we", "we'll", "we've", "we're", "we'd", "let",
  ]
  private static let asked: Set<String> = ["please", "could", "can", "may", "if"]
  private static let ahead = ["'ll ", " will ", "会", "将"]
}

extension Page {
  /// The parts of a sentence between its commas and colons.
  fileprivate func clauses(of body: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = body.lowerBound
    for index in body where [0x2C, 0x3A, 0x3001].contains(text.at(index)) {
      if start < index { clauses.append(start..<index) }
      start = index + 1
    }
    if start < body.upperBound { clauses.append(start..<body.upperBound) }
    return clauses
  }
}

import Vocabulary

extension Reader {
  /// The acts one by one with the words behind them, for those among `acts`.
  func saidActs(
    in page: Page, _ acts: Set<SpeechAct>, _ tally: LabelVotes.Tally
  ) -> [SaidAct] {
    let isDated = page.hasMark(MarkKind.time)
    var said: [SaidAct] = []
    var named: Set<[Int]> = []
    func add(_ act: SpeechAct, _ range: Range<Int>) {
      let span = page.text.span(range)
      switch act {
      case .offer:
        said.append(
          SaidAct(act: act, span: span, options: optionCount(in: page), isDated: isDated))
      case .promise, .handUp: said.append(SaidAct(act: act, span: span, isDated: isDated))
      default: said.append(SaidAct(act: act, span: span))
      }
    }
    let asking = asking(in: page, tally)
    var asked: Set<Int> = []
    for word in page.words(.acts) {
      guard let act = SpeechAct(rawValue: word.kind), acts.contains(act) else { continue }
      if act == .question {
        guard asking.contains(word.sentence), asked.insert(word.sentence).inserted else { continue }
        said.append(
          SaidAct(
            act: act, span: page.text.span(word.hit.range),
            question: questionKind(of: word.sentence, in: page)))
      } else {
        named.insert([word.sentence, SpeechAct.allCases.firstIndex(of: act) ?? 0])
        add(act, word.hit.range)
      }
    }
    for voted in tally.acts where voted.act != .question && acts.contains(voted.act) {
      let place = [voted.sentence, SpeechAct.allCases.firstIndex(of: voted.act) ?? 0]
      if named.insert(place).inserted { add(voted.act, voted.range) }
    }
    for sentence in asking.subtracting(asked)
    where page.outline.sentences.indices.contains(sentence) {
      said.append(
        SaidAct(
          act: .question, span: page.text.span(page.outline.sentences[sentence].body),
          question: questionKind(of: sentence, in: page)))
    }
    return said.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// What the question of a sentence asks for: by its words, or an open one for what happened.
  private func questionKind(of sentence: Int, in page: Page) -> QuestionKind {
    let kinds = page.words(.questions).filter { $0.sentence == sentence }
      .compactMap { QuestionKind(rawValue: $0.kind) }
    // Most questions could be answered by yes or no; what they are about says more.
    return kinds.first { $0 != .choice } ?? kinds.first ?? .descriptive
  }

  /// How many ways out a message puts on the table: as it counts them, or as many sentences as
  /// offer one.
  private func optionCount(in page: Page) -> Int {
    for (mark, count) in [(MarkKind.threeOptions, 3), (MarkKind.twoOptions, 2)]
    where page.hasMark(mark) {
      return count
    }
    let offers = page.words(.acts).filter { $0.kind == SpeechAct.offer.rawValue }
    return max(1, min(9, Set(offers.map(\.sentence)).count))
  }
}

/// Marks the readers themselves know.
enum MarkKind {
  /// A point in time or a span.
  static let time = "time"
  /// The organisation's own word that a sentence is fine as it is.
  static let fine = "fine"
  static let twoOptions = "two_options"
  static let threeOptions = "three_options"
}

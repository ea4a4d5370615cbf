import Vocabulary

extension Reader {
  /// The acts one by one with the words behind them, for those among `acts`; `asking` are the
  /// sentences that ask for a fact.
  func saidActs(
    in page: Page, _ acts: Set<SpeechAct>, asking: Set<Int>, _ tally: LabelVotes.Tally
  ) -> [SaidAct] {
    let isDated = page.hasMark(MarkKind.time)
    var said: [SaidAct] = []
    var named: Set<Place> = []
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
    let kinds = questionKinds(in: page)
    var asked: Set<Int> = []
    for word in page.words(.acts) {
      guard let act = SpeechAct(rawValue: word.kind), acts.contains(act) else { continue }
      if act == .question {
        guard asking.contains(word.sentence), asked.insert(word.sentence).inserted else { continue }
        said.append(
          SaidAct(
            act: act, span: page.text.span(word.hit.range),
            question: kinds[word.sentence] ?? .descriptive))
      } else {
        named.insert(Place(sentence: word.sentence, act: act))
        add(act, word.hit.range)
      }
    }
    for voted in tally.acts where voted.act != .question && acts.contains(voted.act) {
      if named.insert(Place(sentence: voted.sentence, act: voted.act)).inserted {
        add(voted.act, voted.range)
      }
    }
    for sentence in asking.subtracting(asked)
    where page.outline.sentences.indices.contains(sentence) {
      said.append(
        SaidAct(
          act: .question, span: page.text.span(page.outline.sentences[sentence].body),
          question: kinds[sentence] ?? .descriptive))
    }
    return said.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// What the questions of the sentences ask for by their words; where none says so it is an open
  /// one for what happened.
  private func questionKinds(in page: Page) -> [Int: QuestionKind] {
    var kinds: [Int: QuestionKind] = [:]
    for word in page.words(.questions) {
      guard let kind = QuestionKind(rawValue: word.kind) else { continue }
      // Most questions could be answered by yes or no; what they are about says more.
      if kinds[word.sentence] ?? .choice == .choice { kinds[word.sentence] = kind }
    }
    return kinds
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

extension AgentReading {
  /// Reads what asks whether something worked as a question for a fact.
  mutating func askInsteadOfFollowingUp() {
    guard acts.remove(.followUp) != nil else { return }
    acts.insert(.question)
    for index in said.indices where said[index].act == .followUp {
      said[index] = SaidAct(act: .question, span: said[index].span, question: .choice)
    }
  }
}

/// An act of a sentence.
private struct Place: Hashable {
  var sentence: Int
  var act: SpeechAct
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

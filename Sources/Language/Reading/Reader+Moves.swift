import Vocabulary

extension Reader {
  /// What the customer does by saying this; `asking` where a sentence of it asks for something.
  func moves(in page: Page, asking: Bool) -> Set<CustomerMove> {
    var moves: Set<CustomerMove> = []
    for word in page.words(.moves) where word.kind != CustomerMove.question.rawValue {
      if let move = CustomerMove(rawValue: word.kind) { moves.insert(move) }
    }
    if asking { moves.insert(.question) }
    // A wish or a number needs no name of its own but beside thanks or a yes, where it keeps the
    // turn with us.
    if moves.isDisjoint(with: [.thanks, .acceptance]) {
      moves.remove(.adds)
    } else if !moves.contains(.acceptance), page.holdsDemandOrNumber {
      moves.insert(.adds)
    }
    return moves
  }

  /// The words of the sentence that asks for something, with its closing marks.
  func asked(in page: Page, at place: Int) -> TextSpan {
    let sentence = page.outline.sentences[place]
    let body = page.withoutMentions(sentence.body)
    return page.text.span(body.lowerBound..<sentence.marks.upperBound)
  }

  /// The last sentence with the words of a question, and if there is none the last one with its
  /// mark; what wants no answer is none.
  func askingSentence(in page: Page) -> Int? {
    let words = page.words(.moves)
    let rhetorical = words.filter { $0.kind == MoveKind.rhetorical }
    // A topic others talk under, or a name with a question mark, asks nobody for anything.
    let topics = Set(
      page.outline.sentences.enumerated().filter { _, sentence in
        page.isTopic(sentence) || page.withoutMentions(sentence.body).isEmpty
      }.map(\.offset))
    let vain = topics.union(rhetorical.map(\.sentence))
    let asking = words.filter { word in
      guard word.kind == CustomerMove.question.rawValue, !topics.contains(word.sentence) else {
        return false
      }
      let clause = page.clause(around: word.hit.range)
      return !rhetorical.contains { page.clause(around: $0.hit.range) == clause }
    }.map(\.sentence)
    let marked = page.questionSentences().subtracting(vain)
    let found = asking.max() ?? marked.max()
    return found.flatMap { page.outline.sentences.indices.contains($0) ? $0 : nil }
  }

  /// The first danger the words tell of.
  func danger(in page: Page) -> DangerSign? {
    page.words(.moves).lazy.compactMap { word in
      page.book.groups[word.group].source.danger.map {
        DangerSign(kind: $0, span: page.text.span(word.hit.range))
      }
    }.first
  }
}

extension Page {
  /// Whether the customer asks for something, or gives a number that was asked for.
  fileprivate var holdsDemandOrNumber: Bool {
    if !words(.demands).isEmpty || !Detail.all(in: text).isEmpty { return true }
    var digits = 0
    for index in 0..<text.count {
      digits = ScalarTable.shared.kind(text.at(index)) == .digit ? digits + 1 : 0
      if digits >= Page.fewestDigits { return true }
    }
    return false
  }

  /// Digits from which a number is a reference: neither a price nor a year.
  private static var fewestDigits: Int { 6 }

  /// The sentences with words in them that end in a question mark.
  func questionSentences() -> Set<Int> {
    var found: Set<Int> = []
    for (index, sentence) in outline.sentences.enumerated()
    where !sentence.body.isEmpty && sentence.marks.contains(where: { text.at($0) == 0x3F }) {
      found.insert(index)
    }
    return found
  }
}

import Vocabulary

extension Reader {
  /// What the customer does by saying this.
  func moves(in page: Page) -> Set<CustomerMove> {
    var moves: Set<CustomerMove> = []
    let words = page.words(.moves)
    let rhetorical = words.filter { $0.kind == MoveKind.rhetorical }
    let clauses = rhetorical.map { page.clause(around: $0.hit.range) }
    for word in words {
      guard let move = CustomerMove(rawValue: word.kind) else { continue }
      // “Are you serious?” asks for nothing, though it is put as a question.
      if move == .question, clauses.contains(where: { $0.contains(word.hit.range.lowerBound) }) {
        continue
      }
      moves.insert(move)
    }
    let unanswerable = Set(rhetorical.map(\.sentence))
    if !page.questionSentences().isSubset(of: unanswerable) { moves.insert(.question) }
    if moves.isDisjoint(with: [.thanks, .acceptance]) {
      moves.remove(.adds)
    } else if !moves.contains(.acceptance), page.holdsDemandOrNumber {
      moves.insert(.adds)
    }
    return moves
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

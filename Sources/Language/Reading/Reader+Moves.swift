import Vocabulary

extension Reader {
  /// What the customer does by saying this.
  func moves(in page: Page) -> Set<CustomerMove> {
    var moves: Set<CustomerMove> = []
    var rhetorical: Set<Int> = []
    for word in page.words(.moves) {
      if word.kind == MoveKind.rhetorical {
        rhetorical.insert(word.sentence)
      } else if let move = CustomerMove(rawValue: word.kind) {
        moves.insert(move)
      }
    }
    if !page.questionSentences().isSubset(of: rhetorical) { moves.insert(.question) }
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

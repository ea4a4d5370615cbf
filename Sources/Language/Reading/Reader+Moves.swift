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
    if !moves.contains(.question), page.hasQuestionMark(butNotIn: rhetorical) {
      moves.insert(.question)
    }
    return moves
  }
}

extension Page {
  /// Whether a sentence with words in it ends in a question mark and is none of `excluded`.
  func hasQuestionMark(butNotIn excluded: Set<Int>) -> Bool {
    outline.sentences.enumerated().contains { index, sentence in
      !sentence.body.isEmpty && !excluded.contains(index)
        && sentence.marks.contains { text.at($0) == 0x3F }
    }
  }
}

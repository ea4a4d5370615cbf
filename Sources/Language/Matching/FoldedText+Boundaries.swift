extension FoldedText {
  /// Whether a word may begin at `index`: no letter runs into it from the left.
  func isWordStart(_ index: Int) -> Bool {
    switch kind(index) {
    case .letter: kind(index - 1) != .letter
    case .digit: kind(index - 1) != .digit && kind(index - 1) != .letter
    default: true
    }
  }

  /// Whether a word may end before `index`: no letter or digit goes on, and no `n't` either.
  func isWordEnd(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .letter:
      kind(index) != .letter && kind(index) != .digit
        && !(at(index) == 0x27 && at(index + 1) == 0x74)
    case .digit: kind(index) != .digit
    default: true
    }
  }

  /// Whether a clause begins at `index`: nothing, a mark, or a space after Chinese stands before.
  func isClauseStart(_ index: Int) -> Bool {
    var before = index - 1
    if kind(before) == .space {
      before -= 1
      if kind(before) == .han { return true }
    }
    return before < 0 || !isWord(before)
  }

  /// Whether a clause ends before `index`.
  func isClauseEnd(_ index: Int) -> Bool {
    var after = index
    if kind(after) == .space {
      after += 1
      if kind(after) == .han { return true }
    }
    return after >= count || !isWord(after)
  }

  private func isWord(_ index: Int) -> Bool {
    switch kind(index) {
    case .letter, .digit, .han: true
    case .other, .space, .newline, .ignored: false
    }
  }
}

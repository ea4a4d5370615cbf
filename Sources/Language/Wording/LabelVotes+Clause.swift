/// Where a finding that a vote made is shown: the clause that speaks for it most.
extension LabelVotes {
  /// A clause of so many tokens is shown whole; of a longer one, what speaks for the vote.
  private static let longestClause = 14

  /// The clause whose hints together speak most for a vote, from its first word to its last; of a
  /// long one the neighbouring words that do. Nil when only readings of the lexicon spoke for it.
  func clause(for vote: Vote, in tally: Tally, of text: FoldedText) -> Range<Int>? {
    guard let passage = tally.passages[labels[vote.label].reads]?[vote.passage] else { return nil }
    let tokens = tally.page.tokens
    let shares = shares(of: passage, for: vote, in: tally)
    var best: (sum: Double, range: Range<Int>)?
    for unit in passage.units {
      for clause in tokens.clauses(of: unit) {
        let sum = clause.reduce(0) { $0 + shares[$1 - passage.tokens.lowerBound] }
        if sum > best?.sum ?? 0 { best = (sum, clause) }
      }
    }
    guard var found = best?.range, let first = found.first else { return nil }
    if found.count > LabelVotes.longestClause {
      let part = shares[
        first - passage.tokens.lowerBound..<found.upperBound - passage.tokens.lowerBound]
      if let strongest = LabelVotes.strongest(in: part)?.range {
        let moved = passage.tokens.lowerBound
        found = strongest.lowerBound + moved..<strongest.upperBound + moved
      }
    }
    let range =
      tokens.all[found.lowerBound].range
      .lowerBound..<max(
        tokens.all[found.lowerBound].range.lowerBound,
        tokens.all[found.upperBound - 1].range.upperBound)
    return range.isEmpty ? nil : text.wholeWords(around: range)
  }

  /// The neighbours with the highest sum; nil where nothing speaks for anything.
  static func strongest(in shares: ArraySlice<Double>) -> (sum: Double, range: Range<Int>)? {
    var best: (sum: Double, range: Range<Int>)?
    var sum = 0.0
    var start = shares.startIndex
    for place in shares.indices {
      if sum <= 0 {
        sum = 0
        start = place
      }
      sum += shares[place] - leastShare
      if sum > best?.sum ?? 0 { best = (sum, start..<place + 1) }
    }
    return best
  }

  /// A little against each token, or everything that leans that way would be a reason.
  private static let leastShare = 0.02
}

extension Tokens {
  /// The tokens of a unit between its commas; the signs for where a sentence begins and ends stay
  /// with the words beside them.
  fileprivate func clauses(of unit: Int) -> [Range<Int>] {
    let comma = WordHash.sign(0x2C)
    var clauses: [Range<Int>] = []
    var start = units[unit].lowerBound
    for token in units[unit] where all[token].hash == comma {
      if start < token { clauses.append(start..<token) }
      start = token + 1
    }
    if start < units[unit].upperBound { clauses.append(start..<units[unit].upperBound) }
    return clauses
  }
}

extension FoldedText {
  /// `range` widened to where its first and its last word begin and end.
  fileprivate func wholeWords(around range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return range }
    return min(
      range.lowerBound, word(at: range.lowerBound).lowerBound)..<max(
        range.upperBound, word(at: last).upperBound)
  }

  /// The word that stands at `index`; what is no word stands for itself.
  private func word(at index: Int) -> Range<Int> {
    // No word and no run of Chinese that has to be cut is longer.
    let near = max(0, index - 40)..<min(count, index + 41)
    let isHan = kind(index) == .han
    func goesOn(_ place: Int) -> Bool {
      switch kind(place) {
      case .han: isHan
      case .letter, .digit: !isHan
      default: !isHan && at(place) == 0x27 && kind(place + 1) == .letter
      }
    }
    guard goesOn(index) else { return index..<index + 1 }
    var (lower, upper) = (index, index + 1)
    while lower > near.lowerBound, goesOn(lower - 1) { lower -= 1 }
    while upper < near.upperBound, goesOn(upper) { upper += 1 }
    guard isHan else { return lower..<upper }
    return WordBreaks.words(ofHan: scalars[lower..<upper]).first { $0.contains(index) }
      ?? lower..<upper
  }
}

/// Finds names by some of their letters, in order: `cls` finds “close”, `ja` 结案.
package struct FuzzyMatch: Sendable {
  /// The words that were typed, folded.
  private let words: [[UInt32]]

  /// - Parameter query: what was typed; blanks separate words, each of which has to be found, and
  ///   signs that are neither letters nor digits count for nothing.
  package init(_ query: String) {
    words = Folding.key(query).split(whereSeparator: \.isWhitespace)
      .map { $0.unicodeScalars.filter(SearchForm.isTyped).map(\.value) }
      .filter { !$0.isEmpty }
  }

  /// Whether no letter was typed, which everything matches alike.
  package var isEmpty: Bool { words.isEmpty }

  /// How well a name matches.
  ///
  /// - Parameter forms: every way in which it may be typed.
  /// - Returns: nil when some word of the query is not in it; else more for letters that begin
  ///   words, that stand together, that stand at the beginning, and for shorter names. Only to be
  ///   compared with scores of the same query.
  /// - Complexity: the length of the query times that of all forms.
  package func score(_ forms: [SearchForm]) -> Int? {
    var sum = 0
    for word in words {
      guard let best = forms.compactMap({ FuzzyMatch.score(word, $0) }).max() else { return nil }
      sum += best
    }
    return sum
  }

  private static let letter = 16
  private static let start = 14
  private static let run = 12
  private static let first = 8
  private static let prefix = 40
  private static let whole = 60

  private static func score(_ word: [UInt32], _ form: SearchForm) -> Int? {
    let letters = form.letters
    guard !word.isEmpty, word.count <= letters.count else { return nil }
    let none = Int.min / 2
    // For each letter of the form: the best score of the word so far, ending exactly there.
    var ending = [Int](repeating: none, count: letters.count)
    for (index, typed) in word.enumerated() {
      var next = [Int](repeating: none, count: letters.count)
      // The best score before this letter, less a point for every letter skipped since.
      var before = none
      for place in letters.indices {
        if place > 0 { before = max(before - 1, ending[place - 1] - 1) }
        guard letters[place] == typed, place >= index else { continue }
        let isStart = form.starts[place]
        var best = none
        if index == 0 {
          if isStart || !form.isSyllables { best = letter - min(place, 10) }
          if place == 0 { best += first }
        } else {
          let run = place > 0 ? ending[place - 1] + FuzzyMatch.run : none
          let jump = isStart || !form.isSyllables ? before : none
          best = max(run, jump) + letter
        }
        if isStart { best += start }
        next[place] = best
      }
      ending = next
    }
    guard let best = ending.max(), best > 0 else { return nil }
    var score = best - letters.count / 2
    if letters.starts(with: word) { score += letters.count == word.count ? whole : prefix }
    return score
  }
}

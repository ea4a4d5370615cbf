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

  /// How well a name matches when slips are forgiven: a letter wrong, too many, missing or swapped.
  ///
  /// - Parameter forms: every way in which it may be typed.
  /// - Returns: nil when some word of the query is not in it even so; else more for fewer slips.
  /// - Complexity: the length of the query times that of all forms.
  package func scoreMisspelt(_ forms: [SearchForm]) -> Int? {
    let spelt = forms.flatMap(\.latinWords)
    var sum = 0
    for word in words {
      if let score = forms.compactMap({ FuzzyMatch.score(word, $0) }).max() {
        sum += score
      } else if let misspelling = Misspelling(word.map { UInt8(exactly: $0) ?? 0 }),
        let slips = spelt.compactMap({ misspelling.slips(from: $0) })
          .map({ $0.count * 2 + ($0.isWhole ? 0 : 1) }).min()
      {
        sum -= slips
      } else {
        return nil
      }
    }
    return sum
  }

  private static let letter = 16
  private static let start = 14
  private static let run = 12
  private static let nextWord = 6
  private static let first = 4
  private static let prefix = 40
  private static let whole = 60
  private static let none = Int.min / 2

  private static func score(_ word: [UInt32], _ form: SearchForm) -> Int? {
    let letters = form.letters
    guard !word.isEmpty, word.count <= letters.count else { return nil }
    // For each letter of the form: the best score of the word so far, ending exactly there.
    var ending = beginnings(word[0], form)
    for (index, typed) in word.enumerated().dropFirst() {
      var next = [Int](repeating: none, count: letters.count)
      // The best score before this letter, less what was skipped since.
      var before = none
      for place in index..<letters.count {
        let skipped = form.starts[place - 1] ? 8 : 1
        before = max(before - skipped, ending[place - 1])
        guard letters[place] == typed else { continue }
        let isStart = form.starts[place]
        let run = ending[place - 1] + FuzzyMatch.run
        let jump = isStart ? before + nextWord : form.isSyllables ? none : before
        next[place] = max(run, jump) + letter + (isStart ? start : 0)
      }
      ending = next
    }
    guard let best = ending.max(), best > none / 2 else { return nil }
    let isPrefix = letters.starts(with: word)
    let bonus = isPrefix ? letters.count == word.count ? whole : prefix : 0
    return best + bonus - letters.count
  }

  /// The scores of a word of one letter.
  private static func beginnings(_ typed: UInt32, _ form: SearchForm) -> [Int] {
    var words = 0
    return form.letters.indices.map { place in
      let isStart = form.starts[place]
      defer { words += isStart ? 1 : 0 }
      guard form.letters[place] == typed, isStart || !form.isSyllables else { return none }
      return letter - min(3 * words, 12) + (isStart ? start : 0) + (place == 0 ? first : 0)
    }
  }
}

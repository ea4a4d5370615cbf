package import Vocabulary

extension Remedy {
  /// How clearly somebody asks for this remedy: the length of the longest of its words in what they
  /// said, 0 for none.
  ///
  /// - Parameters:
  ///   - words: what they said.
  ///   - language: the language they said it in.
  /// - Returns: letters of the longest word found.
  package func asked(in words: String, _ language: LanguageTag) -> Int {
    let text = words.lowercased()
    let terms = (called[language] ?? []) + [name[language] ?? ""]
    return terms.filter { text.holds(word: $0.lowercased()) }.map(\.count).max() ?? 0
  }
}

extension Sequence<Remedy> {
  /// The one remedy that somebody asks for; nil where they name none, or two equally.
  package func asked(in words: String, _ language: LanguageTag) -> Remedy? {
    let found = map { ($0, $0.asked(in: words, language)) }.filter { $0.1 > 0 }
    guard let best = found.map(\.1).max() else { return nil }
    let first = found.filter { $0.1 == best }
    return first.count == 1 ? first[0].0 : nil
  }
}

extension String {
  /// Whether a word stands in the text: in Latin letters as a word of its own.
  fileprivate func holds(word: String) -> Bool {
    guard !word.isEmpty else { return false }
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
      let after = found.upperBound == endIndex ? nil : self[found.upperBound]
      if !joins(before, word.first), !joins(after, word.last) { return true }
      rest = self[found.upperBound...]
    }
    return false
  }

  private func joins(_ outside: Character?, _ inside: Character?) -> Bool {
    guard let outside, let inside else { return false }
    return outside.isASCII && inside.isASCII && outside.isLetter && inside.isLetter
  }
}

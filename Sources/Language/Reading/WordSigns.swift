/// Words of several kinds to be found in a customer's messages, beside those that the reader knows.
package struct WordSigns: Sendable {
  /// Words of one kind.
  package struct Group: Sendable {
    /// What they are a sign of.
    package var kind: String
    /// The entries, written as in a lexicon.
    package var words: WordLists
    /// Entries that take a word away when they stand on it.
    package var unless: WordLists

    package init(kind: String, words: WordLists, unless: WordLists = WordLists()) {
      self.kind = kind
      self.words = words
      self.unless = unless
    }
  }

  /// An entry that cannot be used; the others work.
  package struct Problem: Equatable, Sendable {
    package var kind: String
    package var entry: String
    /// What is wrong with it and what would mend it; no capital, no stop.
    package var complaint: String
  }

  /// Entries that cannot be used.
  package let problems: [Problem]
  private let book: WordBook

  /// Compiles all groups together.
  package init(_ groups: [Group]) {
    var problems: [Problem] = []
    var builder = WordBook.Builder(marks: [])
    for group in groups {
      builder.add(
        LexiconGroup(kind: group.kind, words: group.words, unless: group.unless), .moods
      ) { entry, complaint in
        problems.append(Problem(kind: group.kind, entry: entry, complaint: complaint))
      }
    }
    self.problems = problems
    book = builder.build()
  }

  /// A word that was found.
  package struct Sign: Equatable, Sendable {
    package var kind: String
    /// As it stands in the message, on one line.
    package var words: String
  }

  /// The words in a message, in the order they stand; quoted ones are somebody else's.
  ///
  /// - Complexity: linear in the text.
  package func find(in text: String) -> [Sign] {
    let page = Page(text, book)
    return page.findings.all.map {
      Sign(kind: $0.kind, words: page.original(page.text.span($0.hit.range)))
    }
  }
}

package import Vocabulary
package import Workflow

/// Words that are not sent yet, with what is known of where they come from.
package struct Unsent: Equatable, Sendable {
  /// The words, with the caret.
  package var editor: Editor
  /// The phrases put in, as they were put in.
  package var pieces: [Piece]
  /// The promises the phrases make, each with the words that say it.
  package var promises: [PendingPromise]
  /// The command that carries them, while the desk has not answered.
  package internal(set) var onItsWay: CommandID?
  /// The command that could not be carried out, and the words it had: sent again as they are, they
  /// go under the same id, so that they cannot arrive twice.
  var failed: Failed?

  /// A phrase that was put in.
  package struct Piece: Equatable, Sendable {
    /// Which phrase.
    package var phrase: PhraseID
    /// What saying it does.
    package var acts: Set<SpeechAct>
    /// As it stood when it was put in.
    package var text: String
  }

  /// A dated promise that a phrase makes.
  package struct PendingPromise: Equatable, Sendable {
    /// What is promised, by when.
    package var promise: DraftPromise
    /// The words for the time; the promise stands while they do.
    package var words: String
  }

  struct Failed: Equatable, Sendable {
    var id: CommandID
    var command: CaseCommand
  }

  package init(_ text: String = "") {
    editor = Editor(text)
    pieces = []
    promises = []
  }

  /// Whether there is nothing to lose.
  package var isEmpty: Bool { editor.text.isEmpty }

  /// What is sent: the words, with the phrases and promises that still stand in them.
  package var draft: Draft {
    let text = editor.text
    let pieces = pieces.filter { Self.stands($0.text, in: text) }
    return Draft(
      text: text, phrases: pieces.map(\.phrase),
      phraseActs: pieces.reduce(into: []) { $0.formUnion($1.acts) },
      promises: promises.filter { text.contains($0.words) }.map(\.promise))
  }

  /// Whether most of a phrase is still to be found in a text: an agent who rewrites a phrase beyond
  /// recognition no longer says what it said.
  ///
  /// Compares pairs of neighbouring characters; linear in the length of both.
  package static func stands(_ phrase: String, in text: String) -> Bool {
    if text.contains(phrase) { return true }
    let wanted = pairs(phrase)
    guard !wanted.isEmpty else { return false }
    let found = wanted.intersection(pairs(text)).count
    return found * 3 >= wanted.count * 2
  }

  private static func pairs(_ text: String) -> Set<String> {
    var pairs: Set<String> = []
    var last: Character?
    for character in text where !character.isWhitespace {
      if let last { pairs.insert(String(last) + String(character)) }
      last = character
    }
    return pairs
  }
}

import Vocabulary

/// An example of a lexicon that does not come out as the lexicon says.
package struct ExampleFailure: Equatable, Sendable, CustomStringConvertible {
  /// The file, as the source names it.
  package var file: String
  package var section: LexiconSection
  package var kind: String
  /// The example.
  package var sentence: String
  /// Whether the example had to be caught; otherwise it had to be left alone.
  package var mustCatch: Bool

  package var description: String {
    "\(file.isEmpty ? "lexicon" : file): \(section.rawValue) \(kind): “\(sentence)” "
      + (mustCatch ? "is not caught; widen “words”." : "is caught; add it to “unless”.")
  }
}

extension Reader {
  /// The examples of `source` that this reader reads otherwise than they say, each read once; a
  /// group without examples cannot fail.
  package func failures(in source: LexiconSource) -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    for section in LexiconSection.allCases {
      for group in source[section] {
        for (sentences, mustCatch) in [(group.catches.all, true), (group.leaves.all, false)] {
          for sentence in sentences
          where catches(sentence, section, group.kind) != mustCatch {
            failures.append(
              ExampleFailure(
                file: source.name, section: section, kind: group.kind, sentence: sentence,
                mustCatch: mustCatch))
          }
        }
      }
    }
    return failures
  }

  /// Whether any word of `kind` is read in `sentence`.
  private func catches(_ sentence: String, _ section: LexiconSection, _ kind: String) -> Bool {
    switch section {
    case .heat:
      let heat = customer(sentence).heat
      return heat.signals.contains { $0.kind == kind }
    case .moves, .moods, .demands:
      return Page(sentence, lexicon.customer).words(section).contains { $0.kind == kind }
    case .acts, .disclosures, .tone, .questions:
      return Page(sentence, lexicon.agent).words(section).contains { $0.kind == kind }
    case .marks:
      return Page(sentence, lexicon.agent).hasMark(kind)
    case .situations, .votes: return false
    case .common:
      return lexicon.common.contains(Folding.fold(sentence).scalars)
    }
  }
}

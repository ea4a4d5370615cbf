import Vocabulary

/// An example of a lexicon that does not come out as the lexicon says.
package struct ExampleFailure: Equatable, Sendable, CustomStringConvertible {
  /// The file, as the source names it.
  package var file: String
  package var section: LexiconSection
  /// The group's place in its section, from 0.
  package var group: Int
  package var kind: String
  /// The example.
  package var sentence: String
  /// Whether the example had to be caught; otherwise it had to be left alone.
  package var mustCatch: Bool

  /// What is wrong and what would mend it, without the file.
  package var complaint: String {
    guard section != .situations else {
      return "\(section.rawValue) \(kind): “\(sentence)” "
        + (mustCatch
          ? "is not noticed at such a moment; take another example."
          : "is noticed at such a moment; take another example.")
    }
    return "\(section.rawValue) \(kind): “\(sentence)” "
      + (mustCatch ? "is not caught; widen “words”." : "is caught; add it to “unless”.")
  }

  package var description: String { "\(file.isEmpty ? "lexicon" : file): \(complaint)" }
}

extension Reader {
  /// The examples of `source` that this reader reads otherwise than they say, each read once; a
  /// group without examples cannot fail.
  package func failures(in source: LexiconSource) -> [ExampleFailure] {
    var failures: [ExampleFailure] = []
    for section in LexiconSection.allCases {
      for (place, group) in source[section].enumerated() {
        for (sentences, mustCatch) in [(group.catches.all, true), (group.leaves.all, false)] {
          for sentence in sentences
          where catches(sentence, section, group.kind) != mustCatch {
            failures.append(
              ExampleFailure(
                file: source.name, section: section, group: place, kind: group.kind,
                sentence: sentence, mustCatch: mustCatch))
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
      return [lexicon.agent, lexicon.customer].contains { Page(sentence, $0).hasMark(kind) }
    case .votes: return false
    case .situations:
      guard let situation = Situation(rawValue: kind) else { return false }
      return agent(sentence, circumstances: situation.moment(for: sentence)).findings
        .contains { $0.kind == kind }
    case .common:
      return lexicon.common.contains(Folding.fold(sentence).scalars)
    }
  }
}

extension Situation {
  /// A moment of this sort, at which nothing else is wrong with a sentence.
  fileprivate func moment(for sentence: String) -> Circumstances {
    var moment = Circumstances(isSettled: true, mayAdmit: true, currency: "USD")
    switch self {
    case .earlyExplanation, .questionChain: moment.isHearing = true
    case .derailing: moment.isTense = true
    case .emptyApology: moment.emptyApologies = 2
    case .repeated: moment.saidBefore = [sentence]
    case .stillOpen: moment.isSettled = false
    case .beyondAuthority: moment.limits = ["USD": 10_00, "CNY": 50_00, "TWD": 300_00]
    case .unrecordedGoodwill, .unrecordedSum: moment.goodwill = []
    case .earlyAdmission: moment.mayAdmit = false
    case .personalData: moment.isPublic = true
    }
    return moment
  }
}

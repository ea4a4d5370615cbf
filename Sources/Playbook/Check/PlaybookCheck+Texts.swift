import Vocabulary
import Workflow

extension PlaybookCheck {
  /// Texts of the interface that one language lacks, or that leave something out.
  static func texts(in playbook: Playbook) -> [PlaybookProblem] {
    let english = playbook.locale(.en)
    let named = Set(
      terms + playbook.variables.map { "variable.\($0)" }
        + playbook.lexiconPart.kinds)
    return LanguageTag.allCases.flatMap { language -> [PlaybookProblem] in
      let texts = playbook.locale(language)
      let lacking = named.union(english.keys.filter { !$0.hasSuffix(".one") })
        .filter { !texts.has($0) }
        .map { "text “\($0)” is missing; add it." }
      let odd = texts.keys.compactMap { key -> String? in
        guard english.has(key) else {
          return key.hasSuffix(".one")
            ? nil
            : "text “\(key)” is none of the interface" + Spelling.question(key, in: english.keys)
        }
        let wanted = Set(Placeholders.names(in: english[key]))
        let used = Set(Placeholders.names(in: texts[key]))
        guard let extra = used.subtracting(wanted).sorted().first else { return nil }
        return "text “\(key)” uses {\(extra)}, which it is not given"
          + Spelling.question(extra, in: wanted.sorted())
      }
      return (lacking + odd).map {
        PlaybookProblem(file: "locales/\(language.rawValue).yaml", sentence: $0)
      }
    }
  }

  /// Where the names of every closed set of words stand.
  private static let terms: [String] = {
    let sets: [[any LocaleTerm]] = [
      SpeechAct.allCases, FieldName.allCases, HeatLevel.allCases, Channel.allCases, Role.allCases,
      Permission.allCases, Disclosure.allCases, CustomerMove.allCases, Mood.allCases,
      ToneStrength.allCases, LanguageTag.allCases, CaseState.allCases, ClockName.allCases,
      CloseReason.allCases, CommitmentState.allCases, FollowUpOutcome.allCases,
      SurveyItem.allCases,
      DangerKind.allCases, CaseClass.allCases, CaseKind.allCases, CaseContent.allCases,
      CaseCause.allCases, Fault.allCases, CustomerNeed.allCases, Confirmable.allCases,
      AnswerKind.allCases, GateStrength.allCases, Occasion.allCases, Met.allCases,
      Author.allCases, MessageKind.allCases, ReadingSource.allCases, AnswerSource.allCases,
      PhraseKind.allCases, PhraseLock.allCases, BehaviourTag.allCases, RemedyKind.allCases,
      CustomerHabit.allCases, DemandStanding.allCases,
    ]
    return sets.joined().map(\.localeKey)
  }()
}

extension Playbook {
  /// The variables of the phrases there are, sorted.
  var variables: [String] { Set(catalogue.flatMap(\.phrase.variables)).sorted() }
}

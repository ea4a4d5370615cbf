package import Vocabulary
package import Workflow

/// A closed set of words that the interface has a name for each of.
package protocol LocaleTerm: RawRepresentable<String>, CaseIterable, Sendable {
  /// The part of the locale that names them, such as `role`.
  static var section: String { get }
}

extension LocaleTerm {
  /// Where the name stands.
  package var localeKey: String { "\(Self.section).\(rawValue)" }
}

extension SpeechAct: LocaleTerm { package static var section: String { "act" } }
extension FieldName: LocaleTerm { package static var section: String { "field" } }
extension HeatLevel: LocaleTerm { package static var section: String { "heat" } }
extension Channel: LocaleTerm { package static var section: String { "channel" } }
extension Role: LocaleTerm { package static var section: String { "role" } }
extension Permission: LocaleTerm { package static var section: String { "permission" } }
extension Disclosure: LocaleTerm { package static var section: String { "disclosure" } }
extension CustomerMove: LocaleTerm { package static var section: String { "move" } }
extension Mood: LocaleTerm { package static var section: String { "mood" } }
extension ToneStrength: LocaleTerm { package static var section: String { "tone" } }
extension LanguageTag: LocaleTerm { package static var section: String { "language" } }
extension CaseState: LocaleTerm { package static var section: String { "state" } }
extension ClockName: LocaleTerm { package static var section: String { "clock" } }
extension CloseReason: LocaleTerm { package static var section: String { "close" } }
extension CommitmentState: LocaleTerm { package static var section: String { "promise" } }
extension SurveyItem: LocaleTerm { package static var section: String { "survey" } }
extension FollowUpOutcome: LocaleTerm { package static var section: String { "followup" } }
extension DangerKind: LocaleTerm { package static var section: String { "danger" } }
extension CaseClass: LocaleTerm { package static var section: String { "class" } }
extension CaseKind: LocaleTerm { package static var section: String { "kind" } }
extension CaseContent: LocaleTerm { package static var section: String { "content" } }
extension CaseCause: LocaleTerm { package static var section: String { "cause" } }
extension ConsultOutcome: LocaleTerm { package static var section: String { "consult" } }
extension ConductKind: LocaleTerm { package static var section: String { "conduct" } }
extension Fault: LocaleTerm { package static var section: String { "fault" } }
extension DemandStanding: LocaleTerm { package static var section: String { "demand" } }
extension CustomerNeed: LocaleTerm { package static var section: String { "wish" } }
extension Confirmable: LocaleTerm { package static var section: String { "confirmation" } }
extension AnswerKind: LocaleTerm { package static var section: String { "answer" } }
extension GateStrength: LocaleTerm { package static var section: String { "strength" } }
extension Occasion: LocaleTerm { package static var section: String { "occasion" } }
extension Met: LocaleTerm { package static var section: String { "met" } }
extension Author: LocaleTerm { package static var section: String { "author" } }
extension MessageKind: LocaleTerm { package static var section: String { "message" } }
extension ReadingSource: LocaleTerm { package static var section: String { "reading" } }
extension AnswerSource: LocaleTerm { package static var section: String { "answered" } }
extension PhraseKind: LocaleTerm { package static var section: String { "phrase" } }
extension PhraseLock: LocaleTerm { package static var section: String { "lock" } }
extension BehaviourTag: LocaleTerm { package static var section: String { "tag" } }
extension CustomerHabit: LocaleTerm { package static var section: String { "habit" } }
extension RemedyKind: LocaleTerm { package static var section: String { "remedy" } }

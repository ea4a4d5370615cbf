package import Vocabulary

/// What a phrase is for.
package enum PhraseKind: String, CaseIterable, Codable, Hashable, Sendable {
  case greeting, listening, regret, responsibility, empathy, question, thanks, offer, grant
  case no, progress, closing, boundary, danger, hold, nudge, bridge, explain, survey
  /// Says the problem back and checks it (S1-11).
  case sayBack = "say_back"
  case readBack = "read_back"
  case handUp = "hand_up"
  case askView = "ask_view"
  case callBack = "call_back"
  /// To a customer whom we broke a promise to.
  case brokenPromise = "broken_promise"
  /// The first answer under a public post (domain E7).
  case publicAnswer = "public_answer"

  /// Phrases of each kind a language must have.
  package static let least = 3
}

/// What a case must hold before a phrase may be sent.
package enum PhraseLock: String, CaseIterable, Codable, Hashable, Sendable {
  /// A finding that the fault is ours, at least in part (S3-12).
  case findingOurs = "finding_ours"
  /// A remedy that is granted or accepted.
  case remedyFiled = "remedy_filed"
  /// A no that somebody signed off (S3-21).
  case signedOff = "signed_off"
  /// Bad faith that a supervisor confirmed on evidence (S2-24).
  case badFaith = "bad_faith"
  /// A promise of ours on file as broken.
  case brokenPromise = "broken_promise"
  /// What we promised last is marked as kept, or the time for it has come.
  case promiseKept = "promise_kept"
}

/// A stage of the six steps, or one of the two beside them: phrases are chosen by it whatever the
/// procedure.
package enum PhraseStage: String, CaseIterable, Codable, Hashable, Sendable {
  case vent, apologise, collect, solve, ask
  case followUp = "follow_up"
  /// Waiting for a superior's word.
  case superior
  /// No agreement is in sight.
  case impasse

  /// The six, in their order.
  package static let six: [PhraseStage] = [.vent, .apologise, .collect, .solve, .ask, .followUp]

  /// The stage as the step of the six steps that bears its name.
  package var step: StepID { StepID(rawValue) }

  /// The stage a file names, as a step.
  static func read(_ reader: YAMLReader) -> StepID? {
    let stage: PhraseStage? = reader.term("stage")
    return stage?.step
  }
}

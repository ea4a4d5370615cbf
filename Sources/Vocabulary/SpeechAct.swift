/// What an agent does by saying something.
///
/// A sent phrase carries its acts; other text is read for them; an agent may correct a reading.
package enum SpeechAct: String, CaseIterable, Codable, Hashable, Sendable {
  /// Opens a contact with a name or a courtesy.
  case greeting
  /// Shows that the words were read or heard (S1-29).
  case acknowledgement
  /// Is sorry for the experience, whoever is at fault (S1-32).
  case regret
  /// Admits that the fault is ours; needs a finding (S3-12).
  case responsibility
  /// Recognises the feeling (S0-15, S4-10).
  case empathy
  /// Says the problem back and checks it (S1-11).
  case paraphrase
  /// Asks for a fact.
  case question
  /// Reads the notes or the plan back.
  case readBack = "read_back"
  /// Gives a reason.
  case explanation
  /// Puts a remedy on the table.
  case offer
  /// Commits to a next action.
  case promise
  /// Says no.
  case refusal
  /// Thanks the customer (S3-6).
  case thanks
  /// Announces who decides and by when (S2-17).
  case handUp = "hand_up"
  /// Asks how the customer would like it handled (S1-12).
  case askView = "ask_view"
  /// Asks whether the solution worked (S2-34).
  case followUp = "follow_up"
  /// Reports how far the matter is (S0-21).
  case progress
  /// Names a promise of ours that was not kept (domain E6).
  case ownsPromise = "owns_promise"
  /// Sets a courteous limit to abuse (S3-31).
  case boundary
  /// Puts people's safety first.
  case safety
  /// Closes the conversation.
  case closing
  /// Tells something of the matter and is none of the others: what a question waited for (S1-41).
  case answer
}

extension SpeechAct {
  /// Acts that want a word back.
  package static let wantingAnswer: Set<SpeechAct> = [
    .question, .paraphrase, .readBack, .offer, .askView,
  ]

  /// Acts that soothe and carry no matter: a reply of these alone leaves a question open (S1-41).
  package static let soothing: Set<SpeechAct> = [
    .greeting, .acknowledgement, .regret, .responsibility, .empathy, .thanks,
    .ownsPromise,
  ]

  /// Acts that show the customer was heard (domain E8).
  package static let hearing: Set<SpeechAct> = [
    .acknowledgement, .empathy, .regret, .responsibility, .paraphrase,
  ]

  /// Acts that move the matter on: an apology beside one of them is not empty.
  package static let moving: Set<SpeechAct> = [
    .paraphrase, .question, .readBack, .offer, .promise, .handUp, .askView, .followUp, .progress,
    .safety,
  ]
}

package import Vocabulary

/// One thing that is missing before a gate opens.
package enum Need: Equatable, Hashable, Sendable {
  /// One of these acts, in words or attested.
  case act([SpeechAct])
  case field(FieldName)
  /// The field must stay without a value.
  case noField(FieldName)
  case confirmation(Confirmable)
  /// The heat must fall below this level.
  case heat(below: HeatLevel)
  /// This many more customer messages.
  case turns(Int)
  case customerMessage
  case customerQuestion
  case plan
  case options(Int)
  case date
  case answer(AnswerKind)
  case view
  /// Approval, or a remedy within one's limit.
  case approval(RemedyID, leastRole: Role?)
  case identity
  /// Words that give this away must go.
  case without(Disclosure)
  /// A reply to these messages.
  case reply(to: [Int])
  case followUp
  case followUpSettled
  /// This promise is overdue or broken.
  case promise(number: Int)
  case satisfaction
  case acceptance
  case grant
  case signOff
  case closeReason([CloseReason])
  case severity(atMost: Int)
  case classification([CaseClass])
  /// On which of the two grounds it is upheld (S0-1).
  case upheldGround
  case noEarlierFailure
  case hearAgain
  /// This many more nudges, or tries to reach the customer.
  case nudges(Int)
  case escalation
  case link
  case askWhatChanged
  /// Any one of these would do.
  case oneOf([Need])
  /// All of these together.
  case allOf([Need])
  // What the engine itself asks for
  case claim
  /// The case is held by somebody else.
  case heldBy(PersonID)
  case permission(Permission)
  case state([CaseState])
  case step([StepID])
  case variable(String)
  case text
  case reason
  /// The act must be shown in words, since they can be read.
  case words(SpeechAct)
  /// A later time.
  case later
  case existing(String)
  case phoneCase
  /// The plan the command should rest on.
  case planAtHand(number: Int)
  /// A finding that the fault is ours, at least in part (S3-12).
  case faultOurs
  /// The words hold something that must not go out; the kind of finding.
  case rewording(String)
  /// Evidence that speaks for itself: anger proves nothing.
  case ground
  /// Evidence without the threat to turn outside, since the customer has a loss of their own.
  case noThreatBesideLoss
  /// A request that nobody has decided: this one was, by this person.
  case decided(PersonID, approved: Bool, reason: String)
  /// A reason in words, since what is given comes to this many per cent of the price.
  case reasonOverPrice(percent: Int)
  /// The message may not be longer than this many characters.
  case shorter(Int)
  /// Room for one more conversation on a channel, of which so many may be had at once.
  case room(Channel, most: Int)
  /// Somebody the complaint is not about.
  case uninvolved
  /// A time until which the customer hears from us (S2-33).
  case customerTime
  /// One plan, or a no with where else to turn.
  case sessionOutcome
  /// Where else the customer may turn.
  case outsideRoute
  /// A case that somebody of these languages, skills and role is given.
  case suitable
}

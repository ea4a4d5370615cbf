package import Vocabulary

/// What a gate asks of a case: a small closed set, joined by all and any.
package indirect enum Condition: Equatable, Sendable {
  case all([Condition])
  case any([Condition])
  /// The customer has written or said something.
  case customerSpoke
  /// The customer's last message asks something or brings no new grievance.
  case customerAsked
  /// At least this many customer messages since the step was entered.
  case turns(Int)
  /// The heat line is below this level.
  case heatBelow(HeatLevel)
  /// The agent has done one of these.
  case said([SpeechAct])
  /// The customer confirmed it, in words or by going on.
  case confirmed(Confirmable)
  /// Every field has a value or is unknown with a reason.
  case fields([FieldName])
  /// The field has a value; unknown is not enough.
  case onFile(FieldName)
  /// The field has no value.
  case noField(FieldName)
  /// Options are on the table.
  case offered
  /// The plan at hand has this many options, or says why there is only one.
  case options(Int)
  /// Every option of the plan at hand says by when.
  case dated
  /// The customer answered the plan.
  case answered(AnswerKind)
  /// The customer's view is recorded (S2-15).
  case viewRecorded
  /// Every remedy at hand is within the actor's limit or approved.
  case withinAuthority
  /// The customer's identity was checked.
  case identified
  /// The words at hand give none of these away.
  case notDisclosing([Disclosure])
  /// No message or question of the customer waits for a reply.
  case nothingUnanswered
  /// A follow-up is arranged or done.
  case followUp
  /// A calm customer asked something, and nothing was offered, granted or promised: there is nothing
  /// to look back at. What is missing otherwise is the follow-up.
  case plainQuestion
  /// The last follow-up found the matter settled.
  case followUpSettled
  /// No promise is overdue or broken without an answer to it.
  case promisesKept
  /// The customer said that they are satisfied: three or more of five.
  case satisfaction
  /// The customer's last words accept or thank.
  case impliedAcceptance
  /// The case was granted.
  case granted
  /// The close is signed off, or the actor may sign off.
  case signedOff
  /// The case is closed for one of these reasons.
  case closing([CloseReason])
  /// The severity is not above this; one not judged yet counts as small, except for the highest,
  /// which asks only that it was judged.
  case severity(atMost: Int)
  /// The case is classified as one of these.
  case classified([CaseClass])
  /// A complaint that is upheld says on which ground, and a breach under which number the authority
  /// has found it (S0-1).
  case groundNamed
  /// A demand that has no ground comes with a plan of how the customer is helped to see it (S1-15).
  case demandExplained
  /// Nothing went wrong with this customer before.
  case noEarlierFailure
  /// The customer's heat rose again and has been met since.
  case heardAgain
  /// At least this many dated nudges, or tries to reach the customer, stayed without a reply.
  case nudges(Int)
  /// The case was handed up with a time for the customer.
  case escalated
  /// The case is linked to another.
  case linked
  /// The customer is not one who came back; otherwise the question whether anything changed was
  /// asked.
  case changeAsked
  /// No promise of ours is on file as broken; otherwise the first words to the customer name it.
  case promiseOwned
  /// Fewer plans than this were turned down since the case was last handed up.
  case rounds(below: Int)
}

/// What a customer can confirm.
package enum Confirmable: String, CaseIterable, Codable, Hashable, Sendable,
  CodingKeyRepresentable
{
  /// The problem as said back.
  case problem
  /// The notes as read back.
  case readBack = "read_back"
  /// The plan as read back.
  case plan
}

/// How a customer answered a plan.
package enum AnswerKind: String, CaseIterable, Codable, Hashable, Sendable {
  case accepted, declined, any
}

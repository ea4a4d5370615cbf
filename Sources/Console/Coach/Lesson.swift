/// Something a newcomer is shown once, and not again when they have done it.
package enum Lesson: String, CaseIterable, Hashable, Sendable {
  /// Taking the next customer.
  case take
  /// Taking a case that is only looked at.
  case claim
  /// Beginning an answer, in one's own words or with a phrase.
  case answerThem = "answer_them"
  /// Writing, with nothing written yet.
  case write
  /// Sending what is written.
  case send
  /// Opening the complaint form.
  case form
  /// Filing a row of it.
  case file
  /// Noting that the identity was checked.
  case identify
  /// Saying what a closed gate still wants.
  case say
  /// Going on to the next step.
  case advance
  /// Offering two ways, or granting a plain demand.
  case offer
  /// Recording the customer's answer.
  case answer
  /// Arranging the look back.
  case followUp = "follow_up"
  /// Closing the case.
  case close
  /// Choosing from a list.
  case choose
  /// Filling a form.
  case fill
  /// Reading why something is not possible yet.
  case blocked
  /// Seeing to somebody else while one waits.
  case meanwhile
}

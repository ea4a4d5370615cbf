package import Vocabulary

/// Options put on the table together, and the customer's answer.
package struct Plan: Equatable, Codable, Sendable {
  /// 1 for the first plan of the case; commands rest on it.
  package var number: Int
  package var options: [PlanOption]
  /// Why there is only one option.
  package var onlyOneBecause: String?
  package var at: Instant
  package var by: PersonID
  package var answer: Answer?
  /// Messages there were when it was put on the table.
  package var messagesBefore: Int
  /// The message that granted it, when one message did.
  package var message: Int?
  /// Where the case stood before the grant.
  package var grantedFrom: StepID?
  /// A follow-up found that it did not hold, or the words that granted it were taken back.
  package var isVoid: Bool

  package init(
    number: Int, options: [PlanOption], onlyOneBecause: String?, at: Instant, by: PersonID,
    answer: Answer? = nil, messagesBefore: Int = 0, message: Int? = nil,
    grantedFrom: StepID? = nil, isVoid: Bool = false
  ) {
    self.number = number
    self.options = options
    self.onlyOneBecause = onlyOneBecause
    self.at = at
    self.by = by
    self.answer = answer
    self.messagesBefore = messagesBefore
    self.message = message
    self.grantedFrom = grantedFrom
    self.isVoid = isVoid
  }

  /// The option the customer took, or nil while there is none.
  package var taken: PlanOption? {
    guard let answer, answer.accepted, !isVoid, let option = answer.option,
      options.indices.contains(option)
    else { return nil }
    return options[option]
  }
}

/// One remedy on offer: what, how much, by when.
package struct PlanOption: Equatable, Hashable, Codable, Sendable {
  package var remedy: RemedyID
  /// What will be done, in words the customer reads.
  package var what: String
  package var amount: Money?
  package var due: Instant?
  /// What had fixed it in advance (S0-23); nil for everything else.
  package var guarantee: GuaranteeID?

  package init(
    remedy: RemedyID, what: String, amount: Money? = nil, due: Instant? = nil,
    guarantee: GuaranteeID? = nil
  ) {
    self.remedy = remedy
    self.what = what
    self.amount = amount
    self.due = due
    self.guarantee = guarantee
  }
}

/// What the customer said to a plan.
package struct Answer: Equatable, Codable, Sendable {
  package var accepted: Bool
  /// The option taken, from 0, where there was a choice.
  package var option: Int?
  /// In the customer's words (S1-7).
  package var words: String
  package var how: AnswerSource
  package var at: Instant

  package init(accepted: Bool, option: Int?, words: String, how: AnswerSource, at: Instant) {
    self.accepted = accepted
    self.option = option
    self.words = words
    self.how = how
    self.at = at
  }
}

/// How an answer came about.
package enum AnswerSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// The agent recorded the customer's words.
  case recorded
  /// The demand was granted in full: the request is the acceptance (S1-7).
  case granted
}

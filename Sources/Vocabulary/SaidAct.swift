/// An act read in an agent's words: where it stands, and how it is put.
package struct SaidAct: Equatable, Codable, Sendable {
  package var act: SpeechAct
  /// The words that say so; the whole sentence for a question known by its mark alone.
  package var span: TextSpan
  /// What a question asks for. Only for a question.
  package var question: QuestionKind?
  /// How many ways out are put on the table, where the words let them be counted. Only for an offer.
  package var options: Int?
  /// Whether a time stands in the same message. Only for offers, promises and handing up.
  package var isDated: Bool?

  package init(
    act: SpeechAct, span: TextSpan, question: QuestionKind? = nil, options: Int? = nil,
    isDated: Bool? = nil
  ) {
    self.act = act
    self.span = span
    self.question = question
    self.options = options
    self.isDated = isDated
  }
}

/// The six kinds of questions that collect the facts (S4-4; domain A.1, step 3).
package enum QuestionKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// Who it is: name, number, address.
  case identity
  /// What happened, in their own words.
  case descriptive
  /// What was meant by something they said.
  case clarifying
  /// With answers to choose from, yes and no among them.
  case choice
  /// What it has led to: cost, loss, what stopped working.
  case result
  /// What else they want.
  case wishes
}

package import Vocabulary

/// How satisfied the customer said they are.
package struct Survey: Equatable, Codable, Sendable {
  /// 1 (not at all) to 5 (fully).
  package var score: Int
  package var words: String
  package var at: Instant
  /// What they said to each of the five questions, 1 to 5; those they left out are not there.
  package var ratings: [SurveyItem: Int]

  package init(score: Int, words: String, at: Instant, ratings: [SurveyItem: Int] = [:]) {
    self.score = score
    self.words = words
    self.at = at
    self.ratings = ratings
  }
}

/// The five questions of the survey (S2-43).
package enum SurveyItem: String, CaseIterable, Codable, Hashable, Sendable,
  CodingKeyRepresentable
{
  /// How easy it was to reach us.
  case channel
  /// How they were treated.
  case attitude
  /// Whether the people knew what they were doing.
  case skill
  /// How long it took.
  case time
  /// What came of it.
  case effect
}

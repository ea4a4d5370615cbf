package import Vocabulary
package import Workflow

/// The name of a scenario, such as `lost_parcel`.
package typealias ScenarioID = Name<Scenario>

/// A customer to practise on: who they are, what they want, and what they say to what they hear.
package struct Scenario: Equatable, Sendable {
  package var id: ScenarioID
  /// Their place in a newcomer's shift, from 1; nil for one who is drawn for it.
  package var place: Int?
  package var channel: Channel
  /// How upset they are at first: 0 (calm) to 10 (about to leave).
  package var temper: Int
  /// Seconds without a word from us until they ask again.
  package var patience: Int64
  /// What settles it, the best first; none where an answer does.
  package var remedies: [RemedyID]
  /// What settles it is within an agent's authority and owed at once (domain E4).
  package var isPlainDemand: Bool
  /// Says nothing more once a way was offered.
  package var fallsSilent: Bool
  package var rules: [String]
  package var words: [LanguageTag: ScenarioWords]

  /// The most upset anybody is.
  package static let hottest = 10
  /// From here on nobody accepts anything.
  package static let hot = 7
}

/// A scenario in one language, with that country's own shops, couriers and habits.
package struct ScenarioWords: Equatable, Sendable {
  /// What the scenario is called in lists.
  package var name: String
  package var customer: Customer
  /// What they write first, one message after another.
  package var opening: [String]
  /// What they really want, for whoever practises or teaches.
  package var wish: String
  /// Words one of which stands in whatever shows that the matter was understood.
  package var facts: [String]
  /// What we promised them the last time and did not do; nil for a first contact.
  package var earlier: Earlier?
  /// What they say to what we did.
  package var says: [Reaction: [String]]
  /// What they say when asked for something.
  package var answers: [QuestionTopic: [String]]
  /// How they say yes, by what they take.
  package var accepts: [RemedyID: [String]]
  /// How a good agent words what the record needs.
  package var example: Example

  /// An earlier contact that ended in a broken promise (domain E6).
  package struct Earlier: Equatable, Sendable {
    package var said: String
    package var order: String
    package var problem: String
    package var demand: String
    package var promise: String
  }

  /// What a good agent writes.
  package struct Example: Equatable, Sendable {
    /// The problem as a clause.
    package var problem: String
    /// The demand as phrases take it.
    package var demand: String
    /// The thing concerned.
    package var product: String
    /// The problem in a few words anybody may read; for a public post.
    package var symptom: String?
    /// The amount to pay back, where money is.
    package var amount: String?
    /// The answer to a plain question.
    package var answer: String?
  }
}

/// What every customer does, whatever brought them here.
package struct CustomerManners: Equatable, Sendable {
  /// How much what we did raises their temper, or lowers it when negative.
  package var changes: [Reaction: Int]
  package var words: [LanguageTag: MannersWords]
}

/// What every customer understands and says in one language.
package struct MannersWords: Equatable, Sendable {
  /// Words by which a question for something is known.
  package var topics: [QuestionTopic: [String]]
  /// Words by which being told to calm down is known.
  package var calming: [String]
  /// What is said where the scenario has no words of its own.
  package var says: [Reaction: [String]]
  /// What is answered where the scenario has no words of its own.
  package var answers: [QuestionTopic: [String]]
}

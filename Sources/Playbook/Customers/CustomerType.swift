package import Language
package import Vocabulary
package import Workflow

/// A way customers go about things, or what they need most: what it is known by, and what helps.
///
/// It is about one case, proposed from what happened there, and never a diagnosis (domain D21, F).
package struct CustomerType: Equatable, Sendable {
  /// What is said of the case when an agent agrees.
  package enum Subject: Hashable, Sendable {
    /// A behaviour; forgotten when the case is closed.
    case behaviour(BehaviourTag)
    /// What the customer needs most (S0-7), a part of the classification.
    case need(CustomerNeed)
  }

  package var subject: Subject
  /// The documents' rules it carries out.
  package var rules: [String]
  package var pace: Pace
  /// Turns more, or fewer, that the customer is heard before step 1 may be left while they are
  /// upset.
  package var hearing: Int
  /// The kinds of phrases that help and come first.
  package var leads: Set<PhraseKind>
  /// What to do, in a line, by the agent's language.
  package var tip: [LanguageTag: String]
  /// Words that are a sign of it.
  package var words: WordLists
  /// Words that are none, though they look like it.
  package var unless: WordLists
  /// What is a sign of it, whatever the words.
  package var habits: [CustomerHabit]
  /// Signs that are needed before it is proposed: messages with such words, and habits.
  package var signs: Int

  /// Its name in files and scripts.
  package var name: String {
    switch subject {
    case .behaviour(let tag): tag.rawValue
    case .need(let need): need.rawValue
    }
  }

  /// Where its name stands in the interface.
  package var localeKey: String {
    switch subject {
    case .behaviour(let tag): tag.localeKey
    case .need(let need): need.localeKey
    }
  }

  /// Whether an agent agreed to it in a case.
  package func isSeen(in current: Case) -> Bool {
    switch subject {
    case .behaviour(let tag): current.tags.contains(tag.id)
    case .need(let need): current.classification.need == need
    }
  }

  /// What an agent does who agrees, or who takes it back.
  ///
  /// - Parameter on: false to take it back; a need is only replaced by another one.
  /// - Returns: the command.
  package func command(on: Bool) -> CaseCommand {
    switch subject {
    case .behaviour(let tag): .tag(tag.id, on: on)
    case .need(let need): .classify(Classification(need: need))
    }
  }
}

/// A behaviour or a need that a case speaks for, with what speaks for it.
package struct CustomerSign: Equatable, Sendable {
  package var subject: CustomerType.Subject
  /// The customer's own words behind it, the newest first; may be empty for a habit.
  package var words: [String]
  /// What happened, whatever the words.
  package var habits: [CustomerHabit]

  package init(
    subject: CustomerType.Subject, words: [String], habits: [CustomerHabit] = []
  ) {
    self.subject = subject
    self.words = words
    self.habits = habits
  }
}

package import Vocabulary

/// Who is given which case: the playbook's part of it (S2-11, S2-39).
package struct Routing: Equatable, Sendable {
  /// Something a case may need of whoever answers it.
  package struct Skill: Equatable, Sendable {
    package var id: SkillID
    /// As people at the desk read it.
    package var names: [LanguageTag: String]
    /// The customer tells of one of these.
    package var topics: Set<TopicID>
    /// The complaint is sorted as about one of these.
    package var contents: Set<CaseContent>
    /// The trouble was found to lie in one of these.
    package var causes: Set<CaseCause>

    package init(
      id: SkillID, names: [LanguageTag: String], topics: Set<TopicID> = [],
      contents: Set<CaseContent> = [], causes: Set<CaseCause> = []
    ) {
      self.id = id
      self.names = names
      self.topics = topics
      self.contents = contents
      self.causes = causes
    }

    /// What it is called in a language; its id where the playbook has no name.
    package func name(in language: LanguageTag) -> String { names[language] ?? id.rawValue }
  }

  /// Live conversations one person may have at once; a channel that is missing sets no limit.
  package var capacity: [Channel: Int]
  /// Seconds for which a returning customer is kept for whoever had them last.
  package var grace: [Channel: Int64]
  /// Seconds after which a case somebody took and left untouched goes back; a channel that is missing
  /// never gives one back, and a call never goes back whatever stands here.
  package var ignored: [Channel: Int64]
  /// Seconds after which an offer that nobody has answered ends; a channel that is missing keeps them
  /// open.
  package var offers: [Channel: Int64]
  /// In the order they are looked for: a case needs the first that fits.
  package var skills: [Skill]
  /// Who a second failure in the same matter is given to, or somebody above them; nil for anybody.
  package var secondFailure: Role?

  package init(
    capacity: [Channel: Int] = [:], grace: [Channel: Int64] = [:],
    ignored: [Channel: Int64] = [:], offers: [Channel: Int64] = [:], skills: [Skill] = [],
    secondFailure: Role? = nil
  ) {
    self.capacity = capacity
    self.grace = grace
    self.ignored = ignored
    self.offers = offers
    self.skills = skills
    self.secondFailure = secondFailure
  }

  /// Live conversations somebody may have on `channel` at once; nil for any number.
  package func capacity(of person: Aptitude, on channel: Channel) -> Int? {
    person.capacity[channel] ?? capacity[channel]
  }

  /// The skill a case needs.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - topics: what its customer tells of.
  /// - Returns: the first that fits; nil where it needs none.
  package func skill(for current: Case, telling topics: Set<TopicID>) -> SkillID? {
    let sorted = current.classification
    return skills.first { skill in
      !skill.topics.isDisjoint(with: topics)
        || sorted.content.map(skill.contents.contains) == true
        || sorted.cause.map(skill.causes.contains) == true
    }?.id
  }
}

extension Role {
  /// How far up a role stands among those who answer customers; a trainer works as an agent does.
  package var rungOfDesk: Int {
    switch self {
    case .agent, .trainer: 0
    case .senior: 1
    case .supervisor, .system: 2
    case .auditor: -1
    }
  }
}

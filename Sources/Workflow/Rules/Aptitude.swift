package import Vocabulary

/// What somebody may be given: the languages they speak, what they know, and how much at once.
package struct Aptitude: Equatable, Sendable {
  /// Languages in which they answer customers, in the order they were named; none means all.
  package var speaks: [LanguageTag]
  /// What they know, in the order it was named.
  package var skills: [SkillID]
  /// Live conversations at once where it is not what the playbook says, 0 or more.
  package var capacity: [Channel: Int]

  package init(
    speaks: [LanguageTag] = [], skills: [SkillID] = [], capacity: [Channel: Int] = [:]
  ) {
    self.speaks = speaks
    self.skills = skills
    self.capacity = capacity
  }

  /// Whether they answer customers in `language`.
  package func speaks(_ language: LanguageTag) -> Bool {
    speaks.isEmpty || speaks.contains(language)
  }
}

extension Aptitude: Codable {
  private enum CodingKeys: CodingKey { case speaks, skills, capacity }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      speaks: try box.decodeIfPresent([LanguageTag].self, forKey: .speaks) ?? [],
      skills: try box.decodeIfPresent([SkillID].self, forKey: .skills) ?? [],
      capacity: Dictionary(
        (try box.decodeIfPresent([String: Int].self, forKey: .capacity) ?? [:])
          .compactMap { name, most in Channel(rawValue: name).map { ($0, most) } }
      ) { first, _ in first })
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    if !speaks.isEmpty { try box.encode(speaks, forKey: .speaks) }
    if !skills.isEmpty { try box.encode(skills, forKey: .skills) }
    if !capacity.isEmpty {
      let named = capacity.map { ($0.key.rawValue, $0.value) }
      try box.encode(Dictionary(named) { first, _ in first }, forKey: .capacity)
    }
  }
}

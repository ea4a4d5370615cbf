package import Vocabulary

/// What somebody may be given: the languages they speak, what they know, how much at once, and when
/// nothing at all.
package struct Aptitude: Equatable, Sendable {
  /// Languages in which they answer customers, in the order they were named; none means all.
  package var speaks: [LanguageTag]
  /// What they know, in the order it was named.
  package var skills: [SkillID]
  /// Live conversations at once where it is not what the playbook says, 0 or more.
  package var capacity: [Channel: Int]
  /// When they are away next, or were last; nil for never.
  package var leave: Leave?

  package init(
    speaks: [LanguageTag] = [], skills: [SkillID] = [], capacity: [Channel: Int] = [:],
    leave: Leave? = nil
  ) {
    self.speaks = speaks
    self.skills = skills
    self.capacity = capacity
    self.leave = leave
  }

  /// Whether they answer customers in `language`.
  package func speaks(_ language: LanguageTag) -> Bool {
    speaks.isEmpty || speaks.contains(language)
  }
}

extension Aptitude: Codable {
  private enum CodingKeys: CodingKey { case speaks, skills, capacity, leave }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      speaks: try box.decodeIfPresent([LanguageTag].self, forKey: .speaks) ?? [],
      skills: try box.decodeIfPresent([SkillID].self, forKey: .skills) ?? [],
      capacity: Dictionary(
        (try box.decodeIfPresent([String: Int].self, forKey: .capacity) ?? [:])
          .compactMap { name, most in Channel(rawValue: name).map { ($0, most) } }
      ) { first, _ in first },
      leave: try box.decodeIfPresent(Leave.self, forKey: .leave))
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    if !speaks.isEmpty { try box.encode(speaks, forKey: .speaks) }
    if !skills.isEmpty { try box.encode(skills, forKey: .skills) }
    try box.encodeIfPresent(leave, forKey: .leave)
    if !capacity.isEmpty {
      let named = capacity.map { ($0.key.rawValue, $0.value) }
      try box.encode(Dictionary(named) { first, _ in first }, forKey: .capacity)
    }
  }
}

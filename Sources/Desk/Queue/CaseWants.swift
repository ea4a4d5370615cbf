package import Vocabulary
package import Workflow

/// What a case wants of whoever is given it; derived from the case with every event.
package struct CaseWants: Equatable, Sendable {
  package var isVIP: Bool
  /// What they have to know; looked for only while nobody holds the case.
  package var skill: SkillID?
  /// The least they have to be.
  package var leastRole: Role?
  /// Who never gets it: the complaint is about them.
  package var barred: [PersonID]
  /// Who it is kept for, and until when.
  package var prefers: PersonID?
  package var prefersUntil: Instant?
  /// Whose view is asked for and has not been given, whoever has the case.
  package var asked: [Asked]
  /// It fails while it is being delivered (S0-8).
  package var isInService: Bool
  /// Who left an offer of it unanswered until it ended.
  package var unanswered: PersonID?

  package init(
    isVIP: Bool = false, skill: SkillID? = nil, leastRole: Role? = nil, barred: [PersonID] = [],
    prefers: PersonID? = nil, prefersUntil: Instant? = nil, asked: [Asked] = [],
    isInService: Bool = false, unanswered: PersonID? = nil
  ) {
    self.isVIP = isVIP
    self.skill = skill
    self.leastRole = leastRole
    self.barred = barred
    self.prefers = prefers
    self.prefersUntil = prefersUntil
    self.asked = asked
    self.isInService = isInService
    self.unanswered = unanswered
  }

  /// What `current` wants.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - routing: the playbook's part of it.
  ///   - skill: what it needs, as far as that was looked for.
  init(of current: Case, by routing: Routing, skill: SkillID?) {
    let kept = current.preference(by: routing)
    self.init(
      isVIP: current.customer.vip == true, skill: current.handler == nil ? skill : nil,
      leastRole: current.handler == nil ? current.leastRole(by: routing) : nil,
      barred: current.complainedAbout, prefers: kept?.person, prefersUntil: kept?.until,
      asked: current.colleaguesAsked, isInService: current.isInService,
      unanswered: current.unansweredBy)
  }
}

extension CaseWants: Codable {
  private enum CodingKeys: String, CodingKey {
    case skill, barred, prefers, asked, unanswered
    case isVIP = "vip"
    case isInService = "in_service"
    case leastRole = "least_role"
    case prefersUntil = "prefers_until"
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      isVIP: try box.decodeIfPresent(Bool.self, forKey: .isVIP) ?? false,
      skill: try box.decodeIfPresent(SkillID.self, forKey: .skill),
      leastRole: try box.decodeIfPresent(Role.self, forKey: .leastRole),
      barred: try box.decodeIfPresent([PersonID].self, forKey: .barred) ?? [],
      prefers: try box.decodeIfPresent(PersonID.self, forKey: .prefers),
      prefersUntil: try box.decodeIfPresent(Instant.self, forKey: .prefersUntil),
      asked: try box.decodeIfPresent([Asked].self, forKey: .asked) ?? [],
      isInService: try box.decodeIfPresent(Bool.self, forKey: .isInService) ?? false,
      unanswered: try box.decodeIfPresent(PersonID.self, forKey: .unanswered))
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    if isVIP { try box.encode(isVIP, forKey: .isVIP) }
    try box.encodeIfPresent(skill, forKey: .skill)
    try box.encodeIfPresent(leastRole, forKey: .leastRole)
    if !barred.isEmpty { try box.encode(barred, forKey: .barred) }
    try box.encodeIfPresent(prefers, forKey: .prefers)
    try box.encodeIfPresent(prefersUntil, forKey: .prefersUntil)
    if !asked.isEmpty { try box.encode(asked, forKey: .asked) }
    if isInService { try box.encode(isInService, forKey: .isInService) }
    try box.encodeIfPresent(unanswered, forKey: .unanswered)
  }
}

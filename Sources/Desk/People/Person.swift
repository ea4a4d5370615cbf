package import Vocabulary
package import Workflow

/// Somebody who may sign in at the desk.
package struct Person: Equatable, Codable, Sendable {
  package var id: PersonID
  /// As colleagues and customers read it.
  package var name: String
  package var role: Role
  /// A person who left keeps their place in the record but may not sign in.
  package var active: Bool
  /// The team they work in, as the organisation calls it; nil for none.
  package var team: String?
  /// The department they belong to, as the organisation calls it; nil for none.
  package var department: String?
  /// What they may be given.
  package var aptitude: Aptitude

  package init(
    id: PersonID, name: String, role: Role, active: Bool = true, team: String? = nil,
    department: String? = nil, aptitude: Aptitude = Aptitude()
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.active = active
    self.team = team
    self.department = department
    self.aptitude = aptitude
  }

  /// Whether they are on leave at a time.
  package func isAway(at now: Instant) -> Bool { aptitude.leave?.isOn(at: now) == true }
}

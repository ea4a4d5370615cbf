package import Vocabulary

/// Somebody who may sign in at the desk.
package struct Person: Equatable, Codable, Sendable {
  package var id: PersonID
  /// As colleagues and customers read it.
  package var name: String
  package var role: Role
  /// A person who left keeps their place in the record but may not sign in.
  package var active: Bool

  package init(id: PersonID, name: String, role: Role, active: Bool = true) {
    self.id = id
    self.name = name
    self.role = role
    self.active = active
  }
}

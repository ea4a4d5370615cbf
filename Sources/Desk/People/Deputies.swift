package import Vocabulary
package import Workflow

/// Who is on leave at one moment, and who stands in for them (domain F). A pure value.
///
/// Nothing of it is written on a case: whoever owns one owns it still (S0-31), and on the day they are
/// back it is theirs again by itself.
package struct Deputies: Equatable, Sendable {
  /// Somebody on leave.
  package struct Absence: Equatable, Sendable {
    package var person: PersonID
    /// As colleagues read it.
    package var name: String
    package var until: Instant
    /// Who stands in; nil where it falls to the supervisors.
    package var deputy: PersonID?

    package init(person: PersonID, name: String, until: Instant, deputy: PersonID?) {
      self.person = person
      self.name = name
      self.until = until
      self.deputy = deputy
    }
  }

  /// Everybody who is on leave, the first back first.
  package let absences: [Absence]

  package init(absences: [Absence] = []) { self.absences = absences }

  /// - Parameters:
  ///   - people: everybody on the desk.
  ///   - authority: who may answer customers.
  ///   - now: the moment.
  package init(_ people: [Person], by authority: Authority, at now: Instant) {
    guard people.contains(where: { $0.active && $0.isAway(at: now) }) else {
      self.init()
      return
    }
    let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    let away = people.compactMap { person -> Absence? in
      guard person.active, let leave = person.aptitude.leave, leave.isOn(at: now) else {
        return nil
      }
      return Absence(
        person: person.id, name: person.name, until: leave.until,
        deputy: Self.standIn(for: person, among: known, by: authority, at: now))
    }
    self.init(absences: away.sorted { ($0.until, $0.person) < ($1.until, $1.person) })
  }

  /// Whoever is reached by going from deputy to deputy; nil where that leads to nobody who is there
  /// and answers customers, or round in a circle.
  private static func standIn(
    for person: Person, among people: [PersonID: Person], by authority: Authority, at now: Instant
  ) -> PersonID? {
    var passed: Set<PersonID> = [person.id]
    var next = person.aptitude.leave?.deputy
    while let id = next {
      guard passed.insert(id).inserted, let deputy = people[id], deputy.active,
        authority.allows(deputy.role, .work)
      else { return nil }
      guard deputy.isAway(at: now) else { return id }
      next = deputy.aptitude.leave?.deputy
    }
    return nil
  }

  /// Somebody's leave; nil while they are here.
  package subscript(_ person: PersonID?) -> Absence? {
    person.flatMap { id in absences.first { $0.person == id } }
  }

  /// Those somebody stands in for: as their deputy, or as one of the supervisors it falls to.
  ///
  /// - Parameters:
  ///   - person: who stands in.
  ///   - isSupervisor: whether what has no deputy falls to them.
  /// - Returns: in the order of ``absences``; never the person themselves.
  package func covered(by person: PersonID, isSupervisor: Bool) -> [Absence] {
    absences.filter {
      $0.person != person && ($0.deputy == person || $0.deputy == nil && isSupervisor)
    }
  }
}

package import Vocabulary
import Workflow

/// What one person stands in for just now.
package struct Deputyship: Equatable, Sendable {
  /// Everybody who is on leave.
  package var away: Deputies
  /// Those whom this person stands in for, the first back first.
  package var covered: [Deputies.Absence]
  /// Their cases that want somebody, in queue order; at most a few.
  package var cases: [QueueRow]

  package init(
    away: Deputies = Deputies(), covered: [Deputies.Absence] = [], cases: [QueueRow] = []
  ) {
    self.away = away
    self.covered = covered
    self.cases = cases
  }

  /// The leave of somebody this person stands in for; nil for anybody else.
  package subscript(covering person: PersonID?) -> Deputies.Absence? {
    person.flatMap { id in covered.first { $0.person == id } }
  }
}

extension Desk {
  /// What somebody stands in for now.
  ///
  /// - Parameters:
  ///   - id: who.
  ///   - limit: at most this many cases.
  /// - Returns: nothing, mostly.
  /// - Throws: what the store throws. Costs a look at everybody on the desk, and a page of cases for
  ///   each of those who are covered.
  package func deputyship(of id: PersonID, limit: Int) throws -> Deputyship {
    let away = try deputies()
    guard !away.absences.isEmpty else { return Deputyship() }
    let covered = self.covered(by: try person(id), in: away)
    return Deputyship(
      away: away, covered: covered, cases: try entrusted(of: covered, limit: limit))
  }
}

package import Vocabulary
import Workflow

extension Desk {
  /// Cases with a question looked at in one go, and in all.
  private static let look = 100
  private static let mostLooks = 20

  /// Cases on which somebody is asked for their view and has not given it, in queue order.
  ///
  /// - Parameters:
  ///   - id: who is asked, by name or by role, or whose colleague on leave is, whom they stand in
  ///     for; a case that is about them is left out.
  ///   - limit: at most this many.
  /// - Returns: rows of cases that are not closed.
  /// - Throws: what the store throws; costs a look at the cases with open questions.
  package func questions(to id: PersonID, limit: Int) throws -> [QueueRow] {
    var found: [QueueRow] = []
    var start = QueuePage.Start.first
    var others: Set<PersonID>?
    for _ in 0..<Desk.mostLooks where found.count < limit {
      let page = QueuePage(start: start, limit: Desk.look, filter: .consultations)
      let rows = try store.queue(page)
      // Mostly nobody is asked anything.
      guard !rows.isEmpty else { break }
      let person = try self.person(id)
      let covered = try others ?? Set(self.covered(by: person, in: try deputies()).map(\.person))
      others = covered
      found += rows.filter { row in
        row.wants.asked.contains { $0.means(person.id, person.role) || $0.isOne(of: covered) }
          && !row.wants.barred.contains(person.id)
      }
      guard rows.count == page.limit, let last = rows.last else { break }
      start = .after(last.key)
    }
    return Array(found.prefix(max(0, limit)))
  }

  /// Cases that call for a joint session nobody has called yet, or of which one is to be ended.
  ///
  /// - Parameter limit: at most so many cases with open questions are looked at.
  /// - Returns: those of them on which nobody is asked any more.
  /// - Throws: what the store throws.
  package func sessionsWanted(limit: Int) throws -> [QueueRow] {
    try store.queue(QueuePage(limit: limit, filter: .consultations))
      .filter(\.wants.asked.isEmpty)
  }
}

import Playbook
import Synchronization
package import Vocabulary
import Workflow

/// What is no longer kept, or would go.
package struct TidiedReadings: Equatable, Sendable {
  /// Older ones go.
  package var limit: Instant
  /// Messages whose readings they were.
  package var messages: Int
}

extension Desk {
  /// Messages tidied in one turn at writing, so that nobody waits long for theirs.
  private static let mostTidied = 500

  /// What would go now, by the playbook's retention (domain F).
  ///
  /// - Parameter person: who asks.
  /// - Returns: what is too old.
  /// - Throws: `DeskError.notAllowed` without the permission `people`, or what the store throws.
  package func untidy(for person: Person) throws -> TidiedReadings {
    try check(person, .people)
    let limit = playbook.retention.limit(at: now())
    return TidiedReadings(limit: limit, messages: try store.readings(before: limit))
  }

  /// Lets go for ever of the readings that are too old. What was said and decided stays, and the
  /// desk is as sound as before.
  ///
  /// - Parameter person: who wants it.
  /// - Returns: what went.
  /// - Throws: `DeskError.notAllowed` without the permission `people`, or what the store throws; what
  ///   went before that is gone.
  @discardableResult package func tidy(by person: Person) throws -> TidiedReadings {
    try check(person, .people)
    let limit = playbook.retention.limit(at: now())
    var gone = 0
    while true {
      let part = try store.purge(readingsBefore: limit, limit: Desk.mostTidied)
      gone += part
      if part < Desk.mostTidied { return TidiedReadings(limit: limit, messages: gone) }
    }
  }

  /// Tidies a little, where the day has not been tidied from here yet and the person may.
  ///
  /// - Parameter id: whose console it is.
  /// - Throws: what the store throws. Costs nothing for the rest of a day on which nothing is left.
  package func tidyDaily(for id: PersonID) throws {
    let limit = playbook.retention.limit(at: now())
    guard tidied.withLock({ $0 != limit }) else { return }
    let person = try self.person(id)
    if playbook.authority?.allows(person.role, .people) == true,
      try store.readings(before: limit) > 0
    {
      guard
        try store.purge(readingsBefore: limit, limit: Desk.mostTidied) < Desk.mostTidied
      else { return }
    }
    tidied.withLock { $0 = limit }
  }
}

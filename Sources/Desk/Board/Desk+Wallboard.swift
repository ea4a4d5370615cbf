import Playbook
import Vocabulary
import Workflow

extension Desk {
  /// The whole floor as it stands now.
  ///
  /// - Parameters:
  ///   - person: who looks; customers have no names for those who may not see any.
  ///   - present: who sits at the desk and is heard of.
  /// - Returns: the figures; the cost does not grow with closed cases, and with open ones only by
  ///   counting them in an index.
  /// - Throws: `DeskError.notAllowed` without the permission `report`, or what the store throws.
  package func wallboard(for person: Person, present: [Presence]) throws -> Wallboard {
    try check(person, .report)
    let now = now()
    let figures = try store.figures(
      since: DeskPace.span(of: now) - Int64(Wallboard.points) + 1)
    var lists = WallboardLists()
    for rank in QueueKey.danger..<QueueKey.atRest {
      let start = QueueKey(rank: rank, due: Instant(milliseconds: .min), ref: "")
      let rows = try store.queue(QueuePage(start: .from(start), limit: Wallboard.mostCases))
        .filter { $0.key.rank == rank && $0.state != .closed }
      if rank == QueueKey.danger { lists.dangers = rows }
      // The end of a snooze is nobody's deadline.
      lists.breaches += rows.filter { $0.clock.map { $0.name != .snooze } == true }
    }
    lists.breaches.sort { ($0.key.due, $0.ref) < ($1.key.due, $1.ref) }
    lists.breaches = Array(lists.breaches.prefix(Wallboard.mostCases))
    lists.hands = try store.queue(
      QueuePage(limit: Wallboard.mostCases, filter: .handsRaised))
    lists.sessions = try sessionsWanted(limit: Wallboard.mostCases)
    lists.crowds = try crowds()
    let people = try store.people()
    let deputies = Deputies(people, by: playbook.authority ?? Authority(), at: now)
    lists.away = try deputies.absences.map { absence in
      AwayLoad(
        absence: absence, cases: try entrusted(of: [absence], limit: Desk.mostHeld).count)
    }
    if hidesPersons(from: person) { lists.hideNames() }
    return Wallboard(
      figures, lists: lists, present: present, people: people, viewer: person.id,
      now: now)
  }
}

extension WallboardLists {
  /// Leaves nothing of customers but the references of their cases.
  fileprivate mutating func hideNames() {
    func hidden(_ rows: [QueueRow]) -> [QueueRow] {
      rows.map { row in
        var row = row
        row.customer = ""
        row.excerpt = ""
        return row
      }
    }
    breaches = hidden(breaches)
    dangers = hidden(dangers)
    hands = hidden(hands)
    sessions = hidden(sessions)
  }
}

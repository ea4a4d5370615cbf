import Playbook
import Synchronization
package import Vocabulary
package import Workflow

/// What falls to somebody's deputy when their leave begins, or has fallen.
package struct LeaveAhead: Equatable, Sendable {
  package var leave: Leave
  /// Who stands in, as things are now; nil where it falls to the supervisors.
  package var deputy: PersonID?
  /// Cases the person owns that are not at rest, in queue order; at most ``most``.
  package var cases: [QueueRow]

  /// Cases it names at most.
  package static let most = 60

  package init(leave: Leave, deputy: PersonID?, cases: [QueueRow]) {
    self.leave = leave
    self.deputy = deputy
    self.cases = cases
  }
}

extension Desk {
  /// Who is on leave now, and who stands in.
  ///
  /// - Returns: nobody, mostly.
  /// - Throws: `StoreError`. Costs a look at everybody on the desk.
  package func deputies() throws -> Deputies {
    Deputies(try store.people(), by: playbook.authority ?? Authority(), at: now())
  }

  /// Those somebody stands in for now.
  ///
  /// - Parameters:
  ///   - person: who stands in.
  ///   - deputies: who is on leave.
  /// - Returns: the first back first.
  package func covered(by person: Person, in deputies: Deputies) -> [Deputies.Absence] {
    let isSupervisor = playbook.authority?.allows(person.role, .people) == true
    return deputies.covered(by: person.id, isSupervisor: isSupervisor)
  }

  /// Says when somebody is on leave and who stands in, or that they are not.
  ///
  /// - Parameters:
  ///   - leave: nil ends it now, or calls it off.
  ///   - id: whose.
  ///   - actor: themselves, or somebody who may say who works here.
  /// - Throws: `DeskError.notAllowed` for anybody else, `.unknownPerson`, `.stranger` or
  ///   `.notAllowed` for a deputy who cannot answer customers, `.leaveEndsTooSoon` for a leave that
  ///   ends before it begins or is over, `.ownDeputy` for one's own deputy.
  package func set(leave: Leave?, of id: PersonID, by actor: Person) throws {
    let authority = playbook.authority ?? Authority()
    guard actor.id == id || authority.allows(actor.role, .people) else {
      throw DeskError.notAllowed(actor.id, .people)
    }
    if let leave {
      guard leave.from < leave.until, !leave.isOver(at: now()) else {
        throw DeskError.leaveEndsTooSoon
      }
      if let deputy = leave.deputy {
        guard deputy != id else { throw DeskError.ownDeputy(id) }
        let other = try person(deputy)
        guard authority.allows(other.role, .work) else {
          throw DeskError.notAllowed(deputy, .work)
        }
      }
    }
    try store.write { transaction in
      guard var person = try transaction.people().first(where: { $0.id == id }) else {
        throw DeskError.unknownPerson(id)
      }
      guard person.active else { throw DeskError.stranger(id) }
      person.aptitude.leave = leave
      try transaction.put(person)
    }
  }

  /// Everybody's leave that is ahead or has begun.
  ///
  /// - Returns: nobody's, mostly.
  /// - Throws: `StoreError`. Costs a look at everybody on the desk.
  package func leaves() throws -> [PersonID: Leave] {
    let now = now()
    return try store.people().reduce(into: [:]) { leaves, person in
      guard person.active, let leave = person.aptitude.leave, !leave.isOver(at: now) else { return }
      leaves[person.id] = leave
    }
  }

  /// Cases of somebody on leave that want somebody: nobody holds them, or the one on leave does. What
  /// somebody else works on already is in good hands.
  ///
  /// - Parameters:
  ///   - absences: whose.
  ///   - limit: at most this many.
  /// - Returns: in queue order.
  /// - Throws: what the store throws; costs a page of cases for each owner.
  package func entrusted(of absences: [Deputies.Absence], limit: Int) throws -> [QueueRow] {
    let rows = try absences.flatMap { absence in
      try store.queue(QueuePage(limit: Desk.mostHeld, filter: .ownedBy(absence.person)))
        .filter { $0.handler == nil || $0.handler == absence.person }
    }
    return Array(rows.sorted { $0.key < $1.key }.prefix(max(0, limit)))
  }

  /// What falls to somebody's deputy.
  ///
  /// - Parameter id: whose leave it is.
  /// - Returns: nil where they have none ahead of them.
  /// - Throws: what the store throws.
  package func leaveAhead(of id: PersonID) throws -> LeaveAhead? {
    guard let person = try store.person(id), let leave = person.aptitude.leave,
      !leave.isOver(at: now())
    else { return nil }
    let begun = Deputies(
      try store.people(), by: playbook.authority ?? Authority(), at: max(now(), leave.from))
    let rows = try store.queue(QueuePage(limit: LeaveAhead.most, filter: .ownedBy(id)))
    return LeaveAhead(leave: leave, deputy: begun[id]?.deputy, cases: rows)
  }

  /// Gives what somebody on leave still holds back to the queue, where no console of theirs is open
  /// any more: there it reaches their deputy. A call is left, as ever.
  ///
  /// - Returns: the cases that went back.
  /// - Throws: `StoreError` or `DeskError`.
  func giveBackOfThoseAway() throws -> [CaseRef] {
    let now = now()
    let isTime = lookedForLeave.withLock { last in
      if let last, last <= now, now.seconds(since: last) < Desk.leaveSpan { return false }
      last = now
      return true
    }
    guard isTime else { return [] }
    let away = try deputies().absences
    guard !away.isEmpty else { return [] }
    let here = Set(try store.presence.all().filter { !$0.hasLeft }.map(\.person))
    return try away.filter { !here.contains($0.person) }.flatMap { try lapse(of: $0.person) }
  }

  /// Seconds between two looks for those on leave.
  private static let leaveSpan: Int64 = 30
}

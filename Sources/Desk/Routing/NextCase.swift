package import Vocabulary
package import Workflow

/// Finds the most urgent case that suits somebody (S2-11, S2-39). A pure value.
package struct NextCase: Sendable {
  /// What stands between a case and the person who asks for one.
  package enum Verdict: Equatable, Sendable {
    case suits
    /// They hold as many of its channel as they may.
    case noRoom(most: Int)
    /// It wants another language, skill or role, or is kept for somebody, or is about them.
    case notTheirs
  }

  package let taker: Person
  package let routing: Routing
  /// Everybody who answers customers at this desk.
  private let workers: [Person]
  /// Live conversations by person and channel, as far as they matter.
  private let held: [PersonID: [Channel: Int]]
  /// Who sits at a console and takes cases.
  private let present: Set<PersonID>
  /// Who is on leave, and who stands in.
  private let deputies: Deputies
  private let now: Instant

  /// - Parameters:
  ///   - taker: who asks.
  ///   - workers: everybody who may answer customers here, the taker among them.
  ///   - held: live conversations by person and channel.
  ///   - present: who sits at a console and takes cases.
  ///   - deputies: who is on leave; none of them is among the workers.
  ///   - routing: the playbook's part of it.
  ///   - now: the time.
  package init(
    for taker: Person, among workers: [Person], held: [PersonID: [Channel: Int]],
    present: Set<PersonID>, standingIn deputies: Deputies = Deputies(), by routing: Routing,
    at now: Instant
  ) {
    self.taker = taker
    self.workers = workers
    self.held = held
    self.present = present
    self.deputies = deputies
    self.routing = routing
    self.now = now
  }

  /// Whether the taker is given a case nobody holds.
  package func verdict(on row: QueueRow) -> Verdict {
    guard isFor(taker, row), !isKept(row) else { return .notTheirs }
    guard let most = routing.capacity(of: taker.aptitude, on: row.channel),
      count(taker.id, row.channel) >= most
    else { return .suits }
    return .noRoom(most: most)
  }

  /// Whether a case is one for this person, apart from how much they have already.
  ///
  /// Where nobody at the desk speaks its language, knows its skill or has its role, anybody is. Once
  /// it has waited past its clock, only those who are there count: all who suit may be at home.
  private func isFor(_ person: Person, _ row: QueueRow) -> Bool {
    let wants = row.wants
    guard !wants.barred.contains(person.id) else { return false }
    let isLate = row.clock.map { $0.at <= now } ?? false
    func has(_ ability: (Person) -> Bool) -> Bool {
      ability(person)
        || !workers.contains { other in
          !wants.barred.contains(other.id) && (!isLate || present.contains(other.id))
            && ability(other)
        }
    }
    guard has({ $0.aptitude.speaks(row.language) }) else { return false }
    if let skill = wants.skill, !has({ $0.aptitude.skills.contains(skill) }) { return false }
    if let role = wants.leastRole, !has({ $0.role.rungOfDesk >= role.rungOfDesk }) { return false }
    return true
  }

  /// Whether it is kept a little for whoever had the customer last or stands in for the owner, who is
  /// there and has room.
  private func isKept(_ row: QueueRow) -> Bool {
    guard let id = keeper(of: row), id != taker.id, present.contains(id),
      let other = workers.first(where: { $0.id == id }), isFor(other, row)
    else { return false }
    return routing.capacity(of: other.aptitude, on: row.channel)
      .map { count(id, row.channel) < $0 } ?? true
  }

  /// Who a case is kept for: whoever had the customer last, for a while, and while its owner is on
  /// leave their deputy, until its clock runs out.
  private func keeper(of row: QueueRow) -> PersonID? {
    if let last = row.wants.prefers, let until = row.wants.prefersUntil, now < until {
      return deputies[last].map(\.deputy) ?? last
    }
    guard let absence = deputies[row.owner], row.clock.map({ $0.at > now }) ?? true else {
      return nil
    }
    return absence.deputy
  }

  private func count(_ person: PersonID, _ channel: Channel) -> Int {
    held[person]?[channel] ?? 0
  }
}

package import Language
package import Playbook
import Synchronization
package import Vocabulary
package import Workflow

/// The shared desk: one door for every change, and what people look at.
///
/// Keys, macros, scripts, bulk actions and the desk's own sweep all go through `perform`, so no
/// road goes around a gate.
package final class Desk: Sendable {
  /// Where the desk is kept.
  package let store: any DeskStore
  /// The content the desk works by.
  package let playbook: Playbook
  /// The time, as this desk sees it.
  package let now: @Sendable () -> Instant
  /// Whether a case is drawn for a second look, by the command that closes it (domain E13).
  let sampled: @Sendable (CommandID) -> Bool
  let cache = CaseCache(capacity: 512)
  private let reader = Mutex<Reader?>(nil)
  /// People as they were when they last did something here.
  let known = Mutex<[PersonID: Person]>([:])
  /// This program's own time, which never jumps; nil where only the clock is to be believed.
  let ownTime: (@Sendable () -> Duration)?
  /// Tells when the clock jumps.
  let clockWatch = Mutex(ClockWatch())
  /// When those on leave were last looked for.
  let lookedForLeave = Mutex<Instant?>(nil)
  /// Up to when this program has tidied.
  let tidied = Mutex<Instant?>(nil)

  package init(
    store: any DeskStore, playbook: Playbook, now: @escaping @Sendable () -> Instant,
    ownTime: (@Sendable () -> Duration)? = nil, sampled: @escaping @Sendable (CommandID) -> Bool
  ) {
    self.ownTime = ownTime
    self.store = store
    self.playbook = playbook
    self.now = now
    self.sampled = sampled
  }

  /// What reads words here; built from the playbook's lexicons when first asked for.
  package var words: Reader {
    reader.withLock { kept in
      if let kept { return kept }
      let made = Reader(lexicon: playbook.lexicon)
      kept = made
      return made
    }
  }

  /// Whether time has really passed, as of a look at the clock.
  func clock(at now: Instant) -> ClockWatch {
    clockWatch.withLock { watch in
      if let ownTime { watch.look(at: now, own: ownTime()) }
      return watch
    }
  }

  // MARK: - People

  /// The person who signs in as `id`. The first one on a new desk becomes its supervisor.
  ///
  /// - Parameters:
  ///   - id: the operating-system user or database role.
  ///   - name: how colleagues read it, for a person who is not on the desk yet.
  /// - Returns: the person.
  /// - Throws: `DeskError.stranger` when others were here first and did not add this person.
  package func signIn(_ id: PersonID, name: String) throws -> Person {
    let people = try store.people()
    if let person = people.first(where: { $0.id == id }) {
      guard person.active else { throw DeskError.stranger(id) }
      return person
    }
    guard people.isEmpty else { throw DeskError.stranger(id) }
    return try store.write { transaction in
      let people = try transaction.people()
      if let person = people.first(where: { $0.id == id && $0.active }) { return person }
      guard people.isEmpty else { throw DeskError.stranger(id) }
      let founder = Person(id: id, name: name, role: .supervisor)
      try transaction.put(founder)
      return founder
    }
  }

  /// Adds a person or changes one.
  ///
  /// - Parameters:
  ///   - person: as they shall be.
  ///   - actor: who wants it.
  /// - Returns: what became of the cases of somebody who may sign in no longer: they go back to the
  ///   queue, each recorded.
  /// - Throws: `DeskError.notAllowed` without the permission, `DeskError.lastSupervisor` when
  ///   nobody could add people any more.
  @discardableResult package func put(_ person: Person, by actor: Person) throws
    -> ReassignmentOutcome
  {
    let authority = playbook.authority ?? Authority()
    guard authority.allows(actor.role, .people) else {
      throw DeskError.notAllowed(actor.id, .people)
    }
    try store.write { transaction in
      var people = try transaction.people().filter { $0.id != person.id }
      people.append(person)
      guard people.contains(where: { $0.active && authority.allows($0.role, .people) }) else {
        throw DeskError.lastSupervisor
      }
      try transaction.put(person)
    }
    return person.active ? ReassignmentOutcome() : try giveBack(from: person.id, by: actor.id)
  }

  /// Somebody who has signed in, as they stand on the desk now.
  ///
  /// - Parameter id: who.
  /// - Returns: the person.
  /// - Throws: `DeskError.unknownPerson`, or `.stranger` for one who has left.
  package func person(signedIn id: PersonID) throws -> Person { try person(id) }

  // MARK: - Looking

  /// A case as it stands.
  ///
  /// - Parameter ref: its reference.
  /// - Returns: the case.
  /// - Throws: `DeskError.unknownCase`, or what the store throws.
  package func find(_ ref: CaseRef) throws -> Case {
    if var known = cache.take(ref) {
      // Put back whatever happens: it is what is read while the desk is out of reach.
      defer { cache.put(known) }
      for event in try store.events(of: ref, after: known.version) { known.apply(event.record) }
      return known
    }
    guard let found = try store.record(of: ref)?.folded else {
      throw DeskError.unknownCase(ref)
    }
    cache.put(found)
    return found
  }

  /// The rules a case is decided by.
  ///
  /// - Parameter procedure: the procedure of the case.
  /// - Returns: the playbook's part of a decision.
  /// - Throws: `DeskError.unknownProcedure` when the playbook does not have it.
  package func rules(for procedure: ProcedureID) throws -> Rules {
    guard let rules = playbook.rules(for: procedure) else {
      throw DeskError.unknownProcedure(procedure)
    }
    return rules
  }
}

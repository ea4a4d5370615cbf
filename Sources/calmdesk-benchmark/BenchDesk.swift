import Desk
import DeskSQLite
import Foundation
import Playbook
import Vocabulary
import Workflow

/// A desk in a file, with one person who does everything.
struct BenchDesk {
  let desk: Desk
  let store: SQLiteStore
  /// The operating-system user, so that the desk can be opened in the console afterwards.
  let person = PersonID(NSUserName())

  /// - Parameters:
  ///   - path: the file; made when it is not there.
  ///   - playbook: a folder laid over the shipped playbook; nil for what the person has.
  ///   - now: the time at this desk; the system's unless given.
  /// - Throws: what the store or the playbook throws.
  init(
    path: String, playbook: String? = nil,
    now: @escaping @Sendable () -> Instant = { Instant(Date()) }
  ) throws {
    store = try SQLiteStore.open(path: path, create: true)
    desk = Desk(
      store: store, playbook: try Playbook(path: .current(option: playbook)), now: now,
      sampled: { _ in false })
    try desk.signInAsFloor(person)
  }

  /// Opens a case.
  func open(_ number: Int, text: String = "The parcel has not come and nobody answers.") throws
    -> CaseRef
  {
    try desk.open(
      IntakeLine(
        external: "bench-\(number)", language: .en,
        customer: Customer(name: "Customer \(number)"),
        turns: [.init(from: .customer, text: text, at: nil)]), by: person,
      command: CommandID("open-\(number)")
    ).ref
  }

  /// Carries a command out.
  func perform(_ command: CaseCommand, on ref: CaseRef, id: String) throws -> Case {
    try desk.perform(
      DeskRequest(
        by: person, ref: ref, envelope: CommandEnvelope(id: CommandID(id), command: command))
    ).result
  }

  /// A conversation of many messages, customer and agent in turn, held by the one person.
  ///
  /// - Parameters:
  ///   - messages: how many.
  ///   - each: takes how long each message took to store.
  /// - Throws: what the desk throws.
  func converse(messages: Int, each: inout Measure) throws {
    let ref = try open(0, text: "My order 48213 has not come. Where is it?")
    _ = try perform(.claim, on: ref, id: "converse-claim")
    for number in 1..<max(1, messages) {
      let id = "converse-\(number)"
      let command: CaseCommand =
        number.isMultiple(of: 2)
        ? .receive(text: "And what about parcel \(number)? It was due on Monday.", spoken: false)
        : .send(Draft(text: "I am sorry about the wait. I have noted \(number) and will look."))
      try each.time { _ = try perform(command, on: ref, id: id) }
    }
  }
}

extension Desk {
  /// Signs in one person who stands for a floor of them, and so has room for any number of chats.
  ///
  /// - Parameters:
  ///   - id: who it is.
  ///   - changing: whether this is the program that sets the desk up.
  /// - Throws: what the desk throws.
  func signInAsFloor(_ id: PersonID, changing: Bool = true) throws {
    var person = try signIn(id, name: id.rawValue)
    guard changing, person.aptitude.capacity.isEmpty else { return }
    person.aptitude.capacity = [.chat: 1_000_000]
    try put(person, by: person)
  }
}

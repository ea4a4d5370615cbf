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

  /// - Parameter path: the file; made when it is not there.
  /// - Throws: what the store or the playbook throws.
  init(path: String) throws {
    store = try SQLiteStore.open(path: path, create: true)
    desk = Desk(
      store: store, playbook: try Playbook(path: .current()), now: { Instant(Date()) },
      sampled: { _ in false })
    _ = try desk.signIn(person, name: person.rawValue)
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
}

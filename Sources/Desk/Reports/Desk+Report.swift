import Playbook
import Vocabulary
import Workflow

extension Desk {
  /// Goes over every case once and counts what was asked for.
  ///
  /// - Parameters:
  ///   - query: what is wanted.
  ///   - person: who wants it; what they may not see is left out.
  /// - Returns: the figures. The time is that of folding every case; the memory does not grow with
  ///   their number.
  /// - Throws: `DeskError.notAllowed` for the desk's figures without the permission `report` — one's
  ///   own are everybody's — or what the store throws.
  package func report(_ query: ReportQuery, for person: Person) throws -> Report {
    let isOwn = query.kind == .mine
    if !isOwn { try check(person, .report) }
    var fold = ReportFold(
      query, people: try store.people(), clocks: playbook.clocks ?? ClockRules(),
      person: isOwn ? person.id : nil, hidesPersons: hidesPersons(from: person), now: now())
    let subject = query.about.map { ReportSubject($0, in: playbook) }
    try store.eachCase { ref in
      guard let counted = try store.record(of: ref)?.folded,
        subject?.includes(counted) ?? true
      else { return }
      fold.add(counted)
    }
    return Report(
      query: query, at: fold.now, cases: fold.whole.cases,
      tables: fold.tables(for: person.id))
  }

  /// Refuses a person whose role lacks a permission.
  func check(_ person: Person, _ permission: Permission) throws {
    guard playbook.authority?.allows(person.role, permission) == true else {
      throw DeskError.notAllowed(person.id, permission)
    }
  }
}

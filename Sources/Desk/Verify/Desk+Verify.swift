import Playbook
import Vocabulary
import Workflow

/// What a check of the desk came to.
package struct Verification: Equatable, Sendable {
  /// What no honest program would have written, and what is damaged; a sentence each.
  package var faults: [String] = []
  /// What an honest program may have written under another playbook, for somebody in another role, or
  /// by a clock that was wrong; a sentence each.
  package var notes: [String] = []

  package init(faults: [String] = [], notes: [String] = []) {
    self.faults = faults
    self.notes = notes
  }
}

extension Desk {
  /// Checks the desk from end to end.
  ///
  /// - Returns: a sentence a fault; none when the desk is sound.
  /// - Throws: `StoreError` when it cannot be read at all.
  package func verify() throws -> [String] { try verification().faults }

  /// Checks the desk from end to end; costs a fold over every event and two decisions a command.
  ///
  /// Every case is folded from its first event and held against its snapshot, its queue row and
  /// the gates no close may go around; then every event is decided again (`CaseAudit`).
  ///
  /// - Returns: what is wrong, and what to look at.
  /// - Throws: `StoreError` when it cannot be read at all.
  package func verification() throws -> Verification {
    var found = Verification(faults: try store.faults())
    let people = try store.people() + [Desk.itself]
    let roles = Dictionary(people.map { ($0.id, $0.role) }) { first, _ in first }
    try store.eachCase { ref in try self.check(ref, roles, &found) }
    return found
  }

  private func check(
    _ ref: CaseRef, _ roles: [PersonID: Role], _ found: inout Verification
  ) throws {
    let records: [RecordedEvent]
    do {
      records = try store.events(of: ref, after: 0).map(\.record)
    } catch let error as DecodingError {
      return found.faults.append("Case \(ref): an event cannot be read (\(error)).")
    }
    guard let folded = Case(replaying: records) else {
      return found.faults.append("Case \(ref): its log does not begin with an opening.")
    }
    if folded.ref != ref {
      found.faults.append("Case \(ref): its log is that of \(folded.ref).")
    }
    if let stored = try store.record(of: ref)?.folded, stored != folded {
      found.faults.append("Case \(ref): its snapshot says something else than its events.")
    }
    guard let rules = playbook.rules(for: folded.procedure) else {
      return found.faults.append(
        "Case \(ref): its procedure “\(folded.procedure)” is not in the playbook.")
    }
    try found.faults += rowFaults(of: folded, by: rules) + linkFaults(in: records, of: ref)
    let findings = CaseAudit.findings(
      in: records, by: rules, roles: roles, standing: Playbook.standingGates, now: now())
    guard !findings.isEmpty else { return }
    let wording = playbook.wording(.en, for: folded.procedure)
    for finding in findings {
      let sentence = finding.sentence(about: ref, in: wording)
      if finding.isNote { found.notes.append(sentence) } else { found.faults.append(sentence) }
    }
  }

  private func rowFaults(of folded: Case, by rules: Rules) throws -> [String] {
    let ref = folded.ref
    if let row = try store.row(of: ref) {
      var expected = self.row(of: folded, by: rules, heatScore: row.heatScore)
      // Clocks may have been set differently since; what is due is derived anew with every event.
      expected.clock = row.clock
      expected.raisesAt = row.raisesAt
      if expected.approvalDue != nil, row.approvalDue != nil {
        expected.approvalDue = row.approvalDue
      }
      if expected.consultDue != nil, row.consultDue != nil {
        expected.consultDue = row.consultDue
      }
      // So may what counts as the same matter, and a desk of an older program has it nowhere yet.
      expected.matters = row.matters
      expected.receivedAt = row.receivedAt
      expected.key = row.key
      // So may who is given which case.
      expected.idleAt = row.idleAt
      expected.wants = CaseWants(
        isVIP: expected.wants.isVIP, skill: row.wants.skill, leastRole: row.wants.leastRole,
        barred: expected.wants.barred, prefers: row.wants.prefers,
        prefersUntil: row.wants.prefersUntil, asked: expected.wants.asked,
        isInService: expected.wants.isInService, unanswered: expected.wants.unanswered)
      return row == expected
        ? [] : ["Case \(ref): its queue row says something else than its events."]
    }
    return ["Case \(ref): it has no queue row."]
  }

  /// A link leads to a case, since a close as duplicate rests on it.
  private func linkFaults(in records: [RecordedEvent], of ref: CaseRef) throws -> [String] {
    var faults: [String] = []
    for record in records {
      guard case .linked(let other) = record.event, try store.row(of: other) == nil else {
        continue
      }
      faults.append(
        "Case \(ref): \(record.actor) linked it at version \(record.version) to \(other), which "
          + "is not on this desk.")
    }
    return faults
  }
}

import Playbook
import Vocabulary
import Workflow

extension Desk {
  /// Checks the desk from end to end; costs a fold over every event.
  ///
  /// Every case is folded from its first event and held against its snapshot, its queue row and
  /// the gates no close may go around.
  ///
  /// - Returns: a sentence a fault; none when the desk is sound.
  /// - Throws: `StoreError` when it cannot be read at all.
  package func verify() throws -> [String] {
    var faults = try store.faults()
    try store.eachCase { ref in faults += try self.faults(of: ref) }
    return faults
  }

  private func faults(of ref: CaseRef) throws -> [String] {
    let events: [StoredEvent]
    do {
      events = try store.events(of: ref, after: 0)
    } catch let error as DecodingError {
      return ["Case \(ref): an event cannot be read (\(error))."]
    }
    var faults: [String] = []
    for (offset, event) in events.enumerated() where event.record.version != offset + 1 {
      faults.append(
        "Case \(ref): event \(offset + 1) of the log says it is version "
          + "\(event.record.version).")
    }
    guard let folded = Case(replaying: events.lazy.map(\.record)) else {
      return faults + ["Case \(ref): its log does not begin with an opening."]
    }
    if let stored = try store.record(of: ref)?.folded, stored != folded {
      faults.append("Case \(ref): its snapshot says something else than its events.")
    }
    guard let rules = playbook.rules(for: folded.procedure) else {
      return faults + [
        "Case \(ref): its procedure “\(folded.procedure)” is not in the playbook."
      ]
    }
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
        prefersUntil: row.wants.prefersUntil, asked: expected.wants.asked)
      if row != expected {
        faults.append("Case \(ref): its queue row says something else than its events.")
      }
    } else {
      faults.append("Case \(ref): it has no queue row.")
    }
    return faults + unsoundCloses(events.map(\.record), by: rules)
  }

  /// Closes that a policy gate should have held, with nobody's reason beside them.
  private func unsoundCloses(_ records: [RecordedEvent], by rules: Rules) -> [String] {
    guard let first = records.first, var current = Case(opening: first) else { return [] }
    var faults: [String] = []
    var reasons: Set<GateID> = []
    var command = first.command
    for record in records.dropFirst() {
      if record.command != command {
        command = record.command
        reasons = []
      }
      switch record.event {
      case .overridden(let gate, _, _, _): reasons.insert(gate)
      case .closed(let reason, _, let signedOffBy, _):
        let role: Role = signedOffBy == nil ? .agent : .supervisor
        let evaluation = Evaluation(
          of: current, by: rules, about: Subject(role: role, closing: reason), now: record.at)
        let closed = rules.gates(before: .close, at: current.step)
          .filter { $0.strength == .policy && !reasons.contains($0.id) }
          .filter { !evaluation.status(of: $0).met }
        faults += closed.map {
          "Case \(current.ref): \(record.actor) closed it as “\(reason.rawValue)” at version "
            + "\(record.version) although the gate “\($0.id)” was closed."
        }
      default: break
      }
      current.apply(record)
    }
    return faults
  }
}

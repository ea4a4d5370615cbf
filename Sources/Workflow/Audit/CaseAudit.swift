package import Vocabulary

/// Decides everything that ever happened to a case again, command by command.
///
/// The log keeps what came of commands, not the commands, so each is told from its events first.
/// Then it is decided twice: by what holds under every playbook, which no honest program goes
/// around, and by the rules in force now, which may have been others when it was written.
package struct CaseAudit {
  /// The rules in force now.
  private let rules: Rules
  /// What everybody who was ever at the desk is today, the desk itself as `system`.
  private let roles: [PersonID: Role]
  /// Gates that no playbook can be without.
  private let standing: Set<GateID>
  private let now: Instant
  private var findings: [AuditFinding] = []

  /// Seconds by which clocks may disagree: one that was an hour wrong, on two machines.
  package static let tolerance: Int64 = 7_200

  private init(
    _ rules: Rules, _ roles: [PersonID: Role], _ standing: Set<GateID>, _ now: Instant
  ) {
    self.rules = rules
    self.roles = roles
    self.standing = standing
    self.now = now
  }

  /// What in the log of a case no decision explains.
  ///
  /// - Parameters:
  ///   - records: all events of the case, in order, beginning with an opening.
  ///   - rules: the playbook's part of a decision, as it is now.
  ///   - roles: what everybody who was ever at the desk is, the desk itself as `system`.
  ///   - standing: gates that no playbook can be without.
  ///   - now: nothing happens later.
  /// - Returns: in the order of the log. Costs two decisions a command.
  package static func findings(
    in records: [RecordedEvent], by rules: Rules, roles: [PersonID: Role],
    standing: Set<GateID>, now: Instant
  ) -> [AuditFinding] {
    var audit = CaseAudit(rules, roles, standing, now)
    audit.look(at: records)
    return audit.findings
  }

  private mutating func look(at records: [RecordedEvent]) {
    checkOrder(of: records)
    var current: Case?
    var seen: Set<CommandID> = []
    var rest = records[...]
    while let first = rest.first {
      let group = rest.prefix { $0.command == first.command }
      rest = rest.dropFirst(group.count)
      if !seen.insert(first.command).inserted {
        findings.append(AuditFinding(first, .repeated(first.command)))
      }
      examine(Array(group), on: current)
      for record in group {
        if current == nil { current = Case(opening: record) } else { current?.apply(record) }
      }
    }
  }

  private mutating func checkOrder(of records: [RecordedEvent]) {
    var last: RecordedEvent?
    for record in records {
      let version = last?.version ?? 0
      if record.version != version + 1 {
        findings.append(AuditFinding(record, .gap(after: version)))
      }
      if let last, last.at.seconds(since: record.at) > Self.tolerance {
        findings.append(
          AuditFinding(record, .earlier(seconds: last.at.seconds(since: record.at))))
      }
      if record.at.seconds(since: now) > Self.tolerance {
        findings.append(AuditFinding(record, .ahead(seconds: record.at.seconds(since: now))))
      }
      last = record
    }
  }

  /// Holds what one command brought against what it brings.
  private mutating func examine(_ group: [RecordedEvent], on current: Case?) {
    guard let first = group.first else { return }
    let told = Told(group, on: current)
    let count = findings.count
    guard let role = roles[first.actor] else {
      return findings.append(AuditFinding(first, .stranger(first.actor)))
    }
    checkNames(in: group)
    guard told.isOfOnePiece else {
      return findings.append(AuditFinding(first, .mixed(first.command)))
    }
    checkReasons(in: group)
    if let current { checkEnding(in: group, of: current) }
    guard let command = told.command else {
      return findings.append(AuditFinding(told.principal ?? first, .unfounded))
    }
    let about = told.principal ?? first
    if let fault = told.isSweep ? told.sweepFault(as: role) : timeless(told, command, role) {
      findings.append(AuditFinding(about, fault))
    }
    // What could not have happened at all needs no second opinion.
    guard findings.count == count, let fault = presently(told, command, role) else { return }
    findings.append(AuditFinding(about, fault))
  }

  /// A case is offered to, and a complaint is about, somebody the desk knows.
  private mutating func checkNames(in group: [RecordedEvent]) {
    for record in group {
      switch record.event {
      case .transferOffered(let person), .complainedAbout(let person, on: true):
        if roles[person] == nil { findings.append(AuditFinding(record, .stranger(person))) }
      case .consulted(let asked, _, _, _):
        for case .person(let person) in asked where roles[person] == nil {
          findings.append(AuditFinding(record, .stranger(person)))
        }
      default: break
      }
    }
  }

  private mutating func checkReasons(in group: [RecordedEvent]) {
    for record in group {
      guard case .overridden(let gate, let strength, let reason, let role) = record.event else {
        continue
      }
      if reason.trimmed.isEmpty { findings.append(AuditFinding(record, .unexplained(gate))) }
      // The desk carries out; to pass what holds it remains with people.
      if strength == .policy, role == .system {
        findings.append(
          AuditFinding(
            record, .refused(Refusal(gate: .role, needs: [.permission(.override)]))))
      }
    }
  }

  /// A close goes through the gates that stand in every playbook, or past them with a reason.
  private mutating func checkEnding(in group: [RecordedEvent], of start: Case) {
    let passed = group.compactMap { record -> GateID? in
      if case .overridden(let gate, _, _, _) = record.event { gate } else { nil }
    }
    for record in group {
      guard case .closed(let reason, _, let signedOffBy, _) = record.event else { continue }
      if let signedOffBy, signedOffBy != record.actor, start.signOff(for: reason) != signedOffBy {
        findings.append(AuditFinding(record, .unsigned(signedOffBy)))
      }
      let evaluation = Evaluation(
        of: start, by: rules,
        about: Subject(role: signedOffBy == nil ? .agent : .supervisor, closing: reason),
        now: record.at)
      for gate in rules.gates(before: .close, at: start.step)
      where standing.contains(gate.id) && !passed.contains(gate.id) {
        guard !evaluation.status(of: gate).met else { continue }
        findings.append(AuditFinding(record, .closedThrough(reason, gate.id)))
      }
    }
  }

  /// What is wrong whatever the playbook says.
  private func timeless(
    _ told: Told, _ command: CaseCommand, _ role: Role
  ) -> AuditFinding.Fault? {
    var refusal: Refusal?
    var wanted: [CaseEvent] = []
    for returning in told.returnings {
      do {
        let rules = rules.opened(to: told, command, returning: returning)
        wanted = try decide(
          told.envelope(command), on: told.current, by: rules, in: told.context(as: role))
        if told.bare(wanted) == told.bare(told.events) { return nil }
      } catch { refusal = error }
    }
    if let refusal { return .refused(refusal) }
    return .differs(wanted: wanted.map(\.kind))
  }

  /// What today's rules have against it.
  private func presently(
    _ told: Told, _ command: CaseCommand, _ role: Role
  ) -> AuditFinding.Fault? {
    do {
      let wanted = try decide(
        told.envelope(command), on: told.current, by: rules, in: told.context(as: role))
      let passed = Set(told.events.compactMap(\.passedGate))
      let isExplained = wanted.compactMap(\.passedGate).allSatisfy(passed.contains)
      guard isExplained, wanted.filter({ $0.passedGate == nil }) == told.facts else {
        return .ruledOut(nil)
      }
    } catch {
      return .ruledOut(error)
    }
    guard
      told.events.contains(where: {
        if case .overridden(_, .policy, _, let role) = $0 {
          !rules.authority.allows(role, .override)
        } else {
          false
        }
      })
    else { return nil }
    return .ruledOut(Refusal(gate: .role, needs: [.permission(.override)]))
  }
}

extension CaseEvent {
  /// The gate it tells was passed with a reason.
  var passedGate: GateID? {
    if case .overridden(let gate, _, _, _) = self { gate } else { nil }
  }
}

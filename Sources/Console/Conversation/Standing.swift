import Playbook
package import Vocabulary
package import Workflow

/// How a case stands before its gates, worked out once a change and not once a key.
package struct Standing: Equatable, Sendable {
  /// The gates before leaving the step, in the playbook's order.
  package var gates: [GateStatus]
  /// Where the case would go on to; nil when only a close follows.
  package var next: StepID?
  /// Everything that runs on the case, the first due first.
  package var clocks: [CaseClock]
  /// Since when the limits of law do not run, because the customer was asked for something.
  package var pausedSince: Instant?
  /// Promises not yet kept, the first due first.
  package var promises: [Commitment]
  /// What departments have not done yet, the first due first.
  package var tasks: [FulfilmentTask]
  /// Approvals that nobody has decided on.
  package var requests: [ApprovalRequest]

  /// Holds a case against its rules.
  ///
  /// - Parameters:
  ///   - conversation: the case and its rules.
  ///   - role: of the person at the desk.
  ///   - now: the time promises are held against.
  package init(_ conversation: Conversation, role: Role, now: Instant) {
    let current = conversation.current
    let rules = conversation.rules
    next = current.usualNext(by: rules, now: now)
    gates = current.gates(before: .leave, by: rules, about: Subject(role: role), now: now)
    clocks = current.clocks(by: rules.clocks)
    pausedSince = current.pausedSince(by: rules.clocks)
    tasks = current.tasks.filter { $0.doneAt == nil }.sorted { $0.due < $1.due }
    promises = current.commitments.filter { $0.state == .open }.sorted { $0.due < $1.due }
    requests = current.openRequests
  }

  /// The gates that are closed.
  package var closed: [GateStatus] { gates.filter { !$0.met } }

  /// What the closed gates want the agent to say.
  package var wantedActs: Set<SpeechAct> {
    closed.reduce(into: []) { acts, status in
      for need in status.missing { acts.formUnion(need.acts) }
    }
  }
}

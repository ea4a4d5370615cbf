package import Vocabulary

/// Something that falls due.
package struct CaseClock: Equatable, Codable, Sendable {
  package var name: ClockName
  package var at: Instant

  package init(name: ClockName, at: Instant) {
    self.name = name
    self.at = at
  }
}

/// What falls due.
package enum ClockName: String, CaseIterable, Codable, Hashable, Sendable {
  /// Our answer to the customer (S0-9).
  case respond
  /// Something we promised (S2-19).
  case promise
  /// Something a department is to carry out (S1-20).
  case task
  /// The look back (S2-34).
  case followUp = "follow_up"
  /// The answer from above that the customer was told of (S2-33).
  case escalation
  /// A word about how far the matter is (S0-21).
  case progress
  /// A nudge to a customer who fell silent (domain E5).
  case nudge
  /// The end of a snooze.
  case snooze
}

extension Case {
  /// Everything that runs on the case, the first due first.
  package func clocks(by rules: ClockRules) -> [CaseClock] {
    var clocks: [CaseClock] = []
    if state != .closed {
      if let waitingSince {
        clocks.append(
          CaseClock(
            name: .respond,
            at: waitingSince.adding(seconds: rules.respond(on: channel, at: heat))))
      }
      let open = commitments.filter { $0.state == .open }
      if let escalation, !escalation.isAnswered {
        clocks.append(CaseClock(name: .escalation, at: escalation.due))
      }
      if let lastWordAt, !open.isEmpty {
        clocks.append(
          CaseClock(name: .progress, at: lastWordAt.adding(seconds: rules.progress)))
      } else if let lastContactAt, state == .waiting,
        followUps.allSatisfy({ $0.outcome != nil })
      {
        clocks.append(
          CaseClock(
            name: .nudge, at: lastContactAt.adding(seconds: rules.nudge(on: channel))))
      }
      if let snoozedUntil { clocks.append(CaseClock(name: .snooze, at: snoozedUntil)) }
    }
    return (clocks + afterClose).sorted { $0.at < $1.at }
  }

  /// What outlives the close: promises, what departments are to do, and looks back, the first due
  /// first.
  var afterClose: [CaseClock] {
    let promises = commitments.filter { $0.state == .open }
      .map { CaseClock(name: .promise, at: $0.due) }
    let looks = followUps.filter { $0.outcome == nil }
      .map { CaseClock(name: .followUp, at: $0.due) }
    let jobs = tasks.filter { $0.doneAt == nil }.map { CaseClock(name: .task, at: $0.due) }
    return (promises + jobs + looks).sorted { $0.at < $1.at }
  }
}

package import Vocabulary

/// What runs on a case. All of it follows from the case and the rules; no time is read.
extension Case {
  /// Everything that runs on the case, the first due first.
  package func clocks(by rules: ClockRules) -> [CaseClock] {
    var clocks: [CaseClock] = []
    if state != .closed {
      let ruler = Ruler(rules, rules.calendar(on: channel, in: language))
      clocks = answerClocks(by: ruler)
      let open = commitments.filter { $0.state == .open }
      if let escalation, !escalation.isAnswered {
        clocks.append(ruler.clock(.escalation, from: escalation.at, at: escalation.due))
      }
      if let rung = rungClock(by: rules) { clocks.append(rung) }
      clocks += openRequests.map { clock(of: $0, by: rules) }
      clocks += openConsultations.map { ruler.clock(.consult, from: $0.at, at: $0.due) }
      if let session = untoldSession, let tells = session.tells {
        clocks.append(ruler.clock(.escalation, from: session.at, at: tells))
      }
      if let lastWordAt, !open.isEmpty {
        clocks.append(ruler.clock(.progress, from: lastWordAt, within: rules.progress))
      } else if let lastContactAt, state == .waiting,
        followUps.allSatisfy({ $0.outcome != nil })
      {
        clocks.append(
          CaseClock(name: .nudge, at: lastContactAt.adding(seconds: rules.nudge(on: channel))))
      }
      if let snoozedUntil { clocks.append(CaseClock(name: .snooze, at: snoozedUntil)) }
      clocks += statutoryClocks(by: rules)
    }
    return (clocks + promisedClocks(by: rules)).sorted { $0.at < $1.at }
  }

  /// The clock that the place in the queue goes by: what falls due first. What stays due whatever
  /// is said puts the case before others until we have spoken to the customer after it broke, and
  /// not with every word from then on.
  package func nextClock(by rules: ClockRules) -> CaseClock? {
    clocks(by: rules).first { clock in
      guard clock.name.isLong, let lastWordAt else { return true }
      return lastWordAt < clock.at
    }
  }

  /// Our first word, our answer, and the solution (domain D11).
  private func answerClocks(by ruler: Ruler) -> [CaseClock] {
    let rules = ruler.rules
    var clocks: [CaseClock] = []
    let share = share(by: rules.pressing)
    let answer = rules.respond(on: channel, at: heat).shortened(to: share)
    if let waitingSince {
      if lastWordAt == nil, let length = rules.acknowledge[channel]?[heat] {
        clocks.append(
          ruler.clock(.acknowledge, from: waitingSince, within: length.shortened(to: share)))
      }
      clocks.append(ruler.clock(.respond, from: waitingSince, within: answer))
    } else if let decided = untoldDecision?.decision?.at {
      clocks.append(ruler.clock(.respond, from: decided, within: answer))
    }
    if awaitsPlan, let length = rules.sameDay[channel] {
      clocks.append(
        ruler.clock(.sameDay, from: receivedAt, within: length.shortened(to: share)))
    }
    if !isSettled, let length = rules.resolve[channel]?[heat]?.shortened(to: share) {
      // It stretches to the day the customer was told, and no further.
      let told =
        commitments.filter { $0.state == .open }.map(\.due)
        + (escalation.flatMap { $0.isAnswered ? nil : [$0.due] } ?? [])
        + [untoldSession?.tells].compactMap(\.self)
      clocks.append(
        ruler.clock(.resolve, from: receivedAt, within: length, notBefore: told.max()))
    }
    return clocks
  }

  /// What outlives the close: promises, what departments are to do, and looks back, the first due
  /// first.
  var afterClose: [CaseClock] { promisedClocks(by: ClockRules()).sorted { $0.at < $1.at } }

  private func promisedClocks(by rules: ClockRules) -> [CaseClock] {
    let ruler = Ruler(rules, .roundTheClock)
    let promises = commitments.filter { $0.state == .open }
      .map { ruler.clock(.promise, from: $0.at, at: $0.due) }
    let usual = rules.followUp.roughSeconds
    let looks = followUps.filter { $0.outcome == nil }
      .map { ruler.clock(.followUp, from: $0.due.adding(seconds: -usual), at: $0.due) }
    let jobs = tasks.filter { $0.doneAt == nil }
      .map { ruler.clock(.task, from: $0.at, at: $0.due) }
    return promises + jobs + looks
  }

  /// When the complaint reached us.
  package var receivedAt: Instant {
    guard let heard = messages.first(where: { $0.from == .customer })?.at else { return openedAt }
    return min(heard, openedAt)
  }
}

/// Makes clocks with the moment at which they warn.
struct Ruler {
  let rules: ClockRules
  let calendar: WorkingCalendar

  init(_ rules: ClockRules, _ calendar: WorkingCalendar) {
    self.rules = rules
    self.calendar = calendar
  }

  /// A clock that runs for a length of time, or longer.
  func clock(
    _ name: ClockName, from start: Instant, within length: ClockLength,
    notBefore told: Instant? = nil
  ) -> CaseClock {
    let end = length.end(from: start, in: calendar)
    let due = told.map { max(end, $0) } ?? end
    return CaseClock(
      name: name, at: due,
      warnAt: length.warning(at: rules.warning, from: start, to: due, in: calendar))
  }

  /// A clock that was set to a point in time.
  func clock(_ name: ClockName, from start: Instant, at due: Instant) -> CaseClock {
    CaseClock(
      name: name, at: due,
      warnAt: ClockLength.seconds(0)
        .warning(at: rules.warning, from: min(start, due), to: due, in: calendar))
  }
}

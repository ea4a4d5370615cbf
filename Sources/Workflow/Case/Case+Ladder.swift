package import Vocabulary

/// How a matter that was handed up goes on.
extension Case {
  /// The clock of the rung that has the matter and has not answered; nil where nobody above has it,
  /// or somebody who is on no rung.
  package func rungClock(by rules: ClockRules) -> CaseClock? {
    guard state != .closed, let escalation, !escalation.isAnswered,
      let rung = rules.ladder.rung(called: escalation.to)
    else { return nil }
    return Ruler(rules, rules.calendar(on: channel, in: language))
      .clock(.rung, from: escalation.raisedAt ?? escalation.at, within: rung.within)
  }

  /// When the matter goes on to the next rung by itself; nil where it does not.
  package func raisesAt(by rules: ClockRules) -> Instant? {
    guard let escalation, rules.ladder.next(after: escalation.to) != nil else { return nil }
    return rungClock(by: rules)?.at
  }
}

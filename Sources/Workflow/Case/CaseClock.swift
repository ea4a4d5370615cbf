package import Vocabulary

/// Something that falls due.
package struct CaseClock: Equatable, Codable, Sendable {
  package var name: ClockName
  package var at: Instant
  /// From when on it warns; nil where nothing breaks by its running out.
  package var warnAt: Instant?

  package init(name: ClockName, at: Instant, warnAt: Instant? = nil) {
    self.name = name
    self.at = at
    self.warnAt = warnAt
  }

  /// How far it has run.
  package func standing(at now: Instant) -> ClockStanding {
    guard let warnAt else { return at <= now ? .warned : .running }
    return at <= now ? .broken : warnAt <= now ? .warned : .running
  }
}

/// How far a clock has run.
package enum ClockStanding: String, CaseIterable, Codable, Sendable {
  case running
  /// It breaks soon, or what it was to remind of is due.
  case warned
  /// What was due was not done.
  case broken
}

/// What falls due.
package enum ClockName: String, CaseIterable, Codable, Hashable, Sendable {
  /// Our first word to a customer who has just come (domain D11).
  case acknowledge
  /// Our answer to the customer (S0-9).
  case respond
  /// A word of what happens, on the day the complaint came (S1-24).
  case sameDay = "same_day"
  /// A solution the customer agrees to (domain D11).
  case resolve
  /// Something we promised (S2-19).
  case promise
  /// Something a department is to carry out (S1-20).
  case task
  /// The look back (S2-34).
  case followUp = "follow_up"
  /// The answer from above that the customer was told of (S2-33).
  case escalation
  /// The answer of the rung that has the matter, before it goes on to the next (S2-35).
  case rung
  /// The yes or no to a request (S1-6).
  case approval
  /// The view of colleagues who were asked for it (S1-14).
  case consult
  /// A word about how far the matter is (S0-21).
  case progress
  /// A nudge to a customer who fell silent (domain E5).
  case nudge
  /// The end of a snooze.
  case snooze
  /// The law's: that we have the complaint, in writing.
  case writtenAcknowledgement = "written_acknowledgement"
  /// The law's: the matter is passed on to whoever it belongs to (S2-31).
  case passOn = "pass_on"
  /// The law's: whether the complaint is taken up (S2-31).
  case acceptance
  /// The law's: a first answer to the matter.
  case initialResponse = "initial_response"
  /// The law's: settled soon enough that a short letter is all it takes.
  case summaryResolution = "summary_resolution"
  /// The law's: the final response.
  case finalResponse = "final_response"

  /// Whether a law or an authority has set it.
  package var isStatutory: Bool {
    switch self {
    case .writtenAcknowledgement, .passOn, .acceptance, .initialResponse, .summaryResolution,
      .finalResponse:
      true
    default: false
    }
  }

  /// Whether it goes on running whatever is said to the customer.
  package var isLong: Bool {
    switch self {
    case .sameDay, .resolve, .rung, .approval, .consult: true
    default: isStatutory
    }
  }
}

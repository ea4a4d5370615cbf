package import Vocabulary

/// One person's sitting at the desk, as colleagues may see it: who is there, what they look at, and
/// whether they are still heard of. Never what they write (domain F).
package struct Presence: Equatable, Sendable {
  package var sitting: SittingID
  package var person: PersonID
  /// Host and process, for the eyes of whoever looks after the machines.
  package var place: String
  /// Grows with every word from the sitting. That it grew is the only sign of life: clocks of
  /// different machines are never held against each other.
  package var counter: Int64
  package var whereabouts: Whereabouts
  /// The person left of their own will. What they kept then stays theirs.
  package var hasLeft: Bool

  package init(
    sitting: SittingID, person: PersonID, place: String = "", counter: Int64 = 1,
    whereabouts: Whereabouts = Whereabouts(), hasLeft: Bool = false
  ) {
    self.sitting = sitting
    self.person = person
    self.place = place
    self.counter = counter
    self.whereabouts = whereabouts
    self.hasLeft = hasLeft
  }
}

/// What somebody at a console is about.
package struct Whereabouts: Equatable, Sendable {
  /// The case on the screen.
  package var looking: CaseRef?
  /// The case that words are being written on just now, whatever they say.
  package var typing: CaseRef?
  package var status: AgentStatus
  /// Since when; nil since the console was opened.
  package var statusSince: Instant?

  package init(
    looking: CaseRef? = nil, typing: CaseRef? = nil, status: AgentStatus = .ready,
    statusSince: Instant? = nil
  ) {
    self.looking = looking
    self.typing = typing
    self.status = status
    self.statusSince = statusSince
  }
}

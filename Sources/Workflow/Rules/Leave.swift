package import Vocabulary

/// A time somebody is away, and who stands in for them meanwhile (domain F). What they own stays
/// theirs (S0-31): nothing of it is written on any case.
package struct Leave: Equatable, Codable, Sendable {
  package var from: Instant
  /// When they are back; later than ``from``.
  package var until: Instant
  /// Who stands in; nil leaves it to the supervisors.
  package var deputy: PersonID?

  package init(from: Instant, until: Instant, deputy: PersonID? = nil) {
    self.from = from
    self.until = until
    self.deputy = deputy
  }

  /// Whether they are away at a time.
  package func isOn(at now: Instant) -> Bool { from <= now && now < until }

  /// Whether they are back at a time.
  package func isOver(at now: Instant) -> Bool { until <= now }
}

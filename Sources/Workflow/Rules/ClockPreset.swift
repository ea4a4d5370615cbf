package import Vocabulary

/// The limits that a law or a supervising authority sets for a complaint.
package struct ClockPreset: Equatable, Sendable {
  /// One of its limits.
  package struct Limit: Equatable, Sendable {
    package var name: ClockName
    package var within: ClockLength
    /// It is an opportunity rather than a duty: once it has passed, the next thing that happens
    /// takes it off.
    package var lapses: Bool

    package init(name: ClockName, within: ClockLength, lapses: Bool = false) {
      self.name = name
      self.within = within
      self.lapses = lapses
    }
  }

  package var id: ClockPresetID
  /// What people call it.
  package var names: [LanguageTag: String]
  /// Where the limits stand written.
  package var source: String
  package var calendar: WorkingCalendar
  package var limits: [Limit]
  /// The time does not run while the customer has been asked for something and has not answered.
  package var pauses: Bool
  /// Only a public body is bound by it (domain D24).
  package var forPublicBodies: Bool

  package init(
    id: ClockPresetID, names: [LanguageTag: String] = [:], source: String = "",
    calendar: WorkingCalendar = .roundTheClock, limits: [Limit], pauses: Bool = false,
    forPublicBodies: Bool = false
  ) {
    self.id = id
    self.names = names
    self.source = source
    self.calendar = calendar
    self.limits = limits
    self.pauses = pauses
    self.forPublicBodies = forPublicBodies
  }
}

extension ClockPresetID {
  /// A case classified so has no limits of law, whatever its channel usually has.
  package static let none: ClockPresetID = "none"
}

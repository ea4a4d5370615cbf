package import Vocabulary

/// How long things may take.
package struct ClockRules: Equatable, Sendable {
  /// From a new customer's message to our first word (domain D11); none where the playbook is silent.
  package var acknowledge: [Channel: [HeatLevel: ClockLength]]
  /// From a customer's message to our answer: the hotter, the shorter (S0-9, S3-32).
  package var respond: [Channel: [HeatLevel: ClockLength]]
  /// From the complaint to a solution the customer agrees to; it alone may stretch, to the day that
  /// the customer was told (domain D11). None where the playbook is silent.
  package var resolve: [Channel: [HeatLevel: ClockLength]]
  /// From the complaint to a word of what happens: a plan, a promise, or when somebody else decides
  /// (S1-24). None where the playbook is silent.
  package var sameDay: [Channel: ClockLength]
  /// What cannot wait.
  package var pressing: Pressing
  /// From our last word to a nudge, when the customer falls silent (domain E5).
  package var nudge: [Channel: Int64]
  /// From a grant or an accepted plan to the follow-up, when no day was named (S0-31).
  package var followUp: ClockLength
  /// From the last word to the next progress report while a promise is open (S0-21).
  package var progress: ClockLength
  /// How long after a close the same customer counts as returning (domain E6).
  package var returning: Int64
  /// How long a sent message can be taken back.
  package var undo: Int64
  /// Seconds of heated conversations in one shift after which whoever held them is offered a pause
  /// (S1-38); nil for never.
  package var pauseAfter: Int64?
  /// Percent of its length after which a clock warns, 1 to 100.
  package var warning: Int
  /// When people work, by channel and by the customer's language.
  package var calendars: [Channel: [LanguageTag: WorkingCalendar]]
  /// The limits of law that a case can have.
  package var presets: [ClockPreset]
  /// Those it has on a channel unless it is classified otherwise.
  package var statutory: [Channel: ClockPresetID]
  /// Whom matters are handed up to, and how long each has.
  package var ladder: Ladder

  package init(
    acknowledge: [Channel: [HeatLevel: ClockLength]] = [:],
    respond: [Channel: [HeatLevel: ClockLength]] = [:],
    resolve: [Channel: [HeatLevel: ClockLength]] = [:], sameDay: [Channel: ClockLength] = [:],
    pressing: Pressing = Pressing(), nudge: [Channel: Int64] = [:],
    followUp: ClockLength = 259_200, progress: ClockLength = 86_400,
    returning: Int64 = 30 * 86_400, undo: Int64 = 10, pauseAfter: Int64? = nil, warning: Int = 75,
    calendars: [Channel: [LanguageTag: WorkingCalendar]] = [:], presets: [ClockPreset] = [],
    statutory: [Channel: ClockPresetID] = [:], ladder: Ladder = Ladder()
  ) {
    self.acknowledge = acknowledge
    self.respond = respond
    self.resolve = resolve
    self.sameDay = sameDay
    self.pressing = pressing
    self.nudge = nudge
    self.followUp = followUp
    self.progress = progress
    self.returning = returning
    self.undo = undo
    self.pauseAfter = pauseAfter
    self.warning = warning
    self.calendars = calendars
    self.presets = presets
    self.statutory = statutory
    self.ladder = ladder
  }

  /// How soon an answer is due on `channel` at `heat`; a day where the playbook is silent.
  package func respond(on channel: Channel, at heat: HeatLevel) -> ClockLength {
    respond[channel]?[heat] ?? 86_400
  }

  /// Seconds of silence after which a nudge is due; a day where the playbook is silent.
  package func nudge(on channel: Channel) -> Int64 { nudge[channel] ?? 86_400 }

  /// When people work for customers of `channel` and `language`; always where the playbook is silent.
  package func calendar(on channel: Channel, in language: LanguageTag) -> WorkingCalendar {
    calendars[channel]?[language] ?? .roundTheClock
  }

  /// The limits of law called `id`, if there are any.
  package func preset(_ id: ClockPresetID) -> ClockPreset? { presets.first { $0.id == id } }
}

package import Vocabulary

/// How long things may take, in seconds.
package struct ClockRules: Equatable, Sendable {
  /// From a customer's message to our answer: the hotter, the shorter (S0-9, S3-32).
  package var respond: [Channel: [HeatLevel: Int64]]
  /// From our last word to a nudge, when the customer falls silent (domain E5).
  package var nudge: [Channel: Int64]
  /// From a grant or an accepted plan to the follow-up, when no day was named (S0-31).
  package var followUp: Int64
  /// From the last word to the next progress report while a promise is open (S0-21).
  package var progress: Int64
  /// How long after a close the same customer counts as returning (domain E6).
  package var returning: Int64
  /// How long a sent message can be taken back.
  package var undo: Int64

  package init(
    respond: [Channel: [HeatLevel: Int64]] = [:], nudge: [Channel: Int64] = [:],
    followUp: Int64 = 3 * 86_400, progress: Int64 = 86_400, returning: Int64 = 30 * 86_400,
    undo: Int64 = 10
  ) {
    self.respond = respond
    self.nudge = nudge
    self.followUp = followUp
    self.progress = progress
    self.returning = returning
    self.undo = undo
  }

  /// Seconds until an answer is due on `channel` at `heat`; a day where the playbook is silent.
  package func respond(on channel: Channel, at heat: HeatLevel) -> Int64 {
    respond[channel]?[heat] ?? 86_400
  }

  /// Seconds of silence after which a nudge is due; a day where the playbook is silent.
  package func nudge(on channel: Channel) -> Int64 { nudge[channel] ?? 86_400 }
}

package import Vocabulary

/// What a law or an authority sets for a case.
extension Case {
  /// The limits of law the case stands under: those it was classified with, else those of its
  /// channel.
  package func preset(by rules: ClockRules) -> ClockPreset? {
    (classification.preset ?? rules.statutory[channel]).flatMap(rules.preset)
  }

  /// Since when its time does not run, because we asked the customer for something and they have not
  /// answered; nil while it runs, and where nothing stops it.
  package func pausedSince(by rules: ClockRules) -> Instant? {
    guard state != .closed, preset(by: rules)?.pauses == true else { return nil }
    return asked.since
  }

  /// The limits that are not met yet; none of a preset that pauses while the customer is asked.
  func statutoryClocks(by rules: ClockRules) -> [CaseClock] {
    guard let preset = preset(by: rules), pausedSince(by: rules) == nil else { return [] }
    let ruler = Ruler(rules, preset.calendar)
    let start = receivedAt
    return preset.limits.compactMap { limit in
      guard !isMet(limit.name) else { return nil }
      let paused = preset.pauses ? due(limit, stretchedIn: preset, from: start) : nil
      let clock = ruler.clock(limit.name, from: start, within: limit.within, notBefore: paused)
      return limit.lapses && clock.at < touchedAt ? nil : clock
    }
  }

  /// Whether what the law asks for is done.
  private func isMet(_ name: ClockName) -> Bool {
    switch name {
    case .writtenAcknowledgement: messages.contains { $0.meetsGates && $0.kind == .text }
    case .passOn: escalation != nil || !links.isEmpty
    case .acceptance, .initialResponse:
      messages.contains { message in
        message.meetsGates && !message.acts.isEmpty
          && !message.acts.isSubset(of: SpeechAct.soothing)
      }
    case .summaryResolution, .finalResponse: isSettled
    default: true
    }
  }

  /// When a limit ends with the time added that the customer took to answer: working time where the
  /// limit counts that.
  private func due(
    _ limit: ClockPreset.Limit, stretchedIn preset: ClockPreset, from start: Instant
  ) -> Instant? {
    let calendar = preset.calendar
    var due = limit.within.end(from: start, in: calendar)
    // What the customer was asked after the limit had passed stretches it no more.
    for pause in asked.ended where pause.from < due {
      due =
        switch limit.within {
        case .seconds: due.adding(seconds: pause.to.seconds(since: pause.from))
        case .workingHours, .workingDays, .sameDay:
          calendar.adding(
            workingSeconds: calendar.workingSeconds(from: pause.from, to: pause.to), to: due)
        }
    }
    return due
  }

  /// The stretches in which the customer had been asked for something and had not answered, oldest
  /// first, and since when one goes on. An hour and less stops nothing: that is a conversation.
  ///
  /// On record like all that was said: each begins with a message of ours and ends with one of theirs.
  private var asked: (ended: [(from: Instant, to: Instant)], since: Instant?) {
    var ended: [(from: Instant, to: Instant)] = []
    var since: Instant?
    for message in messages {
      if message.from == .customer {
        if let from = since, message.at.seconds(since: from) > Self.conversation {
          ended.append((from, message.at))
        }
        since = nil
      } else if message.meetsGates, !message.acts.isDisjoint(with: SpeechAct.wantingAnswer) {
        since = since ?? message.at
      }
    }
    return (ended, since)
  }

  /// Seconds within which question and answer follow each other in a conversation.
  private static let conversation: Int64 = 3_600
}

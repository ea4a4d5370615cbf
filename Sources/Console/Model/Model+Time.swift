import Desk
import Foundation
import Playbook
import Screen
import Vocabulary
import Workflow

/// Times as the screen shows them.
extension Model {
  /// Days since the epoch, where times of day are meant.
  func dayNumber(_ instant: Instant) -> Int64 { localSeconds(instant).divided(by: 86_400).0 }

  /// A time of day such as `14:05`.
  func clockTime(_ instant: Instant) -> String {
    let minute = localSeconds(instant).divided(by: 86_400).1 / 60
    let (hour, rest) = (minute / 60, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A span in its largest unit, such as `3m`, `2h` or `1d`.
  func span(_ seconds: Int64) -> String {
    if isLinear { return spokenSpan(seconds) }
    return switch max(0, seconds) {
    case ..<60: text("span.seconds", ["n": String(max(0, seconds))])
    case ..<3_600: text("span.minutes", ["n": String(seconds / 60)])
    case ..<86_400: text("span.hours", ["n": String(seconds / 3_600)])
    default: text("span.days", ["n": String(seconds / 86_400)])
    }
  }

  /// How long it is to a point in time, or how long it has passed.
  func distance(to instant: Instant) -> String {
    let seconds = instant.seconds(since: now)
    return seconds >= 0
      ? text("span.in", ["span": span(seconds)])
      : text("span.late", ["span": span(Int64(clamping: seconds.magnitude))])
  }

  /// What a clock runs for, and how long until it is due or how long it has been.
  func words(of clock: CaseClock) -> String {
    let seconds = clock.at.seconds(since: now)
    return seconds >= 0
      ? text("running.\(clock.name.rawValue)", ["span": span(seconds)])
      : "\(name(clock.name)) \(distance(to: clock.at))"
  }

  /// A clock in words behind the mark of how far it has run.
  func marked(_ clock: CaseClock) -> String {
    let mark = marks.clock(clock.standing(at: now))
    return mark.isEmpty ? words(of: clock) : "\(mark) \(words(of: clock))"
  }

  /// How a clock looks: amber before it breaks, red when it has; a mark says the same.
  func style(of standing: ClockStanding) -> Style {
    switch standing {
    case .running: Style(.plain)
    case .warned: Style(.warning)
    case .broken: Style(.danger).bold
    }
  }

  /// A day as it stands between messages: today, yesterday, or its date.
  func dayWords(_ instant: Instant) -> String {
    switch dayNumber(instant) - dayNumber(now) {
    case 0: text("day.today")
    case -1: text("day.yesterday")
    default: TimeWords(sitting.language, timeZone: sitting.timeZone).date(instant, now: now)
    }
  }

  /// A point in time in the language of the screen.
  func pointInTime(_ instant: Instant) -> String {
    TimeWords(sitting.language, timeZone: sitting.timeZone).point(instant, now: now)
  }

  /// A day by its date where it is meant from its beginning, else the point in time.
  func dayOrPoint(_ instant: Instant) -> String {
    guard localSeconds(instant).divided(by: 86_400).1 == 0 else { return pointInTime(instant) }
    return TimeWords(sitting.language, timeZone: sitting.timeZone).date(instant, now: now)
  }

  /// The day that was typed, from its beginning, or the point in time on one; nil when it is none.
  func day(in typed: String) -> Instant? {
    TimeEntry.day(typed, now: now, timeZone: sitting.timeZone)
  }

  /// The same as it can be typed in, whatever day it is.
  func dayEntry(_ instant: Instant) -> String {
    let isDay = localSeconds(instant).divided(by: 86_400).1 == 0
    return isDay ? dateDigits(instant) : "\(dateDigits(instant)) \(clockTime(instant))"
  }

  /// The point in time that was typed; nil when it is none. What is to be done tomorrow morning is done
  /// by noon, and what is put aside until then comes back at nine.
  func instant(in typed: String) -> Instant? {
    var isDeadline = true
    if case .form(let form) = overlays.last { isDeadline = form.purpose != .snooze }
    return TimeEntry.parse(
      typed, now: now, timeZone: sitting.timeZone, spoken: isDeadline)
  }

  /// A date in digits, such as `2026-11-22`, where times of day are meant.
  func dateDigits(_ instant: Instant) -> String {
    String(Instant(seconds: localSeconds(instant)).description.prefix { $0 != "T" })
  }

  private func localSeconds(_ instant: Instant) -> Int64 {
    // Calendars are sure of themselves within these years only.
    let first = Instant(seconds: -62_135_596_800)
    let last = Instant(seconds: 253_402_300_799)
    let instant = min(max(instant, first), last)
    let offset = sitting.timeZone.secondsFromGMT(for: instant.date)
    return instant.adding(seconds: Int64(offset)).milliseconds.divided(by: 1_000).0
  }
}

extension Int64 {
  /// Quotient and remainder with the remainder never negative; `divisor` is positive.
  fileprivate func divided(by divisor: Int64) -> (Int64, Int64) {
    let remainder = self % divisor
    return remainder < 0
      ? (self / divisor - 1, remainder + divisor) : (self / divisor, remainder)
  }
}

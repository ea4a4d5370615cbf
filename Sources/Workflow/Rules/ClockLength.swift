package import Vocabulary

/// How long something may take.
package enum ClockLength: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// As time passes, by night and on holidays too.
  case seconds(Int64)
  /// Hours in which somebody works.
  case workingHours(Int)
  /// To the close of so many working days, the day it begins on not counted.
  case workingDays(Int)
  /// To the close of the working day at hand, or of the next where nobody works any more.
  case sameDay

  package init(integerLiteral value: Int64) { self = .seconds(value) }

  /// When it has passed.
  ///
  /// - Parameters:
  ///   - start: when it begins.
  ///   - calendar: when people work.
  /// - Returns: the point; `start` for nothing or less.
  package func end(from start: Instant, in calendar: WorkingCalendar) -> Instant {
    switch self {
    case .seconds(let seconds): start.adding(seconds: max(0, seconds))
    case .workingHours(let hours):
      calendar.adding(
        workingSeconds: Int64(hours).multipliedReportingOverflow(by: 3600).partialValue,
        to: start)
    case .workingDays(let days): calendar.adding(workingDays: days, to: start)
    case .sameDay: calendar.close(after: start)
    }
  }

  /// A part of it: working hours and days by whole ones, one at least.
  ///
  /// - Parameter percent: 1 to 100; what is more changes nothing.
  /// - Returns: no more than it is, and no less than nothing.
  package func shortened(to percent: Int) -> ClockLength {
    let share = min(max(percent, 1), 100)
    guard share < 100 else { return self }
    func part(_ count: Int) -> Int {
      let exact = Double(count) * Double(share) / 100
      return count <= 1 ? count : max(1, min(count, Int(exact.rounded(.up))))
    }
    switch self {
    case .seconds(let seconds): return .seconds(seconds.part(Int64(share)))
    case .workingHours(let hours): return .workingHours(part(hours))
    case .workingDays(let days): return .workingDays(part(days))
    case .sameDay: return self
    }
  }

  /// When it is time to warn, `percent` of the way: working hours by working time, working days by
  /// whole ones, so that nothing turns amber over a holiday.
  ///
  /// - Parameters:
  ///   - percent: of the length, 1 to 100.
  ///   - start: when it begins.
  ///   - end: when it has passed, which may be later than by its length alone.
  ///   - calendar: when people work.
  /// - Returns: a point not after `end`.
  package func warning(
    at percent: Int, from start: Instant, to end: Instant, in calendar: WorkingCalendar
  ) -> Instant {
    let part = Int64(min(max(percent, 1), 100))
    let point: Instant
    switch self {
    case .workingHours, .sameDay:
      let whole = calendar.workingSeconds(from: start, to: end)
      point = calendar.adding(workingSeconds: whole.part(part), to: start)
    case .workingDays(let days) where days > 1 && !calendar.isAlways:
      let whole = calendar.workingDays(from: start, to: end)
      point = calendar.adding(workingDays: Int(Int64(whole).part(part)), to: start)
    case .seconds, .workingDays:
      point = start.adding(seconds: end.seconds(since: start).part(part))
    }
    return min(point, end)
  }

  /// About how many seconds it takes, a working day for a day and a working hour for three.
  package var roughSeconds: Int64 {
    switch self {
    case .seconds(let seconds): seconds
    case .workingHours(let hours): Int64(min(max(hours, 0), 100_000)) * 3 * 3600
    case .workingDays(let days): Int64(min(max(days, 0), 100_000)) * 86_400
    case .sameDay: 86_400
    }
  }
}

extension Int64 {
  /// So many percent of it, rounded down; total for every number.
  fileprivate func part(_ percent: Int64) -> Int64 {
    self / 100 * percent + self % 100 * percent / 100
  }
}

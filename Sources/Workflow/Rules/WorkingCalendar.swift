package import Vocabulary

/// When an organisation works, by weekday, with its holidays and the weekends it works through.
///
/// A value made of numbers alone, for the engine asks no time zone: what its offsets are, and when
/// they change, comes in as a table. Every question has an answer: a calendar on which nobody ever
/// works counts the time as it passes, since a customer must not wait for ever.
package struct WorkingCalendar: Equatable, Sendable {
  /// A stretch of working time within a day, in seconds after midnight.
  package struct Hours: Equatable, Sendable {
    /// 0 to 86,400.
    package var opens: Int64
    /// After `opens`, up to 86,400.
    package var closes: Int64

    package init(opens: Int64, closes: Int64) {
      self.opens = opens
      self.closes = closes
    }
  }

  /// What a time zone is ahead of UTC from a point in time on.
  package struct Offset: Equatable, Sendable {
    package var from: Instant
    /// Seconds; negative west of Greenwich.
    package var seconds: Int64

    package init(from: Instant, seconds: Int64) {
      self.from = from
      self.seconds = seconds
    }
  }

  /// Hours of each weekday, Sunday first, in the order of the day; a weekday without any is free.
  private let week: [[Hours]]
  /// The days that are not like others of their weekday, by days since 1970-01-01: holidays have no
  /// hours.
  private let exceptions: [Int64: [Hours]]
  /// Oldest first.
  private let offsets: [Offset]
  /// No hours are kept: every second counts, and a day has 24 hours.
  package let isAlways: Bool

  /// Days that are looked at for an answer, about a century: beyond it time counts as it passes.
  private static let reach: Int64 = 40_000
  private static let day: Int64 = 86_400

  /// Every second of every day.
  package static let roundTheClock = WorkingCalendar(week: [], isAlways: true)

  /// - Parameters:
  ///   - week: hours of each weekday, Sunday first; what overlaps or ends before it begins is left
  ///     out.
  ///   - exceptions: days of their own, by days since 1970-01-01; none for a holiday.
  ///   - offsets: of the time zone; UTC when there are none.
  ///   - isAlways: whether every second counts, whatever the hours say.
  package init(
    week: [[Hours]], exceptions: [Int64: [Hours]] = [:], offsets: [Offset] = [],
    isAlways: Bool = false
  ) {
    self.week = (0..<7).map { week.indices.contains($0) ? Self.sound(week[$0]) : [] }
    self.exceptions = exceptions.mapValues(Self.sound)
    self.offsets = offsets.sorted { $0.from < $1.from }
    // What never opens again would be looked through in vain.
    self.isAlways = isAlways || self.week.allSatisfy(\.isEmpty)
  }

  /// The stretches in order, without those that overlap an earlier one.
  private static func sound(_ hours: [Hours]) -> [Hours] {
    var end: Int64 = 0
    return hours.sorted { $0.opens < $1.opens }.filter { stretch in
      guard stretch.opens >= end, stretch.closes > stretch.opens, stretch.closes <= day else {
        return false
      }
      end = stretch.closes
      return true
    }
  }

  // MARK: - From an instant to an instant

  /// The point at which so much working time has passed since `start`.
  ///
  /// - Parameters:
  ///   - amount: in seconds; `start` itself when it is not positive.
  ///   - start: where the counting begins, within working time or not.
  /// - Returns: a point within working time, at its end rather than at the beginning of the next.
  /// - Complexity: a few steps a day.
  package func adding(workingSeconds amount: Int64, to start: Instant) -> Instant {
    guard amount > 0 else { return start }
    if isAlways { return start.adding(seconds: amount) }
    var left = amount.multipliedReportingOverflow(by: 1000).partialValue
    guard left / 1000 == amount else { return start.adding(seconds: amount) }
    let first = localDay(of: start)
    for day in first...(first + Self.reach) {
      for hours in hours(on: day) {
        let begin = max(point(day, hours.opens), start).milliseconds
        let room = point(day, hours.closes).milliseconds - begin
        guard room > 0 else { continue }
        if left <= room { return Instant(milliseconds: begin + left) }
        left -= room
      }
    }
    return start.adding(seconds: amount)
  }

  /// The close of the last of so many working days after the day of `start`, which counts for none.
  ///
  /// - Parameters:
  ///   - count: `start` itself when it is not positive.
  ///   - start: where the counting begins.
  /// - Returns: the end of that day's working time; 24 hours a day where every second counts.
  /// - Complexity: one look-up a day.
  package func adding(workingDays count: Int, to start: Instant) -> Instant {
    guard count > 0 else { return start }
    let plain = start.adding(
      seconds: Int64(count).multipliedReportingOverflow(by: Self.day).partialValue)
    if isAlways { return count > Self.reach ? start.adding(seconds: .max) : plain }
    let first = localDay(of: start)
    var left = count
    for day in (first + 1)...(first + Self.reach) {
      guard let last = hours(on: day).last else { continue }
      left -= 1
      // What closes at midnight closes on that day and not on the next.
      if left == 0 { return point(day, min(last.closes, Self.day - 1)) }
    }
    return count > Self.reach ? start.adding(seconds: .max) : plain
  }

  /// The close of the working day `start` lies in, or of the next one where its work is over.
  ///
  /// - Returns: a point after `start`; 24 hours later where every second counts.
  /// - Complexity: one look-up a day.
  package func close(after start: Instant) -> Instant {
    let plain = start.adding(seconds: Self.day)
    if isAlways { return plain }
    let first = localDay(of: start)
    for day in first...(first + Self.reach) {
      guard let last = hours(on: day).last else { continue }
      let close = point(day, min(last.closes, Self.day - 1))
      if close > start { return close }
    }
    return plain
  }

  // MARK: - And back

  /// The working time between two points.
  ///
  /// - Returns: whole seconds; negative when `end` is before `start`.
  /// - Complexity: a few steps a day.
  package func workingSeconds(from start: Instant, to end: Instant) -> Int64 {
    if isAlways { return end.seconds(since: start) }
    if end < start { return -workingSeconds(from: end, to: start) }
    let first = localDay(of: start)
    let last = min(localDay(of: end), first + Self.reach)
    var total: Int64 = 0
    for day in first...max(first, last) {
      for hours in hours(on: day) {
        let begin = max(point(day, hours.opens), start)
        let finish = min(point(day, hours.closes), end)
        if begin < finish { total += finish.milliseconds - begin.milliseconds }
      }
    }
    return total / 1000
  }

  /// The working days after the day of `start`, up to and with the day of `end`.
  ///
  /// - Returns: 0 on the same day; negative when `end` is before `start`.
  /// - Complexity: one look-up a day.
  package func workingDays(from start: Instant, to end: Instant) -> Int {
    if isAlways { return Int(end.seconds(since: start) / Self.day) }
    if end < start { return -workingDays(from: end, to: start) }
    let first = localDay(of: start)
    let last = min(localDay(of: end), first + Self.reach)
    guard first < last else { return 0 }
    return ((first + 1)...last).count { !hours(on: $0).isEmpty }
  }

  // MARK: - Days and zones

  private func hours(on day: Int64) -> [Hours] {
    if let own = exceptions[day] { return own }
    // 1970-01-01 was a Thursday.
    let weekday = Int(((day + 4) % 7 + 7) % 7)
    return week.indices.contains(weekday) ? week[weekday] : []
  }

  /// Seconds the zone is ahead of UTC at a point, by halving.
  private func offset(at milliseconds: Int64) -> Int64 {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle].from.milliseconds <= milliseconds {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (low > 0 ? offsets[low - 1] : offsets.first)?.seconds ?? 0
  }

  /// The day it is there, by days since 1970-01-01.
  private func localDay(of instant: Instant) -> Int64 {
    let local = instant.milliseconds + offset(at: instant.milliseconds) * 1000
    let length = Self.day * 1000
    return local >= 0 ? local / length : (local + 1) / length - 1
  }

  /// When it is so many seconds after midnight there: the first time where it comes twice, and as
  /// much later where the clocks leap over it.
  private func point(_ day: Int64, _ second: Int64) -> Instant {
    let local = (day * Self.day + second) * 1000
    let before = local - offset(at: local - Self.day * 1000) * 1000
    let after = local - offset(at: local + Self.day * 1000) * 1000
    // A zone changes its offset at most once within two days.
    if offset(at: before) * 1000 == local - before { return Instant(milliseconds: before) }
    if offset(at: after) * 1000 == local - after { return Instant(milliseconds: after) }
    return Instant(milliseconds: before)
  }
}

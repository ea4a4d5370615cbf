package import Foundation
package import Vocabulary

/// Reads the points in time people type into forms.
package enum TimeEntry {
  /// Characters an entry may have; more is no time.
  private static let longest = 80

  /// The hour meant where only a day is named: the end of the working day.
  static let usualHour = 18

  /// The point in time `text` names, seen from `now`.
  ///
  /// Reads `+2h`, `3d`, `1h30m`, `18:00`, `6 pm`, `tomorrow 18:00`, `Thursday`, `the 14th at 9`,
  /// `2026-11-22 18:00`, RFC 3339, 明天18点, 下周二上午9点, 12月3日, 两小时后 and what `TimeWords`
  /// writes. An hour alone is the next time
  /// it comes by day: `4` is four in the afternoon, `04:00` and `4 am` are not. A day alone is at
  /// 18:00.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what relative times count from.
  ///   - timeZone: the zone hours and days are meant in.
  ///   - spoken: whether it says by when, as it does in a sentence: a part of a day lasts to its end then.
  /// - Returns: nil for anything else; the point may be in the past when a date says so.
  package static func parse(
    _ text: String, now: Instant, timeZone: TimeZone, spoken: Bool = false
  ) -> Instant? {
    let trimmed = text.trimmingWhitespace
    guard !trimmed.isEmpty, trimmed.count <= longest else { return nil }
    if let instant = Instant(trimmed) { return instant }
    var scanner = TimeScanner(trimmed, spoken: spoken)
    if let seconds = scanner.length() {
      return now.adding(seconds: seconds).rounded(after: seconds)
    }
    guard let pieces = scanner.pieces() else { return nil }
    return pieces.instant(now: now, timeZone: timeZone)
  }

  /// The day `text` names, or the point in time on one: as ``parse(_:now:timeZone:spoken:)`` reads it,
  /// but a day alone, and a length of whole days, is the beginning of that day.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what relative times count from.
  ///   - timeZone: the zone hours and days are meant in.
  /// - Returns: nil for anything else; today has begun already.
  package static func day(_ text: String, now: Instant, timeZone: TimeZone) -> Instant? {
    let trimmed = text.trimmingWhitespace
    guard !trimmed.isEmpty, trimmed.count <= longest else { return nil }
    if let instant = Instant(trimmed) { return instant }
    var scanner = TimeScanner(trimmed)
    if let seconds = scanner.length() {
      let point = now.adding(seconds: seconds)
      guard seconds % 86_400 == 0 else { return point.rounded(after: seconds) }
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = timeZone
      return Instant(calendar.startOfDay(for: point.date))
    }
    return scanner.pieces()?.instant(now: now, timeZone: timeZone, dayBegins: true)
  }
}

/// What an entry says of a point in time.
struct TimePieces: Equatable {
  enum Day: Equatable {
    /// Days from today.
    case away(Int)
    /// 1 for Sunday; `week` counts from this one where the entry names it, `later` adds weeks.
    case weekday(Int, week: Int?, later: Int)
    case date(year: Int?, month: Int?, day: Int)
    /// So many days ahead, Saturdays and Sundays left out.
    case working(Int)
    /// The last day of this month.
    case monthEnd
  }

  var day: Day?
  var hour: Int?
  var minute = 0
  /// The minute of whatever hour it is: 30 for “by half past”.
  var everyHour: Int?
  /// The hour may be meant before or after noon.
  var isLoose = false
  /// The hour is the end of a day: of this one where none is named.
  var isDayEnd = false
  /// No hour was named: it follows from the part of the day, or from nothing.
  var isVague = false
  /// “Before Monday” is over with Sunday; an hour says it better.
  var isBefore = false

  /// The point in time; nil for a day that is in no calendar. A day alone is at the usual hour, or
  /// where `dayBegins`, at its beginning.
  func instant(now: Instant, timeZone: TimeZone, dayBegins: Bool = false) -> Instant? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let today = calendar.dateComponents([.year, .month, .day, .weekday], from: now.date)
    if let everyHour {
      return calendar.nextDate(
        after: now.date, matching: DateComponents(minute: everyHour, second: 0),
        matchingPolicy: .nextTime
      ).map { Instant($0) }
    }
    guard let year = today.year, let month = today.month, let date = today.day,
      let weekday = today.weekday
    else { return nil }
    let usualHour = dayBegins ? 0 : TimeEntry.usualHour
    // A date that begins is today's still, though its beginning has passed.
    let isDay = dayBegins && hour == nil
    let passed =
      isDay ? Instant(calendar.startOfDay(for: now.date)).adding(seconds: -1) : now
    func at(_ year: Int, _ month: Int, _ day: Int) -> Instant? {
      let early = isBefore && hour == nil ? 1 : 0
      var parts = DateComponents(
        year: year, month: month, day: day - early, hour: hour ?? usualHour, minute: minute)
      guard isLoose, let hour else { return calendar.date(from: parts).map { Instant($0) } }
      // Nobody rings at three in the morning, and few at nine at night.
      if hour >= 7, let early = calendar.date(from: parts).map({ Instant($0) }), early > now {
        return early
      }
      if hour <= 8 { parts.hour = hour + 12 }
      return calendar.date(from: parts).map { Instant($0) }
    }
    switch day {
    case nil where isDayEnd: return at(year, month, date)
    case .working(let days):
      guard days > 0, days <= 60 else { return nil }
      var ahead = 0
      var left = days
      while left > 0 {
        ahead += 1
        if !((weekday - 1 + ahead) % 7 == 0 || (weekday - 1 + ahead) % 7 == 6) { left -= 1 }
      }
      return at(year, month, date + ahead)
    case .monthEnd: return at(year, month + 1, 0)
    case nil:
      guard hour != nil, let point = at(year, month, date) else { return nil }
      return point > now ? point : at(year, month, date + 1)
    case .away(let days): return at(year, month, date + days)
    case .weekday(let wanted, let week?, let later):
      let monday = date - (weekday + 5) % 7
      return at(year, month, monday + 7 * (week + later) + (wanted + 5) % 7)
    case .weekday(let wanted, nil, let later):
      let ahead = (wanted - weekday + 7) % 7
      guard let point = at(year, month, date + ahead + 7 * later) else { return nil }
      return point > now ? point : at(year, month, date + ahead + 7)
    case .date(let named?, let named2?, let day):
      return TimePieces.exists(named, named2, day) ? at(named, named2, day) : nil
    case .date(_, let named?, let day):
      let candidates = [year, year + 1, year + 2, year + 3, year + 4].filter {
        TimePieces.exists($0, named, day)
      }
      return candidates.lazy.compactMap { at($0, named, day) }.first { $0 > passed }
    case .date(_, nil, let day):
      let candidates = (0..<13).map { (year + (month - 1 + $0) / 12, (month - 1 + $0) % 12 + 1) }
        .filter { TimePieces.exists($0.0, $0.1, day) }
      return candidates.lazy.compactMap { at($0.0, $0.1, day) }.first { $0 > passed }
    }
  }

  /// Whether the calendar has such a day.
  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    let length =
      CivilDay(year: next.0, month: next.1, day: 1).number
      - CivilDay(year: year, month: month, day: 1).number
    return day <= length
  }
}

extension Instant {
  /// Rounded up as people mean it: days ahead to a quarter of an hour, hours to five minutes.
  fileprivate func rounded(after length: Int64) -> Instant {
    let step: Int64 = length >= 86_400 ? 900_000 : length >= 3_600 ? 300_000 : 60_000
    let over = milliseconds % step
    return over > 0 ? Instant(milliseconds: milliseconds + step - over) : self
  }
}

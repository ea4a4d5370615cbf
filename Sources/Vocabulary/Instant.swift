package import Foundation

/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Encoded as RFC 3339 text in UTC, so that every document people or scripts read says a time the
/// same way. Only times that this text can say exist: the years 0000 to 9999. A time beyond them
/// becomes the nearest of them, so that whatever is stored can be read again.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch; negative before it.
  package let milliseconds: Int64

  /// The first and the last millisecond that RFC 3339 can say.
  private static let sayable: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// A point `milliseconds` after the epoch, or the nearest that can be said.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.sayable.lowerBound), Self.sayable.upperBound)
  }

  /// A point `seconds` after the epoch, or the nearest that can be said.
  package init(seconds: Int64) {
    let (value, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    self.init(milliseconds: overflow ? (seconds < 0 ? .min : .max) : value)
  }

  /// The point named by RFC 3339 text, or nil when `text` is none.
  package init?(_ text: String) {
    guard let milliseconds = Instant.parse(text.utf8) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// This point moved by `seconds`, forward or back; stays at the last point that can be said.
  package func adding(seconds: Int64) -> Instant {
    let (delta, tooMuch) = seconds.multipliedReportingOverflow(by: 1000)
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return tooMuch || overflow
      ? Instant(milliseconds: seconds < 0 ? .min : .max) : Instant(milliseconds: sum)
  }

  /// Whole seconds from `earlier` to this point; negative when `earlier` is later.
  package func seconds(since earlier: Instant) -> Int64 {
    (milliseconds - earlier.milliseconds) / 1000
  }

  /// The point as Foundation's date, for calendars and formatting.
  package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// The point of a Foundation date, to the millisecond.
  package init(_ date: Date) {
    let value = (date.timeIntervalSince1970 * 1000).rounded()
    self.init(milliseconds: Int64(exactly: value) ?? (value < 0 ? .min : .max))
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC, with milliseconds only where there are any: `2026-11-21T23:12:48Z`.
  package var description: String {
    let (days, milli) = milliseconds.floorDivided(by: 86_400_000)
    let (year, month, day) = Instant.civil(days: days)
    let second = milli / 1000
    let fraction = milli % 1000
    var text = ""
    text.reserveCapacity(24)
    text += Instant.padded(year, 4)
    text += "-" + Instant.padded(month, 2) + "-" + Instant.padded(day, 2)
    text += "T" + Instant.padded(second / 3600, 2)
    text += ":" + Instant.padded(second / 60 % 60, 2) + ":" + Instant.padded(second % 60, 2)
    if fraction != 0 { text += "." + Instant.padded(fraction, 3) }
    return text + "Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The proleptic Gregorian date `days` after the epoch (Howard Hinnant's algorithm).
  private static func civil(days: Int64) -> (Int64, Int64, Int64) {
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.floorDivided(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Instant {
  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)`; nil for anything else.
  private static func parse(_ bytes: String.UTF8View) -> Int64? {
    var rest = bytes[...]
    func number(_ count: Int) -> Int64? {
      var value: Int64 = 0
      for _ in 0..<count {
        guard let byte = rest.popFirst(), byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int64(byte - 48)
      }
      return value
    }
    func eat(_ expected: UInt8...) -> Bool {
      guard let byte = rest.first, expected.contains(byte) else { return false }
      rest.removeFirst()
      return true
    }
    guard let year = number(4), eat(45), let month = number(2), eat(45), let day = number(2),
      (1...12).contains(month), day >= 1, day <= daysIn(month: month, year: year),
      eat(84, 116, 32), let hour = number(2), hour <= 23, eat(58), let minute = number(2),
      minute <= 59
    else { return nil }
    var second: Int64 = 0
    var milli: Int64 = 0
    if eat(58) {
      guard let value = number(2), value <= 60 else { return nil }
      second = min(value, 59)
      if eat(46) {
        var scale: Int64 = 100
        var digits = 0
        while let byte = rest.first, byte >= 48, byte <= 57 {
          rest.removeFirst()
          milli += Int64(byte - 48) * scale
          scale /= 10
          digits += 1
        }
        guard digits > 0 else { return nil }
      }
    }
    var offset: Int64 = 0
    if !eat(90, 122) {
      guard let sign = rest.popFirst(), sign == 43 || sign == 45, let hours = number(2),
        hours <= 23, eat(58), let minutes = number(2), minutes <= 59
      else { return nil }
      offset = (hours * 60 + minutes) * (sign == 45 ? -60 : 60)
    }
    guard rest.isEmpty else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shifted.floorDivided(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return ((days * 86_400) + hour * 3600 + minute * 60 + second - offset) * 1000 + milli
  }

  private static func daysIn(month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is no RFC 3339 time such as 2026-11-21T18:00:00Z.")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Int64 {
  /// Quotient and remainder with the remainder never negative; `divisor` is positive.
  fileprivate func floorDivided(by divisor: Int64) -> (Int64, Int64) {
    let remainder = self % divisor
    return remainder < 0
      ? (self / divisor - 1, remainder + divisor) : (self / divisor, remainder)
  }
}

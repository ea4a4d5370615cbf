package import Foundation
package import Vocabulary

/// How points in time are said in one language, in one time zone.
package struct TimeWords: Sendable {
  package let language: LanguageTag
  /// Gregorian, in the time zone of the reader.
  let calendar: Calendar

  package init(_ language: LanguageTag, timeZone: TimeZone) {
    self.language = language
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    // ISO weeks: 下周二 is the Tuesday after the coming Sunday.
    calendar.firstWeekday = 2
    self.calendar = calendar
  }

  /// A point in time as a customer reads it, to the minute: `6 pm tomorrow`, 明天下午6点,
  /// 明天下午 6 點. Reads well after "by" and before 前.
  package func point(_ instant: Instant, now: Instant) -> String {
    let moment = Moment(instant, now: now, in: calendar)
    let hour = hour(of: moment)
    switch language {
    case .en: return "\(hour) \(englishDay(moment))"
    case .zhHans, .zhHant: return chineseDay(moment) + hour
    }
  }

  /// A date as a customer reads it, after "on" in English: `Tuesday the 3rd`, 3月3日, 3 月 3 日.
  package func date(_ instant: Instant, now: Instant) -> String {
    let moment = Moment(instant, now: now, in: calendar)
    return language == .en ? englishDate(moment) : chineseDate(moment)
  }

  /// When something was said, for a narrow column: `18:02`, on another day `11-20 18:02`, in
  /// another year `2025-11-20 18:02`.
  package func stamp(_ instant: Instant, now: Instant) -> String {
    let moment = Moment(instant, now: now, in: calendar)
    let time = "\(TimeWords.two(moment.hour)):\(TimeWords.two(moment.minute))"
    if moment.days == 0 { return time }
    let date = "\(TimeWords.two(moment.month))-\(TimeWords.two(moment.day)) \(time)"
    return moment.sameYear ? date : "\(moment.year)-\(date)"
  }

  /// A length of time for a narrow column, in its largest whole unit: `45s`, `3m`, `2h`, `12d`;
  /// a time that has passed begins with a minus.
  package static func short(seconds: Int64) -> String {
    let length = seconds.magnitude
    let text =
      switch length {
      case ..<60: "\(length)s"
      case ..<3600: "\(length / 60)m"
      case ..<86_400: "\(length / 3600)h"
      default: "\(length / 86_400)d"
      }
    return seconds < 0 ? "-" + text : text
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

// MARK: - English

extension TimeWords {
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func englishDay(_ moment: Moment) -> String {
    switch moment.days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case 2...6: "on \(TimeWords.weekdays[moment.weekday - 1])"
    default: "on \(englishDate(moment))"
    }
  }

  private func englishDate(_ moment: Moment) -> String {
    if abs(moment.days) < 28 {
      let weekday = TimeWords.weekdays[moment.weekday - 1]
      return "\(weekday) the \(moment.day)\(TimeWords.ending(of: moment.day))"
    }
    let date = "\(moment.day) \(TimeWords.months[moment.month - 1])"
    return moment.sameYear ? date : "\(date) \(moment.year)"
  }

  private static func ending(of day: Int) -> String {
    switch (day % 10, day) {
    case (1, 1...10), (1, 20...): "st"
    case (2, 1...10), (2, 20...): "nd"
    case (3, 1...10), (3, 20...): "rd"
    default: "th"
    }
  }
}

// MARK: - Chinese

extension TimeWords {
  private static let numerals = ["日", "一", "二", "三", "四", "五", "六"]

  private func chineseDay(_ moment: Moment) -> String {
    let traditional = language == .zhHant
    switch moment.days {
    case 0: return "今天"
    case 1: return "明天"
    case 2: return traditional ? "後天" : "后天"
    case -1: return "昨天"
    case 3...13 where moment.weeks <= 1:
      let week = traditional ? "週" : "周"
      let day = week + TimeWords.numerals[moment.weekday - 1]
      return moment.weeks == 0 ? day : "下" + day
    default: return chineseDate(moment)
    }
  }

  private func chineseDate(_ moment: Moment) -> String {
    let year = moment.sameYear ? "" : spaced(moment.year, "年")
    return (year + spaced(moment.month, "月") + spaced(moment.day, "日")).trimmingWhitespace
  }

  /// A number and its unit, with blanks around the number in Taiwan.
  private func spaced(_ number: Int, _ unit: String) -> String {
    language == .zhHant ? " \(number) \(unit)" : "\(number)\(unit)"
  }
}

// MARK: - Hours

extension TimeWords {
  private func hour(of moment: Moment) -> String {
    let twelve = moment.hour % 12 == 0 ? 12 : moment.hour % 12
    guard language != .en else {
      if moment.hour == 12, moment.minute == 0 { return "noon" }
      let half = moment.hour < 12 ? "am" : "pm"
      let minutes = moment.minute == 0 ? "" : ":\(TimeWords.two(moment.minute))"
      return "\(twelve)\(minutes) \(half)"
    }
    let shown = moment.hour == 0 ? 0 : twelve
    let point = spaced(shown, language == .zhHant ? "點" : "点")
    let minutes =
      switch moment.minute {
      case 0: ""
      case 30: "半"
      default: spaced(moment.minute, "分")
      }
    return TimeWords.part(of: moment.hour) + point + minutes
  }

  /// The part of the day an hour belongs to, as the Chinese divide it.
  private static func part(of hour: Int) -> String {
    switch hour {
    case ..<6: "凌晨"
    case ..<9: "早上"
    case ..<12: "上午"
    case 12: "中午"
    case ..<19: "下午"
    default: "晚上"
    }
  }
}

/// A point in time in the parts its words are made of, seen from another.
private struct Moment {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  /// 1 for Sunday.
  let weekday: Int
  /// Calendar days from now; negative in the past.
  let days: Int
  /// Calendar weeks from now, Monday first.
  let weeks: Int
  let sameYear: Bool

  init(_ instant: Instant, now: Instant, in calendar: Calendar) {
    let wanted: Set<Calendar.Component> = [.year, .month, .day, .hour, .minute, .weekday]
    let parts = calendar.dateComponents(wanted, from: Moment.bounded(instant))
    let today = calendar.dateComponents(wanted, from: Moment.bounded(now))
    year = parts.year ?? 1970
    month = min(max(parts.month ?? 1, 1), 12)
    day = parts.day ?? 1
    hour = parts.hour ?? 0
    minute = parts.minute ?? 0
    weekday = min(max(parts.weekday ?? 1, 1), 7)
    sameYear = parts.year == today.year
    let here = CivilDay(year: year, month: month, day: day).number
    let there = CivilDay(
      year: today.year ?? 1970, month: today.month ?? 1, day: today.day ?? 1
    ).number
    days = here - there
    let sinceMonday = ((today.weekday ?? 2) + 5) % 7
    weeks = Int((Double(days + sinceMonday) / 7).rounded(.down))
  }

  /// The date, held within the years people write dates in.
  private static func bounded(_ instant: Instant) -> Date {
    let most: Int64 = 8_000_000_000_000
    return Instant(milliseconds: min(max(instant.milliseconds, -most), most * 31)).date
  }
}

import Foundation
import Playbook
import Testing
import Vocabulary

/// Points in time, said and read.
struct TimeWordsTests {
  /// Friday, 20 November 2026, 10:00 in Shanghai.
  private static let now = Instant(seconds: 1_795_140_000)
  private static let zone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt

  private static func at(_ text: String) -> Instant {
    Instant(text + ":00+08:00") ?? Instant(milliseconds: 0)
  }

  @Test func `the clock of these tests stands where it should`() {
    #expect(Self.now == Self.at("2026-11-20T10:00"))
  }

  @Test(arguments: [
    ("2026-11-20T18:00", "6 pm today", "今天下午6点", "今天下午 6 點"),
    ("2026-11-21T18:00", "6 pm tomorrow", "明天下午6点", "明天下午 6 點"),
    ("2026-11-21T09:30", "9:30 am tomorrow", "明天上午9点半", "明天上午 9 點半"),
    ("2026-11-22T12:00", "noon on Sunday", "后天中午12点", "後天中午 12 點"),
    ("2026-11-24T19:05", "7:05 pm on Tuesday", "下周二晚上7点5分", "下週二晚上 7 點 5 分"),
    ("2026-11-29T07:00", "7 am on Sunday the 29th", "下周日早上7点", "下週日早上 7 點"),
    ("2026-12-01T15:00", "3 pm on Tuesday the 1st", "12月1日下午3点", "12 月 1 日下午 3 點"),
    ("2026-12-22T15:00", "3 pm on 22 December", "12月22日下午3点", "12 月 22 日下午 3 點"),
    (
      "2027-01-04T00:15", "12:15 am on 4 January 2027", "2027年1月4日凌晨0点15分",
      "2027 年 1 月 4 日凌晨 0 點 15 分"
    ),
    ("2026-11-19T18:00", "6 pm yesterday", "昨天下午6点", "昨天下午 6 點"),
    ("2026-11-12T11:00", "11 am on Thursday the 12th", "11月12日上午11点", "11 月 12 日上午 11 點"),
    ("2026-11-21T23:00", "11 pm tomorrow", "明天晚上11点", "明天晚上 11 點"),
  ])
  func `a point is said as people say it`(
    time: String, english: String, simplified: String, traditional: String
  ) {
    let words = [LanguageTag.en, .zhHans, .zhHant].map {
      TimeWords($0, timeZone: Self.zone).point(Self.at(time), now: Self.now)
    }
    #expect(words == [english, simplified, traditional])
  }

  @Test(arguments: [
    ("2026-11-03T08:00", "Tuesday the 3rd", "11月3日", "11 月 3 日"),
    ("2026-11-19T08:00", "Thursday the 19th", "11月19日", "11 月 19 日"),
    ("2026-10-22T08:00", "22 October", "10月22日", "10 月 22 日"),
    ("2025-10-22T08:00", "22 October 2025", "2025年10月22日", "2025 年 10 月 22 日"),
  ])
  func `a date is said as people say it`(
    time: String, english: String, simplified: String, traditional: String
  ) {
    let words = [LanguageTag.en, .zhHans, .zhHant].map {
      TimeWords($0, timeZone: Self.zone).date(Self.at(time), now: Self.now)
    }
    #expect(words == [english, simplified, traditional])
  }

  @Test(arguments: [
    ("2026-11-20T08:05", "08:05"), ("2026-11-19T23:59", "11-19 23:59"),
    ("2025-11-20T08:05", "2025-11-20 08:05"),
  ])
  func `a stamp is short`(time: String, stamp: String) {
    #expect(
      TimeWords(.en, timeZone: Self.zone).stamp(Self.at(time), now: Self.now) == stamp)
  }

  @Test(arguments: [
    (Int64(0), "0s"), (59, "59s"), (60, "1m"), (3599, "59m"), (3600, "1h"), (86_399, "23h"),
    (86_400, "1d"), (90 * 86_400, "90d"), (-180, "-3m"), (.min, "-106751991167300d"),
  ])
  func `a length of time fits a narrow column`(seconds: Int64, text: String) {
    #expect(TimeWords.short(seconds: seconds) == text)
  }

  @Test(arguments: [
    ("+2h", "2026-11-20T12:00"), ("2h", "2026-11-20T12:00"), ("3d", "2026-11-23T10:00"),
    ("1h30m", "2026-11-20T11:30"), ("in 2 hours", "2026-11-20T12:00"),
    ("45 min", "2026-11-20T10:45"), ("2w", "2026-12-04T10:00"),
    ("30分钟", "2026-11-20T10:30"), ("两小时后", "2026-11-20T12:00"),
    ("三天後", "2026-11-23T10:00"), ("2个星期", "2026-12-04T10:00"),
    ("18:00", "2026-11-20T18:00"), ("9:00", "2026-11-21T09:00"), ("10:00", "2026-11-21T10:00"),
    ("6pm", "2026-11-20T18:00"), ("6:30 pm", "2026-11-20T18:30"), ("12 am", "2026-11-21T00:00"),
    ("noon", "2026-11-20T12:00"), ("18点", "2026-11-20T18:00"), ("１８：００", "2026-11-20T18:00"),
    ("tomorrow 18:00", "2026-11-21T18:00"), ("tomorrow", "2026-11-21T18:00"),
    ("18:00 tomorrow", "2026-11-21T18:00"), ("Tomorrow at 9", "2026-11-21T09:00"),
    ("tonight", "2026-11-20T20:00"), ("today 5 pm", "2026-11-20T17:00"),
    ("明天18点", "2026-11-21T18:00"), ("明天下午6点", "2026-11-21T18:00"),
    ("明天下午6点半", "2026-11-21T18:30"), ("明天下午 6 點前", "2026-11-21T18:00"),
    ("明早9点", "2026-11-21T09:00"), ("今晚", "2026-11-20T20:00"), ("后天", "2026-11-22T18:00"),
    ("大后天早上八点", "2026-11-23T08:00"), ("晚上12点", "2026-11-21T00:00"),
    ("下午两点四十分", "2026-11-20T14:40"), ("中午", "2026-11-20T12:00"),
    ("Monday", "2026-11-23T18:00"), ("mon 9am", "2026-11-23T09:00"),
    ("friday 9:00", "2026-11-27T09:00"), ("friday 11:00", "2026-11-20T11:00"),
    ("next monday", "2026-11-23T18:00"), ("周一上午9点", "2026-11-23T09:00"),
    ("下周五", "2026-11-27T18:00"), ("星期天", "2026-11-22T18:00"), ("下個禮拜三", "2026-11-25T18:00"),
    ("the 24th at 9", "2026-11-24T09:00"), ("14th", "2026-12-14T18:00"),
    ("24号", "2026-11-24T18:00"), ("12月3日", "2026-12-03T18:00"),
    ("1月4日 9:30", "2027-01-04T09:30"), ("2027年1月4日", "2027-01-04T18:00"),
    ("14 March", "2027-03-14T18:00"), ("March 14, 2028 9am", "2028-03-14T09:00"),
    ("29 Feb", "2028-02-29T18:00"), ("2026-11-22 18:00", "2026-11-22T18:00"),
    ("2026/11/22", "2026-11-22T18:00"), ("11-22 9:15", "2026-11-22T09:15"),
    ("2026-11-22T18:00:00+08:00", "2026-11-22T18:00"), ("2020-01-01 09:00", "2020-01-01T09:00"),
  ])
  func `what people type is read`(text: String, time: String) {
    #expect(TimeEntry.parse(text, now: Self.now, timeZone: Self.zone) == Self.at(time))
  }

  @Test(arguments: [
    ("today", "2026-11-20T00:00"), ("tomorrow", "2026-11-21T00:00"),
    ("Monday", "2026-11-23T00:00"), ("friday", "2026-11-27T00:00"),
    ("next monday", "2026-11-23T00:00"), ("下周一", "2026-11-23T00:00"),
    ("12-8", "2026-12-08T00:00"), ("8 Dec", "2026-12-08T00:00"), ("12月8日", "2026-12-08T00:00"),
    ("11-20", "2026-11-20T00:00"), ("20 Nov", "2026-11-20T00:00"), ("20号", "2026-11-20T00:00"),
    ("11-19", "2027-11-19T00:00"), ("2026-12-08", "2026-12-08T00:00"),
    ("3d", "2026-11-23T00:00"), ("+2w", "2026-12-04T00:00"), ("三天後", "2026-11-23T00:00"),
    ("2h", "2026-11-20T12:00"), ("12-8 13:00", "2026-12-08T13:00"),
    ("monday 9am", "2026-11-23T09:00"), ("明天上午", "2026-11-21T09:00"),
    ("2026-12-08 00:00", "2026-12-08T00:00"), ("2026-12-08T08:30:00+08:00", "2026-12-08T08:30"),
  ])
  func `a day that is meant from its beginning is read so`(text: String, time: String) {
    #expect(TimeEntry.day(text, now: Self.now, timeZone: Self.zone) == Self.at(time))
  }

  @Test(arguments: ["", " ", "soon", "2026-02-30", "31 Feb", "tomorrow tomorrow", "the"])
  func `what is no day is not read as one`(text: String) {
    #expect(TimeEntry.day(text, now: Self.now, timeZone: Self.zone) == nil)
  }

  @Test(arguments: [
    "", " ", "soon", "25:00", "18:60", "2026-02-30", "2026-13-01", "tomorrow tomorrow", "6 pm 7 pm",
    "13 am", "+2", "2x", "-2h", "h", "asap", "明天后天", "下", "12月32日", "0月3日", "2h later",
    "99999h", ":", "18:", "：", "{due}", "明天x点", "the", "31 Feb",
  ])
  func `what is no time is not read as one`(text: String) {
    #expect(TimeEntry.parse(text, now: Self.now, timeZone: Self.zone) == nil)
  }

  @Test func `no text brings the reader down`() {
    var generator = SeededNumbers(state: 7)
    let letters = Array("0123456789 :+-/时天下周一月日点半十两pmamthnexMay：，\u{0301}😀")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int(generator.next() % 12)).map { _ in
          letters[Int(generator.next() % UInt64(letters.count))]
        })
      _ = TimeEntry.parse(text, now: Self.now, timeZone: Self.zone)
      _ = TimeEntry.day(text, now: Self.now, timeZone: Self.zone)
    }
    #expect(
      TimeEntry.parse(String(repeating: "9", count: 1_000_000), now: Self.now, timeZone: Self.zone)
        == nil)
  }

  @Test(arguments: LanguageTag.allCases)
  func `what is said is read back as the same minute`(language: LanguageTag) {
    let words = TimeWords(language, timeZone: Self.zone)
    for minutes in stride(from: Int64(7), to: 400 * 1440, by: 1009) {
      let instant = Self.now.adding(seconds: minutes * 60)
      let said = words.point(instant, now: Self.now)
      #expect(
        TimeEntry.parse(said, now: Self.now, timeZone: Self.zone) == instant, "\(said)")
    }
  }

  @Test func `instants at the ends of time are said without harm`() {
    for language in LanguageTag.allCases {
      let words = TimeWords(language, timeZone: Self.zone)
      for end in [Int64.min, .max, 0] {
        #expect(!words.point(Instant(milliseconds: end), now: Self.now).isEmpty)
        #expect(!words.date(Self.now, now: Instant(milliseconds: end)).isEmpty)
      }
    }
  }

  @Test(arguments: [
    (Int64(8900), "CNY", "¥89", "¥89", "89元"), (8950, "CNY", "¥89.50", "¥89.50", "89.50元"),
    (123_456_700, "USD", "$1,234,567", "$1,234,567", "$1,234,567"),
    (3005, "GBP", "£30.05", "£30.05", "£30.05"), (1200, "CHF", "CHF 12", "CHF 12", "CHF 12"),
    (0, "CNY", "¥0", "¥0", "0元"),
  ])
  func `an amount is written with its sign`(
    minor: Int64, currency: String, shown: String, english: String, chinese: String
  ) {
    let money = Money(minor: minor, currency: currency)
    #expect(MoneyWords(.zhHans).shown(money) == shown)
    #expect(MoneyWords(.en).spoken(money) == english)
    #expect(MoneyWords(.zhHans).spoken(money) == chinese)
  }

  @Test func `a Taiwan amount is said in yuan`() {
    let money = Money(minor: 89_000, currency: "TWD")
    #expect(MoneyWords(.zhHant).shown(money) == "NT$890")
    #expect(MoneyWords(.zhHant).spoken(money) == "890 元")
  }
}

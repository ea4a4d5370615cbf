import Foundation
import Playbook
import Testing
import Vocabulary

/// Points in time as agents say them in the middle of a sentence, seen from a Saturday at 10:00.
@Suite struct TimeFinderTests {
  private let now = Instant(milliseconds: 1_795_255_200_000)

  private func found(in sentence: String) -> TimeFinder.Found? {
    TimeFinder.first(in: sentence, now: now, timeZone: .gmt)
  }

  @Test(arguments: [
    (
      "I'll ring you back by five this afternoon.", "by five this afternoon", "2026-11-21T17:00:00Z"
    ),
    ("I'll ring you at half past four.", "at half past four", "2026-11-21T16:30:00Z"),
    ("You'll have it by quarter to six.", "by quarter to six", "2026-11-21T17:45:00Z"),
    ("I'll call by the end of the day.", "by the end of the day", "2026-11-21T18:00:00Z"),
    ("I'll call you first thing tomorrow.", "first thing tomorrow", "2026-11-22T10:00:00Z"),
    ("You'll hear tomorrow morning.", "tomorrow morning", "2026-11-22T12:00:00Z"),
    ("I'll ring within the hour.", "within the hour", "2026-11-21T11:00:00Z"),
    ("I'll ring in half an hour.", "in half an hour", "2026-11-21T10:30:00Z"),
    ("within the next two hours", "within the next two hours", "2026-11-21T12:00:00Z"),
    (
      "It's back on your card within two working days.", "within two working days",
      "2026-11-24T18:00:00Z"
    ),
    ("I'll ring you by 5 and tell you.", "by 5", "2026-11-21T17:00:00Z"),
    (
      "I'll ring at half four this afternoon.", "at half four this afternoon",
      "2026-11-21T16:30:00Z"
    ),
    ("by 6.15pm today", "by 6.15pm today", "2026-11-21T18:15:00Z"),
    ("on Thursday week", "on Thursday week", "2026-12-03T18:00:00Z"),
    ("by Thursday next week", "by Thursday next week", "2026-11-26T18:00:00Z"),
    ("by the end of next week", "by the end of next week", "2026-11-27T18:00:00Z"),
    ("in 3-5 working days", "in 3-5 working days", "2026-11-27T18:00:00Z"),
    ("on Thursday by 2", "on Thursday by 2", "2026-11-26T14:00:00Z"),
    ("I'll ring at 11.", "at 11", "2026-11-21T11:00:00Z"),
    ("半小时内给您回电", "半小时内", "2026-11-21T10:30:00Z"),
    ("我今天下班前给您答复", "今天下班前", "2026-11-21T18:00:00Z"),
    ("明天上午联系您", "明天上午", "2026-11-22T12:00:00Z"),
    ("五点之前给您回话", "五点之前", "2026-11-21T17:00:00Z"),
    ("一个半小时内回您", "一个半小时内", "2026-11-21T11:30:00Z"),
    ("两个工作日内到账", "两个工作日", "2026-11-24T18:00:00Z"),
    ("月底前退到账", "月底前", "2026-11-30T18:00:00Z"),
    ("You'll hear from me by half past.", "by half past", "2026-11-21T10:30:00Z"),
    ("It was approved and arrives by Friday.", "by Friday", "2026-11-27T18:00:00Z"),
    ("三點半之前回覆您", "三點半之前", "2026-11-21T15:30:00Z"),
    ("週五下班前給您答覆", "週五下班前", "2026-11-27T18:00:00Z"),
    ("兩個工作天內入帳", "兩個工作天", "2026-11-24T18:00:00Z"),
  ])
  func `what is said is meant within the day`(_ sentence: String, _ words: String, _ due: String) {
    #expect(found(in: sentence)?.words == words)
    #expect(found(in: sentence)?.due == Instant(due))
  }

  @Test(arguments: [
    ("blocked at 9:40 this morning. I'll check tomorrow at noon", "tomorrow at noon"),
    ("I'll add the credit before Monday.", "before Monday"),
  ])
  func `what is over hides no time of another day`(_ sentence: String, _ words: String) {
    #expect(found(in: sentence)?.words == words)
  }

  @Test(arguments: ["今天上午九点前给您回话", "I'll ring you by 9 am today.", "今天早上八點前答覆您"])
  func `an hour of today that is over is no promise for tomorrow`(_ sentence: String) {
    #expect(found(in: sentence) == nil)
  }

  @Test func `a morning that ends before one ends at lunch`() {
    #expect(
      found(in: "an engineer on Tuesday morning before one")?.due
        == Instant("2026-11-24T13:00:00Z"))
    #expect(found(in: "you'll hear from me by four either way")?.words == "by four")
  }

  @Test func `before a day is the evening before it, before an hour that hour`() {
    #expect(found(in: "done before Monday")?.due == Instant("2026-11-22T18:00:00Z"))
    #expect(found(in: "done before 5 pm on Monday")?.due == Instant("2026-11-23T17:00:00Z"))
    #expect(found(in: "done by Monday")?.due == Instant("2026-11-23T18:00:00Z"))
  }

  @Test(arguments: [
    ("3d", Int64(-17), "2026-11-24T10:00:00Z"), ("2h", 17, "2026-11-21T12:05:00Z"),
    ("10m", 17, "2026-11-21T10:11:00Z"), ("2h", 0, "2026-11-21T12:00:00Z"),
  ])
  func `a length of time is rounded up as people mean it`(
    _ typed: String, _ later: Int64, _ due: String
  ) {
    let entry = TimeEntry.parse(typed, now: now.adding(seconds: later), timeZone: .gmt)
    #expect(entry == Instant(due))
  }

  @Test(arguments: [
    "昨天下午3点工程师回了电话", "前天晚上八點說會打", "上周三下午三点来过", "從下單到今天都還沒出貨", "今天还没发出",
    "It's been off since Monday.", "You were told by noon tomorrow.", "She rang yesterday at 3 pm.",
  ])
  func `what was names no time ahead`(_ sentence: String) {
    #expect(found(in: sentence) == nil)
  }

  @Test func `every time is found, and which says by when`() {
    let all = TimeFinder.all(
      in: "I'm asking today and you'll have it by 5 pm tomorrow", now: now, timeZone: .gmt)
    #expect(all.map(\.words) == ["today", "by 5 pm tomorrow"])
    #expect(all.map(\.isDeadline) == [false, true])
    let chinese = TimeFinder.all(in: "今天去问，明天下午5点前回您", now: now, timeZone: .gmt)
    #expect(chinese.map(\.words) == ["今天", "明天下午5点前"])
    #expect(chinese.map(\.isDeadline) == [false, true])
    let taiwan = TimeFinder.all(in: "今天去問，兩小時內回您", now: now, timeZone: .gmt)
    #expect(taiwan.map(\.isDeadline) == [false, true])
  }

  @Test(arguments: [
    "It was handled by one of our engineers.", "It'll be carried by two people.",
    "I've sent 3 of them.", "One of us will look into it.", "I'm on my second cup of tea.",
    "这一点我替您记下了", "一点都不会再让您多跑", "這一點我會寫進去", "半天都沒人接",
  ])
  func `what counts other things names no time`(_ sentence: String) {
    #expect(found(in: sentence) == nil)
  }
}

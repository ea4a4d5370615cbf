import Testing
import Vocabulary
import Workflow

/// Working time from a point to a point, and back.
struct WorkingCalendarTests {
  private typealias Hours = WorkingCalendar.Hours
  private static let noon: Int64 = 12 * 3600

  /// Monday to Friday, nine to twelve and one to five, in UTC; 2026-11-23 is a Monday.
  private static let plain = [
    Hours(opens: 9 * 3600, closes: noon), Hours(opens: 13 * 3600, closes: 17 * 3600),
  ]
  private static let office = WorkingCalendar(
    week: [[], plain, plain, plain, plain, plain, []],
    // 2026-11-25 is a holiday, and the Saturday after it is worked through.
    exceptions: [20_782: [], 20_785: plain])

  private func at(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test(arguments: [
    ("2026-11-23T10:00:00Z", 2, "2026-11-23T12:00:00Z"),
    ("2026-11-23T10:00:00Z", 3, "2026-11-23T14:00:00Z"),
    ("2026-11-23T03:00:00Z", 1, "2026-11-23T10:00:00Z"),
    ("2026-11-23T12:30:00Z", 4, "2026-11-23T17:00:00Z"),
    ("2026-11-23T16:00:00Z", 2, "2026-11-24T10:00:00Z"),
    // Over the holiday, over the evening before the Saturday that is worked, over the Sunday.
    ("2026-11-24T16:00:00Z", 2, "2026-11-26T10:00:00Z"),
    ("2026-11-27T16:00:00Z", 2, "2026-11-28T10:00:00Z"),
    ("2026-11-28T16:00:00Z", 2, "2026-11-30T10:00:00Z"),
  ])
  func `working hours run while somebody works`(start: String, hours: Int64, end: String) throws {
    let start = try at(start)
    let found = Self.office.adding(workingSeconds: hours * 3600, to: start)
    #expect(found == (try at(end)))
    #expect(Self.office.workingSeconds(from: start, to: found) == hours * 3600)
    #expect(Self.office.workingSeconds(from: found, to: start) == -hours * 3600)
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00Z", 1, "2026-11-24T17:00:00Z"),
    ("2026-11-23T23:59:00Z", 1, "2026-11-24T17:00:00Z"),
    // The day after is the holiday; the Saturday counts, the Sunday does not.
    ("2026-11-24T10:00:00Z", 1, "2026-11-26T17:00:00Z"),
    ("2026-11-26T10:00:00Z", 3, "2026-11-30T17:00:00Z"),
    ("2026-11-29T10:00:00Z", 1, "2026-11-30T17:00:00Z"),
  ])
  func `working days run to the close of the last one`(
    start: String, days: Int, end: String
  ) throws {
    let start = try at(start)
    let found = Self.office.adding(workingDays: days, to: start)
    #expect(found == (try at(end)))
    #expect(Self.office.workingDays(from: start, to: found) == days)
    #expect(Self.office.workingDays(from: found, to: start) == -days)
  }

  @Test func `a calendar nobody works by counts the time as it passes`() throws {
    let start = try at("2026-11-23T10:00:00Z")
    for empty in [
      WorkingCalendar(week: []), WorkingCalendar(week: [[Hours(opens: 9, closes: 3)]]),
      .roundTheClock,
    ] {
      #expect(empty.adding(workingSeconds: 7200, to: start) == start.adding(seconds: 7200))
      #expect(empty.adding(workingDays: 2, to: start) == start.adding(seconds: 2 * 86_400))
      #expect(empty.workingSeconds(from: start, to: start.adding(seconds: 5)) == 5)
    }
    let shut = WorkingCalendar(
      week: [[], Self.plain], exceptions: (20_000...70_000).reduce(into: [:]) { $0[$1] = [] })
    #expect(shut.adding(workingDays: 1, to: start) == start.adding(seconds: 86_400))
    #expect(shut.adding(workingSeconds: 60, to: start) == start.adding(seconds: 60))
  }

  @Test func `every number has an answer`() throws {
    let start = try at("2026-11-23T10:00:00Z")
    let last = Instant(milliseconds: .max)
    for amount in [Int64.min, -1, 0] {
      #expect(Self.office.adding(workingSeconds: amount, to: start) == start)
      #expect(Self.office.adding(workingDays: Int(amount), to: start) == start)
    }
    #expect(Self.office.adding(workingSeconds: .max, to: start) == last)
    #expect(Self.office.adding(workingDays: .max, to: start) == last)
    #expect(Self.office.adding(workingDays: 1, to: last) == last)
    #expect(Self.office.adding(workingSeconds: 1, to: Instant(milliseconds: .min)) < start)
    #expect(Self.office.workingSeconds(from: Instant(milliseconds: .min), to: last) > 0)
  }

  @Test func `more working time is never sooner, and what is added is found again`() throws {
    var random = SystemRandomNumberGenerator()
    let start = try at("2026-01-01T00:00:00Z")
    for _ in 0..<300 {
      let from = start.adding(seconds: .random(in: 0..<(700 * 86_400), using: &random))
      let amount = Int64.random(in: 1..<(40 * 3600), using: &random)
      let days = Int.random(in: 1..<60, using: &random)
      for calendar in [Self.office, Self.london] {
        let end = calendar.adding(workingSeconds: amount, to: from)
        #expect(calendar.workingSeconds(from: from, to: end) == amount)
        #expect(calendar.adding(workingSeconds: amount + 1, to: from) > end)
        let close = calendar.adding(workingDays: days, to: from)
        #expect(calendar.workingDays(from: from, to: close) == days)
        #expect(calendar.adding(workingDays: days + 1, to: from) > close)
      }
    }
  }

  // MARK: - Zones

  /// Open all day on every day, with London's clock changes of 2027.
  private static let london = WorkingCalendar(
    week: Array(repeating: [Hours(opens: 0, closes: 86_400)], count: 7),
    offsets: [
      .init(from: Instant(seconds: 0), seconds: 0),
      .init(from: Instant(seconds: 1_806_195_600), seconds: 3600),
      .init(from: Instant(seconds: 1_824_944_400), seconds: 0),
    ])

  @Test func `a day is as long as the clocks make it`() throws {
    // 28 March 2027 has 23 hours, 31 October 25.
    let spring = try at("2027-03-28T00:00:00Z")
    #expect(
      Self.london.workingSeconds(from: spring, to: spring.adding(seconds: 23 * 3600)) == 82_800)
    #expect(Self.london.adding(workingDays: 1, to: spring) == (try at("2027-03-29T22:59:59Z")))
    let autumn = try at("2027-10-30T23:00:00Z")
    #expect(Self.london.adding(workingDays: 1, to: autumn) == (try at("2027-11-01T23:59:59Z")))
    #expect(Self.london.workingDays(from: autumn, to: autumn.adding(seconds: 25 * 3600 - 1)) == 0)
  }

  @Test func `hours begin when the wall clock says so, before and after it changes`() throws {
    let nine = [Hours(opens: 9 * 3600, closes: 17 * 3600)]
    let office = WorkingCalendar(
      week: Array(repeating: nine, count: 7),
      offsets: [
        .init(from: Instant(seconds: 0), seconds: 0),
        .init(from: Instant(seconds: 1_806_195_600), seconds: 3600),
      ])
    #expect(
      office.adding(workingSeconds: 3600, to: try at("2027-03-27T17:00:00Z"))
        == (try at("2027-03-28T09:00:00Z")))
    #expect(
      office.adding(workingSeconds: 3600, to: try at("2027-03-26T17:00:00Z"))
        == (try at("2027-03-27T10:00:00Z")))
  }

  // MARK: - Warnings

  @Test func `working lengths warn by working time`() throws {
    let start = try at("2026-11-24T16:00:00Z")
    let hours = ClockLength.workingHours(4)
    let end = hours.end(from: start, in: Self.office)
    #expect(end == (try at("2026-11-26T12:00:00Z")))
    #expect(
      hours.warning(at: 75, from: start, to: end, in: Self.office)
        == (try at("2026-11-26T11:00:00Z")))
    let days = ClockLength.workingDays(4)
    let last = days.end(from: start, in: Self.office)
    #expect(last == (try at("2026-11-30T17:00:00Z")))
    #expect(
      days.warning(at: 75, from: start, to: last, in: Self.office)
        == (try at("2026-11-28T17:00:00Z")))
    let plain: ClockLength = 100
    #expect(
      plain.warning(at: 75, from: start, to: start.adding(seconds: 100), in: Self.office)
        == start.adding(seconds: 75))
  }
}

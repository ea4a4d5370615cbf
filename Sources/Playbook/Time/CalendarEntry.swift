import Foundation
package import Vocabulary
package import Workflow

/// A calendar of the playbook.
package struct CalendarEntry: Equatable, Sendable {
  package var id: CalendarID
  package var calendar: WorkingCalendar
  /// The last holiday it knows, at its beginning there; nil where it knows none.
  package var lastHoliday: Instant?
  /// Where it stands, for warnings.
  var file: String
  var line: Int
}

extension CalendarEntry {
  /// The calendars of a file; one that is not sound is reported and left out.
  static func list(_ reader: YAMLReader) -> [CalendarEntry] {
    guard let map = reader.map() else { return [] }
    map.knows("calendars")
    var seen: Set<CalendarID> = []
    return map.required("calendars")?.items().compactMap { item in
      guard let entry = CalendarEntry(item) else { return nil }
      if !seen.insert(entry.id).inserted {
        item.about("the list of calendars").report("has two called “\(entry.id)”; rename one.")
        return nil
      }
      return entry
    } ?? []
  }

  private init?(_ reader: YAMLReader) {
    guard let found = reader.about("a calendar").map(), let id: CalendarID = found.name("id")
    else { return nil }
    let map = found.about("calendar “\(id)”")
    map.knows("id", "always", "time_zone", "hours", "holidays", "extra_days")
    self.id = id
    file = reader.problems.file
    line = reader.node.line
    if let always = map.optional("always") {
      guard always.truth() == true else { return nil }
      if let other = map.entries.first(where: { !["id", "always"].contains($0.key) }) {
        map.problems.add(
          other.line, "calendar “\(id)” works always, so “\(other.key)” says nothing; take it out.")
      }
      calendar = .roundTheClock
      return
    }
    let zone = CalendarEntry.zone(map)
    let week = CalendarEntry.week(map)
    let holidays = CalendarEntry.days(map, "holidays")
    let extra = CalendarEntry.days(map, "extra_days")
    guard let zone, let week else { return nil }
    // Monday first: a weekend that is worked through follows the hours of an ordinary day.
    let usual = (week.dropFirst() + week.prefix(1)).first { !$0.isEmpty } ?? []
    var exceptions: [Int64: [WorkingCalendar.Hours]] = [:]
    for day in holidays { exceptions[Int64(day.number)] = [] }
    for day in extra where exceptions[Int64(day.number)] == nil {
      exceptions[Int64(day.number)] = usual
    }
    let both = Set(holidays.map(\.number)).intersection(extra.map(\.number))
    if !both.isEmpty {
      map.optional("extra_days")?.report("has a day in “extra_days” that is a holiday as well.")
    }
    calendar = WorkingCalendar(
      week: week, exceptions: exceptions, offsets: WorkingCalendar.Offset.table(of: zone))
    lastHoliday = holidays.map(\.number).max().map { Instant(seconds: Int64($0) * 86_400) }
  }

  private static func zone(_ map: YAMLMap) -> TimeZone? {
    guard let reader = map.required("time_zone"), let name = reader.text() else { return nil }
    guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name) else {
      reader.report("names the time zone “\(name)”, which is none such as Europe/London.")
      return nil
    }
    return zone
  }

  // MARK: - Hours

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// Hours of each weekday, Sunday first; nil when there are none at all.
  private static func week(_ map: YAMLMap) -> [[WorkingCalendar.Hours]]? {
    guard let reader = map.required("hours"), let hours = reader.map() else { return nil }
    var week = [[WorkingCalendar.Hours]](repeating: [], count: 7)
    for (key, line, value) in hours.readers {
      guard let index = weekdays.firstIndex(of: key) else {
        map.problems.add(
          line,
          "\(map.subject) names the weekday “\(key)”, which does not exist"
            + Spelling.question(key, in: weekdays))
        continue
      }
      week[index] = value.items(orOne: true).compactMap(stretch)
      var end: Int64 = 0
      for stretch in week[index] {
        if stretch.opens < end {
          value.report("has hours in “\(key)” that are not one after the other.")
        }
        end = stretch.closes
      }
    }
    guard week.contains(where: { !$0.isEmpty }) else {
      reader.report("has no hours on any day; say when somebody works, or “always: true”.")
      return nil
    }
    return week
  }

  /// A stretch such as `09:00-17:30`.
  private static func stretch(_ reader: YAMLReader) -> WorkingCalendar.Hours? {
    guard let text = reader.text() else { return nil }
    let ends = text.split(separator: "-").map { second(String($0).trimmingWhitespace) }
    guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes else {
      reader.report("wants hours such as 09:00-17:30 in “\(reader.key)”, not “\(text)”.")
      return nil
    }
    return WorkingCalendar.Hours(opens: opens, closes: closes)
  }

  /// Seconds after midnight of a time such as `09:00`, up to `24:00`.
  private static func second(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
      let hour = Int64(parts[0]), let minute = Int64(parts[1]), (0...24).contains(hour),
      (0...59).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 3600 + minute * 60
  }

  // MARK: - Days

  /// Days written as `2026-12-25`, or several as `2026-10-01..2026-10-07`.
  private static func days(_ map: YAMLMap, _ key: String) -> [CivilDay] {
    map.items(key).flatMap { reader -> [CivilDay] in
      guard let text = reader.text() else { return [] }
      let ends = text.split(separator: ".").map { CivilDay(digits: String($0)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first.number <= last.number, last.number - first.number < 60
      else {
        reader.report(
          "wants days such as 2026-12-25 or 2026-10-01..2026-10-07 in “\(key)”, not “\(text)”.")
        return []
      }
      return (first.number...last.number).map { CivilDay(number: $0) }
    }
  }
}

import Foundation
import Vocabulary
import Workflow

extension WorkingCalendar.Offset {
  /// What a time zone is ahead of UTC, from the year 2000 to 2100: before and after it is as at
  /// their ends.
  ///
  /// - Parameter zone: the time zone.
  /// - Returns: oldest first; never empty.
  /// - Complexity: two look-ups a year.
  static func table(of zone: TimeZone) -> [WorkingCalendar.Offset] {
    let last = Date(timeIntervalSince1970: 4_102_444_800)
    var date = Date(timeIntervalSince1970: 946_684_800)
    var offsets = [
      WorkingCalendar.Offset(from: Instant(date), seconds: Int64(zone.secondsFromGMT(for: date)))
    ]
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < last {
      offsets.append(
        WorkingCalendar.Offset(
          from: Instant(next), seconds: Int64(zone.secondsFromGMT(for: next))))
      date = next
    }
    return offsets
  }
}

/// A day of the calendar, counted.
struct CivilDay {
  /// Days since 1970-01-01; negative before.
  let number: Int

  init(number: Int) { self.number = number }

  /// The day of a date of the Gregorian calendar; days past a month's end run on into the next.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day written as `2026-11-22`; nil for anything else and for days in no calendar.
  init?(digits text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1970...9999).contains(year), (1...12).contains(month), day >= 1
    else { return nil }
    self.init(year: year, month: month, day: day)
    let next = CivilDay(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    guard number < next.number else { return nil }
  }
}

import ArgumentParser
import Foundation
import Vocabulary

/// Which cases a report or a register is about: those opened from one time on and before another.
struct Period: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only cases opened then or later: a day such as 2026-11-01, or a time.",
      valueName: "day"),
    transform: { try Period.start($0) })
  var from: Instant?

  @Option(
    help: ArgumentHelp(
      "Only cases opened by then: a day counts to its end, a time is where it stops.",
      valueName: "day"),
    transform: { try Period.end($0) })
  var to: Instant?

  func validate() throws {
    if let from, let to, to <= from {
      throw ValidationError("“--to” must be later than “--from”.")
    }
  }

  /// The time a text names, or the beginning of the day it names.
  static func start(_ text: String) throws -> Instant {
    if let instant = Instant(text) { return instant }
    guard let day = day(text) else { throw wrong }
    return Instant(day)
  }

  /// A day counts whole, so it stops with the next one.
  private static func end(_ text: String) throws -> Instant {
    if let instant = Instant(text) { return instant }
    guard let day = day(text), let next = calendar.date(byAdding: .day, value: 1, to: day) else {
      throw wrong
    }
    return Instant(next)
  }

  private static var wrong: ValidationError {
    ValidationError(
      "it must be a day such as 2026-11-01 or an RFC 3339 time such as 2026-11-01T09:00:00Z.")
  }

  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    return calendar
  }

  /// The beginning of a day here; nil when the text names none.
  private static func day(_ text: String) -> Date? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0
    else { return nil }
    let wanted = DateComponents(year: year, month: month, day: day)
    guard let date = calendar.date(from: wanted),
      calendar.dateComponents([.year, .month, .day], from: date) == wanted
    else { return nil }
    return date
  }
}

package import Vocabulary
package import Workflow

/// When people work, and how long things may take.
extension Playbook {
  /// The calendars there are, those of upper layers in the place of the ones they are called like.
  package var calendars: [CalendarEntry] {
    calendarParts.value(.whole) {
      laidOver(
        entries("clocks/calendars.yaml", as: "the list of calendars", CalendarEntry.list), by: \.id)
    }.value
  }

  /// The limits of law there are, those for public bodies among them.
  package var clockPresets: [ClockPreset] {
    let calendars = calendars
    return presetParts.value(.whole) {
      let files = entries("clocks/presets.yaml", as: "the list of presets") {
        ClockPreset.list($0, calendars)
      }
      return laidOver(files, by: \.id)
    }.value
  }

  /// The entries of all layers, those of upper ones in the place of the ones they are called like.
  private func laidOver<Entry, ID: Equatable>(
    _ files: [Loaded<[Entry]>], by id: (Entry) -> ID
  ) -> Loaded<[Entry]> {
    var merged = Loaded<[Entry]>(value: [], problems: [])
    for found in files {
      merged.problems += found.problems
      for entry in found.value {
        if let index = merged.value.firstIndex(where: { id($0) == id(entry) }) {
          merged.value[index] = entry
        } else {
          merged.value.append(entry)
        }
      }
    }
    return merged
  }

  /// Whom matters are handed up to; no rungs where no layer has any.
  package var ladder: Ladder {
    ladderParts.value(.whole) {
      first("authority/ladder.yaml", as: "the ladder", mustExist: false) { Ladder($0) }
    }.value ?? Ladder()
  }

  /// How long things may take; nil when it cannot be read.
  package var clocks: ClockRules? {
    let (calendars, presets, ladder) = (calendars, clockPresets, ladder)
    return clockParts.value(.whole) {
      first("clocks/clocks.yaml", as: "the list of clocks") {
        var rules = ClockRules($0, calendars: calendars, presets: presets)
        rules?.ladder = ladder
        return rules
      }
    }.value
  }
}

extension PlaybookCheck {
  /// Days before the end of a calendar's holidays at which it is time to put in the next ones.
  private static let ahead: Int64 = 60

  /// Calendars whose holidays end soon: then working days are counted that nobody works.
  ///
  /// - Parameters:
  ///   - playbook: its calendars.
  ///   - now: the end is seen from here.
  /// - Returns: a warning a calendar, with file and line.
  package static func endingCalendars(_ playbook: Playbook, now: Instant) -> [PlaybookProblem] {
    playbook.calendars.compactMap { entry in
      guard let last = entry.lastHoliday, last < now.adding(seconds: ahead * 86_400) else {
        return nil
      }
      let day = last.description.prefix(10)
      return PlaybookProblem(
        file: entry.file, line: entry.line,
        sentence: "calendar “\(entry.id)” knows no holiday after \(day); add those that follow.")
    }
  }
}

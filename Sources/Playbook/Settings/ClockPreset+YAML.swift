import Vocabulary
import Workflow

extension ClockPreset {
  /// The presets of a file; one that is not sound is reported and left out.
  static func list(_ reader: YAMLReader, _ calendars: [CalendarEntry]) -> [ClockPreset] {
    guard let map = reader.map() else { return [] }
    map.knows("presets")
    var seen: Set<ClockPresetID> = [.none]
    return map.required("presets")?.items().compactMap { item in
      guard let preset = ClockPreset(item, calendars) else { return nil }
      if !seen.insert(preset.id).inserted {
        item.about("the list of presets").report(
          preset.id == .none
            ? "has one called “none”, which stands for no limits; rename it."
            : "has two called “\(preset.id)”; rename one.")
        return nil
      }
      return preset
    } ?? []
  }

  private init?(_ reader: YAMLReader, _ calendars: [CalendarEntry]) {
    guard let found = reader.about("a preset").map(), let id: ClockPresetID = found.name("id")
    else { return nil }
    let map = found.about("preset “\(id)”")
    map.knows("id", "name", "source", "calendar", "clocks", "pauses", "public_bodies")
    let names = map.words("name")
    let source = map.text("source")
    let calendar = map.required("calendar")?.calendar(calendars)
    let pauses = map.optional("pauses").map { $0.truth() } ?? .some(false)
    let forPublicBodies = map.optional("public_bodies").map { $0.truth() } ?? .some(false)
    let limits = map.required("clocks")?.items().compactMap(Limit.init) ?? []
    guard let source, let calendar, let pauses, let forPublicBodies, !limits.isEmpty
    else { return nil }
    self.init(
      id: id, names: names, source: source, calendar: calendar, limits: limits, pauses: pauses,
      forPublicBodies: forPublicBodies)
  }
}

extension ClockPreset.Limit {
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("name", "within", "lapses")
    let name: ClockName? = map.required("name")?.term("clock")
    let within = map.required("within")?.clockLength()
    let lapses = map.optional("lapses").map { $0.truth() } ?? .some(false)
    guard let name, let within, let lapses else { return nil }
    guard name.isStatutory else {
      let known = ClockName.allCases.filter(\.isStatutory).map(\.rawValue)
      map.optional("name")?.report(
        "sets the clock “\(name.rawValue)”, which no law sets; known are"
          + " \(known.joined(separator: ", ")).")
      return nil
    }
    self.init(name: name, within: within, lapses: lapses)
  }
}

extension YAMLReader {
  /// The calendar that is named.
  func calendar(_ calendars: [CalendarEntry]) -> WorkingCalendar? {
    guard let name = text() else { return nil }
    if let found = calendars.first(where: { $0.id.rawValue == name }) { return found.calendar }
    report(
      "names the calendar “\(name)”, which is not in clocks/calendars.yaml"
        + Spelling.question(name, in: calendars.map(\.id.rawValue)))
    return nil
  }
}

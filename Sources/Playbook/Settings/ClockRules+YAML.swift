import Vocabulary
import Workflow

extension ClockRules {
  /// The clocks a file sets.
  ///
  /// - Parameters:
  ///   - reader: the file.
  ///   - calendars: those it may name.
  ///   - presets: those it may name.
  init?(_ reader: YAMLReader, calendars: [CalendarEntry], presets: [ClockPreset]) {
    guard let map = reader.map() else { return nil }
    map.knows(
      "acknowledge", "respond", "resolve", "same_day", "pressing", "nudge", "follow_up",
      "progress", "returning", "undo", "pause_after", "warn_at", "calendars", "statutory",
      "public_body")
    let nudge = ClockRules.each(Channel.self, "channel", map.required("nudge")).reduce(
      into: [Channel: Int64]()
    ) { $0[$1.0] = $1.1.duration() }
    let respond = ClockRules.lengths(map.required("respond"))
    let followUp = map.required("follow_up")?.clockLength()
    let progress = map.required("progress")?.clockLength()
    let returning = map.required("returning")?.duration()
    let undo = map.required("undo")?.duration()
    let acknowledge = ClockRules.lengths(map.optional("acknowledge"))
    let resolve = ClockRules.lengths(map.optional("resolve"))
    let warning = map.optional("warn_at").map(ClockRules.percent) ?? .some(75)
    let sameDay = ClockRules.each(Channel.self, "channel", map.optional("same_day"), whole: false)
      .reduce(into: [Channel: ClockLength]()) { $0[$1.0] = $1.1.clockLength() }
    let isPublicBody = map.optional("public_body").map { $0.truth() } ?? .some(false)
    let used = ClockRules.calendars(map.optional("calendars"), calendars)
    guard let followUp, let progress, let returning, let undo, let warning, let isPublicBody
    else { return nil }
    let open = presets.filter { isPublicBody || !$0.forPublicBodies }
    self.init(
      acknowledge: acknowledge, respond: respond, resolve: resolve, sameDay: sameDay,
      pressing: map.optional("pressing").flatMap(Pressing.init) ?? Pressing(), nudge: nudge,
      followUp: followUp, progress: progress, returning: returning, undo: undo,
      pauseAfter: map.optional("pause_after")?.duration(), warning: warning,
      calendars: used, presets: open,
      statutory: ClockRules.statutory(map.optional("statutory"), open, all: presets))
  }

  // MARK: - By channel

  /// Lengths by channel and heat; one length stands for every heat.
  private static func lengths(_ reader: YAMLReader?) -> [Channel: [HeatLevel: ClockLength]] {
    var lengths: [Channel: [HeatLevel: ClockLength]] = [:]
    for (channel, value) in each(Channel.self, "channel", reader) {
      if case .scalar = value.node.content {
        guard let length = value.clockLength() else { continue }
        lengths[channel] = HeatLevel.allCases.reduce(into: [:]) { $0[$1] = length }
      } else {
        for (heat, one) in each(HeatLevel.self, "heat", value) {
          lengths[channel, default: [:]][heat] = one.clockLength()
        }
      }
    }
    return lengths
  }

  /// The calendar of each channel, one for all languages or one each.
  private static func calendars(
    _ reader: YAMLReader?, _ known: [CalendarEntry]
  ) -> [Channel: [LanguageTag: WorkingCalendar]] {
    var used: [Channel: [LanguageTag: WorkingCalendar]] = [:]
    for (channel, value) in each(Channel.self, "channel", reader) {
      if case .scalar = value.node.content {
        guard let calendar = value.calendar(known) else { continue }
        used[channel] = LanguageTag.allCases.reduce(into: [:]) { $0[$1] = calendar }
      } else {
        used[channel] = value.languages { $0.calendar(known) }
      }
    }
    return used
  }

  /// The limits of law of the channels that have any.
  private static func statutory(
    _ reader: YAMLReader?, _ open: [ClockPreset], all: [ClockPreset]
  ) -> [Channel: ClockPresetID] {
    var chosen: [Channel: ClockPresetID] = [:]
    for (channel, value) in each(Channel.self, "channel", reader, whole: false) {
      guard let name = value.text() else { continue }
      if open.contains(where: { $0.id.rawValue == name }) {
        chosen[channel] = ClockPresetID(name)
      } else if all.contains(where: { $0.id.rawValue == name }) {
        value.report("names the preset “\(name)”, which is for public bodies alone.")
      } else {
        value.report(
          "names the preset “\(name)”, which is not in clocks/presets.yaml"
            + Spelling.question(name, in: all.map(\.id.rawValue)))
      }
    }
    return chosen
  }

  /// A share such as `75%`.
  static func percent(_ reader: YAMLReader) -> Int? {
    guard let text = reader.text() else { return nil }
    guard text.hasSuffix("%"), let percent = Int(text.dropLast()), (1...100).contains(percent)
    else {
      reader.report("wants a share such as 75% in “\(reader.key)”, not “\(text)”.")
      return nil
    }
    return percent
  }

  /// The values of a map whose keys are the terms of `type`, every one of which must be there where
  /// `whole` says so.
  private static func each<Term>(
    _ type: Term.Type, _ noun: String, _ reader: YAMLReader?, whole: Bool = true
  ) -> [(Term, YAMLReader)]
  where Term: RawRepresentable & CaseIterable & Equatable, Term.RawValue == String {
    guard let reader, let map = reader.map() else { return [] }
    var found: [(Term, YAMLReader)] = []
    for (key, line, value) in map.readers {
      guard let term = Term(rawValue: key) else {
        map.problems.add(
          line,
          "\(map.subject) names the \(noun) “\(key)” in “\(map.key)”, which does not exist"
            + Spelling.question(key, in: Term.allCases.map(\.rawValue)))
        continue
      }
      found.append((term, value))
    }
    for term in Term.allCases
    where whole && !map.entries.contains(where: { $0.key == term.rawValue }) {
      map.report("has no “\(term.rawValue)” in “\(map.key)”; add it.")
    }
    return found
  }
}

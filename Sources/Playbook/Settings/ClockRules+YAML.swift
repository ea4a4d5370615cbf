import Vocabulary
import Workflow

extension ClockRules {
  /// The clocks a file sets.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("respond", "nudge", "follow_up", "progress", "returning", "undo")
    var respond: [Channel: [HeatLevel: Int64]] = [:]
    for (channel, value) in ClockRules.each(Channel.self, "channel", map.required("respond")) {
      respond[channel] = ClockRules.seconds(
        ClockRules.each(HeatLevel.self, "heat", value))
    }
    let nudge = ClockRules.seconds(ClockRules.each(Channel.self, "channel", map.required("nudge")))
    let followUp = map.required("follow_up")?.duration()
    let progress = map.required("progress")?.duration()
    let returning = map.required("returning")?.duration()
    let undo = map.required("undo")?.duration()
    guard let followUp, let progress, let returning, let undo else { return nil }
    self.init(
      respond: respond, nudge: nudge, followUp: followUp, progress: progress,
      returning: returning, undo: undo)
  }

  /// The values of a map whose keys are the terms of `type`, every one of which must be there.
  private static func each<Term>(
    _ type: Term.Type, _ noun: String, _ reader: YAMLReader?
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
    for term in Term.allCases where !map.entries.contains(where: { $0.key == term.rawValue }) {
      map.report("has no “\(term.rawValue)” in “\(map.key)”; add it.")
    }
    return found
  }

  private static func seconds<Term>(_ values: [(Term, YAMLReader)]) -> [Term: Int64] {
    var seconds: [Term: Int64] = [:]
    for (term, value) in values { seconds[term] = value.duration() }
    return seconds
  }
}

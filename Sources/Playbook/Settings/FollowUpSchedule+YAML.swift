import Vocabulary
import Workflow

extension FollowUpSchedule {
  /// The schedule a file sets.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("rules")
    self.init(rules: (map.required("rules")?.items() ?? []).compactMap { Rule($0) })
  }
}

extension FollowUpSchedule.Rule {
  /// One entry: what it fits, and how and when these are looked back on.
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.about("a follow-up").map() else { return nil }
    map.knows("content", "cause", "severity", "customer", "after", "by")
    let severities = (map.optional("severity")?.items(orOne: true) ?? []).compactMap { item in
      let severity = item.number()
      if let severity, !(1...4).contains(severity) {
        item.report("wants a severity from 1 to 4, not \(severity).")
      }
      return severity
    }
    let ways: [Channel] = map.optional("by")?.terms("channel") ?? []
    let after = map.optional("after")?.duration()
    if after == nil, ways.isEmpty { map.report("says neither “after” nor “by”; add one.") }
    self.init(
      contents: Set(map.optional("content")?.terms("content") ?? []),
      causes: Set(map.optional("cause")?.terms("cause") ?? []), severities: Set(severities),
      customers: Set(map.optional("customer")?.terms("customer class") ?? []), after: after,
      channel: ways.first)
  }
}

import Workflow

extension Pressing {
  /// What cannot wait, as a file says it.
  init?(_ reader: YAMLReader) {
    guard let map = reader.about("“pressing”").map() else { return nil }
    map.knows("in_service", "incident", "incident_severity", "loss_per_hour")
    let severity = map.optional("incident_severity")?.number()
    if let severity, !(1...4).contains(severity) {
      map.optional("incident_severity")?.report(
        "has a severity of \(severity) in “incident_severity”; it goes from 1 to 4.")
    }
    self.init(
      inService: map.optional("in_service").flatMap(ClockRules.percent) ?? 100,
      incident: map.optional("incident").flatMap(ClockRules.percent) ?? 100,
      incidentSeverity: severity.map { min(max($0, 1), 4) },
      loss: map.optional("loss_per_hour").flatMap(RunningLoss.init))
  }
}

extension RunningLoss {
  fileprivate init?(_ reader: YAMLReader) {
    guard let map = reader.about("“loss_per_hour”").map() else { return nil }
    map.knows("each", "ahead", "most")
    guard let each = map.required("each")?.amounts(), let ahead = map.required("ahead")?.duration(),
      let most = map.required("most")?.duration()
    else { return nil }
    self.init(each: each, ahead: ahead, most: most)
  }
}

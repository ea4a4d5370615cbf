import Vocabulary

/// The complaint register.
extension Decision {
  /// Characters a field may have.
  static let longestValue = 4_000

  mutating func record() throws(Refusal) {
    switch envelope.command {
    case .set(let field, let value, let reason): try set(field, value, reason)
    case .changeLanguage(let language):
      if current.language != language { add(.languageSet(language)) }
    case .identify(let how):
      if !current.identified { add(.identified(how: how.trimmed)) }
    case .classify(let parts): try classify(parts)
    case .tag(let tag, let on):
      if current.tags.contains(tag) != on { add(.tagged(tag, on: on)) }
    case .flag(let evidence): add(.flagged(evidence: try text(evidence)))
    case .danger(let kind): if current.danger != kind { add(.dangerRaised(kind)) }
    case .dangerOver: if current.danger != nil || current.tellsOfDanger { add(.dangerEnded) }
    case .seeThreat: if current.threat != nil { add(.threatSeen) }
    case .link(let other):
      guard other != current.ref else {
        throw Refusal(gate: .premise, needs: [.existing("other case")])
      }
      if !current.links.contains(other) { add(.linked(other)) }
    default: break
    }
  }

  private mutating func set(
    _ field: FieldName, _ value: String?, _ reason: String?
  ) throws(Refusal) {
    if let value {
      var words = try text(value)
      if field.isMoney { words = try money(words) }
      guard words.utf8.count <= Self.longestValue else {
        throw Refusal(gate: .complete, needs: [.shorter(Self.longestValue)])
      }
      if current.fields[field]?.value != words {
        add(.fieldSet(field, value: words, reason: nil))
      }
    } else {
      let why = try text(reason ?? "", need: .reason)
      let held = current.fields[field]
      if held == nil || held?.value != nil || held?.reason != why {
        add(.fieldSet(field, value: nil, reason: why))
      }
    }
  }

  /// An amount as it is kept: with the code of its currency, so that it reads the same everywhere.
  private func money(_ words: String) throws(Refusal) -> String {
    let usual = rules.authority.currencies[current.language] ?? ""
    guard let money = Money(words, currency: usual), !money.currency.isEmpty else {
      throw Refusal(gate: .complete, needs: [.existing("amount")])
    }
    return money.description
  }

  private mutating func classify(_ parts: Classification) throws(Refusal) {
    if let severity = parts.severity, !(1...4).contains(severity) {
      throw Refusal(gate: .complete, needs: [.existing("severity from 1 to 4")])
    }
    if let preset = parts.preset, preset != .none, rules.clocks.preset(preset) == nil {
      throw Refusal(gate: .complete, needs: [.existing("clock preset")])
    }
    var parts = parts
    // A sudden incident is never judged small by nobody (S0-5); whoever says otherwise may.
    if parts.content == .incident, current.classification.content != .incident,
      parts.severity == nil, let least = rules.clocks.pressing.incidentSeverity,
      (1...4).contains(least), current.classification.severity ?? 0 < least
    {
      parts.severity = least
    }
    if current.classification.merging(parts) != current.classification {
      add(.classified(parts))
    }
  }
}

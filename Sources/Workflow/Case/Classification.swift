package import Vocabulary

/// How a complaint is sorted; every part may still be open.
package struct Classification: Equatable, Codable, Sendable {
  /// A concern, or upheld (S0-1, S0-2).
  package var `class`: CaseClass?
  /// The kind of concern, or the ground it was upheld on (S0-3).
  package var kind: CaseKind?
  /// What it is about (S0-5).
  package var content: CaseContent?
  /// Where the trouble lies (S2-9).
  package var cause: CaseCause?
  /// Whose fault it was found to be (S3-8, S4-16); decides which apology is open.
  package var fault: Fault?
  /// 1 small to 4 grave (S0-37).
  package var severity: Int?
  /// What the customer needs most (S0-7).
  package var need: CustomerNeed?
  /// The limits of law it stands under; `none` for no such limits. Nil leaves it to the channel.
  package var preset: ClockPresetID?
  /// Whether it fails while it is being delivered: the customer stands at the counter, the machine
  /// is down (S0-8).
  package var inService: Bool?
  /// Whether what is demanded has a ground (S1-15); says nothing about the customer.
  package var demand: DemandStanding?

  enum CodingKeys: String, CodingKey {
    case `class`, kind, content, cause, fault, severity, need, preset, demand
    case inService = "in_service"
  }

  package init(
    class: CaseClass? = nil, kind: CaseKind? = nil, content: CaseContent? = nil,
    cause: CaseCause? = nil, fault: Fault? = nil, severity: Int? = nil,
    need: CustomerNeed? = nil, preset: ClockPresetID? = nil,
    inService: Bool? = nil, demand: DemandStanding? = nil
  ) {
    self.class = `class`
    self.kind = kind
    self.content = content
    self.cause = cause
    self.fault = fault
    self.severity = severity
    self.need = need
    self.preset = preset
    self.inService = inService
    self.demand = demand
  }

  /// This classification with every part of `other` that is set laid over it.
  package func merging(_ other: Classification) -> Classification {
    Classification(
      class: other.class ?? `class`, kind: other.kind ?? kind, content: other.content ?? content,
      cause: other.cause ?? cause, fault: other.fault ?? fault,
      severity: other.severity ?? severity, need: other.need ?? need,
      preset: other.preset ?? preset, inService: other.inService ?? inService,
      demand: other.demand ?? demand)
  }

  /// Whether the record says on which ground it was upheld (S0-1); true while it is not.
  package var namesGround: Bool { `class` != .upheld || kind == .breach || kind == .harm }
}

/// A concern, or a complaint found justified.
package enum CaseClass: String, CaseIterable, Codable, Hashable, Sendable {
  case concern, upheld
}

/// The kind of concern (S0-3), or the ground a complaint was upheld on (S0-1).
package enum CaseKind: String, CaseIterable, Codable, Hashable, Sendable {
  case help, enquiry, venting
  /// Verified and registered by the competent authority.
  case breach
  /// Harm done on purpose, by negligence or by mistake.
  case harm

  /// The kinds a complaint of this class can be of: those of a concern, or the grounds it is upheld
  /// on; every one where nobody has said which.
  package static func kinds(of class: CaseClass?) -> [CaseKind] {
    switch `class` {
    case .concern: [.help, .enquiry, .venting]
    case .upheld: [.breach, .harm]
    case nil: allCases
    }
  }
}

/// Whether a demand has a ground in the facts, the rules or the law (S1-15).
package enum DemandStanding: String, CaseIterable, Codable, Hashable, Sendable {
  case founded, unfounded
}

/// What a complaint is about (S0-5).
package enum CaseContent: String, CaseIterable, Codable, Hashable, Sendable {
  case product, service, attitude, incident
}

/// Where the trouble lies (S2-9).
package enum CaseCause: String, CaseIterable, Codable, Hashable, Sendable {
  case quality, service, use, price
}

/// Whose fault it was found to be (S3-8, S4-16).
package enum Fault: String, CaseIterable, Codable, Hashable, Sendable {
  case ours, shared, customer, third, none
}

/// What the customer needs most (S0-7).
package enum CustomerNeed: String, CaseIterable, Codable, Hashable, Sendable {
  case vent, respect, redress
}

import Desk
package import Vocabulary
package import Workflow

/// The complaint register, filled in place: each row is filed as soon as it is confirmed.
package struct Register: Equatable, Sendable {
  /// The selected row, counted in ``rows``.
  package internal(set) var selected = 0
  /// The words being typed into the selected row.
  package internal(set) var editor: Editor?
  /// What stands there is only proposed: typing puts something else in its place.
  package internal(set) var isProposed = false
  /// What is typed is the reason why the field is unknown.
  package internal(set) var isReason = false
  /// Which of the proposals for the selected row is shown.
  package internal(set) var proposal = 0
  /// Rows on their way to the desk.
  var onItsWay: [CommandID: RegisterRow] = [:]
  /// What is wrong with what was typed.
  package internal(set) var fault: String?

  init(selected: Int = 0) { self.selected = selected }

  /// The rows, in the order in which an agent asks for them.
  package static let rows: [RegisterRow] =
    [
      .problem, .demand, .customer, .order, .product, .happenedOn, .place, .phone, .email,
      .address, .otherDemands, .ownProposal, .price, .loss, .lossAmount, .lossPerHour,
      .evidence, .people, .company, .specification, .batch, .productionDate, .purchasedOn,
      .customerAccount, .staffAccount, .elsewhere, .finding, .explanationPlan,
      .authorityReference, .department,
    ].map(RegisterRow.field) + ClassificationPart.allCases.map(RegisterRow.part)

  /// The selected row.
  package var row: RegisterRow {
    Register.rows.indices.contains(selected) ? Register.rows[selected] : .field(.problem)
  }
}

/// One row of the register.
package enum RegisterRow: Hashable, Sendable {
  case field(FieldName)
  case part(ClassificationPart)
}

/// One part of how a complaint is sorted.
package enum ClassificationPart: String, CaseIterable, Hashable, Sendable {
  case severity, `class`, kind, content, cause, fault, need
  case inService = "in_service"
  case demand, preset

  /// The values it can have, as they are stored; those of a preset are the playbook's.
  package var values: [String] {
    switch self {
    case .severity: ["1", "2", "3", "4"]
    case .class: CaseClass.allCases.map(\.rawValue)
    case .kind: CaseKind.allCases.map(\.rawValue)
    case .content: CaseContent.allCases.map(\.rawValue)
    case .cause: CaseCause.allCases.map(\.rawValue)
    case .fault: Fault.allCases.map(\.rawValue)
    case .need: CustomerNeed.allCases.map(\.rawValue)
    case .preset: []
    case .inService: ["yes", "no"]
    case .demand: DemandStanding.allCases.map(\.rawValue)
    }
  }

  /// The value a classification has for it.
  package func value(in classification: Classification) -> String? {
    switch self {
    case .severity: classification.severity.map(String.init)
    case .class: classification.class?.rawValue
    case .kind: classification.kind?.rawValue
    case .content: classification.content?.rawValue
    case .cause: classification.cause?.rawValue
    case .fault: classification.fault?.rawValue
    case .need: classification.need?.rawValue
    case .preset: classification.preset?.rawValue
    case .inService: classification.inService.map { $0 ? "yes" : "no" }
    case .demand: classification.demand?.rawValue
    }
  }

  /// A classification that says this and nothing else.
  package func saying(_ value: String) -> Classification {
    switch self {
    case .severity: Classification(severity: Int(value))
    case .class: Classification(class: CaseClass(rawValue: value))
    case .kind: Classification(kind: CaseKind(rawValue: value))
    case .content: Classification(content: CaseContent(rawValue: value))
    case .cause: Classification(cause: CaseCause(rawValue: value))
    case .fault: Classification(fault: Fault(rawValue: value))
    case .need: Classification(need: CustomerNeed(rawValue: value))
    case .preset: Classification(preset: ClockPresetID(value))
    case .inService: Classification(inService: value == "yes")
    case .demand: Classification(demand: DemandStanding(rawValue: value))
    }
  }
}

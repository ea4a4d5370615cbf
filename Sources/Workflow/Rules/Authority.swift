package import Vocabulary

/// Who may grant what, and who may do what (S2-37).
package struct Authority: Equatable, Sendable {
  package var remedies: [RemedyID: RemedyTerms]
  /// By role and remedy; a remedy a role has no entry for is outside its authority.
  package var limits: [Role: [RemedyID: Limit]]
  package var permissions: [Role: Set<Permission>]
  /// The currency an amount without a code is in, by the customer's language.
  package var currencies: [LanguageTag: String]

  package init(
    remedies: [RemedyID: RemedyTerms] = [:], limits: [Role: [RemedyID: Limit]] = [:],
    permissions: [Role: Set<Permission>] = [:], currencies: [LanguageTag: String] = [:]
  ) {
    self.remedies = remedies
    self.limits = limits
    self.permissions = permissions
    self.currencies = currencies
  }

  /// Whether `role` may do `permission`.
  ///
  /// The desk itself takes in and carries out; to pass a policy gate, to approve and to sign off
  /// remains with people.
  package func allows(_ role: Role, _ permission: Permission) -> Bool {
    guard role == .system else { return permissions[role]?.contains(permission) == true }
    switch permission {
    case .override, .approve, .signOff: return false
    default: return true
    }
  }

  /// Whether `role` may put `option` on the table without approval.
  ///
  /// A statutory right is owed whatever the role, up to its amount (domain E4, S2-44).
  package func covers(_ role: Role, _ option: PlanOption) -> Bool {
    guard let terms = remedies[option.remedy] else { return false }
    if terms.statutory { return true }
    switch limits[role]?[option.remedy] {
    case nil: return false
    case .unlimited: return true
    case .upTo(let amounts):
      guard let amount = option.amount else { return !terms.takesAmount }
      return amounts[amount.currency].map { amount.minor <= $0 } ?? false
    }
  }

  /// The least role that covers `option`, in the order agent, senior, supervisor; nil for none.
  package func leastRole(for option: PlanOption) -> Role? {
    [Role.agent, .senior, .supervisor].first { covers($0, option) }
  }
}

/// How far a role may go with a remedy.
package enum Limit: Equatable, Sendable {
  case unlimited
  /// Up to this many hundredths, by currency code.
  case upTo([String: Int64])
}

/// What the engine needs to know of a remedy.
package struct RemedyTerms: Equatable, Sendable {
  /// The customer has a right to it by law, whatever the fault (S2-44).
  package var statutory: Bool
  /// It is paid in money and must name an amount.
  package var takesAmount: Bool
  /// A gesture beside the fix, never in its place (S1-26).
  package var isGoodwill: Bool

  package init(statutory: Bool, takesAmount: Bool, isGoodwill: Bool = false) {
    self.statutory = statutory
    self.takesAmount = takesAmount
    self.isGoodwill = isGoodwill
  }
}

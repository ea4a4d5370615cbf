package import Vocabulary

/// Who may grant what, and who may do what (S2-37).
package struct Authority: Equatable, Sendable {
  package var remedies: [RemedyID: RemedyTerms]
  /// By role and remedy; a remedy a role has no entry for is outside its authority.
  package var limits: [Role: [RemedyID: Limit]]
  package var permissions: [Role: Set<Permission>]
  /// The currency an amount without a code is in, by the customer's language.
  package var currencies: [LanguageTag: String]
  /// Whose law a remedy is cited by, by the customer's language (S2-13).
  package var regions: [LanguageTag: String]

  /// How far fault and loss move a limit.
  package var factors: LimitFactors
  /// Sums that nobody haggles over, in hundredths, by currency: up to them any remedy in money is
  /// given without asking, by whoever answers customers (S0-17).
  package var smallSums: [String: Int64]
  /// Sums from which on a matter is looked into beside the remedy, which waits for nothing (S0-17).
  package var largeSums: [String: Int64]
  /// Per cent of the price above which whoever gives more says why; nil for no such warning.
  package var warnOverPrice: Int?
  /// What was fixed in advance (S0-23).
  package var guarantees: [Guarantee]
  /// What may speak for bad faith (S3-13, S3-14, S3-15).
  package var evidence: [EvidenceItem]

  package init(
    remedies: [RemedyID: RemedyTerms] = [:], limits: [Role: [RemedyID: Limit]] = [:],
    permissions: [Role: Set<Permission>] = [:], currencies: [LanguageTag: String] = [:],
    regions: [LanguageTag: String] = [:], factors: LimitFactors = LimitFactors(),
    smallSums: [String: Int64] = [:],
    largeSums: [String: Int64] = [:], warnOverPrice: Int? = nil, guarantees: [Guarantee] = [],
    evidence: [EvidenceItem] = []
  ) {
    self.remedies = remedies
    self.limits = limits
    self.permissions = permissions
    self.currencies = currencies
    self.regions = regions
    self.factors = factors
    self.smallSums = smallSums
    self.largeSums = largeSums
    self.warnOverPrice = warnOverPrice
    self.guarantees = guarantees
    self.evidence = evidence
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
  /// A statutory right is owed whatever the role, up to its amount (domain E4, S2-44). What was fixed
  /// in advance is asked of nobody (S0-23).
  ///
  /// - Parameters:
  ///   - role: of whoever gives it.
  ///   - option: what is given.
  ///   - weighing: what of the case moves a limit.
  /// - Returns: false for a remedy that the playbook does not have, too.
  package func covers(
    _ role: Role, _ option: PlanOption, weighing: Weighing = Weighing()
  ) -> Bool {
    guard let terms = remedies[option.remedy] else { return false }
    if terms.statutory { return true }
    guard let amount = option.amount else {
      switch limits[role]?[option.remedy] {
      case nil: return false
      case .unlimited: return true
      case .upTo: return !terms.takesAmount
      }
    }
    switch limit(of: role, for: option.remedy, in: amount.currency, weighing: weighing) {
    case nil: return false
    case .unlimited: return true
    case .upTo(let amounts): return amounts[amount.currency].map { amount.minor <= $0 } ?? false
    }
  }

  /// How far `role` may go with a remedy in one currency.
  ///
  /// - Returns: nil where the role may not give it without asking.
  package func limit(
    of role: Role, for remedy: RemedyID, in currency: String, weighing: Weighing
  ) -> Limit? {
    let own = limits[role]?[remedy]
    if own == .unlimited { return .unlimited }
    var most: Int64?
    if case .upTo(let amounts) = own, let base = amounts[currency] {
      most = factors.moved(base, currency, by: weighing)
    }
    if let least = smallSums[currency], allows(role, .work), remedies[remedy]?.takesAmount == true {
      most = max(most ?? 0, least)
    }
    return most.map { .upTo([currency: $0]) }
  }

  /// The guarantee an option is given under, where it gives what that fixed.
  package func guarantee(of option: PlanOption) -> Guarantee? {
    guard let id = option.guarantee, let amount = option.amount else { return nil }
    return guarantees.first {
      $0.id == id && $0.remedy == option.remedy && $0.amounts[amount.currency] == amount.minor
    }
  }

  /// The least role that covers `option`, in the order agent, senior, supervisor; nil for none.
  package func leastRole(for option: PlanOption, weighing: Weighing = Weighing()) -> Role? {
    [Role.agent, .senior, .supervisor].first { covers($0, option, weighing: weighing) }
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

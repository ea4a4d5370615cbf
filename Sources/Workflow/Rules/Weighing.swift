package import Vocabulary

/// What of a case moves a limit: whose fault it was found to be, and what the customer lost (S1-17).
///
/// Nothing else does: how upset somebody is, whom they threaten to turn to and how long they have
/// been with us stand nowhere in it (domain D5).
package struct Weighing: Equatable, Sendable {
  /// As found; nil while nothing was found out.
  package var fault: Fault?
  /// What the customer lost, in money; nil while nobody filed it.
  package var loss: Money?

  package init(fault: Fault? = nil, loss: Money? = nil) {
    self.fault = fault
    self.loss = loss
  }
}

/// How far fault and loss move a limit in money; never below what it is without them.
package struct LimitFactors: Equatable, Sendable {
  /// Per cent of the limit that hold where the fault was found to be ours in part; 100 or more.
  package var shared: Int64
  /// Per cent of the limit that hold where it was found to be ours; not below ``shared`` (S1-26).
  package var ours: Int64
  /// Per cent of the loss on file that are added.
  package var loss: Int64
  /// Per cent of the limit that a loss adds at most.
  package var most: Int64

  package init(shared: Int64 = 100, ours: Int64 = 100, loss: Int64 = 0, most: Int64 = 0) {
    self.shared = shared
    self.ours = ours
    self.loss = loss
    self.most = most
  }

  /// A limit as it stands for a case.
  ///
  /// - Parameters:
  ///   - base: the limit of the role, in hundredths.
  ///   - currency: what it is in; a loss in another currency adds nothing.
  ///   - weighing: what of the case moves it.
  /// - Returns: hundredths, `base` at least, growing with the share of fault and with the loss.
  package func moved(_ base: Int64, _ currency: String, by weighing: Weighing) -> Int64 {
    let share: Int64 =
      switch weighing.fault {
      case .ours: ours
      case .shared: shared
      case .customer, .third, .some(.none), nil: 100
      }
    var added: Int64 = 0
    if let lost = weighing.loss, lost.currency == currency, lost.minor > 0 {
      added = min(lost.minor.perCent(loss), base.perCent(most))
    }
    let (sum, overflow) = base.perCent(share).addingReportingOverflow(added)
    return overflow ? .max : max(base, sum)
  }
}

/// Compensation that was fixed in advance for a failure of a known kind (S0-23).
package struct Guarantee: Equatable, Sendable {
  package var id: GuaranteeID
  /// What went wrong, as an agent reads it: “we missed an appointment”.
  package var names: [LanguageTag: String]
  package var remedy: RemedyID
  /// What it comes to, in hundredths, by currency; nothing more and nothing less.
  package var amounts: [String: Int64]

  package init(
    id: GuaranteeID, names: [LanguageTag: String], remedy: RemedyID, amounts: [String: Int64]
  ) {
    self.id = id
    self.names = names
    self.remedy = remedy
    self.amounts = amounts
  }

  /// What it comes to in a currency; nil where it has none.
  package func amount(in currency: String) -> Money? {
    amounts[currency].map { Money(minor: $0, currency: currency) }
  }
}

extension Int64 {
  /// This many per cent of it, rounded down; the greatest number where it would be greater.
  fileprivate func perCent(_ share: Int64) -> Int64 {
    let (product, overflow) = (self / 100).multipliedReportingOverflow(by: share)
    let (sum, tooMuch) = product.addingReportingOverflow(self % 100 * share / 100)
    return overflow || tooMuch ? .max : sum
  }
}

/// A field of the complaint register.
package enum FieldName: String, CaseIterable, Codable, Hashable, Sendable, CodingKeyRepresentable {
  /// The problem in one line (S1-30).
  case problem
  /// What the customer asks for, in their own words (S0-28).
  case demand
  /// Demands other than money (S1-16).
  case otherDemands = "other_demands"
  /// The customer's own idea of a solution (S1-12).
  case ownProposal = "own_proposal"
  /// The form of address or name (S0-33).
  case customer
  /// The company a customer speaks for (S1-1).
  case company
  case address
  case phone
  case email
  /// The order, ticket or contract number (S4-20).
  case order
  /// Product or service concerned (S1-5).
  case product
  case specification
  case batch
  case productionDate = "production_date"
  case purchasedOn = "purchased_on"
  /// When it happened (S4-22).
  case happenedOn = "happened_on"
  case place
  /// Who was involved (S4-22).
  case people
  /// Receipt, photos, goods kept: helpful, never a precondition (S3-16).
  case evidence
  /// What the customer says happened (S0-35).
  case customerAccount = "customer_account"
  /// What our records and staff say happened (S0-35).
  case staffAccount = "staff_account"
  /// What was found out (S0-12).
  case finding
  /// What the customer lost: time, money, an occasion.
  case loss
  /// What it cost the customer, in money (S0-22).
  case lossAmount = "loss_amount"
  /// What was paid for what the complaint is about, in money.
  case price
  /// What every further hour costs the customer, in money (S1-24).
  case lossPerHour = "loss_per_hour"
  /// The number under which the competent authority has found a breach (S0-1).
  case authorityReference = "authority_reference"
  /// Who else knows of it and was asked: the end user, the shop, the courier (S1-15).
  case elsewhere
  /// How the customer is helped to see that a demand has no ground (S1-15).
  case explanationPlan = "explanation_plan"
  /// The department it was found to lie with (S2-41); never a person.
  case department

  /// Whether it holds an amount of money.
  package var isMoney: Bool { self == .lossAmount || self == .price || self == .lossPerHour }
}

package import Vocabulary

/// What a remedy is weighed against.
extension Case {
  /// What moves a limit. Whose fault it was counts once something was found out (S0-35): a tick
  /// without a finding moves nothing.
  package var weighing: Weighing {
    Weighing(
      fault: fields[.finding]?.value == nil ? nil : classification.fault,
      loss: money(in: .lossAmount))
  }

  /// The money a field holds; nil where it holds none.
  package func money(in field: FieldName) -> Money? {
    fields[field]?.value.flatMap { Money($0, currency: "") }
  }

  /// What an option comes to, with all that was given in money before, in hundredths of the price.
  ///
  /// - Parameter option: what would be given.
  /// - Returns: per cent; nil while no price is on file in that currency, and for what takes no money.
  package func share(ofPriceIn option: PlanOption) -> Int? {
    guard let price = money(in: .price), price.minor > 0, let amount = option.amount,
      amount.currency == price.currency
    else { return nil }
    let earlier = settledOptions.compactMap(\.amount).filter { $0.currency == price.currency }
    let whole = earlier.reduce(Double(amount.minor)) { $0 + Double($1.minor) }
    return Int(min(100_000, (whole / Double(price.minor) * 100).rounded(.up)))
  }
}

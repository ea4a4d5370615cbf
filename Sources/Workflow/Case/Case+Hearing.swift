import Vocabulary

extension Case {
  /// Whether this customer came to us before, with this matter or another one.
  package var isBack: Bool { returns > 0 || earlier != nil }

  /// Whether the heat rose by two levels from one of the customer's last messages to the next.
  package var heatRoseFast: Bool {
    let levels = HeatLevel.allCases
    var later: Int?
    for message in messages.suffix(12).reversed() where message.isFromCustomer {
      guard let height = message.heat.flatMap({ levels.firstIndex(of: $0) }) else { continue }
      if let later, later - height >= 2 { return true }
      later = height
    }
    return false
  }

  /// Turns more than the procedure says that the customer is heard before step 1 may be left while
  /// they are upset; fewer where negative.
  ///
  /// A customer who is back and whose heat rises fast gets one more (S0-6).
  package func extraTurns(by rules: Rules) -> Int {
    let seen = tags.reduce(0) { $0 + (rules.hearing[$1] ?? 0) }
    return max(-1, min(2, seen + (isBack && heatRoseFast ? 1 : 0)))
  }
}

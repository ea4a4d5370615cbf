/// An amount of money in one currency.
package struct Money: Hashable, Codable, Sendable {
  /// Hundredths of the currency's unit; may not be negative in a remedy.
  package var minor: Int64
  /// The ISO 4217 code, such as `CNY`.
  package var currency: String

  package init(minor: Int64, currency: String) {
    self.minor = minor
    self.currency = currency
  }

  /// The amount written as `89`, `89.5` or `CNY 89.50`; nil for anything else, for more than two
  /// decimals, or for a negative amount.
  ///
  /// - Parameters:
  ///   - text: what a person typed.
  ///   - currency: the code taken where the text names none.
  package init?(_ text: String, currency: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard parts[0].count == 3, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }) else {
        return nil
      }
      self.currency = parts[0].uppercased()
    } else {
      self.currency = currency
    }
    let digits = last.split(separator: ".", omittingEmptySubsequences: false)
    // A sign is no digit: “-0.5” must not pass as half a unit.
    guard digits.count <= 2, digits.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let units = Int64(digits[0])
    else { return nil }
    var cents: Int64 = 0
    if digits.count == 2 {
      guard (1...2).contains(digits[1].count), let value = Int64(digits[1]) else { return nil }
      cents = digits[1].count == 1 ? value * 10 : value
    }
    let (hundreds, overflow) = units.multipliedReportingOverflow(by: 100)
    let (sum, tooMuch) = hundreds.addingReportingOverflow(cents)
    guard !overflow, !tooMuch else { return nil }
    minor = sum
  }
}

extension Money: CustomStringConvertible {
  /// The code and the amount, without decimals where there are none: `CNY 89.50`.
  package var description: String {
    let units = (minor / 100).magnitude
    let cents = (minor % 100).magnitude
    let amount = "\(minor < 0 ? "-" : "")\(units)"
    return cents == 0
      ? "\(currency) \(amount)" : "\(currency) \(amount).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension Character {
  /// Whether this is one of 0 to 9 as everybody types them.
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

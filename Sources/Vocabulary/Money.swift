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

  /// The amount written as `89`, `89.5`, `1,299.00`, `CNY 89.50`, `£18.40`, `NT$890` or `890元`;
  /// nil for anything else, for more than two decimals, or for a negative amount.
  ///
  /// - Parameters:
  ///   - text: what a person typed.
  ///   - currency: the code taken where the text names none, and where a sign stands for several
  ///     currencies of which this is one: `$` on a Canadian desk is a Canadian dollar.
  package init?(_ text: String, currency: String) {
    let plain = text.halfWidth
    let isNumeral: (Character) -> Bool = { $0.isASCIIDigit || $0 == "." || $0 == "," }
    guard let start = plain.firstIndex(where: isNumeral),
      let last = plain.lastIndex(where: isNumeral)
    else { return nil }
    let before = plain[..<start].filter { !$0.isWhitespace }
    let after = plain[plain.index(after: last)...].filter { !$0.isWhitespace }
    guard before.isEmpty || after.isEmpty else { return nil }
    let unit = before + after
    guard let code = unit.isEmpty ? currency : Money.code(of: unit, usual: currency),
      let minor = Money.hundredths(plain[start...last])
    else { return nil }
    self.currency = code
    self.minor = minor
  }

  /// Hundredths in a number with a point before the decimals and commas between thousands.
  private static func hundredths(_ number: Substring) -> Int64? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let units = whole(parts[0]) else { return nil }
    var cents: Int64 = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isASCIIDigit),
        let value = Int64(parts[1])
      else { return nil }
      cents = parts[1].count == 1 ? value * 10 : value
    }
    let (hundreds, overflow) = units.multipliedReportingOverflow(by: 100)
    let (sum, tooMuch) = hundreds.addingReportingOverflow(cents)
    return overflow || tooMuch ? nil : sum
  }

  /// A whole number; commas stand between thousands or not at all.
  private static func whole(_ digits: Substring) -> Int64? {
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    return Int64(groups.joined())
  }

  /// The currencies a sign or a word stands for, the usual one first.
  private static let units: [String: [String]] = [
    "$": ["USD", "TWD", "HKD", "AUD", "CAD", "NZD", "SGD", "MXN"], "US$": ["USD"],
    "NT$": ["TWD"], "NT": ["TWD"], "HK$": ["HKD"], "A$": ["AUD"], "C$": ["CAD"],
    "S$": ["SGD"], "£": ["GBP"], "€": ["EUR"], "¥": ["CNY", "JPY"], "JP¥": ["JPY"],
    "RMB": ["CNY"], "元": ["CNY", "TWD", "HKD", "USD"], "圓": ["TWD", "JPY"],
    "块": ["CNY"], "塊": ["TWD"], "人民币": ["CNY"], "人民幣": ["CNY"], "新台币": ["TWD"],
    "新台幣": ["TWD"], "新臺幣": ["TWD"],
  ]

  /// The code a sign, a word or a code stands for.
  private static func code(of unit: String, usual: String) -> String? {
    let unit = unit.uppercased()
    if let codes = units[unit] { return codes.contains(usual) ? usual : codes.first }
    return unit.count == 3 && unit.allSatisfy { $0.isASCII && $0.isLetter } ? unit : nil
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

extension String {
  /// The text with what an input method writes in full width as everybody else does.
  fileprivate var halfWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
          case 0xFFE1: "£"
          case 0xFFE5: "¥"
          default: scalar
          }
        }))
  }
}

package import Vocabulary

/// How an amount of money is written in one language.
package struct MoneyWords: Equatable, Sendable {
  package let language: LanguageTag

  package init(_ language: LanguageTag) { self.language = language }

  /// Signs that stand before the amount, where every reader knows them.
  private static let signs = [
    "USD": "$", "CNY": "¥", "TWD": "NT$", "GBP": "£", "EUR": "€", "HKD": "HK$", "JPY": "JP¥",
  ]

  /// The amount as lists and forms show it: `$30`, `¥89.50`, `NT$890`, `CHF 12`.
  package func shown(_ money: Money) -> String {
    let number = digits(money)
    guard let sign = MoneyWords.signs[money.currency] else { return "\(money.currency) \(number)" }
    return sign + number
  }

  /// The amount as a sentence to the customer says it: `$30`, 89元, 890 元.
  package func spoken(_ money: Money) -> String {
    switch (language, money.currency) {
    case (.zhHans, "CNY"): digits(money) + "元"
    case (.zhHant, "TWD"): digits(money) + " 元"
    default: shown(money)
    }
  }

  /// Whole units in groups of three, and two decimals where there are any.
  private func digits(_ money: Money) -> String {
    let magnitude = money.minor.magnitude
    let units = String(magnitude / 100)
    var grouped = ""
    for (place, digit) in units.reversed().enumerated() {
      if place > 0, place % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let cents = magnitude % 100
    let decimals = cents == 0 ? "" : ".\(cents < 10 ? "0" : "")\(cents)"
    return (money.minor < 0 ? "-" : "") + String(grouped.reversed()) + decimals
  }
}

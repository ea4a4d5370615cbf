import Vocabulary

/// A sum of money named in a text.
struct Sum: Equatable, Sendable {
  var money: Money
  /// In folded scalars, the sign or unit of the currency included.
  var range: Range<Int>

  /// All sums in `text`, in the order they stand; linear.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - usual: the currency where the words leave it open, such as 元.
  ///   - alone: whether a number of three to six digits is a sum without a sign or unit where no
  ///     word follows that it could count: customers leave it out, as in 補差價8000？
  /// - Returns: sums up to ten thousand million; what is longer is no sum.
  static func all(in text: FoldedText, usually usual: String, alone: Bool = false) -> [Sum] {
    var sums: [Sum] = []
    var index = 0
    while index < text.count {
      guard Detail.isDigit(text.at(index)) else {
        index += 1
        continue
      }
      let start = index
      var units: Int64 = 0
      var cents: Int64 = 0
      var decimals: Int?
      var isTooLong = false
      scan: while index < text.count {
        let scalar = text.at(index)
        switch scalar {
        case 0x30...0x39:
          let digit = Int64(scalar - 0x30)
          if let places = decimals {
            if places < 2 { cents = cents * 10 + digit }
            decimals = places + 1
          } else if units < 10_000_000_000 {
            units = units * 10 + digit
          } else {
            isTooLong = true
          }
        case 0x2C where decimals == nil && Detail.isDigit(text.at(index + 1)): break
        case 0x2E where decimals == nil && Detail.isDigit(text.at(index + 1)): decimals = 0
        default: break scan
        }
        index += 1
      }
      if decimals == 1 { cents *= 10 }
      guard !isTooLong,
        let (currency, range) = currency(of: start..<index, in: text, usually: usual)
          ?? (alone ? lone(start..<index, units, in: text, usually: usual) : nil)
      else { continue }
      let factor: Int64 = text.at(index) == 0x4E07 ? 10_000 : 1
      sums.append(
        Sum(money: Money(minor: (units * 100 + cents) * factor, currency: currency), range: range))
    }
    return sums
  }

  private static func lone(
    _ number: Range<Int>, _ units: Int64, in text: FoldedText, usually usual: String
  ) -> (currency: String, range: Range<Int>)? {
    let table = ScalarTable.shared
    let counts = [ScalarTable.Kind.letter, .digit, .han]
    let end = text.at(number.upperBound) == 0x20 ? number.upperBound + 1 : number.upperBound
    guard !usual.isEmpty, 100...999_999 ~= units,
      end >= text.count || !counts.contains(table.kind(text.at(end)))
    else { return nil }
    return (usual, number)
  }

  private static let before: [(sign: [UInt32], currency: String?)] = [
    ("nt$", "TWD"), ("us$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "CNY"), ("￥", "CNY"),
    ("rmb", "CNY"), ("$", nil),
  ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }

  private static let behind: [(unit: [UInt32], currency: String?)] = [
    ("万元", nil), ("万块", nil), ("元", nil), ("块", nil), ("圆", nil), ("人民币", "CNY"),
    ("台币", "TWD"), ("美元", "USD"), ("美金", "USD"), ("英镑", "GBP"), ("pounds", "GBP"), ("dollars", nil),
    ("euros", "EUR"),
    ("yuan", "CNY"),
  ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }

  private static func currency(
    of number: Range<Int>, in text: FoldedText, usually usual: String
  ) -> (currency: String, range: Range<Int>)? {
    for (sign, currency) in before where text.stands(sign, endingAt: number.lowerBound) {
      let named = currency ?? (usual == "TWD" ? "TWD" : "USD")
      return (named, number.lowerBound - sign.count..<number.upperBound)
    }
    let end = text.at(number.upperBound) == 0x20 ? number.upperBound + 1 : number.upperBound
    for (unit, currency) in behind where text.stands(unit, endingAt: end + unit.count) {
      return (currency ?? (usual.isEmpty ? "USD" : usual), number.lowerBound..<end + unit.count)
    }
    return nil
  }
}

extension FoldedText {
  /// Whether `words` stand right before `end`.
  fileprivate func stands(_ words: [UInt32], endingAt end: Int) -> Bool {
    let start = end - words.count
    guard start >= 0, end <= count else { return false }
    for (offset, scalar) in words.enumerated() where at(start + offset) != scalar { return false }
    return true
  }
}

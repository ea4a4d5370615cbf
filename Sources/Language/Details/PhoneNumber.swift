/// Tells phone numbers from other numbers by how they are written in the countries of the desk.
enum PhoneNumber {
  enum Kind: Equatable, Sendable { case personal, hotline }

  /// What kind of phone number `value` is, or nil for none.
  ///
  /// - Parameters:
  ///   - value: digits in ASCII, with `+` before a country code.
  ///   - groups: how many digits stand in each group as it was written.
  ///   - isNamed: whether a word before it says it is one.
  /// - Returns: the kind, or nil when it is more likely something else.
  static func kind(_ value: [UInt8], groups: [Int], isNamed: Bool) -> Kind? {
    let text = String(decoding: value, as: UTF8.self)
    if text.hasPrefix("+") {
      let digits = text.dropFirst()
      return (8...15).contains(digits.count) && digits.first != "0" ? .personal : nil
    }
    if isHotline(text) { return .hotline }
    if isMainlandMobile(text[...]) || isTaiwanMobile(text) { return .personal }
    if text.hasPrefix("86"), isMainlandMobile(text.dropFirst(2)) { return .personal }
    if text.hasPrefix("0086"), isMainlandMobile(text.dropFirst(4)) { return .personal }
    if text.hasPrefix("07"), text.count == 11 { return .personal }
    // Landlines and American numbers look like any other number unless grouped or named.
    let isLandline =
      groups.count >= 2 && (2...5).contains(groups[0])
      && groups.dropFirst().allSatisfy { $0 >= 3 }
    if isLandline || isNamed, text.hasPrefix("0"), !text.hasPrefix("00"),
      (9...12).contains(text.count)
    {
      return .personal
    }
    if groups == [3, 3, 4] || (groups == [1, 3, 3, 4] && text.hasPrefix("1")) { return .personal }
    return isNamed && (7...12).contains(text.count) ? .personal : nil
  }

  private static func isMainlandMobile(_ text: Substring) -> Bool {
    guard text.count == 11, text.first == "1", let second = text.dropFirst().first else {
      return false
    }
    return second >= "3"
  }

  private static func isTaiwanMobile(_ text: String) -> Bool {
    text.count == 10 && text.hasPrefix("09")
  }

  private static func isHotline(_ text: String) -> Bool {
    switch text.count {
    case 10:
      // 0800 is free of charge in Taiwan and the United Kingdom.
      text.hasPrefix("400") || text.hasPrefix("800") || text.hasPrefix("0800")
    case 11: text.hasPrefix("0800") || text.hasPrefix("1800")
    case 5: ["100", "123", "955", "953", "966", "115", "111"].contains { text.hasPrefix($0) }
    default: false
    }
  }
}

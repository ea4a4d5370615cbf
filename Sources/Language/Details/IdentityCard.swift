/// Knows identity card numbers by their check digits.
enum IdentityCard {
  /// Whether `value`, in ASCII, is a mainland or Taiwan identity card number.
  static func isValid(_ value: [UInt8]) -> Bool { isMainland(value) || isTaiwan(value) }

  /// Eighteen places: region, date of birth, serial, check (GB 11643).
  static func isMainland(_ value: [UInt8]) -> Bool {
    guard value.count == 18, let last = value.last else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let checks = Array("10x98765432".utf8)
    var sum = 0
    for (digit, weight) in zip(value, weights) {
      guard (0x30...0x39).contains(digit) else { return false }
      sum += Int(digit - 0x30) * weight
    }
    let century = value[6...7]
    guard century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8) else {
      return false
    }
    return last == checks[sum % 11] || (last == 0x58 && checks[sum % 11] == 0x78)
  }

  /// A letter and nine digits.
  static func isTaiwan(_ value: [UInt8]) -> Bool {
    guard value.count == 10, let first = value.first else { return false }
    let letters = Array("abcdefghjklmnpqrstuvxywzio".utf8)
    guard let place = letters.firstIndex(of: first | 0x20) else { return false }
    guard value[1] == 0x31 || value[1] == 0x32 || value[1] == 0x38 || value[1] == 0x39 else {
      return false
    }
    let code = place + 10
    var sum = code / 10 + code % 10 * 9
    for (digit, weight) in zip(value.dropFirst(), [8, 7, 6, 5, 4, 3, 2, 1, 1]) {
      guard (0x30...0x39).contains(digit) else { return false }
      sum += Int(digit - 0x30) * weight
    }
    return sum % 10 == 0
  }
}

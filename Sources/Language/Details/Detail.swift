/// A number or address in a text that says who or what is meant.
struct Detail: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// Somebody's own number.
    case phone
    /// A number anybody may call: 400, 800, short codes.
    case hotline
    case mail
    /// Order, ticket, parcel or contract.
    case order
    /// A mainland or Taiwan identity card.
    case identityCard
  }

  var kind: Kind
  /// The value as the register keeps it: an order as written, in capitals, a phone without
  /// separators.
  var value: String
  /// In folded scalars.
  var range: Range<Int>

  /// All details in `text`, in the order they stand; linear.
  static func all(in text: FoldedText) -> [Detail] {
    var details: [Detail] = []
    var index = 0
    while index < text.count {
      // Most of a Chinese text is none of this.
      if text.kind(index) == .han {
        index += 1
        continue
      }
      if let mail = mail(at: index, in: text) {
        // The part before the sign may have been taken for an id.
        while let last = details.last, last.range.upperBound > mail.range.lowerBound {
          details.removeLast()
        }
        details.append(mail)
        index = mail.range.upperBound
      } else if let token = NumberToken(at: index, in: text) {
        let detail = longest(from: token, in: text)
        if let detail { details.append(detail) }
        index = max((detail?.range ?? token.range).upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return details
  }
}

extension Detail {
  /// The detail in the most groups of `token`: another number may follow after a space.
  private static func longest(from token: NumberToken, in text: FoldedText) -> Detail? {
    guard token.value.count >= fewestSigns else { return nil }
    let name = NumberToken.name(before: token.range.lowerBound, in: text)
    var token: NumberToken? = token
    while let current = token, current.value.count >= fewestSigns, !current.isDate {
      if let detail = current.detail(named: name, in: text) { return detail }
      token = current.shortened
    }
    return nil
  }

  /// No order and no phone is shorter.
  private static let fewestSigns = 4

  /// Longest part of an address before its sign.
  private static let longestLocalPart = 64
  private static let longestDomain = 253

  private static func mail(at sign: Int, in text: FoldedText) -> Detail? {
    guard text.at(sign) == 0x40 else { return nil }
    var start = sign
    while sign - start < longestLocalPart, isLocal(text.at(start - 1)) { start -= 1 }
    while start < sign, text.at(start) == 0x2E { start += 1 }
    var end = sign + 1
    while end - sign <= longestDomain, isDomain(text.at(end)) { end += 1 }
    while end > sign, text.at(end - 1) == 0x2E || text.at(end - 1) == 0x2D { end -= 1 }
    guard start < sign, end > sign + 1 else { return nil }
    // The last label is letters, and something stands before it.
    var label = end
    while label > sign + 1, isLetter(text.at(label - 1)) { label -= 1 }
    guard end - label >= 2, label > sign + 2, text.at(label - 1) == 0x2E else { return nil }
    return Detail(kind: .mail, value: text.text(start..<end), range: start..<end)
  }

  static func isLetter(_ scalar: UInt32) -> Bool { scalar >= 0x61 && scalar <= 0x7A }
  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  private static func isLocal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x5F, 0x2D, 0x2B, 0x25: true
    default: isLetter(scalar) || isDigit(scalar)
    }
  }

  private static func isDomain(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == 0x2E || scalar == 0x2D
  }
}

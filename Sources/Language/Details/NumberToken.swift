/// A run of digits with its separators, or an id of letters and digits, as it stands in a text.
struct NumberToken {
  /// In folded scalars, separators included.
  let range: Range<Int>
  /// Digits and letters alone, a leading `+` kept.
  let value: [UInt8]
  /// How many digits stand in each group between separators.
  let groups: [Int]
  private let hasLetters: Bool
  /// Where each group ends in the text.
  private let groupEnds: [Int]

  private static let longest = 40
  /// A group this long is a number of its own; what follows a space is another one.
  private static let wholeGroup = 9
  /// No number is written in more groups.
  private static let mostGroups = 6

  /// The token that begins at `index`, if one does.
  init?(at index: Int, in text: FoldedText) {
    let first = text.at(index)
    let before = text.at(index - 1)
    guard !Detail.isLetter(before), !Detail.isDigit(before) else { return nil }
    if Detail.isDigit(first) || first == 0x2B || first == 0x28 {
      if let mixed = NumberToken(identifierAt: index, in: text), mixed.hasLetters {
        self = mixed
      } else {
        self.init(numberAt: index, in: text)
      }
    } else if Detail.isLetter(first) {
      self.init(identifierAt: index, in: text)
    } else {
      return nil
    }
  }

  /// Digits with single spaces, hyphens, dots or brackets between them.
  private init?(numberAt index: Int, in text: FoldedText) {
    var value: [UInt8] = []
    var end = index
    var lastDigit = index
    var groups = [0]
    var groupEnds: [Int] = []
    var separators = 0
    while end - index < NumberToken.longest {
      let scalar = text.at(end)
      if Detail.isDigit(scalar) {
        value.append(UInt8(truncatingIfNeeded: scalar))
        if separators > 0, groups != [0] { groups.append(0) }
        groups[groups.count - 1] += 1
        groupEnds = groupEnds.prefix(groups.count - 1) + [end + 1]
        separators = 0
        lastDigit = end + 1
      } else if scalar == 0x2B, end == index {
        value.append(0x2B)
      } else if NumberToken.isSeparator(scalar), separators < 2,
        groups[groups.count - 1] < NumberToken.wholeGroup,
        groups.count < NumberToken.mostGroups
      {
        separators += 1
      } else {
        break
      }
      end += 1
    }
    guard value.contains(where: { $0 != 0x2B }) else { return nil }
    range = index..<lastDigit
    self.value = value
    self.groups = groups
    hasLetters = false
    self.groupEnds = groupEnds
  }

  /// Letters and digits, hyphens between them, with a digit somewhere.
  private init?(identifierAt index: Int, in text: FoldedText) {
    var end = index
    var digits = 0
    var letters = 0
    while end - index < NumberToken.longest {
      let scalar = text.at(end)
      if Detail.isDigit(scalar) {
        digits += 1
      } else if Detail.isLetter(scalar) {
        letters += 1
      } else if scalar != 0x2D, scalar != 0x5F {
        break
      }
      end += 1
    }
    while end > index, text.at(end - 1) == 0x2D || text.at(end - 1) == 0x5F { end -= 1 }
    // Every word comes by here, so nothing is written down before a digit was seen.
    guard digits > 0, end - index >= 4 else { return nil }
    range = index..<end
    value = text.scalars[range].map { UInt8(truncatingIfNeeded: $0) }
    groups = [digits]
    hasLetters = letters > 0
    groupEnds = [end]
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x2D, 0x2E, 0x28, 0x29: true
    default: false
    }
  }

  /// The digits alone.
  var digits: [UInt8] { value.filter { $0 >= 0x30 && $0 <= 0x39 } }

  private var text: String { String(decoding: value, as: UTF8.self) }

  /// What the token is, or nil when it is nothing the register wants.
  func detail(named name: Name?, in text: FoldedText) -> Detail? {
    func detail(_ kind: Detail.Kind) -> Detail {
      // People copy an order number with its hyphens, and look it up so.
      let value = kind == .order ? text.text(range) : self.text
      return Detail(kind: kind, value: value.uppercased(), range: range)
    }
    if IdentityCard.isValid(value) { return detail(.identityCard) }

    if name == .order, value.count >= 4, digits.count >= 3, !isDate, !isMeasured(in: text) {
      return detail(.order)
    }
    if name == nil, isReference, isBrought(in: text) { return detail(.order) }
    guard !hasLetters else { return nil }
    switch PhoneNumber.kind(value, groups: groups, isNamed: name == .phone) {
    case .personal: return detail(.phone)
    case .hotline: return detail(.hotline)
    case nil: break
    }
    // A message of nothing but a long number answers “which order?”.
    let isAlone = range.lowerBound == 0 && range.upperBound == text.count
    return isAlone && groups.count == 1 && (8...24).contains(value.count) && value.first != 0x2B
      ? detail(.order) : nil
  }

  /// A few letters with a number behind them, as `CK-71825`.
  private var isReference: Bool {
    let letters = value.prefix { Detail.isLetter(UInt32($0)) }
    let rest = value.dropFirst(letters.count)
    let number = rest.first == 0x2D ? rest.dropFirst() : rest
    return (1...4).contains(letters.count) && number.count >= 4
      && number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether the message does nothing but name it, as an answer to “which order?” does: it is all
  /// there is, or it is brought in by “it's”.
  private func isBrought(in text: FoldedText) -> Bool {
    var end = range.lowerBound
    while end > 0, [0x20, 0x3A, 0x2C].contains(text.at(end - 1)) { end -= 1 }
    let words = ["it's", "its", "it is", "that's", "this is", "这是", "是", "它是"]
    if words.contains(where: { text.ends(Array($0.unicodeScalars.map(\.value)), at: end) }) {
      return true
    }
    return end == 0 && text.count - range.upperBound <= 2
  }

  /// A year with a month after it.
  var isDate: Bool {
    groups.count >= 2 && groups[0] == 4 && groups[1] <= 2
      && (value.starts(with: "20".utf8) || value.starts(with: "19".utf8))
  }

  /// The token without its last group, or nil when it has but one.
  var shortened: NumberToken? {
    guard groups.count > 1, let last = groups.last else { return nil }
    return NumberToken(
      range: range.lowerBound..<groupEnds[groupEnds.count - 2], value: value.dropLast(last),
      groups: groups.dropLast(), hasLetters: hasLetters, groupEnds: groupEnds.dropLast())
  }

  private init(
    range: Range<Int>, value: [UInt8], groups: [Int], hasLetters: Bool, groupEnds: [Int]
  ) {
    self.range = range
    self.value = value
    self.groups = groups
    self.hasLetters = hasLetters
    self.groupEnds = groupEnds
  }

  private static let measures = Set("元块个件天年月日号小分万%".unicodeScalars.map(\.value))

  /// Whether a unit follows, so that the number counts something.
  private func isMeasured(in text: FoldedText) -> Bool {
    NumberToken.measures.contains(text.at(range.upperBound))
  }
}

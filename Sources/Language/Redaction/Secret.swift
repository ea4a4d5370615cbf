/// Finds passwords and one-time codes by the words that stand beside them.
///
/// These words are fixed, not content: what must never be stored may not depend on a file an
/// organisation can edit.
enum Secret {
  private struct Word: Sendable {
    var text: [UInt32]
    var kind: Redaction.Kind
    /// Whether “is” or a colon must follow, since the word alone may mean another code.
    var needsLink: Bool

    init(_ text: String, _ kind: Redaction.Kind, needsLink: Bool = false) {
      self.text = Folding.fold(text).scalars
      self.kind = kind
      self.needsLink = needsLink
    }
  }

  private static let words: [Word] =
    [
      "密码", "口令", "password", "passwd", "pwd", "passcode", "pass word", "cvv", "cvc", "cvv2",
      "security code", "安全码", "pin", "pin number", "pin码",
    ].map { Word($0, .password) }
    + [
      "验证码", "校验码", "动态码", "认证码", "动态密码", "otp", "one-time code",
      "one time code", "one-time password", "one time password", "verification code",
      "verify code", "auth code", "authentication code", "login code", "sms code", "2fa code",
    ].map { Word($0, .oneTimeCode) }
    + ["the code", "my code"].map { Word($0, .oneTimeCode, needsLink: true) }

  private static let finder = LiteralAutomaton(words.map(\.text))

  /// Where secrets stand in `text`, in folded scalars; linear.
  static func all(in text: FoldedText) -> [(range: Range<Int>, kind: Redaction.Kind)] {
    var found: [(range: Range<Int>, kind: Redaction.Kind)] = []
    finder.run { finder in
      var state: Int32 = 0
      var steps = 0
      for index in 0..<text.count {
        state = finder.advance(state, over: text.scalars[index], &steps)
        guard state != 0 else { continue }
        finder.found(at: state) { name in
          let word = index + 1 - words[name].text.count..<index + 1
          guard text.isWordStart(word.lowerBound), isWordEnd(word.upperBound, text),
            let value = value(after: word.upperBound, text, words[name])
              ?? value(before: word.lowerBound, text, words[name].kind)
          else { return }
          found.append((value, words[name].kind))
        }
      }
    }
    return found
  }

  /// A code may follow the word without a space: `otp123456`.
  private static func isWordEnd(_ index: Int, _ text: FoldedText) -> Bool {
    text.isWordEnd(index) || Detail.isDigit(text.at(index))
  }

  /// Words between the name and the value, folded.
  private static let links: [[UInt32]] = ["是", "为", "就是", "改成", "设成", "is", "was", "=", "->"]
    .map { $0.unicodeScalars.map(\.value) }

  private static func value(
    after end: Int, _ text: FoldedText, _ word: Word
  ) -> Range<Int>? {
    var start = end
    var isNamed = false
    for _ in 0..<6 {
      if let link = links.first(where: {
        text.begins($0, at: start) && text.isWordEnd(start + $0.count)
      }) {
        start += link.count
        isNamed = true
        continue
      }
      switch text.at(start) {
      case 0x3A:
        isNamed = true
        start += 1
      case 0x20, 0x22, 0x201C, 0x300C, 0x5B, 0x3010, 0x28: start += 1
      default:
        return isNamed || !word.needsLink
          ? token(at: start, text, word.kind, isNamed: isNamed) : nil
      }
    }
    return nil
  }

  private static let longest = 64

  private static func token(
    at start: Int, _ text: FoldedText, _ kind: Redaction.Kind, isNamed: Bool
  ) -> Range<Int>? {
    var end = start
    var digits = 0
    var letters = 0
    while end - start < longest, isValue(text.at(end)) {
      if Detail.isDigit(text.at(end)) { digits += 1 }
      if Detail.isLetter(text.at(end)) { letters += 1 }
      end += 1
    }
    // A stop or comma after the value belongs to the sentence.
    while end > start, [0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x29].contains(text.at(end - 1)) { end -= 1 }
    let length = end - start
    switch kind {
    case .oneTimeCode, .card:
      // Codes come in groups too: 123 456.
      if digits == length, length == 3, text.at(end) == 0x20 || text.at(end) == 0x2D,
        (1...3).allSatisfy({ Detail.isDigit(text.at(end + $0)) }), !Detail.isDigit(text.at(end + 4))
      {
        return start..<end + 4
      }
      return (4...10).contains(length) && digits >= 3 && letters + digits == length
        ? start..<end : nil
    case .password:
      guard length >= 3 else { return nil }
      if digits > 0 { return digits >= 3 || length >= 5 ? start..<end : nil }
      // A word without digits is a password only where it is named and is no remark about one.
      return isNamed && length >= 4 && !remarks.contains(text.text(start..<end))
        ? start..<end : nil
    }
  }

  /// `123456 是验证码`, `123456 is my code`.
  private static func value(
    before start: Int, _ text: FoldedText, _ kind: Redaction.Kind
  ) -> Range<Int>? {
    guard kind == .oneTimeCode else { return nil }
    var end = start
    for link in ["的", "你", "您", "我", "收到", "是", "为", "my ", "the ", "your ", "is ", " "] {
      let link = link.unicodeScalars.map(\.value)
      if end >= link.count, text.begins(link, at: end - link.count) { end -= link.count }
    }
    guard end < start else { return nil }
    var first = end
    while end - first <= 8, Detail.isDigit(text.at(first - 1)) { first -= 1 }
    return (4...8).contains(end - first) ? first..<end : nil
  }

  /// What people say about a password rather than the password.
  private static let remarks: Set<String> = [
    "wrong", "incorrect", "invalid", "expired", "correct", "right", "reset", "being", "working",
    "changed", "rejected", "accepted", "required", "needed", "locked", "blocked", "missing",
    "forgotten", "unknown", "never", "always", "still", "just", "what", "that", "this", "fine",
    "good", "same", "the", "not", "different", "compromised", "stolen", "leaked", "secure", "safe",
    "weak", "strong", "saved", "stored", "encrypted", "refused", "denied", "gone", "there",
    "asking",
    "asked", "set", "also", "definitely", "really", "because", "when", "where", "sent", "too",
    "okay",
  ]

  private static func isValue(_ scalar: UInt32) -> Bool { scalar > 0x20 && scalar < 0x7F }
}

extension FoldedText {
  /// Whether `words` stand at `start`.
  func begins(_ words: [UInt32], at start: Int) -> Bool {
    for (offset, scalar) in words.enumerated() where at(start + offset) != scalar { return false }
    return true
  }
}

/// What stands between two phrases that are put in one behind the other.
struct Joint {
  /// Sentences of a mail are paragraphs.
  var isMail: Bool
  /// The language puts blanks between sentences; Chinese runs on.
  var isSpaced: Bool

  /// What belongs between two pieces of text.
  ///
  /// - Parameters:
  ///   - before: what stands first.
  ///   - after: what follows it.
  /// - Returns: blanks or line breaks; empty where one of the two brings them along.
  func between(_ before: some StringProtocol, _ after: some StringProtocol) -> String {
    guard let last = before.last, let first = after.first, !last.isWhitespace,
      !first.isWhitespace, !Joint.openers.contains(last), !Joint.closers.contains(first)
    else { return "" }
    // A salutation ends in a comma.
    if isMail, Joint.closers.contains(last) { return "\n\n" }
    guard !isSpaced else { return " " }
    return last.isLatin && first.isLatin ? " " : ""
  }

  private static let openers: Set<Character> = ["(", "[", "“", "‘", "「", "『", "（", "《", "/"]
  private static let closers: Set<Character> = [
    ".", ",", "!", "?", ":", ";", ")", "]", "”", "’", "…", "。", "，", "！", "？", "：", "；", "）", "」",
    "』", "》", "、",
  ]
}

extension Character {
  /// Whether it belongs to a word that is set off by blanks.
  fileprivate var isLatin: Bool { isASCII && (isLetter || isNumber) }
}

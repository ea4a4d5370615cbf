/// How the unsent words of a case, one text a mode, become the one text that is kept.
///
/// A reply alone is kept as it is. Further modes follow behind a record separator and their name;
/// such a separator in the words themselves would be a control character nobody typed, and is taken
/// out. Texts are cut between scalars: words may begin with a combining mark, which would make one
/// character with the colon before it.
package enum DraftCoding {
  private static let separator: Unicode.Scalar = "\u{1E}"

  /// The text to keep.
  ///
  /// - Parameter drafts: the unsent words by mode.
  /// - Returns: empty when there are none.
  package static func text(of drafts: [ComposerMode: String]) -> String {
    var text = drafts[.reply].map(clean) ?? ""
    for mode in ComposerMode.allCases where mode != .reply {
      if let words = drafts[mode], !words.isEmpty {
        text += "\(separator)\(mode.rawValue):\(clean(words))"
      }
    }
    return text
  }

  /// The unsent words in a kept text.
  ///
  /// - Parameter text: as made by ``text(of:)``.
  /// - Returns: by mode, without empty ones; a mode that is not known goes to the reply, so that
  ///   nothing is lost.
  package static func drafts(in text: String) -> [ComposerMode: String] {
    var drafts: [ComposerMode: String] = [:]
    let parts = text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      var mode = ComposerMode.reply
      var words = Substring(part)
      if place > 0, let colon = part.firstIndex(of: ":"),
        let named = ComposerMode(rawValue: String(part[..<colon]))
      {
        mode = named
        words = Substring(part[part.index(after: colon)...])
      }
      guard !words.isEmpty else { continue }
      drafts[mode] = drafts[mode].map { "\($0)\n\(words)" } ?? String(words)
    }
    return drafts
  }

  private static func clean(_ words: String) -> String {
    guard words.utf8.contains(0x1E) else { return words }
    return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0 != separator }))
  }
}

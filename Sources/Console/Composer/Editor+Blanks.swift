/// Blanks that a better wording leaves to be filled: `{by when}`.
extension Editor {
  /// Letters a blank has at most; braces further apart are something else.
  private static let longestBlank = 40

  /// The blank that begins at a place.
  private func blank(at start: String.Index) -> Range<String.Index>? {
    guard text[start...].first == "{" else { return nil }
    let inner = text[text.index(after: start)...].prefix(Editor.longestBlank)
    guard let end = inner.firstIndex(of: "}"), end > inner.startIndex,
      !inner[..<end].contains(where: { $0 == "{" || $0.isNewline })
    else { return nil }
    return start..<text.index(after: end)
  }

  /// The first blank behind the caret, or from the beginning where there is none behind it.
  private var nextBlank: Range<String.Index>? {
    let behind = text[caret...].indices.dropFirst()
    return behind.lazy.compactMap(blank(at:)).first
      ?? text.indices.lazy.compactMap(blank(at:)).first
  }

  /// Moves to the next blank.
  ///
  /// - Returns: false where there is none.
  mutating func moveToBlank() -> Bool {
    guard let blank = nextBlank else { return false }
    move(to: blank.lowerBound)
    return true
  }

  /// Puts words in the place of the blank at the caret, as one thing to undo.
  ///
  /// - Returns: false where the caret stands before none.
  mutating func fillBlank(with words: String) -> Bool {
    guard let blank = blank(at: caret) else { return false }
    let start = text.utf8.distance(from: text.startIndex, to: blank.lowerBound)
    let length = text[blank].utf8.count
    replace(utf8: start..<start + length, with: words)
    return true
  }
}

/// Brings the many ways of writing one word to one form.
///
/// Traditional letters become simplified, full-width forms ASCII, capitals small, accents and
/// marks without width go, runs of white space become one space (or one line end, where they hold
/// one), and letters spaced out to slip past a list (`f u c k`) close up. Linear in the text.
package enum Folding {
  /// The folded form of `text`.
  package static func fold(_ text: String) -> FoldedText {
    let table = ScalarTable.shared
    var result = FoldedText()
    result.reserve(text.utf8.count / 2 + 8)
    var index = 0
    var inSpace = false
    var mayBeSpacedOut = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let folded = value < 0x10000 ? UInt32(table.folded[Int(value)]) : value
      let kind = table.kind(folded)
      switch kind {
      case .ignored:
        if !inSpace { result.extendLast(to: index + 1) }
      case .space, .newline:
        if inSpace {
          result.extendLast(to: index + 1)
        } else {
          result.append(0x20, .space, start: index)
          inSpace = true
        }
        if kind == .newline { result.makeLastNewline() }
      case .letter:
        result.append(folded, .letter, start: index)
        inSpace = false
        // A letter, one other sign, a letter: worth a second look.
        let count = result.count
        if !isLetter(result.at(count - 2)), isLetter(result.at(count - 3)) {
          mayBeSpacedOut = true
        }
      case .other, .digit, .han:
        result.append(folded, kind, start: index)
        inSpace = false
      }
      index += 1
    }
    result.finish(originalCount: index)
    return mayBeSpacedOut ? closeSpacedLetters(result) : result
  }

  /// The folded form as text, for comparing two wordings.
  package static func key(_ text: String) -> String {
    let folded = fold(text)
    return folded.text(0..<folded.count)
  }

  @inline(__always)
  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar >= 0x61 && scalar <= 0x7A
  }

  /// Closes up runs of three or more lone letters with the same sign between them.
  private static func closeSpacedLetters(_ text: FoldedText) -> FoldedText {
    var dropped: [Int] = []
    var index = 0
    while index < text.count {
      guard isLetter(text.at(index)), !isLetter(text.at(index - 1)) else {
        index += 1
        continue
      }
      let sign = text.at(index + 1)
      var last = index
      if sign == 0x20 || sign == 0x2E || sign == 0x2D || sign == 0x5F || sign == 0x2A {
        while text.at(last + 1) == sign, isLetter(text.at(last + 2)),
          !isLetter(text.at(last + 3))
        {
          last += 2
        }
      }
      if last - index >= 4 {
        dropped.append(contentsOf: stride(from: index + 1, to: last, by: 2))
      }
      index = last + 1
    }
    return dropped.isEmpty ? text : text.without(dropped)
  }
}

/// A Latin word as somebody typed it in a hurry, to be held against how words are spelt: a letter
/// wrong, too many, missing, or two of them swapped.
package struct Misspelling: Sendable {
  private let typed: Word
  /// Slips that are forgiven: two in long words.
  private let most: Int

  /// Shorter words are too much like one another.
  package static let fewestLetters = 4
  /// From so many letters on two slips are forgiven.
  private static let longWord = 8
  private static let mostLetters = 40

  /// A word as it is spelt, with the letters that stand in it.
  package struct Word: Equatable, Sendable {
    let letters: [UInt8]
    /// Bit n: the letter n stands in it.
    let mask: UInt32

    init(_ letters: [UInt8]) {
      self.letters = letters
      mask = letters.reduce(0) { $0 | 1 << UInt32($1 &- UInt8(ascii: "a") & 31) }
    }
  }

  /// - Parameter typed: the word in small letters; nil when it is too short, too long, or holds
  ///   anything but letters.
  init?(_ typed: [UInt8]) {
    guard Misspelling.fewestLetters...Misspelling.mostLetters ~= typed.count,
      typed.allSatisfy(Misspelling.isLetter)
    else { return nil }
    self.typed = Word(typed)
    most = typed.count >= Misspelling.longWord ? 2 : 1
  }

  static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }

  /// How the typed word differs from one as it is spelt, or from its beginning.
  ///
  /// - Parameter word: the word as it is spelt.
  /// - Returns: how many slips, and whether the whole word is meant; nil for too many.
  /// - Complexity: the product of both lengths, mostly far less.
  func slips(from word: Word) -> (count: Int, isWhole: Bool)? {
    let (typed, letters) = (self.typed.letters, word.letters)
    guard letters.count + most >= typed.count,
      (self.typed.mask & ~word.mask).nonzeroBitCount <= most
    else { return nil }
    // Distances of the beginnings of both; a swap of neighbours is one slip.
    let columns = min(letters.count, typed.count + most)
    var rows = [[Int]](repeating: Array(0...columns), count: 3)
    for row in 1...typed.count {
      let (now, above, before) = (row % 3, (row + 2) % 3, (row + 1) % 3)
      rows[now][0] = row
      for column in stride(from: 1, through: columns, by: 1) {
        let isSame = typed[row - 1] == letters[column - 1]
        var least = min(
          rows[above][column - 1] + (isSame ? 0 : 1), rows[above][column] + 1,
          rows[now][column - 1] + 1)
        if row > 1, column > 1, typed[row - 1] == letters[column - 2],
          typed[row - 2] == letters[column - 1]
        {
          least = min(least, rows[before][column - 2] + 1)
        }
        rows[now][column] = least
      }
      if rows[now].min() ?? 0 > most { return nil }
    }
    let last = rows[typed.count % 3]
    let whole = columns == letters.count ? last[columns] : .max
    if whole <= most { return (whole, true) }
    let beginning = last.dropFirst(max(1, typed.count - most)).min() ?? .max
    return beginning <= most ? (beginning, false) : nil
  }
}

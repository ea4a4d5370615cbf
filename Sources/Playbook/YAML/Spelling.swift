/// Finds the word somebody meant.
package enum Spelling {
  /// The word of `known` nearest to `typed`, or nil when none is near enough to be a slip.
  package static func nearest(to typed: String, in known: some Sequence<String>) -> String? {
    let most = max(1, min(3, typed.count / 3))
    var best: (word: String, distance: Int)?
    for word in known {
      let far = distance(typed, word)
      if far <= most, far < best?.distance ?? .max { best = (word, far) }
    }
    return best?.word
  }

  /// `; did you mean “word”?`, or a full stop when no word is near.
  static func question(_ typed: String, in known: some Sequence<String>) -> String {
    nearest(to: typed, in: known).map { "; did you mean “\($0)”?" } ?? "."
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  ///
  /// Texts of more than 40 letters are never near each other.
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased())
    let b = Array(right.lowercased())
    guard a.count <= 40, b.count <= 40 else { return .max }
    var before: [Int] = []
    var above = Array(0...b.count)
    for (row, letter) in a.enumerated() {
      var line = [row + 1]
      for (column, other) in b.enumerated() {
        var least = min(above[column + 1] + 1, line[column] + 1)
        least = min(least, above[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == b[column - 1], a[row - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      before = above
      above = line
    }
    return above[b.count]
  }
}

/// The words a customer used that are not everybody's: nouns, names, numbers.
///
/// Chinese is written without spaces, so pairs of characters stand for words there.
struct OwnWords: Sendable {
  /// Most scalars of one message and most messages looked at.
  private static let mostScalars = 4000
  private static let mostMessages = 50

  private var words: Set<[UInt32]> = []
  private var pairs: Set<UInt64> = []

  /// Takes the words of `messages` that are not in `common`.
  init(_ messages: [String], _ common: Set<[UInt32]>) {
    for message in messages.suffix(OwnWords.mostMessages) {
      let head = String(message.unicodeScalars.prefix(OwnWords.mostScalars))
      let text = Folding.fold(head)
      OwnWords.walk(text, common) {
        words.insert($0)
      } pair: {
        pairs.insert($0.value)
      }
    }
  }

  /// How many different of these words `text` repeats. Pairs that run into each other are one
  /// word for every two characters.
  func repeated(in text: FoldedText) -> Int {
    var found: Set<[UInt32]> = []
    var seen: Set<UInt64> = []
    var lastEnd = -1
    OwnWords.walk(text, []) { word in
      if words.contains(word) { found.insert(word) }
    } pair: { pair in
      guard pairs.contains(pair.value), pair.start >= lastEnd else { return }
      if seen.insert(pair.value).inserted { lastEnd = pair.start + 2 }
    }
    return found.count + seen.count
  }

  private struct Pair {
    var value: UInt64
    var start: Int
  }

  private static func walk(
    _ text: FoldedText, _ common: Set<[UInt32]>, word: ([UInt32]) -> Void, pair: (Pair) -> Void
  ) {
    let table = ScalarTable.shared
    var current: [UInt32] = []
    func close() {
      // A number, or a name with one in it: E4, 5G.
      let isNumber = current.contains { table.kind($0) == .digit }
      if current.count >= (isNumber ? 2 : 4), !common.contains(current) { word(stem(current)) }
      current = []
    }
    for index in 0..<text.count {
      let scalar = text.at(index)
      switch table.kind(scalar) {
      case .letter, .digit: current.append(scalar)
      case .han:
        close()
        let next = text.at(index + 1)
        if table.kind(next) == .han, !common.contains([scalar]), !common.contains([next]),
          !common.contains([scalar, next])
        {
          pair(Pair(value: UInt64(scalar) << 32 | UInt64(next), start: index))
        }
      default: close()
      }
    }
    close()
  }

  /// The word without the endings that change from sentence to sentence.
  static func stem(_ word: [UInt32]) -> [UInt32] {
    for ending in endings
    where word.count >= ending.count + 3 && word.suffix(ending.count) == ending[...] {
      return Array(word.dropLast(ending.count))
    }
    return word
  }

  private static let endings: [[UInt32]] = ["ing", "ed", "es", "s", "e", "d"]
    .map { $0.unicodeScalars.map(\.value) }
}

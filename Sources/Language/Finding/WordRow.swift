/// The Latin words of many texts, to be found with a slip in them.
struct WordRow: Sendable {
  /// Each word there is, once.
  private let words: [Misspelling.Word]
  /// The words of the texts, counted in ``words``.
  private let row: [Int32]
  /// Where each entry ends in ``row``.
  private let ends: [Int]

  /// Collects texts.
  struct Builder {
    private var words: [Misspelling.Word] = []
    private var numbers: [String: Int32] = [:]
    private var row: [Int32] = []
    private var ends: [Int] = []

    init() {}

    /// Adds a part of an entry, folded.
    mutating func add(_ text: String) {
      for word in text.utf8.split(whereSeparator: { !Misspelling.isLetter($0) })
      where word.count >= Misspelling.fewestLetters {
        let spelt = String(decoding: word, as: UTF8.self)
        if let number = numbers[spelt] {
          row.append(number)
        } else {
          numbers[spelt] = Int32(words.count)
          row.append(Int32(words.count))
          words.append(Misspelling.Word(Array(word)))
        }
      }
    }

    mutating func endEntry() { ends.append(row.count) }

    var made: WordRow { WordRow(words: words, row: row, ends: ends) }
  }

  private init(words: [Misspelling.Word], row: [Int32], ends: [Int]) {
    self.words = words
    self.row = row
    self.ends = ends
  }

  /// Tells of every entry that holds the word which was meant by a misspelt one.
  ///
  /// - Parameters:
  ///   - typed: small letters; anything else finds nothing.
  ///   - among: the entries to look at, ascending; nil for all.
  ///   - take: is told of an entry and how well it fits.
  func findMisspelt(_ typed: [UInt8], among: [Int]?, _ take: (Int, Int) -> Void) {
    guard let misspelling = Misspelling(typed) else { return }
    let scores = words.map { word -> UInt8 in
      guard let slips = misspelling.slips(from: word) else { return 0 }
      if slips.count > 1 { return UInt8(SearchIndex.Worth.twiceMisspelt) }
      return UInt8(
        slips.isWhole ? SearchIndex.Worth.misspelt : SearchIndex.Worth.misspeltBeginning)
    }
    guard scores.contains(where: { $0 > 0 }) else { return }
    func look(_ entry: Int) {
      var best: UInt8 = 0
      for place in (entry == 0 ? 0 : ends[entry - 1])..<ends[entry] {
        best = max(best, scores[Int(row[place])])
      }
      if best > 0 { take(entry, Int(best)) }
    }
    if let among { among.forEach(look) } else { ends.indices.forEach(look) }
  }
}

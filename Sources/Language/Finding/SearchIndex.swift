/// Many texts made ready to be searched while somebody types: by words, by fragments, by pinyin
/// whole or by initials, in either way of writing Chinese, and by English with a slip in it.
///
/// 20,000 sentences are gone through in about a millisecond.
package struct SearchIndex: Equatable, Sendable {
  /// The folded texts, one behind the other; ``separator`` ends each part.
  private let bytes: [UInt8]
  /// Where each entry ends in ``bytes``.
  private let ends: [Int]
  /// How often each byte stands in ``bytes``: a search looks for the rarest one of a word.
  private let counts: [Int]
  private let syllables: SyllableRow
  private let words: WordRow

  /// Ends what belongs together, so that no word is found across two things.
  static let separator: UInt8 = 0

  /// - Parameter entries: what each entry may be found by, part by part.
  /// - Complexity: linear in the length of all texts, about ten microseconds a sentence, and some
  ///   microseconds for each different Chinese letter.
  package init(_ entries: [[String]]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var syllables = SyllableRow.Builder()
    var words = WordRow.Builder()
    for parts in entries {
      for part in parts {
        let folded = SearchIndex.folded(part)
        bytes += folded.utf8
        bytes.append(SearchIndex.separator)
        syllables.add(folded)
        words.add(folded)
      }
      ends.append(bytes.count)
      syllables.endEntry()
      words.endEntry()
    }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    self.bytes = bytes
    self.ends = ends
    self.counts = counts
    self.syllables = syllables.made
    self.words = words.made
  }

  package static func == (left: SearchIndex, right: SearchIndex) -> Bool {
    left.bytes == right.bytes && left.ends == right.ends
  }

  /// An entry that fits what was typed.
  package struct Match: Equatable, Sendable {
    /// Which entry, counted from 0.
    package var place: Int
    /// How well it fits; the more the better, only to be compared within one search.
    package var score: Int
  }

  /// The entries in which every typed word is found, in their order.
  ///
  /// - Parameter typed: words between blanks, in any order. A word that stands nowhere as it was
  ///   typed is looked for with a letter wrong, too many, missing or out of place.
  /// - Returns: all of them, with a score of 0, when nothing to look for was typed.
  /// - Complexity: linear in the length of all texts, at the pace of a search through memory.
  package func matches(_ typed: String) -> [Match] {
    let words = SearchIndex.words(of: typed)
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }) else {
      return ends.indices.map { Match(place: $0, score: 0) }
    }
    var found = matches(of: words[longest], among: nil)
    for (index, word) in words.enumerated() where index != longest && !found.isEmpty {
      found = SearchIndex.joined(found, matches(of: word, among: found))
    }
    guard words.count > 1 else { return found }
    // Words that stand together as they were typed are probably one thing.
    let together = TypedWord(Array(words.joined(separator: [0x20])), counts)
    return found.map { match in
      let isTogether = quality(of: together, in: match.place) > 0
      return Match(place: match.place, score: match.score + (isTogether ? 1 : 0))
    }
  }

  /// What a way of finding a word is worth.
  enum Worth {
    /// The whole word, or Chinese letters as they are written.
    static let whole = 16
    static let beginning = 14
    static let pinyin = 12
    static let initials = 11
    static let mixedPinyin = 8
    static let inside = 7
    static let misspelt = 3
    static let misspeltBeginning = 2
    static let twiceMisspelt = 1
    /// Pinyin from the first letter of a clause on is worth so much more.
    static let clause = 1
  }

  /// The entries a word is found in, in their order.
  private func matches(of word: [UInt8], among: [Match]?) -> [Match] {
    var scores = [UInt8](repeating: 0, count: ends.count)
    var isFound = false
    func take(_ place: Int, _ score: Int) {
      scores[place] = max(scores[place], UInt8(clamping: score))
      isFound = true
    }
    let typed = TypedWord(word, counts)
    let places = among?.map(\.place)
    if let places {
      for place in places {
        let quality = quality(of: typed, in: place)
        if quality > 0 { take(place, quality) }
      }
    } else {
      fragments(of: typed, take)
    }
    syllables.find(word, among: places, take)
    if !isFound { words.findMisspelt(word, among: places, take) }
    return scores.indices.compactMap { place in
      scores[place] > 0 ? Match(place: place, score: Int(scores[place])) : nil
    }
  }

  /// The entries of both lists, their scores added up; both are in ascending order.
  private static func joined(_ left: [Match], _ right: [Match]) -> [Match] {
    var joined: [Match] = []
    var index = 0
    for match in left {
      while index < right.count, right[index].place < match.place { index += 1 }
      guard index < right.count else { break }
      if right[index].place == match.place {
        joined.append(Match(place: match.place, score: match.score + right[index].score))
      }
    }
    return joined
  }

  /// Every entry in which the letters of a word stand in a row.
  private func fragments(of word: TypedWord, _ take: (Int, Int) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      var place = 0
      var from = 0
      while place < ends.count, let hit = word.first(in: all, from: from, to: all.count) {
        while place < ends.count, ends[place] <= hit { place += 1 }
        guard place < ends.count else { break }
        take(place, word.quality(in: all, from: hit, to: ends[place]))
        from = ends[place]
        place += 1
      }
    }
  }

  private func quality(of word: TypedWord, in place: Int) -> Int {
    bytes.withUnsafeBufferPointer {
      word.quality(in: $0, from: place == 0 ? 0 : ends[place - 1], to: ends[place])
    }
  }
}

extension SearchIndex {
  /// Text in the form in which it is compared: small, simplified, without apostrophes.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for value in Folding.fold(text).scalars where !apostrophes.contains(value) {
      if let scalar = Unicode.Scalar(value) { folded.append(scalar) }
    }
    return String(folded)
  }

  private static let apostrophes: Set<UInt32> = [0x27, 0x2018, 0x2019]
  /// Words of a query that count, and bytes of one.
  private static let (mostWords, mostBytes) = (8, 60)

  /// The words that were typed, without signs at their edges.
  static func words(of typed: String) -> [[UInt8]] {
    let head = String(typed.unicodeScalars.prefix(400))
    return folded(head).unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace })
      .compactMap { word in
        let isSign = { (scalar: Unicode.Scalar) in !SearchForm.isTyped(scalar) }
        guard let first = word.firstIndex(where: { !isSign($0) }),
          let last = word.lastIndex(where: { !isSign($0) })
        else { return nil }
        let bytes = String(String.UnicodeScalarView(word[first...last])).utf8
        return bytes.count <= mostBytes ? Array(bytes) : nil
      }.prefix(mostWords).map(\.self)
  }
}

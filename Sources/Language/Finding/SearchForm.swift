/// One way in which a name may be typed, made ready for ``FuzzyMatch``.
package struct SearchForm: Equatable, Sendable {
  /// The folded letters, without blanks.
  let letters: [UInt32]
  /// For each letter, whether a word or a syllable begins with it.
  let starts: [Bool]
  /// Whether every run of typed letters has to begin where a syllable begins, since otherwise
  /// almost anything could be found in a row of syllables.
  let isSyllables: Bool

  /// A name as it is written.
  ///
  /// - Parameter name: in any language; capitals, accents and the two ways of writing Chinese
  ///   make no difference.
  package init(_ name: String) {
    let folded = Folding.fold(name)
    var letters: [UInt32] = []
    var starts: [Bool] = []
    var isStart = true
    for index in 0..<folded.count {
      let letter = folded.at(index)
      guard let scalar = Unicode.Scalar(letter), SearchForm.isTyped(scalar) else {
        isStart = true
        continue
      }
      letters.append(letter)
      starts.append(isStart || scalar.properties.isIdeographic)
      isStart = scalar.properties.isIdeographic
    }
    self.letters = letters
    self.starts = starts
    isSyllables = false
  }

  /// The words in it that are long enough to be known with a slip in them.
  var latinWords: [Misspelling.Word] {
    guard !isSyllables else { return [] }
    var words: [[UInt8]] = []
    for (place, letter) in letters.enumerated() {
      if starts[place] || words.isEmpty { words.append([]) }
      words[words.count - 1].append(UInt8(exactly: letter) ?? 0)
    }
    return words.filter { word in
      word.count >= Misspelling.fewestLetters && word.allSatisfy(Misspelling.isLetter)
    }.map(Misspelling.Word.init)
  }

  /// A row of syllables, each typed from its beginning on.
  init(syllables: [String]) {
    var letters: [UInt32] = []
    var starts: [Bool] = []
    for syllable in syllables {
      for (place, scalar) in syllable.unicodeScalars.enumerated() {
        letters.append(scalar.value)
        starts.append(place == 0)
      }
    }
    self.letters = letters
    self.starts = starts
    isSyllables = true
  }

  /// Every way in which a name may be typed: as it is written and, where it is Chinese, in pinyin,
  /// whole or by initials.
  ///
  /// - Parameter name: the name.
  /// - Returns: the written form first.
  /// - Complexity: some microseconds a letter.
  package static func forms(of name: String) -> [SearchForm] {
    [SearchForm(name)] + pinyin(of: name)
  }

  /// How many readings of one name are kept at most.
  private static let mostReadings = 8

  private static func pinyin(of name: String) -> [SearchForm] {
    var rows: [[String]] = [[]]
    var isChinese = false
    for character in name {
      let readings = Pinyin.readings(of: character)
      guard readings.isEmpty else {
        isChinese = true
        let kept = rows.count * readings.count > mostReadings ? Array(readings.prefix(1)) : readings
        rows = kept.flatMap { reading in rows.map { $0 + [reading] } }
        continue
      }
      let letter = Folding.key(String(character))
      guard let scalar = letter.unicodeScalars.first, isTyped(scalar) else { continue }
      rows = rows.map { $0 + [letter] }
    }
    return isChinese ? rows.map(SearchForm.init(syllables:)) : []
  }

  static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

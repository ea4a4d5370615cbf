/// How hints are written, and how they are read off a text.
enum Hint {
  /// Neighbours that make a hint at most: words and characters say different amounts.
  static func longest(in script: LabelHints.Script) -> Int { script == .zh ? 4 : 3 }

  /// The key of a hint as it is written in a file, and those of the shorter ones that it begins with.
  static func keys(of hint: Substring) -> (own: UInt64, before: [UInt64]) {
    if hint.first == "[" { return (key(ofReading: hint), []) }
    var key: UInt64?
    var before: [UInt64] = []
    var word: WordHash?
    func add(_ token: UInt64) {
      if let shorter = key { before.append(shorter) }
      key = key.map { WordHash.joined($0, token) } ?? token
    }
    for scalar in hint.unicodeScalars {
      if isSign(scalar.value) {
        if let word { add(word.value) }
        word = nil
        add(WordHash.sign(scalar.value))
      } else if scalar == "_" {
        if let word { add(word.value) }
        word = nil
      } else {
        var longer = word ?? WordHash()
        longer.take(scalar.value)
        word = longer
      }
    }
    if let word { add(word.value) }
    return (key ?? 0, before)
  }

  /// The key of something in square brackets.
  private static func key(ofReading name: some StringProtocol) -> UInt64 {
    var word = WordHash()
    for scalar in name.unicodeScalars { word.take(scalar.value) }
    return word.value
  }

  /// The key of what the lexicon reads: `[tone.blame]`.
  static func key(ofReading section: LexiconSection, _ kind: String) -> UInt64 {
    var word = WordHash()
    word.take(0x5B)
    for scalar in section.rawValue.unicodeScalars { word.take(scalar.value) }
    word.take(0x2E)
    for scalar in kind.unicodeScalars { word.take(scalar.value) }
    word.take(0x5D)
    return word.value
  }

  /// The key of a mark: `[time]`.
  static func key(ofMark kind: String) -> UInt64 { key(ofReading: "[\(kind)]") }

  /// How all that the lexicon reads in a page is written, by its key.
  static func readings(in page: Page) -> [UInt64: String] {
    var names: [UInt64: String] = [:]
    for word in page.findings.all {
      names[key(ofReading: word.section, word.kind)] = "[\(word.section.rawValue).\(word.kind)]"
    }
    for mark in page.findings.marks { names[key(ofMark: mark)] = "[\(mark)]" }
    return names
  }

  /// The tokens of a hint as they are written.
  static func text(of tokens: ArraySlice<Tokens.Token>, in text: FoldedText) -> String {
    var written = ""
    var needsJoint = false
    for token in tokens {
      if needsJoint, !token.isSign { written += "_" }
      written += token.isSign ? sign(of: token, in: text) : text.text(token.range)
      needsJoint = !token.isSign
    }
    return written
  }

  private static func sign(of token: Tokens.Token, in text: FoldedText) -> String {
    for sign in signs where token.hash == WordHash.sign(sign.value) { return String(sign) }
    return text.text(token.range)
  }

  private static let signs = "^$,?!#~{\"".unicodeScalars.map { $0 }

  private static func isSign(_ scalar: UInt32) -> Bool {
    ScalarTable.shared.kind(scalar) == .han || signs.contains { $0.value == scalar }
  }

  /// Calls `look` with the key of every hint that a unit of `tokens` could hold, and where it stands
  /// among them; it answers whether longer ones that begin so are worth a look.
  @inline(__always)
  static func walk(
    _ tokens: [Tokens.Token], _ unit: Range<Int>, longest: Int,
    _ look: (UInt64, Range<Int>) -> Bool
  ) {
    for start in unit {
      var key = tokens[start].hash
      var next = start + 1
      while look(key, start..<next), next < unit.upperBound, next - start < longest {
        key = WordHash.joined(key, tokens[next].hash)
        next += 1
      }
    }
  }
}

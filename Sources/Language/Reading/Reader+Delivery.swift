import Vocabulary

/// How something is said: marks, capitals, the same sentence twice in a row.
///
/// Alone none of it tells anger from joy (domain, C.2). Beside heated words with no courtesy among
/// them it does, and only there it counts.
extension Reader {
  /// The points of heated words from which the way they are said counts.
  private static let heatedFrom = 12.0

  /// Whether `words`, the signals of a message's words, are heated and nothing cools among them; a
  /// yes is an answer and does not.
  static func areHeated(_ words: [HeatSignal]) -> Bool {
    var heat = 0.0
    for word in words {
      if word.weight < 0, word.kind != "acceptance" { return false }
      heat += max(0, word.weight)
    }
    return heat > heatedFrom
  }

  /// `??` and `!?` in every language, `!!` in Chinese, `!!!` in English; beside heated words any
  /// `!` of a sentence that holds one of `words` or tells something, as a greeting does not.
  func punctuationSignals(
    _ page: Page, _ language: LanguageTag, beside words: [HeatSignal], isHeated: Bool
  ) -> [HeatSignal] {
    page.outline.sentences.compactMap { sentence in
      var questions = 0
      var exclamations = 0
      for index in sentence.marks {
        if page.text.at(index) == 0x3F { questions += 1 }
        if page.text.at(index) == 0x21 { exclamations += 1 }
      }
      let span = page.text.span(sentence.marks)
      if questions >= 2 || (questions >= 1 && exclamations >= 1) {
        return HeatSignal(
          kind: HeatKind.doubledQuestion, span: span,
          weight: isHeated && exclamations > 0 ? 18 : 14)
      }
      let weight: Double =
        switch (exclamations, isHeated) {
        case (0, _): 0
        case (1, true) where !isTelling(sentence, page, words): 0
        case (1, true): language == .en ? 6 : 8
        case (1, false): 0
        case (_, true): 16
        case (2, false): language == .en ? 0 : 7
        case (_, false): 7
        }
      return weight > 0
        ? HeatSignal(kind: HeatKind.doubledExclamation, span: span, weight: weight) : nil
    }
  }

  private func isTelling(
    _ sentence: TextOutline.Sentence, _ page: Page, _ words: [HeatSignal]
  ) -> Bool {
    if page.isTelling(sentence.body) { return true }
    let span = page.text.span(sentence.body)
    return words.contains { $0.weight > 0 && $0.span.overlaps(span) }
  }

  /// Words in capitals: two or more in a row, or one that is too long for a short form. A name
  /// (`@SHOP`) is not shouted, nor is a single word amid Chinese.
  func shoutingSignals(_ page: Page, _ language: LanguageTag) -> [HeatSignal] {
    var signals: [HeatSignal] = []
    var run = CapitalRun(fewestWords: language == .en ? 1 : 2)
    var word = CapitalWord()
    var index = 0
    for scalar in page.source.unicodeScalars {
      if word.take(scalar, at: index) == false {
        run.close(&word, into: &signals)
        if !CapitalRun.bridges(scalar) { run.end(into: &signals) }
      }
      index += 1
    }
    run.close(&word, into: &signals)
    run.end(into: &signals)
    return signals
  }

  /// Sentences said twice in a row.
  func insistenceSignals(_ page: Page) -> [HeatSignal] {
    let sentences = page.outline.sentences
    return zip(sentences, sentences.dropFirst()).compactMap { one, two in
      let (first, second) = (one.body, two.body)
      guard first.count >= 2, first.count == second.count,
        zip(first, second).allSatisfy({ page.text.at($0) == page.text.at($1) })
      else { return nil }
      return HeatSignal(kind: HeatKind.repeated, span: page.text.span(second), weight: 12)
    }
  }
}

/// A Latin word being read, and whether it is all capitals.
private struct CapitalWord {
  private(set) var start = 0
  private(set) var end = 0
  private(set) var letters = 0
  private(set) var hasVowel = false
  private(set) var isCapital = true
  private var isName = false

  /// Makes room for the next word, which is a name when an `@` stood last.
  mutating func reset() {
    let name = isName && letters == 0
    self = CapitalWord()
    isName = name
  }

  /// Takes the next scalar; false when it is no part of a word.
  mutating func take(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    switch scalar {
    case "A"..."Z":
      if letters == 0 { start = index }
      letters += 1
      if isName { isCapital = false }
      if "AEIOU".unicodeScalars.contains(scalar) { hasVowel = true }
    case "a"..."z":
      if letters == 0 { start = index }
      letters += 1
      isCapital = false
    case "'", "’":
      return letters > 0
    default:
      isName = scalar == "@"
      return false
    }
    end = index + 1
    return true
  }
}

/// Neighbouring words in capitals.
private struct CapitalRun {
  private var start = 0
  private var end = 0
  private var words = 0
  private var isLong = false
  /// Words of which a single run is shouted.
  private let fewestWords: Int

  init(fewestWords: Int) { self.fewestWords = fewestWords }

  /// What may stand between two words that are shouted in one breath.
  static func bridges(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "," || scalar == "." || scalar == "!" || scalar == "-"
  }

  /// Ends `word` and takes it in when it is in capitals; a single `I` neither joins nor parts.
  mutating func close(_ word: inout CapitalWord, into signals: inout [HeatSignal]) {
    defer { word.reset() }
    guard word.letters > 0 else { return }
    if word.letters == 1, word.isCapital { return }
    guard word.isCapital else { return end(into: &signals) }
    if words == 0 { start = word.start }
    end = word.end
    words += 1
    isLong = isLong || (word.letters >= 4 && word.hasVowel)
  }

  mutating func end(into signals: inout [HeatSignal]) {
    defer { self = CapitalRun(fewestWords: fewestWords) }
    guard words >= 2 || (isLong && words >= fewestWords) else { return }
    signals.append(
      HeatSignal(
        kind: HeatKind.shouting, span: TextSpan(start: start, end: end),
        weight: Double(8 + 4 * min(4, words))))
  }
}

/// Where words begin and end, for moving over Chinese and English.
///
/// Chinese has no blanks between words and no dictionary is at hand here, so a stretch of Han goes
/// by the particles and pronouns that are words of their own; what lies between them counts as
/// words of two characters, which most are.
package enum WordBreaks {
  /// The beginning of the word before a place.
  ///
  /// - Parameters:
  ///   - index: a place in the text.
  ///   - text: the text.
  /// - Returns: the text's beginning when there is no word. Costs one stretch of the text.
  package static func start(before index: String.Index, in text: String) -> String.Index {
    var place = index
    while place > text.startIndex {
      let before = text.index(before: place)
      guard Kind(text[before]) == .gap else { break }
      place = before
    }
    guard place > text.startIndex else { return place }
    let kind = Kind(text[text.index(before: place)])
    let end = place
    while place > text.startIndex {
      let before = text.index(before: place)
      guard Kind(text[before]) == kind else { break }
      place = before
    }
    guard kind == .han else { return place }
    return words(of: text[place..<end], standsAlone.contains).last?.lowerBound ?? place
  }

  /// The end of the word after a place.
  ///
  /// - Parameters:
  ///   - index: a place in the text.
  ///   - text: the text.
  /// - Returns: the text's end when there is no word. Costs one stretch of the text.
  package static func end(after index: String.Index, in text: String) -> String.Index {
    var place = index
    while place < text.endIndex, Kind(text[place]) == .gap { place = text.index(after: place) }
    guard place < text.endIndex else { return place }
    let kind = Kind(text[place])
    guard kind == .han else {
      while place < text.endIndex, Kind(text[place]) == kind { place = text.index(after: place) }
      return place
    }
    var start = place
    while start > text.startIndex, Kind(text[text.index(before: start)]) == .han {
      start = text.index(before: start)
    }
    var end = place
    while end < text.endIndex, Kind(text[end]) == .han { end = text.index(after: end) }
    return words(of: text[start..<end], standsAlone.contains)
      .first { $0.upperBound > place }?.upperBound ?? end
  }

  private enum Kind {
    /// Blanks and punctuation.
    case gap
    case letters
    case han

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .gap
        return
      }
      if scalar.properties.isIdeographic {
        self = .han
      } else {
        self =
          character.isLetter || character.isNumber || character == "_" || character == "'"
          ? .letters : .gap
      }
    }
  }

  /// The words of a run of Han, folded.
  static func words(ofHan run: ArraySlice<UInt32>) -> [Range<Int>] {
    words(of: run, foldedAlone.contains)
  }

  private static func words<Run: Collection>(
    of run: Run, _ standsAlone: (Run.Element) -> Bool
  ) -> [Range<Run.Index>] {
    var words: [Range<Run.Index>] = []
    var place = run.startIndex
    while place < run.endIndex {
      let start = place
      let alone = standsAlone(run[place])
      place = run.index(after: place)
      if !alone, place < run.endIndex, !standsAlone(run[place]) {
        place = run.index(after: place)
      }
      words.append(start..<place)
    }
    return words
  }

  private static let foldedAlone = Set(standsAlone.flatMap { Folding.fold(String($0)).scalars })
  private static let standsAlone = Set(
    "的了着過过吗嗎呢吧啊呀喔是在我您你他她它咱这這那和跟与與就都也还還不没沒很再给給把被对對让讓会會要能可到从從为為个個一二三四五六七八九十"
  )
}

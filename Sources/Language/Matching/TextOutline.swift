/// Where sentences end, where somebody else is quoted and where somebody is named, in folded text.
/// Linear to find.
struct TextOutline: Sendable {
  /// A sentence with its closing marks.
  struct Sentence: Equatable, Sendable {
    /// The sentence, closing marks and the white space before it left out.
    var body: Range<Int>
    /// The closing marks, such as `?!`.
    var marks: Range<Int>
  }

  private(set) var sentences: [Sentence] = []
  /// Words inside quotation marks, the marks left out.
  private(set) var quotes: [Range<Int>] = []
  /// Names such as `@shop`, the sign taken in.
  private(set) var mentions: [Range<Int>] = []

  init(_ text: FoldedText) {
    var start = 0
    var index = 0
    let count = text.count
    while index < count {
      guard TextOutline.endsSentence(text, index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < count, TextOutline.isMark(text.at(end)) { end += 1 }
      close(text, start, index, end)
      start = end
      index = end
    }
    close(text, start, count, count)
    findQuotes(text)
    findMentions(text)
  }

  private mutating func close(_ text: FoldedText, _ start: Int, _ bodyEnd: Int, _ end: Int) {
    var lower = start
    while lower < bodyEnd, text.at(lower) == 0x20 || text.at(lower) == 0x0A { lower += 1 }
    var upper = bodyEnd
    while upper > lower, text.at(upper - 1) == 0x20 { upper -= 1 }
    if upper > lower || end > bodyEnd {
      sentences.append(Sentence(body: lower..<max(lower, upper), marks: bodyEnd..<end))
    }
  }

  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x3F, 0x3002, 0x3B, 0x2026, 0x0A, 0x2E: true
    default: false
    }
  }

  private static func endsSentence(_ text: FoldedText, _ index: Int) -> Bool {
    let scalar = text.at(index)
    guard isMark(scalar) else { return false }
    guard scalar == 0x2E else { return true }
    // A full stop inside a number, an address or a short form ends nothing.
    let kind = text.kind(index + 1)
    if index + 1 < text.count, kind == .letter || kind == .digit { return false }
    return !isShortForm(text, endingAt: index)
  }

  private static let shortForms: [[UInt32]] = ["mr", "mrs", "ms", "dr", "no", "st", "e.g", "i.e"]
    .map { $0.unicodeScalars.map(\.value) }

  private static func isShortForm(_ text: FoldedText, endingAt end: Int) -> Bool {
    for form in shortForms where form.count <= end {
      let start = end - form.count
      if (0..<form.count).allSatisfy({ text.at(start + $0) == form[$0] }),
        text.kind(start - 1) != .letter
      {
        // “No.” is short only before its number.
        let number =
          text.kind(end + 1) == .space
          ? text.at(end + 2) : text.at(end + 1)
        return form.first != 0x6E || ScalarTable.shared.kind(number) == .digit
      }
    }
    return false
  }

  /// Longest quotation looked for, in scalars.
  private static let longestQuote = 400

  private mutating func findQuotes(_ text: FoldedText) {
    var opened: (at: Int, closing: UInt32)?
    for index in 0..<text.count {
      let scalar = text.at(index)
      if let open = opened {
        if scalar == open.closing {
          quotes.append(open.at + 1..<index)
          opened = nil
        } else if scalar == 0x0A || index - open.at > TextOutline.longestQuote {
          opened = nil
        }
        continue
      }
      switch scalar {
      case 0x201C: opened = (index, 0x201D)
      case 0x300C: opened = (index, 0x300D)
      case 0x300E: opened = (index, 0x300F)
      case 0x22: opened = (index, 0x22)
      default: break
      }
    }
  }

  /// Longest name looked for, in scalars: what runs on further is no name.
  private static let longestMention = 24

  private mutating func findMentions(_ text: FoldedText) {
    var index = 0
    while index < text.count {
      guard text.at(index) == 0x40 else {
        index += 1
        continue
      }
      var end = index + 1
      while TextOutline.isName(text, end) { end += 1 }
      if end > index + 1, end - index <= TextOutline.longestMention {
        mentions.append(index..<end)
      }
      index = end
    }
  }

  private static func isName(_ text: FoldedText, _ index: Int) -> Bool {
    switch text.kind(index) {
    case .letter, .digit, .han: true
    default: text.at(index) == 0x5F || text.at(index) == 0x2D
    }
  }

  /// Whether `range` stands wholly inside a name.
  func isMention(_ range: Range<Int>) -> Bool {
    guard let index = mentions.lastIndex(startingAtOrBefore: range.lowerBound) else { return false }
    return range.upperBound <= mentions[index].upperBound
  }

  /// Whether `range` stands wholly inside quotation marks.
  func isQuoted(_ range: Range<Int>) -> Bool {
    guard let index = quotes.lastIndex(startingAtOrBefore: range.lowerBound) else { return false }
    return range.upperBound <= quotes[index].upperBound
  }

  /// The quotation whose opening mark stands at `index`.
  func quote(openedAt index: Int) -> Range<Int>? {
    guard let found = quotes.lastIndex(startingAtOrBefore: index + 1),
      quotes[found].lowerBound == index + 1
    else { return nil }
    return quotes[found]
  }

  /// The index of the sentence that `position` stands in.
  func sentence(at position: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].marks.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return min(low, max(0, sentences.count - 1))
  }
}

extension [Range<Int>] {
  fileprivate func lastIndex(startingAtOrBefore position: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

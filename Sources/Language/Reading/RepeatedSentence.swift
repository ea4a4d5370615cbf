/// A sentence as the set of its neighbouring pairs of words or Chinese characters, for telling
/// whether it was said before.
struct RepeatedSentence {
  /// Where it stands in its folded text.
  let range: Range<Int>
  private let pairs: Set<UInt64>

  /// Sentences looked at in one message, and scalars in one sentence; both keep the cost of
  /// comparing small whatever is pasted.
  private static let mostSentences = 40
  private static let mostScalars = 200
  /// Shorter sentences repeat by chance.
  private static let fewestPairs = 4
  /// The share of pairs in common from which two sentences are the same one (domain, C.2).
  private static let sameShare = 0.45

  /// The sentences of a message.
  static func sentences(of text: String) -> [RepeatedSentence] {
    // Enough of the message to hold the sentences that are looked at.
    let head = String(text.unicodeScalars.prefix(mostSentences * mostScalars))
    let folded = Folding.fold(head)
    return sentences(of: folded, TextOutline(folded))
  }

  /// The sentences of a folded text.
  static func sentences(of text: FoldedText, _ outline: TextOutline) -> [RepeatedSentence] {
    outline.sentences.prefix(mostSentences).compactMap { sentence in
      var pairs: Set<UInt64> = []
      var last: UInt64?
      func add(_ unit: UInt64) {
        if let last { pairs.insert(last &* 0x9E37_79B9_7F4A_7C15 ^ unit) }
        last = unit
      }
      var word: UInt64 = 0
      for index in sentence.body.prefix(mostScalars) {
        let scalar = text.at(index)
        switch ScalarTable.shared.kind(scalar) {
        case .letter, .digit: word = word &* 1_099_511_628_211 ^ UInt64(scalar)
        case .han:
          if word != 0 { add(word) }
          word = 0
          add(UInt64(scalar))
        default:
          if word != 0 { add(word) }
          word = 0
        }
      }
      if word != 0 { add(word) }
      return pairs.count >= fewestPairs
        ? RepeatedSentence(range: sentence.body, pairs: pairs) : nil
    }
  }

  /// Whether this is `other` said again.
  func repeats(_ other: RepeatedSentence, share: Double = RepeatedSentence.sameShare) -> Bool {
    let common = pairs.intersection(other.pairs).count
    let all = pairs.count + other.pairs.count - common
    return all > 0 && Double(common) / Double(all) >= share
  }

  /// The first sentence of `page` that one of the messages `before` holds too.
  ///
  /// - Parameters:
  ///   - page: the text.
  ///   - before: earlier messages; their beginnings are looked at.
  ///   - share: the part of the pairs in common from which two sentences are the same one.
  /// - Returns: where it stands, or nil.
  static func first(
    in page: Page, _ before: [String], share: Double
  ) -> Range<Int>? {
    let sentences = sentences(of: page.text, page.outline)
    guard !sentences.isEmpty else { return nil }
    let known = before.flatMap { RepeatedSentence.sentences(of: $0) }
    return sentences.first { sentence in known.contains { sentence.repeats($0, share: share) } }?
      .range
  }
}

import Vocabulary

extension Reader {
  /// Most of what the customer wrote that is looked at: messages, and scalars of one.
  private static let heard = (messages: 50, scalars: 4000)

  /// What the words give away. What the customer said themselves is personal still, but tells them
  /// nothing that is on file.
  func disclosures(in page: Page, customerWords: [String]) -> Set<Disclosure> {
    var disclosures: Set<Disclosure> = []
    var details = Detail.all(in: page.text)
    details.removeAll { $0.kind == .hotline }
    var places: [Range<Int>] = []
    for word in page.words(.disclosures) where !page.isUncounted(word) {
      guard let kind = Disclosure(rawValue: word.kind) else { continue }
      disclosures.insert(kind)
      if kind == .personalData { places.append(word.hit.range) }
    }
    guard !(details.isEmpty && places.isEmpty) else { return disclosures }
    disclosures.insert(.personalData)
    var known: Set<String> = []
    var said: [String] = []
    for message in customerWords.suffix(Reader.heard.messages) {
      let text = Folding.fold(String(message.unicodeScalars.prefix(Reader.heard.scalars)))
      known.formUnion(Detail.all(in: text).map(\.value))
      said.append(text.text(0..<text.count))
    }
    // However the customer grouped a number, it is the same number.
    let tells = details.contains { detail in
      !known.contains(detail.value) && !said.contains { $0.contains(page.text.text(detail.range)) }
    }
    let tellsPlace = places.contains { place in
      !said.contains { $0.contains(page.text.text(place)) }
    }
    if tells || tellsPlace { disclosures.insert(.accountData) }
    return disclosures
  }
}

extension Page {
  /// Whether words that look like an address begin with “a” instead of a number: “a hole beside
  /// Mill Lane” is nobody's home.
  func isUncounted(_ word: WordBook.Finding) -> Bool {
    guard word.kind == Disclosure.personalData.rawValue else { return false }
    let start = word.hit.range.lowerBound
    let head = start..<min(start + 3, word.hit.range.upperBound)
    return ["a ", "an "].contains { text.text(head).hasPrefix($0) }
  }
}

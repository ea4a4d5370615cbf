import Vocabulary

extension Reader {
  /// What an agent does by saying this.
  ///
  /// Acts open gates, so a doubtful sentence is left unread: an agent can always correct the
  /// reading, and a gate opened by a false one helps nobody.
  func acts(in page: Page, customerWords: [String]) -> Set<SpeechAct> {
    var acts: Set<SpeechAct> = []
    var answered: Set<Int> = []
    var checks: Set<Int> = []
    for word in page.words(.acts) {
      if word.kind == ActKind.check {
        checks.insert(word.sentence)
      } else if let act = SpeechAct(rawValue: word.kind) {
        acts.insert(act)
        if Reader.otherQuestions.contains(act) { answered.insert(word.sentence) }
      }
    }
    if !checks.isEmpty, OwnWords(customerWords, lexicon.common).repeated(in: page.text) >= 2 {
      acts.insert(.paraphrase)
    }
    if page.hasQuestionMark(butNotIn: answered.union(checks)) { acts.insert(.question) }
    return acts
  }

  /// Acts that are put as a question without asking for a fact.
  private static let otherQuestions: Set<SpeechAct> = [
    .askView, .followUp, .readBack, .closing, .offer, .safety, .greeting,
  ]

  /// What the words give away. What the customer said themselves is personal still, but tells them
  /// nothing that is on file.
  func disclosures(in page: Page, customerWords: [String]) -> Set<Disclosure> {
    var disclosures: Set<Disclosure> = []
    var personal = Detail.all(in: page.text).filter { $0.kind != .hotline }.map(\.range)
    for word in page.words(.disclosures) {
      guard let kind = Disclosure(rawValue: word.kind) else { continue }
      disclosures.insert(kind)
      if kind == .personalData { personal.append(word.hit.range) }
    }
    guard !personal.isEmpty else { return disclosures }
    disclosures.insert(.personalData)
    let own = customerWords.map { Folding.fold($0) }.map { $0.text(0..<$0.count) }
    let tells = personal.contains { range in
      let words = page.text.text(range)
      return !own.contains { $0.contains(words) }
    }
    if tells { disclosures.insert(.accountData) }
    return disclosures
  }

  /// Names in braces, such as `due` in `{due}`, each once, in the order they stand. Full-width
  /// braces count too; anything but small ASCII letters, digits and `_` makes it no variable.
  package static func unresolvedVariables(in text: String) -> [String] {
    var names: [String] = []
    var name: String?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "｛": name = ""
      case "}", "｝":
        if let found = name, let first = found.first, first.isLetter, !names.contains(found) {
          names.append(found)
        }
        name = nil
      case "a"..."z", "A"..."Z", "0"..."9", "_":
        // Longer than any name somebody would give a variable.
        if let begun = name, begun.utf8.count < 64 {
          name?.unicodeScalars.append(scalar)
        } else {
          name = nil
        }
      default: name = nil
      }
    }
    return names
  }
}

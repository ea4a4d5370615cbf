import Vocabulary

extension Reader {
  /// What an agent does by saying this; `asking` are the sentences that ask for a fact.
  ///
  /// Acts open gates, so a doubtful sentence is left unread: an agent can always correct the
  /// reading, and a gate opened by a false one helps nobody.
  func acts(
    in page: Page, asking: Set<Int>, _ tally: LabelVotes.Tally, ownWords: [String]
  ) -> Set<SpeechAct> {
    var acts: Set<SpeechAct> = []
    var isChecked = false
    for word in page.words(.acts) {
      if word.kind == ActKind.check {
        isChecked = true
      } else if let act = SpeechAct(rawValue: word.kind), act != .question {
        acts.insert(act)
      }
    }
    for voted in tally.acts where voted.act != .question {
      if voted.act == .paraphrase { isChecked = true } else { acts.insert(voted.act) }
    }
    if isChecked, OwnWords(ownWords, lexicon.common).repeated(in: page.text) >= 2 {
      acts.insert(.paraphrase)
      // A vote cannot tell the customer's words from our notes.
      let isNamed = page.words(.acts).contains { $0.kind == SpeechAct.readBack.rawValue }
      if !isNamed { acts.remove(.readBack) }
    }
    if !asking.isEmpty { acts.insert(.question) }
    return acts
  }

  /// The sentences that ask for a fact: by their words, or by a question mark that asks for
  /// nothing else and that the vote is not against.
  func asking(in page: Page, _ tally: LabelVotes.Tally) -> Set<Int> {
    var asking = page.questionSentences()
    var answered: Set<Int> = []
    let voted = tally.acts
    let asked = Set(voted.filter { $0.act == .question }.map(\.sentence))
    if !asking.isEmpty {
      for passage in tally.passages[.acts] ?? []
      where lexicon.votes.votes(on: .question, in: passage.script) {
        let sentence = tally.sentence(of: passage, in: page)
        if !asked.contains(sentence) { asking.remove(sentence) }
      }
    }
    for word in page.words(.acts) where word.kind == SpeechAct.question.rawValue {
      asking.insert(word.sentence)
    }
    for word in page.words(.acts) {
      let act = SpeechAct(rawValue: word.kind)
      if word.kind == ActKind.check || act.map(Reader.otherQuestions.contains) == true {
        answered.insert(word.sentence)
      }
    }
    for (act, sentence) in voted.map({ ($0.act, $0.sentence) })
    where act == .paraphrase || Reader.otherQuestions.contains(act) {
      if !asked.contains(sentence) { answered.insert(sentence) }
    }
    return asking.subtracting(answered)
  }

  /// Acts that are put as a question without asking for a fact.
  static let otherQuestions: Set<SpeechAct> = [
    .askView, .followUp, .readBack, .closing, .safety,
  ]

  /// Names in braces, such as `due` in `{due}`, each once, in the order they stand. Full-width
  /// braces count too, and the names of variables in the language of a screen; anything but letters,
  /// digits, `_` and blanks makes it no variable.
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
      default:
        // Most of a text stands outside braces.
        guard let begun = name else { continue }
        let isName = "0"..."9" ~= scalar || scalar == "_" || scalar == " "
        // Longer than any name somebody would give a variable.
        if begun.utf8.count < 64, isName || scalar.properties.isAlphabetic {
          name?.unicodeScalars.append(scalar)
        } else {
          name = nil
        }
      }
    }
    return names
  }
}

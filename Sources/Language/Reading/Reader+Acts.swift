import Vocabulary

extension Reader {
  /// What an agent does by saying this.
  ///
  /// Acts open gates, so a doubtful sentence is left unread: an agent can always correct the
  /// reading, and a gate opened by a false one helps nobody.
  func acts(in page: Page, ownWords: [String]) -> Set<SpeechAct> {
    var acts: Set<SpeechAct> = []
    var answered: Set<Int> = []
    var asking = page.questionSentences()
    var isChecked = false
    for word in page.words(.acts) {
      if word.kind == ActKind.check {
        isChecked = true
        answered.insert(word.sentence)
      } else if word.kind == SpeechAct.question.rawValue {
        asking.insert(word.sentence)
      } else if let act = SpeechAct(rawValue: word.kind) {
        acts.insert(act)
        if Reader.otherQuestions.contains(act) { answered.insert(word.sentence) }
      }
    }
    if isChecked, OwnWords(ownWords, lexicon.common).repeated(in: page.text) >= 2 {
      acts.insert(.paraphrase)
    }
    if !asking.isSubset(of: answered) { acts.insert(.question) }
    return acts
  }

  /// Acts that are put as a question without asking for a fact.
  static let otherQuestions: Set<SpeechAct> = [
    .askView, .followUp, .readBack, .closing, .safety,
  ]

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

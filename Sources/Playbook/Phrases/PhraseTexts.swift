import Vocabulary

/// The words of phrases in one language, as one file has them.
struct PhraseTexts {
  struct Entry {
    var text: String
    var line: Int
  }

  var file: String
  var entries: [PhraseID: Entry]

  init(_ reader: YAMLReader) {
    file = reader.problems.file
    entries = [:]
    guard let map = reader.map() else { return }
    for (key, line, value) in map.readers {
      guard let text = value.about("phrase “\(key)”").text() else { continue }
      entries[PhraseID(key)] = Entry(text: text, line: line)
    }
  }

  /// What is wrong with the words of `phrase`, or nil.
  static func fault(of phrase: Phrase, text: String) -> String? {
    let used = Placeholders.names(in: text)
    let declared = phrase.variables
    if let extra = used.first(where: { !declared.contains($0) }) {
      return "phrase “\(phrase.id)” uses {\(extra)}, which the catalogue does not declare"
        + Spelling.question(extra, in: phrase.variables)
    }
    if let missing = declared.first(where: { !used.contains($0) }) {
      return "phrase “\(phrase.id)” does not use {\(missing)}, which the catalogue declares."
    }
    return nil
  }
}

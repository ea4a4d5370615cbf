import Vocabulary

extension PlaybookCheck {
  /// Where content reads like a translation, by file and line: what may be used all the same.
  ///
  /// Every layer is read, so an organisation sees its own words judged and not only ours. The
  /// sentences a procedure warns of and the words a lexicon looks for are no words to be said.
  ///
  /// - Complexity: reads the whole playbook; about a second.
  package static func warnings(_ playbook: Playbook) -> [PlaybookProblem] {
    let betrayals = playbook.betrayals.value
    guard !betrayals.isEmpty else { return [] }
    return (playbook.layers + playbook.ownLayers).flatMap { layer in
      spokenFiles(of: layer).flatMap { path, language in
        (layer.node(path)?.spoken(language, path: path) ?? []).flatMap { spoken in
          betrayals.filter { $0.languages.contains(spoken.language) }.compactMap { betrayal in
            betrayal.words(in: spoken.text).map { words in
              PlaybookProblem(
                file: layer.label(path), line: spoken.line,
                sentence: "“\(words)” is nothing a native would say. \(betrayal.why)"
                  + " Say it so: \(betrayal.instead)")
            }
          }
        }
      }
    }.sorted()
  }

  /// The files of a layer that hold words for people, with the language of the whole file.
  private static func spokenFiles(of layer: PlaybookLayer) -> [(path: String, LanguageTag?)] {
    let spoken = [
      "phrases", OwnPhrasePlace.folder, "locales", "procedures", "remedies", "authority",
      "lexicons", "customers",
    ]
    return spoken.flatMap { folder in
      layer.files(in: folder).map { name in
        ("\(folder)/\(name).yaml", LanguageTag(rawValue: name))
      }
    }
  }
}

/// A text for people with where it stands.
private struct Spoken {
  var text: String
  var language: LanguageTag
  var line: Int
}

extension YAMLNode {
  /// The texts for people within the value, each in the language of the nearest key that names one.
  fileprivate func spoken(_ language: LanguageTag?, path: String) -> [Spoken] {
    let isLexicon =
      path.hasPrefix("lexicons/") || path.hasPrefix("customers/") || path == "phrases/topics.yaml"
    func gather(_ node: YAMLNode, _ language: LanguageTag?, isSaid: Bool) -> [Spoken] {
      switch node.content {
      case .scalar(let text, _):
        guard isSaid, let language else { return [] }
        return [Spoken(text: text, language: language, line: node.line)]
      case .list(let items):
        return items.flatMap { gather($0, language, isSaid: isSaid) }
      case .map(let entries):
        return entries.flatMap { entry -> [Spoken] in
          if entry.key == "never", path.hasPrefix("procedures/") { return [] }
          return gather(
            entry.value, LanguageTag(rawValue: entry.key) ?? language,
            isSaid: isSaid || ["why", "rewrite", "tip"].contains(entry.key))
        }
      }
    }
    return gather(self, language, isSaid: !isLexicon)
  }
}

extension Playbook {
  /// What betrays a translation, of every layer; an entry of an upper layer stands in for the one
  /// with the same id.
  var betrayals: Loaded<[Betrayal]> {
    var merged = Loaded<[Betrayal]>(value: [], problems: [])
    for found in entries("wording/betrayals.yaml", as: "the list of betrayals", Betrayal.list) {
      merged.problems += found.problems
      for betrayal in found.value {
        if let place = merged.value.firstIndex(where: { $0.id == betrayal.id }) {
          merged.value[place] = betrayal
        } else {
          merged.value.append(betrayal)
        }
      }
    }
    return merged
  }
}

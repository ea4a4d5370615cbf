package import Language

/// The lexicons, compiled, and what they tell of.
struct LexiconPart: Sendable {
  let lexicon: Lexicon
  /// Where the names of their findings and signals stand in the interface.
  let kinds: [String]
}

extension Playbook {
  /// The words the readers know, of every file in `lexicons/`; a file of an upper layer stands in
  /// for the one of the same name. Entries that cannot be used are among the `problems`.
  package var lexicon: Lexicon { lexiconPart.lexicon }

  var lexiconPart: LexiconPart { lexiconParts.value(.whole) { loadLexicon() }.value }

  private func loadLexicon() -> Loaded<LexiconPart> {
    let names = Set(layers.flatMap { $0.files(in: "lexicons") }).sorted()
    var problems: [PlaybookProblem] = []
    var sources: [LexiconSource] = []
    var nodes: [String: YAMLNode] = [:]
    for name in names {
      let found = first("lexicons/\(name).yaml", as: "the lexicon") { reader in
        YAMLDecoding.decode(LexiconSource.self, reader).map { source in
          var named = source
          named.name = reader.problems.file
          return (source: named, node: reader.node)
        }
      }
      problems += found.problems
      guard let value = found.value else { continue }
      sources.append(value.source)
      nodes[value.source.name] = value.node
    }
    let lexicon = Lexicon(sources)
    problems += lexicon.problems.map { problem in
      let group = nodes[problem.file]?[problem.section.rawValue]?[problem.group]
      return PlaybookProblem(
        file: problem.file, line: group?.line(of: problem.entry) ?? group?.line,
        sentence: "\(problem.section.rawValue) has “\(problem.entry)”: \(problem.complaint).")
    }
    let kinds =
      sources.flatMap(\.tone).map { "finding.\($0.kind)" }
      + sources.flatMap(\.heat).filter { $0.weight != nil }.map { "signal.\($0.kind)" }
    return Loaded(
      value: LexiconPart(lexicon: lexicon, kinds: Set(kinds).sorted()), problems: problems)
  }
}

extension YAMLNode {
  /// The value under a key of a map.
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A value of a list.
  fileprivate subscript(place: Int) -> YAMLNode? {
    guard case .list(let items) = content, items.indices.contains(place) else { return nil }
    return items[place]
  }

  /// The line of the first text that is `text`, anywhere within the value.
  fileprivate func line(of text: String) -> Int? {
    switch content {
    case .scalar(text, _): line
    case .scalar: nil
    case .list(let items): items.lazy.compactMap { $0.line(of: text) }.first
    case .map(let entries): entries.lazy.compactMap { $0.value.line(of: text) }.first
    }
  }
}

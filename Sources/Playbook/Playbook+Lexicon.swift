package import Language

/// The lexicons, compiled, and what they tell of.
struct LexiconPart: Sendable {
  let lexicon: Lexicon
  /// The files it was made from.
  let sources: [LexiconSource]
  /// The same files as they are written, by name, to find lines in.
  let nodes: [String: YAMLNode]
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
      value: LexiconPart(
        lexicon: lexicon, sources: sources, nodes: nodes, kinds: Set(kinds).sorted()),
      problems: problems)
  }
}

extension LexiconPart {
  /// The examples that do not come out as the lexicons say, by file and line; all words of all
  /// files count, as they do on a shift.
  ///
  /// - Complexity: reads every example once, some hundred milliseconds for the shipped ones.
  var failures: [PlaybookProblem] {
    let reader = Reader(lexicon: lexicon)
    return sources.flatMap { reader.failures(in: $0) }.map { failure in
      let group = nodes[failure.file]?[failure.section.rawValue]?[failure.group]
      let examples = group?[failure.mustCatch ? "catches" : "leaves"]
      return PlaybookProblem(
        file: failure.file, line: examples?.line(of: failure.sentence) ?? group?.line,
        sentence: failure.complaint)
    }
  }
}

extension YAMLNode {
  /// The value under a key of a map.
  subscript(key: String) -> YAMLNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A value of a list.
  subscript(place: Int) -> YAMLNode? {
    guard case .list(let items) = content, items.indices.contains(place) else { return nil }
    return items[place]
  }

  /// The line of the first text that is `text`, anywhere within the value.
  func line(of text: String) -> Int? {
    switch content {
    case .scalar(text, _): line
    case .scalar: nil
    case .list(let items): items.lazy.compactMap { $0.line(of: text) }.first
    case .map(let entries): entries.lazy.compactMap { $0.value.line(of: text) }.first
    }
  }
}

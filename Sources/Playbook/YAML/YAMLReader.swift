import Vocabulary

/// A value of a file on its way into a type, with what it describes.
///
/// Whatever does not fit is reported with file and line and answered with nil, so that one reading
/// names every problem of a file.
struct YAMLReader {
  let node: YAMLNode
  /// What the value belongs to, such as `gate “heard”`; begins every problem.
  let subject: String
  /// The key the value stands under, for problems.
  let key: String
  let problems: ProblemList

  /// Reports that the subject `predicate`, at the line of this value.
  func report(_ predicate: String) { problems.add(node.line, "\(subject) \(predicate)") }

  private func wants(_ shape: String) {
    report("wants \(shape) in “\(key)”, not \(node.shape).")
  }

  /// The text, without white space at either end; reports an empty one.
  func text() -> String? { wholeText()?.trimmingWhitespace }

  /// The text with the white space it has in quotes, such as the blank after a comma; reports one
  /// of white space alone.
  func wholeText() -> String? {
    guard case .scalar(let text, _) = node.content, !node.isEmpty else {
      wants("a text")
      return nil
    }
    if text.isBlank {
      report("has an empty “\(key)”; fill it or take it out.")
      return nil
    }
    return text
  }

  /// A whole number of 0 or more.
  func number() -> Int? {
    guard case .scalar(let text, _) = node.content, let value = Int(text), value >= 0 else {
      report("wants a whole number in “\(key)”, not \(written).")
      return nil
    }
    return value
  }

  /// `true` or `false`.
  func truth() -> Bool? {
    switch node.content {
    case .scalar("true", plain: true): return true
    case .scalar("false", plain: true): return false
    default:
      report("wants true or false in “\(key)”, not \(written).")
      return nil
    }
  }

  /// A length of time such as `90s`, `10m`, `2h` or `3d`, in seconds.
  func duration() -> Int64? {
    guard case .scalar(let text, _) = node.content, let seconds = Duration(short: text) else {
      report("wants a time such as 90s, 10m, 2h or 3d in “\(key)”, not \(written).")
      return nil
    }
    return seconds.components.seconds
  }

  /// One of a closed set of words; `noun` says what they are, such as `the strength`.
  func term<Term: RawRepresentable & CaseIterable>(_ noun: String) -> Term?
  where Term.RawValue == String {
    guard let word = text() else { return nil }
    if let term = Term(rawValue: word) { return term }
    let known = Term.allCases.map(\.rawValue)
    let question = Spelling.question(word, in: known)
    let ending = question == "." ? "; known are \(known.joined(separator: ", "))." : question
    report("names the \(noun) “\(word)”, which does not exist\(ending)")
    return nil
  }

  /// A list of words of a closed set; a single word counts as a list of one.
  func terms<Term: RawRepresentable & CaseIterable>(_ noun: String) -> [Term]
  where Term.RawValue == String {
    items(orOne: true).compactMap { $0.term(noun) }
  }

  /// The values of a list.
  ///
  /// - Parameter orOne: whether a single text counts as a list of one.
  /// - Returns: a reader a value; none when it is no list.
  func items(orOne: Bool = false) -> [YAMLReader] {
    switch node.content {
    case .list(let nodes):
      return nodes.map {
        YAMLReader(node: $0, subject: subject, key: key, problems: problems)
      }
    case .scalar where orOne && !node.isEmpty: return [self]
    default:
      if !node.isEmpty { wants("a list") }
      return []
    }
  }

  /// Whether the value is a list with nothing in it.
  var isEmptyList: Bool { if case .list(let nodes) = node.content { nodes.isEmpty } else { false } }

  /// The map, or nil when the value is none.
  func map() -> YAMLMap? {
    guard case .map(let entries) = node.content else {
      wants("a map")
      return nil
    }
    return YAMLMap(
      entries: entries, line: node.line, subject: subject, key: key, problems: problems)
  }

  /// The same value as part of another subject.
  func about(_ subject: String) -> YAMLReader {
    YAMLReader(node: node, subject: subject, key: key, problems: problems)
  }

  /// The value as it stands in the file, for problems.
  private var written: String {
    if case .scalar(let text, _) = node.content, !node.isEmpty { "“\(text)”" } else { node.shape }
  }
}

extension YAMLReader {
  /// Words in every language, each under its tag.
  ///
  /// - Parameter read: takes one language's value.
  /// - Returns: what was read; a language that is missing is reported.
  func languages<Words>(_ read: (YAMLReader) -> Words?) -> [LanguageTag: Words] {
    guard let map = map() else { return [:] }
    var words: [LanguageTag: Words] = [:]
    for entry in map.entries {
      guard let tag = LanguageTag(rawValue: entry.key) else {
        let known = LanguageTag.allCases.map(\.rawValue)
        problems.add(
          entry.line,
          "\(subject) has “\(key)” in “\(entry.key)”, which is no language of this house"
            + "; known are \(known.joined(separator: ", ")).")
        continue
      }
      words[tag] = read(
        YAMLReader(
          node: entry.value, subject: subject, key: "\(key).\(entry.key)", problems: problems))
    }
    let here = Set(map.entries.map(\.key))
    for tag in LanguageTag.allCases where !here.contains(tag.rawValue) {
      problems.add(map.line, "\(subject) has no “\(key)” in \(tag.rawValue); add it.")
    }
    return words
  }
}

import Vocabulary

/// A map of a file with what it describes.
struct YAMLMap {
  let entries: [YAMLEntry]
  let line: Int
  let subject: String
  /// The key the map itself stands under.
  let key: String
  let problems: ProblemList

  /// The map as the description of `subject`.
  func about(_ subject: String) -> YAMLMap {
    YAMLMap(entries: entries, line: line, subject: subject, key: key, problems: problems)
  }

  /// Reports that the subject `predicate`.
  func report(_ predicate: String) { problems.add(line, "\(subject) \(predicate)") }

  /// Reports every key that is not one of `known`.
  func knows(_ known: String...) {
    for entry in entries where !known.contains(entry.key) {
      problems.add(
        entry.line,
        "\(subject) has the key “\(entry.key)”, which is not known here"
          + Spelling.question(entry.key, in: known))
    }
  }

  /// The value under `key`, or nil when it is missing or empty.
  func optional(_ key: String) -> YAMLReader? {
    guard let entry = entries.first(where: { $0.key == key }), !entry.value.isEmpty else {
      return nil
    }
    return reader(entry)
  }

  /// The value under `key`; reports it when it is missing.
  func required(_ key: String) -> YAMLReader? {
    if let reader = optional(key) { return reader }
    report("has no “\(key)”; add it.")
    return nil
  }

  /// The entries as readers, each under its key.
  var readers: [(key: String, line: Int, value: YAMLReader)] {
    entries.map { ($0.key, $0.line, reader($0)) }
  }

  private func reader(_ entry: YAMLEntry) -> YAMLReader {
    YAMLReader(node: entry.value, subject: subject, key: entry.key, problems: problems)
  }

  // MARK: - Common values

  /// The text that must stand under `key`.
  func text(_ key: String) -> String? { required(key)?.text() }

  /// The texts listed under `key`; none when it is missing.
  func texts(_ key: String) -> [String] {
    optional(key)?.items(orOne: true).compactMap { $0.text() } ?? []
  }

  /// The lists under `key`; none when it is missing.
  func items(_ key: String) -> [YAMLReader] { optional(key)?.items() ?? [] }

  /// Words in every language that must stand under `key`.
  func words(_ key: String) -> [LanguageTag: String] {
    required(key)?.languages { $0.text() } ?? [:]
  }

  /// The name that must stand under `key`.
  func name<Kind>(_ key: String) -> Name<Kind>? { text(key).map { Name($0) } }

  /// The names listed under `key`; none when it is missing.
  func names<Kind>(_ key: String) -> [Name<Kind>] { texts(key).map { Name($0) } }
}

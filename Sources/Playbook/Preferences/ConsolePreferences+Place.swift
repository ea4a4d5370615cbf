extension ConsolePreferences {
  /// Where a person's preferences lie.
  ///
  /// - Parameter environment: Names and values; `XDG_CONFIG_HOME` and `HOME` count.
  /// - Returns: A path; nil when there is no home.
  package static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/calmdesk/console.yaml"
    }
    return environment["HOME"].map { $0 + "/.config/calmdesk/console.yaml" }
  }

  /// Lays what the environment says over the file: `CALMDESK_THEME`, `CALMDESK_LAYOUT`,
  /// `CALMDESK_BORDERS`, `CALMDESK_AMBIGUOUS`, and `NO_COLOR`, which is stronger than any theme named there.
  ///
  /// - Parameter environment: Names and values.
  /// - Returns: What is wrong with a value, which then counts as if it were not set.
  package mutating func apply(environment: [String: String]) -> [PlaybookProblem] {
    var problems: [PlaybookProblem] = []
    func term<Term: RawRepresentable<String> & CaseIterable>(_ name: String) -> Term? {
      guard let word = environment[name], !word.isEmpty else { return nil }
      if let term = Term(rawValue: word) { return term }
      let known = Term.allCases.map(\.rawValue)
      problems.append(
        PlaybookProblem(
          file: name,
          sentence: "“\(word)” is not known here; known are \(known.joined(separator: ", "))."))
      return nil
    }
    theme = term("CALMDESK_THEME") ?? theme
    layout = term("CALMDESK_LAYOUT") ?? layout
    borders = term("CALMDESK_BORDERS") ?? borders
    ambiguous = term("CALMDESK_AMBIGUOUS") ?? ambiguous
    if let value = environment["NO_COLOR"], !value.isEmpty { theme = .none }
    return problems
  }
}

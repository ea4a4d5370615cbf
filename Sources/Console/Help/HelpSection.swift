import Language

/// Keys that belong together.
struct HelpSection {
  var title: String
  var rows: [HelpRow]
}

/// A few keys and what they do.
struct HelpRow {
  /// The keys as they are shown; empty when none does it.
  var keys: String
  var words: String
  /// Why it cannot be done now.
  var obstacle: String?
  /// The ways in which it may be looked for; worked out from the words where nothing is known.
  var forms: PaletteForms?

  /// Whether it is what somebody looks for.
  func fits(_ match: FuzzyMatch, typed: String) -> Bool {
    if keys.split(separator: " ").contains(where: { $0 == typed }) { return true }
    guard !match.isEmpty else { return false }
    return (forms ?? PaletteForms(own: SearchForm.forms(of: words))).score(match) != nil
  }
}

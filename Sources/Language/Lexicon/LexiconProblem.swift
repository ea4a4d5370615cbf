/// Something in a lexicon that cannot be used; the rest still works.
package struct LexiconProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file, as the source names it.
  package var file: String
  package var section: LexiconSection
  /// The group's place in its section, from 0.
  package var group: Int
  /// The text to look for in the file, to find the line.
  package var entry: String
  /// What is wrong with it and what would mend it; no capital, no stop.
  package var complaint: String

  package var description: String {
    "\(file.isEmpty ? "lexicon" : file): \(section.rawValue), group \(group + 1), "
      + "“\(entry)”: \(complaint)."
  }
}

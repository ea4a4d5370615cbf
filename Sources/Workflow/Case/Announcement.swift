package import Vocabulary

/// What a supervisor says about a matter that many write about: one line of truth for all of them, or
/// only that they have seen it.
///
/// It is recorded on one of those cases and holds for all of them.
package struct Announcement: Equatable, Codable, Sendable {
  package var matter: MatterID
  /// What is known, as customers may read it; empty where it was only seen.
  package var words: String
  package var language: LanguageTag
  /// When there is more to say; nil where nothing is said yet.
  package var next: Instant?
  package var by: PersonID
  package var at: Instant
}

/// Whose words a phrase is.
package enum PhraseOrigin: String, CaseIterable, Hashable, Sendable {
  /// Shipped, or an organisation's in place of it.
  case playbook
  /// The team's, found by a short code.
  case team
  /// One person's own, found by a short code.
  case mine
}

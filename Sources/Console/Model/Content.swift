package import Playbook

/// What the console needs of the playbook, loaded beforehand by the session.
///
/// A class, since a model is copied often and this never changes; two contents are equal when they
/// are the same one.
package final class Content: Sendable, Equatable {
  /// The interface texts of the screen's language.
  package let texts: Texts
  /// What can be offered and granted, in the order of the playbook.
  package let remedies: [Remedy]
  /// The one-digit reasons, in the order of their digits.
  package let reasons: [Reason]

  package init(texts: Texts, remedies: [Remedy], reasons: [Reason]) {
    self.texts = texts
    self.remedies = remedies
    self.reasons = reasons
  }

  package static func == (left: Content, right: Content) -> Bool { left === right }
}

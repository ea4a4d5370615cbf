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
  /// The interface texts in English, since its names are looked for in every language.
  package let english: Texts
  /// How customers go about things and what they need, in the order in which it is proposed.
  package let customers: [CustomerType]
  /// What the palette looks through, once it was needed.
  let forms = ActionForms()

  /// - Parameters:
  ///   - texts: the interface texts of the screen's language.
  ///   - remedies: what can be offered and granted.
  ///   - reasons: the one-digit reasons.
  ///   - english: the interface texts in English; `texts` when not given.
  ///   - customers: how customers go about things and what they need.
  package init(
    texts: Texts, remedies: [Remedy], reasons: [Reason], english: Texts? = nil,
    customers: [CustomerType] = []
  ) {
    self.customers = customers
    self.english = english ?? texts
    self.texts = texts
    self.remedies = remedies
    self.reasons = reasons
  }

  package static func == (left: Content, right: Content) -> Bool { left === right }
}

import Vocabulary
import Workflow

/// A command that the desk has not answered yet.
struct Pending: Equatable, Sendable {
  /// The case; nil while the next one is being taken.
  var ref: CaseRef?
  /// What was asked for; nil while the next one is being taken.
  var command: CaseCommand?
  var then: Then

  /// Whether a case is being taken.
  var takes: Bool {
    switch command {
    case .claim, .accept, .takeOver: true
    case nil: then == .open
    default: false
    }
  }

  /// What follows when it was accepted.
  enum Then: Equatable, Sendable {
    /// Only what is acknowledged is shown.
    case nothing
    /// The words in the composer have been sent.
    case clearDraft(ComposerMode)
    /// The words that were taken back stand in the draft again.
    case bringBack(message: Int)
    /// The form that asked for it goes away.
    case closeForm
    /// The form goes away, and words for the customer are proposed.
    case propose(Proposal)
    /// The case is looked at.
    case open
  }

  /// Words that go with what was recorded.
  enum Proposal: Equatable, Sendable {
    case offer
    case handUp
    case session
    case followUp
    case askView
  }
}

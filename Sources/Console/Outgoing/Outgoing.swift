package import Vocabulary
package import Workflow

/// Words that were sent off while the desk could not be reached: they wait, or did not get there.
package struct Outgoing: Equatable, Sendable {
  /// How far they have got.
  package enum State: Equatable, Sendable {
    /// Not sent, for certain; may still be withdrawn.
    case waiting
    /// Given to the desk, which has not said what became of them: they may be there already.
    case trying
    /// Not sent, and will not be by itself; a sentence that says why, nil where their author took them
    /// back.
    case notSent(why: String?)
  }

  /// The case they are for.
  package var ref: CaseRef
  /// The command that carries them, with its id and what it rests on.
  package var envelope: CommandEnvelope
  /// When they were sent off.
  package var at: Instant
  /// How far they have got.
  package var state: State

  package init(ref: CaseRef, envelope: CommandEnvelope, at: Instant, state: State = .waiting) {
    self.ref = ref
    self.envelope = envelope
    self.at = at
    self.state = state
  }

  /// What they are known by.
  package var id: CommandID { envelope.id }
  /// What was to become of them.
  package var mode: ComposerMode { envelope.command.mode ?? .note }
  /// The words.
  package var text: String { envelope.command.words ?? "" }
  /// Whether they are still to go.
  package var isToGo: Bool {
    if case .notSent = state { false } else { true }
  }
  /// Whether they were spoken or written to the customer, so that what comes after builds on them.
  package var addressesCustomer: Bool { mode == .reply || mode == .said }
}

extension CaseCommand {
  /// Whether it may wait until the desk is back: words, which somebody has written or said. What
  /// changes hands or decides something may not.
  package var canWait: Bool { mode != nil }

  /// How the composer makes such words; nil for what cannot wait.
  fileprivate var mode: ComposerMode? {
    switch self {
    case .send: .reply
    case .say: .said
    case .note: .note
    case .receive: .heard
    default: nil
    }
  }

  fileprivate var words: String? {
    switch self {
    case .send(let draft), .say(let draft): draft.text
    case .note(let text), .receive(let text, _, _): text
    default: nil
    }
  }
}

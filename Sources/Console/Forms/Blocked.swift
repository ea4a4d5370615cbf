package import Vocabulary
package import Workflow

/// A command that met a closed gate, with the ways past it.
package struct Blocked: Equatable, Sendable {
  /// Why nothing was stored.
  package var refusal: Refusal
  /// The case.
  package var ref: CaseRef
  /// What was asked for; asked for again with a reason.
  package var command: CaseCommand
  var then: Pending.Then
  /// A reason in words, by somebody who may pass.
  package internal(set) var reason: Editor?
  /// The command with its reason, while the desk has not answered.
  var onItsWay: CommandID?
}

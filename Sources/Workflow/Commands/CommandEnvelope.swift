package import Vocabulary

/// A command with what it rests on.
package struct CommandEnvelope: Equatable, Sendable {
  package var id: CommandID
  package var command: CaseCommand
  /// The claim the sender believes to hold; nil when the sender does not say.
  package var epoch: Int?
  /// Given to pass gates that are not met.
  package var override: OverrideReason?

  package init(
    id: CommandID, command: CaseCommand, epoch: Int? = nil, override: OverrideReason? = nil
  ) {
    self.id = id
    self.command = command
    self.epoch = epoch
    self.override = override
  }
}

/// Why a gate should be passed.
package enum OverrideReason: Equatable, Sendable {
  /// One of the playbook's short reasons, from 1 (domain E12). Opens advice only.
  case digit(Int)
  /// In words. Opens policy too, for those who may.
  case words(String)
}

package import Vocabulary

/// Something in the log of a case that a decision does not explain.
package struct AuditFinding: Equatable, Sendable {
  /// What is wrong.
  package enum Fault: Equatable, Sendable {
    /// The event does not carry the number that follows on the one before.
    case gap(after: Int)
    /// Nobody of this name has ever been at the desk.
    case stranger(PersonID)
    /// The command was carried out before, and is carried out once.
    case repeated(CommandID)
    /// One command has one actor, and one moment unless it opened the case.
    case mixed(CommandID)
    /// It refuses what is told: who holds the case, whose request it is, what it rests on.
    case refused(Refusal)
    /// No command brings it.
    case unfounded
    /// The command brings something else: what is there and should not be, or the other way round.
    case differs(wanted: [CaseEvent.Kind])
    /// A gate was passed without a word why.
    case unexplained(GateID)
    /// A gate that stands in every playbook was closed when the case was.
    case closedThrough(CloseReason, GateID)
    /// Somebody is named as having signed a close off who had not.
    case unsigned(PersonID)
    /// By the rules in force now it would be refused, or brings something else.
    case ruledOut(Refusal?)
    /// It is this many seconds earlier than the event before it.
    case earlier(seconds: Int64)
    /// It lies this many seconds ahead of now.
    case ahead(seconds: Int64)
  }

  /// The version of the case that the event made.
  package var version: Int
  package var kind: CaseEvent.Kind
  package var actor: PersonID
  package var fault: Fault

  /// Whether an honest program may have written it all the same: under another playbook, for
  /// somebody who was something else then, or by a clock that was wrong.
  package var isNote: Bool {
    switch fault {
    case .ruledOut, .earlier, .ahead: true
    default: false
    }
  }

  package init(_ record: RecordedEvent, _ fault: Fault) {
    version = record.version
    kind = record.event.kind
    actor = record.actor
    self.fault = fault
  }
}

package import Vocabulary

/// Why the desk could not do what it was asked; a closed gate is a `Refusal` instead.
package enum DeskError: Error, Equatable, Sendable {
  case unknownCase(CaseRef)
  case unknownProcedure(ProcedureID)
  case unknownPhrase(PhraseID)
  case unknownPerson(PersonID)
  /// Somebody nobody added to the desk.
  case stranger(PersonID)
  case notAllowed(PersonID, Permission)
  case lastSupervisor
  /// Somebody who is given nothing until they are back.
  case onLeave(PersonID, until: Instant, deputy: PersonID?)
  /// The command id was used for another case before.
  case reusedCommand(CommandID, CaseRef)
  /// A leave that ends before it begins, or is over.
  case leaveEndsTooSoon
  /// Somebody who would stand in for themselves.
  case ownDeputy(PersonID)
  /// A document that cannot be read; `why` is a sentence.
  case malformed(String)
}

extension DeskError: CustomStringConvertible {
  /// One sentence that names the thing and the remedy.
  package var description: String {
    switch self {
    case .unknownCase(let ref):
      "There is no case \(ref) on this desk; “calmdesk queue” lists the open ones."
    case .unknownProcedure(let id):
      "The playbook has no sound procedure “\(id)”; “calmdesk playbook list” names those it has, "
        + "and “calmdesk playbook check” says what is wrong."
    case .unknownPhrase(let id):
      "The playbook has no phrase “\(id)”; “calmdesk playbook list” counts those it has."
    case .unknownPerson(let id):
      "Nobody called “\(id)” is on this desk; “calmdesk people” lists everybody."
    case .stranger(let id):
      "“\(id)” may not sign in at this desk; its supervisor can add them with "
        + "“calmdesk people add \(id) --role agent”."
    case .notAllowed(let id, let permission):
      "“\(id)” does not have the permission “\(permission.rawValue)”; somebody who has it has to "
        + "do it."
    case .lastSupervisor:
      "This would leave the desk without anybody who may add people; make somebody else a "
        + "supervisor first."
    case .onLeave(let id, let until, let deputy):
      "“\(id)” is on leave until \(until); "
        + (deputy.map { "“\($0)” stands in for them." } ?? "ask one of the supervisors.")
    case .reusedCommand(let id, let ref):
      "The command id “\(id)” was already used on case \(ref); give every command an id of its "
        + "own."
    case .leaveEndsTooSoon:
      "The leave must end after it begins and after now; say until when with “--until”."
    case .ownDeputy(let id):
      "“\(id)” cannot stand in for themselves; name somebody else with “--deputy”, or leave it out "
        + "and it falls to the supervisors."
    case .malformed(let why): why
    }
  }
}

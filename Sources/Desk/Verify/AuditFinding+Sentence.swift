import Playbook
import Vocabulary
import Workflow

extension AuditFinding {
  /// The finding in a sentence: which case and event, by whom, and why.
  func sentence(about ref: CaseRef, in wording: Wording) -> String {
    let event = "Case \(ref): version \(version), “\(kind.rawValue)” by \(actor), "
    switch fault {
    case .gap(let after):
      return event + "follows on version \(after): an event is missing or was put in."
    case .stranger(let person):
      return event
        + (person == actor
          ? "is by nobody who was ever at this desk."
          : "names \(person), who was never at this desk.")
    case .repeated(let command):
      return event + "comes from the command “\(command)”, which had been carried out before."
    case .mixed(let command):
      return event + "shares the command “\(command)” with events of another person or time."
    case .refused(let refusal):
      return event + "is refused whatever the playbook says: \(why(refusal, in: wording))"
    case .unfounded: return event + "follows from no command as the case stood."
    case .differs(let wanted):
      let list = wanted.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      return event
        + (wanted.isEmpty
          ? "changes something where such a command changes nothing."
          : "stands beside other events, or says something else, than such a command brings (\(list)).")
    case .unexplained(let gate): return event + "passes the gate “\(gate)” without a reason."
    case .closedThrough(let reason, let gate):
      return "Case \(ref): \(actor) closed it as “\(reason.rawValue)” at version \(version) "
        + "although the gate “\(gate)” was closed."
    case .unsigned(let person):
      return event + "names \(person) as having signed it off, who had not."
    case .ruledOut(let refusal?):
      return event + "would be refused by today's playbook and roles: \(why(refusal, in: wording))"
    case .ruledOut(nil): return event + "would bring something else by today's playbook."
    case .earlier(let seconds):
      return event + "is \(length(seconds)) earlier than the event before it: a clock was wrong."
    case .ahead(let seconds):
      return event + "lies \(length(seconds)) ahead of now: a clock was wrong, or is."
    }
  }

  /// What is missing, without how to pass it now.
  private func why(_ refusal: Refusal, in wording: Wording) -> String {
    var bare = refusal
    bare.override = nil
    bare.also = []
    return wording.sentence(for: bare)
  }

  private func length(_ seconds: Int64) -> String {
    seconds < 172_800 ? "\(seconds / 3_600) hours" : "\(seconds / 86_400) days"
  }
}

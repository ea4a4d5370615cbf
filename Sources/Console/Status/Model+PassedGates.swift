import Desk
import Playbook
import Vocabulary
import Workflow

/// Gates that asked nothing because another customer of this person's burns (domain E14): nobody
/// goes past one without being told which, and why.
extension Model {
  /// Says which gates the last command went past, and who is waiting; nothing where it met them all.
  mutating func tellPassed(by command: CaseCommand) {
    guard let open else { return }
    let passed = passedGates(of: open.current)
    guard !passed.isEmpty else { return }
    let gates = passed.map { content.texts("list.quoted", ["item": wording.name(of: $0)]) }
      .joined(separator: content.texts["list.comma"])
    let values = [
      "customer": burning.map { short(callName(of: $0), 20) } ?? text("notice.somebody_else"),
      "gates": gates, "step": stepName(open.current.step, in: open.rules),
    ]
    switch command {
    case .advance, .skip: say(text("notice.passed_step", values), .plain)
    default: say(text("notice.passed", values), .plain)
    }
  }

  /// The customer of this person's who is angry and waits too long, the longest first; the case on
  /// the screen left out.
  private var burning: QueueRow? {
    mine.filter { $0.ref != open?.ref && $0.burns(at: now) }
      .min { ($0.clock?.at ?? now, $0.ref) < ($1.clock?.at ?? now, $1.ref) }
  }

  /// The gates that the last thing done to the case went past for a conversation that burns.
  private func passedGates(of current: Case) -> [GateID] {
    current.overrides.filter {
      $0.reason == Override.burning && $0.by == sitting.person.id && $0.at == current.touchedAt
    }.reduce(into: []) { if !$0.contains($1.gate) { $0.append($1.gate) } }
  }
}

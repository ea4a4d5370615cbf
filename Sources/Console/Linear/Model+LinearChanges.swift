import Desk
import Vocabulary
import Workflow

/// Telling what changed by itself: what is not on the line under the cursor is not heard.
extension Model {
  /// What somebody who hears the screen is told about when it changes.
  struct Telling: Equatable {
    var ref: CaseRef
    var step: StepID
    var closed: Set<GateID>
    var heard: Int
    var heat: HeatLevel
    var danger: DangerKind?
  }

  /// As it is now; nil while no case is open.
  var telling: Telling? {
    guard let open else { return nil }
    return Telling(
      ref: open.ref, step: open.current.step, closed: Set(open.standing.closed.map(\.gate.id)),
      heard: open.current.lastCustomerMessage?.number ?? 0, heat: open.current.heat,
      danger: open.current.danger ?? open.dangerSign?.kind)
  }

  /// Adds to the line at the bottom what changed in the case on the screen.
  mutating func tellChanges(since before: Telling) {
    guard let open, let after = telling, after.ref == before.ref, after != before else { return }
    let customer = customerName(open.current)
    var sentences: [String] = []
    if let danger = after.danger, before.danger == nil {
      sentences.append(text("linear.danger", ["kind": name(danger)]) + text("linear.stop"))
    }
    if after.heard > before.heard {
      sentences.append(text("notice.wrote", ["customer": customer]))
    }
    if after.heat != before.heat,
      heatWord(after.heat, isEndangered: after.danger != nil) != nil
    {
      sentences.append(
        text("linear.now_heat", ["customer": customer, "heat": name(after.heat)]))
    }
    if after.step == before.step { sentences += gateSentences(before, after, open) }
    // Nothing is told twice while it still stands there.
    sentences.removeAll { notice?.text.contains($0.trimmingBlanks) == true }
    guard !sentences.isEmpty else { return }
    let gap = marks.between.last?.isWhitespace == true ? " " : ""
    let all = ([notice?.text] + sentences).compactMap { $0?.trimmingBlanks }
    say(all.joined(separator: gap), notice?.kind ?? .plain)
  }

  private func gateSentences(
    _ before: Telling, _ after: Telling, _ open: OpenCase
  ) -> [String] {
    func names(_ ids: Set<GateID>) -> String {
      spoken(
        open.standing.gates.filter { ids.contains($0.gate.id) }.map {
          $0.gate.words[sitting.language] ?? $0.gate.id.rawValue
        })
    }
    let met = names(before.closed.subtracting(after.closed))
    let opened = names(after.closed.subtracting(before.closed))
    var sentences: [String] = []
    if !met.isEmpty { sentences.append(text("linear.now_met", ["gates": met])) }
    if !opened.isEmpty { sentences.append(text("linear.now_open", ["gates": opened])) }
    if after.closed.isEmpty, !before.closed.isEmpty, let next = open.standing.next {
      sentences.append(text("sidebar.next_open", ["step": stepName(next, in: open.rules)]))
    }
    return sentences
  }
}

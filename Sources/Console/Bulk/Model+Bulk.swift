import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Cases marked in the queue, to be handed on together: each goes through the desk's one door by
/// itself, and what did not go is listed with the reason.
extension Model {
  /// Why many cases are handed on; one of these stands on record where one is taken over.
  private static let reasons = ["away", "load", "shift", "skill"]

  /// Marks the selected case, or takes its mark away, and goes on to the next.
  mutating func mark() -> [Effect] {
    guard let ref = queue.selected else { return [] }
    if marked.contains(ref) { marked.removeAll { $0 == ref } } else { marked.append(ref) }
    return queue.move(by: 1, visible: queueRows)
  }

  /// Where the marked cases can go.
  var bulkMenu: Menu {
    let lead = text("bulk.lead", count: marked.count)
    let ways: [MenuItem] = [
      MenuItem(label: text("bulk.take"), choice: .reassign(.take)),
      MenuItem(label: text("bulk.release"), choice: .reassign(.release)),
    ]
    let people = colleagues.map {
      MenuItem(
        label: text("bulk.hand_to", ["person": $0.name]), detail: [standing(of: $0)],
        choice: .reassign(.handTo($0.id)))
    }
    return Menu(
      title: text("bulk.title"), lead: [lead],
      items: ways + people + [MenuItem(label: text("bulk.unmark"), choice: .unmark)])
  }

  /// The one question before they go: how many, where to, and why.
  func bulkQuestion(_ target: Reassignment) -> Menu {
    let sentence =
      switch target {
      case .take: text("bulk.question.take", count: marked.count)
      case .release: text("bulk.question.release", count: marked.count)
      case .handTo(let person):
        text("bulk.question.hand_to", count: marked.count)
          .replacing("{person}", with: personName(person))
      }
    return Menu(
      title: text("bulk.title"), lead: [sentence, text("bulk.why.title")],
      items: Model.reasons.map {
        MenuItem(
          label: text("bulk.why.\($0)"), choice: .reassignBecause(target, text("bulk.why.\($0)")))
      } + [MenuItem(label: text("bulk.nothing"), choice: .nothing)])
  }

  /// Has the marked cases handed on.
  mutating func reassign(_ target: Reassignment, because reason: String) -> [Effect] {
    let refs = marked
    marked = []
    guard !refs.isEmpty else { return [] }
    return [.reassign(nextCommand(), refs, target, reason: reason)]
  }

  /// Says what went; what did not is listed, and each can be gone to.
  mutating func take(_ outcome: ReassignmentOutcome) {
    var went = text("bulk.went", count: outcome.went.count)
    if !outcome.stayed.isEmpty {
      went +=
        (sitting.language == .en ? " " : "") + text("bulk.stayed", count: outcome.stayed.count)
    }
    guard !outcome.refused.isEmpty else {
      say(went, .good)
      return
    }
    overlays.append(
      .menu(
        Menu(
          title: text("bulk.title"),
          lead: [went, text("bulk.refused", count: outcome.refused.count)],
          items: outcome.refused.map { one in
            MenuItem(
              label: one.customer.isEmpty ? one.ref.rawValue : short(one.customer, 40),
              detail: [words(of: one.why)], choice: .visit(one.ref))
          })))
  }

  private func words(of why: ReassignmentOutcome.Why) -> String {
    switch why {
    case .refusal(let refusal): wording.sentence(for: refusal)
    case .failure(let sentence): sentence
    }
  }
}

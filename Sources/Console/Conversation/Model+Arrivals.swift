import Desk
import Playbook
import Vocabulary
import Workflow

/// What comes in while somebody writes, and what was there before.
extension Model {
  /// Takes notice of what is new in the case on the screen: words that came while others were being
  /// written are to be read before those go out (S0-32), and new anger wants a breath first
  /// (S3-18).
  mutating func noticeArrivals(in newer: Case) {
    guard let open, newer.ref == open.ref else { return }
    let heard = newer.lastCustomerMessage?.number ?? 0
    guard heard > open.current.lastCustomerMessage?.number ?? 0 else { return }
    self.open?.overtakenAt = drafts[open.ref, .reply].editor.isBlank ? nil : now
    if newer.flared, !open.current.flared, newer.handler == sitting.person.id {
      say(text("notice.breathe"), .plain)
    }
  }

  /// Lists the customer's other cases.
  mutating func show(_ past: [PastCase], of ref: CaseRef) -> [Effect] {
    guard open?.ref == ref, overlays.isEmpty else { return [] }
    guard !past.isEmpty else {
      say(text("notice.no_history"), .plain)
      return []
    }
    return present(
      Menu(
        title: text("menu.history.title"),
        items: past.map {
          MenuItem(
            label: "\(dayWords($0.openedAt))\(marks.between)\($0.problem ?? $0.ref.rawValue)",
            detail: [historyDetail($0)].filter { !$0.isEmpty }, choice: .visit($0.ref))
        }))
  }

  /// What was promised, and, once a solution is looked for, how it ended: before that nobody is to
  /// be judged by it (domain D4).
  private func historyDetail(_ past: PastCase) -> String {
    var parts: [String] = []
    if let promise = past.promise {
      let key =
        switch promise.state {
        case .open: "conversation.promise_open"
        case .kept: "conversation.promise_kept"
        case .broken: "conversation.promise_broken"
        }
      parts.append(text(key, ["what": promise.what]))
    }
    if showsOutcomes {
      parts.append(past.closed.map { name($0) } ?? text("menu.history.open"))
    }
    return parts.joined(separator: marks.between)
  }

  private var showsOutcomes: Bool {
    guard let open, let step = open.rules.procedure.step(open.current.step) else { return false }
    let early: Set<StepID> = [
      PhraseStage.vent.step, PhraseStage.apologise.step, PhraseStage.collect.step,
    ]
    return !step.stages.isEmpty && !Set(step.stages).isSubset(of: early)
  }
}

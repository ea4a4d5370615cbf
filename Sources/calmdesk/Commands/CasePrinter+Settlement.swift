import Foundation
import Playbook
import Vocabulary
import Workflow

/// What was offered, promised and looked back on.
extension CasePrinter {
  /// Prints every plan with the answer to it, every promise and every follow-up.
  ///
  /// - Parameters:
  ///   - shown: the case.
  ///   - wording: of its procedure.
  ///   - now: the time that times are told from.
  /// - Throws: `CommandFailure` when it cannot be printed.
  func printSettlement(of shown: Case, _ wording: Wording, now: Instant) throws {
    if !(shown.plans.isEmpty && shown.commitments.isEmpty && shown.followUps.isEmpty) {
      try Output.line("")
    }
    for plan in shown.plans where !plan.isVoid { try print(plan, wording, now: now) }
    for promise in shown.commitments {
      try Output.line(
        wording.name(of: ClockName.promise) + colon
          + joined([
            promise.what, wording.time.point(promise.due, now: now),
            wording.name(of: promise.state),
          ]))
    }
    for task in shown.tasks {
      try Output.line(
        wording.name(of: ClockName.task) + colon
          + joined([
            task.department, task.what, wording.time.point(task.due, now: now),
            task.doneAt.map { _ in wording.texts["task.done"] } ?? wording.texts["task.open"],
          ]))
    }
    for followUp in shown.followUps {
      try Output.line(
        wording.name(of: ClockName.followUp) + colon
          + joined([
            wording.time.point(followUp.due, now: now), wording.name(of: followUp.channel),
            followUp.outcome.map { wording.name(of: $0) },
          ]))
    }
    for note in shown.improvements {
      try Output.line(
        wording.texts["register.improvement"] + colon + joined([note.cause, note.proposal]))
    }
  }

  private func print(_ plan: Plan, _ wording: Wording, now: Instant) throws {
    try Output.line("\(wording.name(of: Confirmable.plan)) \(plan.number)")
    for (offset, option) in plan.options.enumerated() {
      let isTaken = plan.answer?.accepted == true && offset == plan.answer?.option ?? 0
      try Output.line(
        "  \(isTaken ? "●" : "○") "
          + joined([
            option.what, option.amount.map(wording.money.shown),
            option.due.map { wording.time.point($0, now: now) },
          ]))
    }
    if let answer = plan.answer {
      let kind: AnswerKind = answer.accepted ? .accepted : .declined
      let words = answer.words.isEmpty ? "" : colon + answer.words
      try Output.line("  " + wording.name(of: kind) + words)
    }
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

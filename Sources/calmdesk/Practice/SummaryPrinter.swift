import Desk
import Foundation
import Playbook
import Practice
import Vocabulary
import Workflow

/// What became of a practice shift, in a few lines.
struct SummaryPrinter {
  let stage: PracticeStage

  func print() throws {
    let guests = try stage.floor.summary().guests
    let texts = stage.texts
    try Output.line("")
    guard !guests.isEmpty else {
      try Output.line(texts["practice.summary.nobody"])
      return
    }
    try Output.line(texts[stage.isPlayed ? "practice.summary.played" : "practice.summary.title"])
    for guest in guests {
      try Output.line("  " + line(guest, texts))
      for promise in guest.promises {
        let words = TimeWords(stage.place.language, timeZone: .current)
        try Output.line(
          "    "
            + texts(
              "practice.summary.promised",
              [
                "what": promise.what,
                "due": words.point(promise.due, now: stage.place.desk.now()),
              ]))
      }
    }
    let calmed = guests.count { $0.isSettled && $0.heatAtEnd < $0.heatAtStart }
    if calmed > 0 { try Output.line(texts("practice.summary.calmed", count: calmed)) }
    try Output.line(texts["practice.summary.gone"])
  }

  private func line(_ guest: ShiftSummary.Guest, _ texts: Texts) -> String {
    let outcome =
      if let reason = guest.closed {
        texts("practice.summary.closed", ["reason": texts[reason.localeKey]])
      } else if guest.isSettled {
        texts["practice.summary.settled"]
      } else if guest.state == .open {
        texts[guest.hasLeft ? "practice.summary.left" : "practice.summary.open"]
      } else {
        texts["practice.summary.waiting"]
      }
    return texts(
      "practice.summary.customer",
      [
        "customer": guest.name, "start": texts[guest.heatAtStart.localeKey],
        "end": texts[guest.heatAtEnd.localeKey], "outcome": outcome,
      ])
  }
}

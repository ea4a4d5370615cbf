import Screen
import Vocabulary
import Workflow

/// What runs on the case, where it has to be seen before it breaks.
extension Model {
  /// The limits of law, then the clocks that warn or have broken, three lines at most; promises stand
  /// in lines of their own.
  func clockLines(_ open: OpenCase) -> [StyledLine] {
    let shown = open.standing.clocks.filter { clock in
      guard ![.promise, .nudge, .snooze, .rung, .approval, .consult].contains(clock.name) else {
        return false
      }
      return clock.name.isStatutory || clock.standing(at: now) != .running
    }
    let ordered = shown.filter(\.name.isStatutory) + shown.filter { !$0.name.isStatutory }
    var lines = ordered.prefix(3).map { clock in
      let standing = clock.standing(at: now)
      let style = self.style(of: standing)
      guard clock.name.isLong else { return StyledLine(marked(clock), style) }
      // The day is what is told to the customer; how long it is late is what is told to us.
      let words =
        standing == .broken
        ? words(of: clock) : text("conversation.clock_due", ["clock": name(clock.name)])
      let mark = marks.clock(standing)
      return StyledLine(
        [StyledPiece(mark.isEmpty ? words : "\(mark) \(words)", style)],
        trailing: StyledPiece(pointInTime(clock.at), style))
    }
    if let line = ladderLine(open) { lines.append(line) }
    if let since = open.standing.pausedSince {
      lines.append(
        StyledLine(
          text(
            "conversation.paused",
            ["clock": name(ClockName.finalResponse), "date": pointInTime(since)]), Style(.muted)))
    }
    return lines
  }

  /// Whom the matter was handed up to, until when they have it, and who has it then.
  private func ladderLine(_ open: OpenCase) -> StyledLine? {
    guard let above = open.current.escalation,
      let clock = open.standing.clocks.first(where: { $0.name == .rung })
    else { return nil }
    let ladder = open.rules.clocks.ladder
    func name(_ rung: Ladder.Rung?) -> String? { rung?.name(in: sitting.language) }
    let values = [
      "to": name(ladder.rung(called: above.to)) ?? above.to, "due": pointInTime(clock.at),
    ]
    let standing = clock.standing(at: now)
    let mark = marks.clock(standing).isEmpty ? "" : marks.clock(standing) + " "
    let words =
      name(ladder.next(after: above.to)).map {
        text("conversation.handed_up_then", values.merging(["next": $0]) { $1 })
      } ?? text("conversation.handed_up", values)
    return StyledLine(mark + words, style(of: standing))
  }
}

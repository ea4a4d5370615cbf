import Screen
import Vocabulary
import Workflow

/// What runs on the case, where it has to be seen before it breaks.
extension Model {
  /// The limits of law, then the clocks that warn or have broken, three lines at most; promises stand
  /// in lines of their own.
  func clockLines(_ open: OpenCase) -> [StyledLine] {
    let shown = open.standing.clocks.filter { clock in
      guard ![.promise, .nudge, .snooze].contains(clock.name) else { return false }
      return clock.name.isStatutory || clock.standing(at: now) != .running
    }
    let ordered = shown.filter(\.name.isStatutory) + shown.filter { !$0.name.isStatutory }
    var lines = ordered.prefix(3).map { clock in
      let style = self.style(of: clock.standing(at: now))
      return StyledLine(
        [StyledPiece(marked(clock), style)],
        trailing: clock.name.isLong ? StyledPiece(pointInTime(clock.at), style) : nil)
    }
    if let since = open.standing.pausedSince {
      lines.append(
        StyledLine(
          text(
            "conversation.paused",
            ["clock": name(ClockName.finalResponse), "date": pointInTime(since)]), Style(.muted)))
    }
    return lines
  }
}

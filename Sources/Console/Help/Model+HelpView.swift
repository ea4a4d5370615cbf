import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The keys, by what they are for.
extension Model {
  private static let chapters: [(key: String, actions: [Action])] = [
    (
      "taking",
      [
        .takeNext, .openSelected, .look, .filterQueue, .release, .transfer, .snooze, .handUp,
      ]
    ),
    ("words", [.reply, .phrases, .note, .said, .heard, .whisper, .takeBack, .correct]),
    ("procedure", [.advance, .back, .skip, .form, .confirm, .attest, .unfold, .identify]),
    (
      "solution",
      [.grant, .offer, .answer, .view, .promise, .promiseKept, .request, .approvals]
    ),
    ("ending", [.followUp, .survey, .close, .link]),
    ("screen", [.danger, .help, .redraw, .quit]),
  ]

  /// The help, line by line.
  var helpLines: [StyledLine] {
    var lines: [StyledLine] = []
    for chapter in Model.chapters {
      lines.append(StyledLine(text("help.\(chapter.key)"), Style(.title).bold))
      for action in chapter.actions { lines.append(helpLine(action)) }
      lines.append(StyledLine())
    }
    lines.append(StyledLine(text("help.moving"), Style(.title).bold))
    var moves = ["panes", "queue", "conversation", "phrases", "writing", "editing", "undo"]
    if sitting.preferences.mouse { moves.append("mouse") }
    for key in moves { lines.append(StyledLine("  " + text("help.line.\(key)"))) }
    lines.append(StyledLine())
    lines.append(StyledLine(text("help.marks"), Style(.title).bold))
    for how in [Met.observed, .implied, .attested, .overridden, .suspended] {
      lines.append(
        StyledLine([
          StyledPiece("  \(marks.gate(how))  ", Style(.key)), StyledPiece(name(how)),
        ]))
    }
    lines.append(
      StyledLine([
        StyledPiece("  \(marks.gate(nil))  ", Style(.key)), StyledPiece(text("help.open_gate")),
      ]))
    return lines
  }

  /// An action with its keys; one that cannot be done now stays, with the reason.
  private func helpLine(_ action: Action) -> StyledLine {
    let keys = action.keys.map { marks.key($0.shown) }.joined(separator: " ")
    let gap = String(repeating: " ", count: max(1, 16 - sitting.measure.columns(of: keys)))
    let obstacle = open == nil ? nil : obstacle(to: action)
    var pieces = [
      StyledPiece("  " + keys + gap, Style(.key).bold),
      StyledPiece(text(action.textKey), obstacle == nil ? .plain : Style(.muted)),
    ]
    if let obstacle { pieces.append(StyledPiece("  (\(obstacle))", Style(.muted))) }
    return StyledLine(pieces)
  }

  func drawHelp(_ frame: inout Frame, top: Int) {
    let rect = Rect(frame.size).inset(left: 2, top: 1, right: 2, bottom: 1)
    frame.fill(rect, style: Style(on: .panel))
    let inner = frame.box(
      rect, style: Style(.borderFocused, on: .panel), title: text("help.title"),
      titleStyle: Style(.accent, on: .panel).bold
    ).inset(left: 1, right: 1)
    for (row, line) in helpLines.dropFirst(top).prefix(inner.height).enumerated() {
      frame.draw(line, in: inner, row: row, ground: .panel)
    }
  }
}

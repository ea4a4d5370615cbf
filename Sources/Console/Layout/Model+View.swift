import Desk
package import Screen
import Vocabulary
import Workflow

extension Model {
  /// The screen as it is to be seen now. Costs what is visible, not what there is.
  ///
  /// - Returns: a frame of the terminal's size.
  package func view() -> Frame {
    if isLinear { return linearView() }
    var frame = Frame(size, measure: sitting.measure, strokes: sitting.strokes)
    guard let layout else {
      drawTooSmall(&frame)
      return frame
    }
    draw(layout.title, kept.title, on: &frame) { drawTitle(&$0, in: $1) }
    draw(layout.queue, kept.queue, on: &frame) { drawQueue(&$0, in: $1) }
    draw(layout.conversation, kept.conversation, on: &frame) { drawConversation(&$0, in: $1) }
    if !layout.sidebar.isEmpty {
      draw(layout.sidebar, kept.sidebar, on: &frame) { drawSidebar(&$0, in: $1) }
    }
    for column in layout.borders {
      frame.verticalLine(
        at: Position(column: column, row: layout.queue.y), rows: layout.queue.height)
    }
    if !layout.panel.isEmpty { drawPanel(&frame, in: layout.panel) }
    switch overlay {
    case .help(let help): drawHelp(&frame, help)
    case .palette(let palette): drawPalette(&frame, palette)
    case .board(let board): drawBoard(&frame, board)
    default: break
    }
    drawFooter(&frame, in: layout.footer)
    drawCoach(&frame)
    return frame
  }

  func drawTooSmall(_ frame: inout Frame) {
    let least = isLinear ? LinearPane.least : Layout.least
    let sentence = text(
      "too_small",
      [
        "columns": String(least.columns), "rows": String(least.rows),
      ])
    frame.write(sentence, in: frame.bounds, row: 0, style: Style(.warning))
  }

  /// The title of a pane; the focused one is marked by a sign and not by colour alone.
  func drawPaneTitle(
    _ words: String, _ focus: Focus, trailing: String = "", in rect: Rect, _ frame: inout Frame
  ) {
    let isFocused = self.focus == focus && overlay == nil
    let mark = isFocused ? marks.focused + " " : "  "
    let style = isFocused ? Style(.accent).bold : Style(.muted)
    let room = rect.width - sitting.measure.columns(of: mark + trailing) - 1
    frame.draw(
      StyledLine(
        [StyledPiece(mark + short(words, max(1, room)), style)],
        trailing: trailing.isEmpty ? nil : StyledPiece(trailing, Style(.muted))),
      in: rect, row: 0)
    if isFocused { frame.restyle(rect.row(0)) { $0.emphasis.formUnion(.underline) } }
  }
}

import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

extension Model {
  func drawConversation(_ frame: inout Frame, in pane: Rect) {
    guard let open, let parts = parts(of: pane) else {
      drawWelcome(&frame, in: pane)
      return
    }
    drawPaneTitle(
      customerName(open.current), .conversation, trailing: open.ref.rawValue, in: parts.title,
      &frame)
    for (row, line) in header(open, width: pane.width).prefix(parts.header.height).enumerated() {
      frame.draw(line, in: parts.header, row: row)
    }
    drawMessages(&frame, open, in: parts.messages)
    if let find = open.find {
      markFound(&frame, find, in: parts.messages)
      drawFind(&frame, find, in: parts.find)
    }
    if !parts.composerTitle.isEmpty {
      drawComposer(&frame, open, title: parts.composerTitle, in: parts.composer)
      drawTone(&frame, in: parts.tone)
    }
  }

  private func drawWelcome(_ frame: inout Frame, in pane: Rect) {
    drawPaneTitle(text("conversation.title"), .conversation, in: pane.row(0), &frame)
    let words =
      awaited.map { text("conversation.loading", ["ref": $0.rawValue]) }
      ?? text("conversation.none")
    frame.write(words, in: pane.inset(left: 2, right: 1), row: 2, style: Style(.muted))
  }

  private func drawMessages(_ frame: inout Frame, _ open: OpenCase, in rect: Rect) {
    let lines = visibleLines(of: open, in: rect)
    // The newest words stand at the bottom, beside the composer.
    let offset = rect.height - lines.count
    let isFocused = focus == .conversation && overlay == nil
    for (row, entry) in lines.enumerated() {
      frame.draw(entry.line, in: rect, row: offset + row)
      frame.mark(rect.row(offset + row), .message, entry.message)
      if isFocused, entry.message != 0, entry.message == open.selected, !entry.line.pieces.isEmpty {
        frame.lay(.selection, on: rect.row(offset + row))
      }
    }
    if open.scroll.bottom != nil, rect.height > 1 {
      // A row of its own: words of a message beside it would read as part of it.
      let row = rect.row(rect.height - 1)
      frame.fill(row, style: Style(on: .bar))
      let key = open.find?.isTyping == true ? "conversation.older_find" : "conversation.older"
      frame.put(
        " " + text(key) + " ", in: row, style: Style(.accent, on: .bar),
        alignment: .trailing, overflow: .ellipsis)
    }
  }
}

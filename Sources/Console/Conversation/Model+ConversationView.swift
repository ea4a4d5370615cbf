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
    for (row, line) in headerLines(open, width: pane.width).prefix(parts.header.height).enumerated()
    {
      frame.draw(line, in: parts.header, row: row)
    }
    drawMessages(&frame, open, in: parts.messages)
    if !parts.composerTitle.isEmpty {
      drawComposer(&frame, open, title: parts.composerTitle, in: parts.composer)
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
      if isFocused, entry.message == open.selected, !entry.line.pieces.isEmpty {
        frame.lay(.selection, on: rect.row(offset + row))
      }
    }
    if open.scroll.bottom != nil, rect.height > 1 {
      let words = " " + text("conversation.older") + " "
      frame.put(
        words, in: rect, row: rect.height - 1, style: Style(.accent, on: .bar),
        alignment: .trailing)
    }
  }

  // MARK: - Header

  /// What an agent has to know before the first word, the most urgent first.
  func headerLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    let current = open.current
    var lines: [StyledLine] = []
    if let danger = current.danger {
      lines.append(
        StyledLine(
          " \(marks.danger) \(text("conversation.danger", ["kind": name(danger)])) ",
          Style(.danger, on: .alarm).bold))
    }
    lines.append(heatLine(open))
    lines.append(StyledLine(identityWords(current), Style(.muted)))
    if let line = earlierLine(current) { lines.append(line) }
    lines += promiseLines(open)
    if let state = stateLine(open) { lines.append(state) }
    return lines
  }

  private func heatLine(_ open: OpenCase) -> StyledLine {
    var pieces = [
      StyledPiece(name(open.current.heat), heatStyle(open.current.heat).bold)
    ]
    let words = open.heatWords(limit: 4)
    if !words.isEmpty {
      let quoted = words.map { text("quoted", ["words": short($0, 16)]) }
      pieces.append(StyledPiece("  " + quoted.joined(separator: " "), heatStyle(open.current.heat)))
    }
    if open.current.flared {
      pieces.append(StyledPiece("  " + text("conversation.flared"), Style(.warning)))
    }
    let questions = open.current.openQuestions.count
    if questions > 0 {
      pieces.append(
        StyledPiece("  " + text("conversation.questions", count: questions), Style(.warning)))
    }
    return StyledLine(pieces)
  }

  private func identityWords(_ current: Case) -> String {
    var parts = [name(current.channel), name(current.language)]
    parts.append(
      current.handler.map { text("conversation.handler", ["person": personName($0)]) }
        ?? text("conversation.free"))
    if let owner = current.owner, owner != current.handler {
      parts.append(text("conversation.owner", ["person": personName(owner)]))
    }
    if current.identified { parts.append(text("conversation.identified")) }
    return parts.joined(separator: " \(marks.bullet) ")
  }

  /// The earlier contact and what became of the last promise, in one line.
  private func earlierLine(_ current: Case) -> StyledLine? {
    guard let earlier = current.earlier else {
      guard current.returns > 0 else { return nil }
      return StyledLine(text("conversation.returned", count: current.returns), Style(.warning))
    }
    var words = text(
      "conversation.earlier",
      [
        "date": dayWords(earlier.at),
        "problem": earlier.problem ?? earlier.ref.rawValue,
      ])
    var style = Style(.muted)
    if let promise = earlier.promise {
      words += " \(marks.bullet) "
      switch promise.state {
      case .kept: words += text("conversation.promise_kept", ["what": promise.what])
      case .broken:
        words += text("conversation.promise_broken", ["what": promise.what])
        style = Style(.danger)
      case .open: words += text("conversation.promise_open", ["what": promise.what])
      }
    }
    return StyledLine(words, style)
  }

  private func promiseLines(_ open: OpenCase) -> [StyledLine] {
    open.standing.promises.prefix(3).map { promise in
      let late = promise.due < now
      return StyledLine(
        text(
          "conversation.promise",
          [
            "what": promise.what, "due": pointInTime(promise.due),
            "distance": distance(to: promise.due),
          ]), late ? Style(.danger).bold : Style(.warning))
    }
  }

  /// What the case is doing when it is not simply open.
  private func stateLine(_ open: OpenCase) -> StyledLine? {
    let current = open.current
    let me = sitting.person.id
    if let closed = current.closed {
      return StyledLine(
        text("conversation.closed", ["reason": name(closed.reason)]), Style(.good))
    }
    if current.offeredTo == me {
      return StyledLine(
        text("conversation.offered_to_me", ["person": personName(current.handler)]),
        Style(.accent).bold)
    }
    if let offered = current.offeredTo {
      return StyledLine(
        text("conversation.offered", ["person": personName(offered)]), Style(.muted))
    }
    if let until = current.snoozedUntil {
      return StyledLine(
        text("conversation.snoozed", ["due": pointInTime(until)]), Style(.muted))
    }
    if !open.standing.requests.isEmpty {
      return StyledLine(
        text("conversation.requests", count: open.standing.requests.count), Style(.warning))
    }
    return nil
  }
}

import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  func drawQueue(_ frame: inout Frame, in pane: Rect) {
    let (title, list) = pane.split(top: 1)
    let trailing =
      marked.isEmpty ? filterWords : text("queue.marked", ["n": String(marked.count)])
    drawPaneTitle(text("queue.title"), .queue, trailing: trailing, in: title, &frame)
    guard !queue.rows.isEmpty else {
      frame.write(
        text(queue.isLoaded ? "queue.empty" : "queue.loading"), in: list.inset(left: 1), row: 1,
        style: Style(.muted), limit: 6)
      return
    }
    let perRow = queueLinesPerRow(list.width)
    var line = 0
    for (index, row) in queue.rows.enumerated().dropFirst(queue.top) {
      guard line < list.height else { break }
      let isSelected = row.ref == queue.selected
      let drawn = drawn(row, width: list.width, twoLines: perRow == 2 || isSelected)
      let room = min(drawn.size.rows, list.height - line)
      frame.draw(drawn, at: Position(column: list.x, row: list.y + line), rows: room)
      for _ in 0..<room {
        frame.mark(list.row(line), .queueRow, index)
        if isSelected {
          frame.lay(
            focus == .queue && overlay == nil ? .selection : .selectionIdle, on: list.row(line))
        }
        line += 1
      }
    }
  }

  /// A row by itself, as it was kept.
  private func drawn(_ row: QueueRow, width: Int, twoLines: Bool) -> Frame {
    if let known = kept.rows[row.ref], known.frame.size.columns == width,
      known.twoLines == twoLines
    {
      return known.frame
    }
    let lines = queueLines(row, width: width, twoLines: twoLines)
    var frame = Frame(
      Size(columns: width, rows: lines.count), measure: sitting.measure,
      strokes: sitting.strokes)
    for (line, words) in lines.enumerated() { frame.draw(words, in: frame.bounds, row: line) }
    return frame
  }

  /// Keeps the rows that are shown as they were drawn, since moving the selection only shifts them.
  mutating func keepRows(width: Int, height: Int) {
    if kept.rows.count > 400 { kept.rows = [:] }
    let perRow = queueLinesPerRow(width)
    for row in queue.rows.dropFirst(queue.top).prefix(height / perRow + 1) {
      let twoLines = perRow == 2 || row.ref == queue.selected
      let known = kept.rows[row.ref]
      if known?.frame.size.columns == width, known?.twoLines == twoLines { continue }
      kept.rows[row.ref] = KeptPanes.DrawnRow(
        row: row, twoLines: twoLines, frame: drawn(row, width: width, twoLines: twoLines))
    }
  }

  var filterWords: String {
    switch queue.filter {
    case .everything: ""
    case .free: text("queue.filter.free")
    case .ownedBy(let person): personName(person)
    case .heldBy: text("queue.filter.mine")
    case .closed: text("queue.filter.closed")
    case .handsRaised: text("queue.filter.hands")
    case .requests: text("queue.filter.requests")
    case .threats: text("queue.filter.threats")
    case .consultations: text("queue.filter.consultations")
    }
  }

  private func queueLines(_ row: QueueRow, width: Int, twoLines: Bool) -> [StyledLine] {
    let customer = row.customer.isEmpty ? row.ref.rawValue : row.customer
    var first = StyledLine(leadPieces(row))
    if row.wants.isVIP {
      first.pieces.append(StyledPiece(text("conversation.vip") + " ", Style(.accent).bold))
    }
    if row.wants.isInService {
      first.pieces.append(StyledPiece(text("conversation.now") + " ", Style(.danger).bold))
    }
    first.pieces.append(
      StyledPiece(customer, row.danger != nil ? Style(.danger).bold : Style(.plain)))
    let isWide = width >= 26
    if row.tellsOfDanger {
      first.pieces.append(StyledPiece(" " + text("queue.danger_told"), Style(.danger).bold))
    } else if row.threat {
      first.pieces.append(StyledPiece(" " + text("queue.threat"), Style(.danger).bold))
    } else if isWide || !twoLines, row.heat > .calm || isWide {
      let word = heatWord(row).map { StyledPiece(" " + $0, heatStyle(row.heat)) }
      let danger = row.danger.map { StyledPiece(" " + name($0), Style(.danger).bold) }
      if let piece = word ?? danger { first.pieces.append(piece) }
    }
    first.trailing = StyledPiece(
      waitWords(row), row.waitingSince == nil ? Style(.muted) : waitStyle(row))
    guard twoLines else { return [first] }
    var second = StyledLine([StyledPiece("  ")])
    if !isWide, let word = heatWord(row) {
      second.pieces.append(StyledPiece(word + " ", heatStyle(row.heat)))
    }
    if let due = row.approvalDue {
      let clock = CaseClock(name: .approval, at: due, warnAt: due.adding(seconds: -300))
      second.pieces.append(
        StyledPiece(text("queue.request") + " ", style(of: clock.standing(at: now)).bold))
    }
    if !row.wants.asked.isEmpty, let due = row.consultDue {
      let clock = CaseClock(name: .consult, at: due, warnAt: due.adding(seconds: -300))
      second.pieces.append(
        StyledPiece(text("queue.asked") + " ", style(of: clock.standing(at: now)).bold))
    }
    if let whose = forWhom(row.owner) {
      second.pieces.append(StyledPiece(whose + " ", Style(.accent)))
    }
    second.pieces.append(StyledPiece(stepName(of: row), Style(.muted)))
    second.pieces.append(StyledPiece(" \(name(row.channel))", Style(.muted)))
    if row.unread > 0 {
      second.pieces.append(
        StyledPiece(" " + text("queue.unread", ["n": String(row.unread)]), Style(.warning)))
    }
    if isWide, !row.excerpt.isEmpty {
      second.pieces.append(StyledPiece(" \(marks.dash) " + row.excerpt, Style(.muted)))
    }
    return [first, second]
  }

  /// Two columns: what is urgent, and whose it is.
  private func leadPieces(_ row: QueueRow) -> [StyledPiece] {
    let urgency: StyledPiece
    if row.danger != nil || row.tellsOfDanger {
      urgency = StyledPiece(marks.danger.prefix(1) == "!" ? "!" : marks.danger, Style(.danger).bold)
    } else if row.key.rank < QueueKey.atRest, let standing = row.clock?.standing(at: now),
      !marks.clock(standing).isEmpty
    {
      urgency = StyledPiece(marks.clock(standing), style(of: standing))
    } else {
      urgency = StyledPiece(" ")
    }
    if marked.contains(row.ref) {
      return [urgency, StyledPiece(marks.gate(.observed), Style(.accent).bold)]
    }
    if drafts.holds(row.ref) { return [urgency, StyledPiece(marks.note, Style(.note))] }
    if row.handler == sitting.person.id {
      return [urgency, StyledPiece(marks.mine, Style(.accent))]
    }
    return [urgency, StyledPiece(row.handler == nil ? " " : marks.bullet, Style(.muted))]
  }

  /// How long the customer waits; what else the case is doing while nobody waits.
  private func waitWords(_ row: QueueRow) -> String {
    if let since = row.waitingSince { return span(now.seconds(since: since)) }
    // A closed case is here because of what has fallen due.
    if row.state == .closed, row.key.rank < QueueKey.atRest, let clock = row.clock {
      return name(clock.name)
    }
    return name(row.state)
  }

  private func waitStyle(_ row: QueueRow) -> Style {
    row.clock.map { style(of: $0.standing(at: now)) } ?? Style(.plain)
  }
}

import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// One thing at a time, in words alone: for screen readers, braille displays, and eyes that want
/// one column.
///
/// The first line says what is shown and of which case, the last one what was just said or which
/// keys matter; between them stands what has the focus, and the cursor stands on it.
extension Model {
  func linearView() -> Frame {
    var frame = Frame(size, measure: sitting.measure, strokes: .none)
    guard LinearPane.fits(size) else {
      drawTooSmall(&frame)
      return frame
    }
    let pane = linearPane
    let parts = linearParts
    if !parts.title.isEmpty {
      frame.put(
        linearTitle(pane), at: parts.title.origin, style: .plain.bold, overflow: .ellipsis)
    }
    drawLinear(pane, &frame, in: parts.body)
    let room = parts.status.height
    frame.write(linearStatus, in: parts.status, row: 0, limit: room)
    return frame
  }

  private func drawLinear(_ pane: LinearPane, _ frame: inout Frame, in rect: Rect) {
    let lines = LinearLines(pane, columns: rect.width, measure: sitting.measure)
    let position = lines.position(reading)
    let window = lines.window(
      around: position, rows: rect.height, isReading: reading != nil)
    for (row, line) in lines.lines[window].enumerated() {
      frame.put(line.text, at: rect.position(column: 0, row: row))
      if let kind = pane.kind, let entry = pane.paragraphs[line.paragraph].entry {
        frame.mark(rect.row(row), kind, entry)
      }
      if line.paragraph == pane.current, pane.paragraphs[line.paragraph].entry != nil {
        frame.lay(.selection, on: rect.row(row))
      }
    }
    let column = reading == nil ? lines.caret?.column ?? 0 : 0
    frame.cursor = rect.position(
      column: min(column, rect.width - 1), row: max(0, position - window.lowerBound))
  }

  struct LinearParts {
    var title: Rect
    var body: Rect
    var status: Rect
  }

  /// The lines of the screen: one of title, one of status, or as many as a sentence there needs.
  var linearParts: LinearParts {
    let whole = Rect(size)
    var rows = 1
    if notice != nil {
      let wrap = TextWrap(
        linearStatus, columns: size.columns, measure: sitting.measure, limit: size.rows)
      rows = max(1, min(wrap.lines.count, size.rows - 1))
    }
    let (rest, status) = whole.split(bottom: rows)
    let (title, body) = rest.split(top: rest.height > 1 ? 1 : 0)
    return LinearParts(title: title, body: body, status: status)
  }

  /// What calls before everything, then what is shown.
  private func linearTitle(_ pane: LinearPane) -> String {
    var parts: [String] = []
    if let staleSince { parts.append(text("title.stale", ["time": clockTime(staleSince)])) }
    parts += outgoingPieces.map { plainWords($0.text) }
    if let danger = open?.current.danger, overlay == nil, focus != .queue {
      parts.append(text("linear.danger", ["kind": name(danger)]))
    } else if let sign = open?.dangerSign, overlay == nil, focus != .queue {
      parts.append(text("linear.danger_read", ["kind": name(sign.kind)]))
    }
    parts += (alarmPieces + crowdPieces + questionPieces).map { plainWords($0.text) }
    return spoken(parts + [pane.title])
  }

  /// The line at the bottom: what was just said, what the coach advises, what was found, or the keys
  /// that matter now.
  private var linearStatus: String {
    if let notice { return notice.text }
    if let fault = linearFault ?? linearFound { return fault }
    if let advice { return advice }
    return spoken(fitting(hints, columns: size.columns).map { "\($0.keys) \($0.words)" })
  }

  // MARK: - What has the focus

  /// What is shown now.
  var linearPane: LinearPane {
    switch overlay {
    case .help(let help): return linearHelp(help)
    case .palette(let palette): return linearPalette(palette)
    case .board(let board): return linearBoard(board)
    case .menu(let menu): return linearMenu(menu)
    case .form(let form): return linearForm(form)
    case .register(let register): return linearRegister(register)
    case .blocked, .pasting, .leaving: return linearBox
    case nil: break
    }
    guard let open else { return linearQueue }
    switch focus {
    case .queue: return linearQueue
    case .conversation: return linearConversation(open)
    case .composer: return linearComposer(open)
    case .sidebar: return linearGuide(open)
    }
  }

  // MARK: - Words

  /// Parts as one line.
  func spoken(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: marks.between)
  }

  /// A drawn line in words: its pieces without the blanks that only align them.
  func plainWords(_ line: StyledLine) -> String {
    let words = plainWords(line.pieces.map(\.text).joined())
    guard let trailing = line.trailing else { return words }
    return spoken([words, plainWords(trailing.text)])
  }

  /// Words without blanks that only align them.
  func plainWords(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("： ", with: "：")
  }

  /// A span as it is said, no finer than a minute: what is read out must not change every second.
  func spokenSpan(_ seconds: Int64) -> String {
    switch max(0, seconds) {
    case ..<60: text("linear.span.moment")
    case ..<3_600: text("linear.span.minutes", count: Int(seconds / 60))
    case ..<86_400: text("linear.span.hours", count: Int(seconds / 3_600))
    default: text("linear.span.days", count: Int(clamping: seconds / 86_400))
    }
  }
}

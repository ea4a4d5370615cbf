import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  func drawComposer(
    _ frame: inout Frame, _ open: OpenCase, title: Rect, in rect: Rect
  ) {
    let isFocused = focus == .composer && overlay == nil
    frame.horizontalLine(
      at: title.origin, columns: title.width, style: Style(isFocused ? .borderFocused : .border))
    let words = composerTitle(open)
    let style =
      isInPublic == true
      ? Style(.warning, on: .alarm).bold : isFocused ? Style(.accent).bold : Style(.muted)
    let mark = isFocused ? "\(marks.focused) " : ""
    let unsent = self.unsent
    let wrap = TextWrap(unsent.editor.text, columns: composerColumns, measure: sitting.measure)
    let top = firstComposerLine(wrap, rows: rect.height)
    let taken = drawAtEnd(
      &frame, roomLeft(open) + place(of: top, rows: rect.height, in: wrap), in: title)
    frame.put(
      " \(mark)\(words) ", at: title.position(column: 1, row: 0), style: style,
      limit: max(0, title.width - 2 - taken), overflow: .ellipsis)
    guard isFocused || !unsent.isEmpty else {
      frame.put(
        idleWords, at: rect.position(column: 1, row: 0), style: Style(.muted),
        limit: rect.width - 1, overflow: .ellipsis)
      return
    }
    let caret = wrap.position(of: unsent.editor.caret)
    let tint: Tint = mode == .note || mode == .whisper ? .note : mode == .heard ? .customer : .agent
    let textStyle = unsent.onItsWay == nil && isFocused ? Style(tint) : Style(tint).dim
    for row in 0..<rect.height where top + row < wrap.lines.count {
      frame.put(
        wrap.shown(top + row), at: rect.position(column: 1, row: row), style: textStyle,
        limit: rect.width - 1)
    }
    // The margin says that there is more than is seen.
    let margin = Style(.accent).bold
    if top > 0 { frame.put(marks.above, at: rect.position(column: 0, row: 0), style: margin) }
    if top + rect.height < wrap.lines.count {
      frame.put(
        marks.below, at: rect.position(column: 0, row: rect.height - 1), style: margin)
    }
    underline(&frame, wrap, top: top, in: rect)
    if isFocused {
      frame.cursor = rect.position(
        column: min(1 + caret.column, rect.width - 1), row: max(0, caret.row - top))
    }
  }

  /// Puts words at the end of the line above the composer.
  ///
  /// - Returns: the columns they take.
  private func drawAtEnd(_ frame: inout Frame, _ pieces: [StyledPiece], in title: Rect) -> Int {
    let width = pieces.reduce(0) { $0 + sitting.measure.columns(of: $1.text) }
    var column = max(0, title.width - width - 1)
    for piece in pieces {
      column += frame.put(piece.text, in: title, column: column, style: piece.style)
    }
    return width
  }

  /// Who reads the words stands in the same line, and comes first.
  private var isNarrow: Bool { composerColumns < 44 }

  /// Characters left, where the channel has a limit.
  private func roomLeft(_ open: OpenCase) -> [StyledPiece] {
    guard mode == .reply, !unsent.isEmpty,
      let most = open.current.mostCharacters(by: open.rules.limits, inPublic: isInPublic)
    else { return [] }
    let left = most - unsent.editor.text.count
    let style = left < 0 ? Style(.danger).bold : left < most / 10 ? Style(.warning) : Style(.muted)
    let words = isNarrow ? String(left) : text("composer.left", ["n": String(left)])
    return [StyledPiece(" " + words + " ", style)]
  }

  /// Which lines of the words are seen, where that is not all of them.
  private func place(of top: Int, rows: Int, in wrap: TextWrap) -> [StyledPiece] {
    let count = wrap.lines.count
    guard rows > 0, count > rows else { return [] }
    let words = "\(top + 1)–\(min(count, top + rows))/\(count)"
    return [StyledPiece(" " + marks.key(words) + " ", Style(.accent).bold)]
  }

  /// Who reads the words first, then what becomes of them, then whom they are for: a narrow pane
  /// cuts the end off.
  func composerTitle(_ open: OpenCase) -> String {
    var state: [String] = []
    let promises = unsent.draft.promises.count
    if promises > 0 { state.append(text("composer.promises", count: promises)) }
    if unsent.failed != nil { state.append(text("composer.failed")) }
    if unsent.onItsWay != nil { state.append(text("composer.on_its_way")) }
    // Keys are commands, though words stand here.
    if focus != .composer, !unsent.isEmpty, overlay == nil, let key = goOnKey {
      state.append(text("composer.resting", ["key": key]))
    }
    let words = text("composer.\(mode.rawValue)", ["customer": customerName(open.current)])
    guard let reach = reachWords(open) else {
      return (state + [words]).joined(separator: marks.between)
    }
    let short = state.isEmpty || !isNarrow ? nil : shortReach
    let isOpen = isInPublic == true && mode == .reply
    return ([short ?? reach] + state + (isOpen ? [words] : [])).joined(separator: marks.between)
  }

  /// The key that goes on with the words in the composer.
  private var goOnKey: String? {
    let action: Action =
      switch mode {
      case .reply: .reply
      case .note: .note
      case .said: .said
      case .heard: .heard
      case .whisper: .whisper
      }
    let key = mainKey(action)
    return key.isEmpty || obstacle(to: action) != nil ? nil : key
  }

  /// What can be written, while nothing is.
  private var idleWords: String {
    guard let open else { return "" }
    let modes: [Action] =
      open.current.channel == .phone ? [.said, .heard, .note] : [.reply, .note, .heard]
    return modes.filter { obstacle(to: $0) == nil }
      .map(keyAndName).joined(separator: "  ")
  }
}

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
    let isPublic = mode == .reply && open.current.speaksInPublic
    let style =
      isPublic ? Style(.warning, on: .alarm).bold : isFocused ? Style(.accent).bold : Style(.muted)
    let mark = isFocused ? "\(marks.focused) " : ""
    frame.put(
      " \(mark)\(words) ", at: title.position(column: 1, row: 0), style: style,
      limit: max(0, title.width - 2), overflow: .ellipsis)
    drawRoomLeft(&frame, open, in: title)
    let unsent = self.unsent
    guard isFocused || !unsent.isEmpty else {
      frame.put(
        idleWords, at: rect.position(column: 1, row: 0), style: Style(.muted),
        limit: rect.width - 1, overflow: .ellipsis)
      return
    }
    let wrap = TextWrap(unsent.editor.text, columns: composerColumns, measure: sitting.measure)
    let caret = wrap.position(of: unsent.editor.caret)
    let top = firstComposerLine(wrap, rows: rect.height)
    let tint: Tint = mode == .note || mode == .whisper ? .note : mode == .heard ? .customer : .agent
    let textStyle = unsent.onItsWay == nil ? Style(tint) : Style(tint).dim
    for row in 0..<rect.height where top + row < wrap.lines.count {
      frame.put(
        wrap.shown(top + row), at: rect.position(column: 1, row: row), style: textStyle,
        limit: rect.width - 1)
    }
    underline(&frame, wrap, top: top, in: rect)
    if isFocused {
      frame.cursor = rect.position(
        column: min(1 + caret.column, rect.width - 1), row: max(0, caret.row - top))
    }
  }

  /// Characters used and allowed, where the channel has a limit.
  private func drawRoomLeft(_ frame: inout Frame, _ open: OpenCase, in title: Rect) {
    guard mode == .reply, !unsent.isEmpty,
      let most = open.current.mostCharacters(by: open.rules.limits)
    else { return }
    let left = most - unsent.editor.text.count
    let words = " " + text("composer.left", ["n": String(left)]) + " "
    let style = left < 0 ? Style(.danger).bold : left < most / 10 ? Style(.warning) : Style(.muted)
    frame.put(
      words, in: title, column: max(0, title.width - sitting.measure.columns(of: words) - 1),
      style: style)
  }

  func composerTitle(_ open: OpenCase) -> String {
    var words = text("composer.\(mode.rawValue)", ["customer": customerName(open.current)])
    // That the world reads it comes before whom it is for: a narrow pane cuts the end off.
    if mode == .reply, open.current.speaksInPublic {
      words = "\(marks.openToAll) " + text("composer.public") + marks.between + words
    }
    // What became of the words comes first, since a narrow pane cuts the end off.
    if unsent.onItsWay != nil { words = text("composer.on_its_way") + marks.between + words }
    if unsent.failed != nil { words = text("composer.failed") + marks.between + words }
    let promises = unsent.draft.promises.count
    if promises > 0 {
      words = text("composer.promises", count: promises) + marks.between + words
    }
    return words
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

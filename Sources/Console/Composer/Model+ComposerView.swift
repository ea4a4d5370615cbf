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
    let style = isFocused ? Style(.accent).bold : Style(.muted)
    let mark = isFocused ? "\(marks.focused) " : ""
    frame.put(
      " \(mark)\(words) ", at: title.position(column: 1, row: 0), style: style,
      limit: max(0, title.width - 2), overflow: .ellipsis)
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
    if isFocused {
      frame.cursor = rect.position(
        column: min(1 + caret.column, rect.width - 1), row: max(0, caret.row - top))
    }
  }

  private func composerTitle(_ open: OpenCase) -> String {
    var words = text("composer.\(mode.rawValue)", ["customer": customerName(open.current)])
    if mode == .reply, open.current.speaksInPublic {
      words += " \(marks.openToAll) " + text("composer.public")
    }
    // What became of the words comes first, since a narrow pane cuts the end off.
    if unsent.onItsWay != nil { words = text("composer.on_its_way") + " \(marks.bullet) " + words }
    if unsent.failed != nil { words = text("composer.failed") + " \(marks.bullet) " + words }
    let promises = unsent.draft.promises.count
    if promises > 0 {
      words = text("composer.promises", count: promises) + " \(marks.bullet) " + words
    }
    return words
  }

  /// What can be written, while nothing is.
  private var idleWords: String {
    guard let open else { return "" }
    let modes: [Action] =
      open.current.channel == .phone ? [.said, .heard, .note] : [.reply, .note, .heard]
    return modes.filter { obstacle(to: $0) == nil }
      .map { "\($0.keys.first?.shown ?? "") \(text($0.textKey))" }.joined(separator: "  ")
  }
}

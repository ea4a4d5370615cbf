import Desk
import Screen

/// The mouse: it does nothing that keys could not do, and means only what is seen.
extension Model {
  /// Lines that one turn of the wheel goes.
  private static let wheelLines = 3

  mutating func point(_ pointer: Pointer) -> [Effect] {
    notice = nil
    noticeSince = nil
    // It means what is seen, and what is seen is about to change.
    guard let layout, !awaitsCase, typedAhead.isEmpty else { return [] }
    switch pointer.act {
    case .press: return click(pointer.position, layout)
    case .wheelUp: return turn(-1, at: pointer.position, layout)
    case .wheelDown: return turn(1, at: pointer.position, layout)
    }
  }

  // MARK: - The wheel

  private mutating func turn(_ step: Int, at position: Position, _ layout: Layout) -> [Effect] {
    let key: Key = step < 0 ? .up : .down
    if overlay?.liesOver == true { return (0..<Model.wheelLines).flatMap { _ in press(key) } }
    if layout.panel.contains(position) { return press(key) }
    if layout.conversation.contains(position) {
      scroll(lines: step * Model.wheelLines)
      return []
    }
    guard overlay == nil else { return [] }
    if layout.queue.contains(position) {
      return queue.move(by: step * Model.wheelLines, visible: queueRows)
    }
    if layout.sidebar.contains(position), open != nil {
      focus = .sidebar
      return pressInSidebar(key) ?? []
    }
    return []
  }

  // MARK: - The button

  private mutating func click(_ position: Position, _ layout: Layout) -> [Effect] {
    let zone = view().zone(at: position)
    let kind = zone.flatMap { PointedKind(rawValue: $0.kind) }
    if overlay?.liesOver == true {
      if case .board = overlay {
        return kind == .boardCase ? choose(boardCase: zone?.index ?? 0) : []
      }
      guard case .palette = overlay, paletteRect.contains(position) else { return press(.escape) }
      return kind == .paletteEntry ? choose(paletteLine: zone?.index ?? 0) : []
    }
    if let zone, kind == .panelEntry { return choose(entry: zone.index) }
    guard overlay == nil else { return [] }
    switch (kind, zone) {
    case (.queueRow, let zone?): return clickQueue(row: zone.index)
    case (.mine, let zone?):
      return strip.indices.contains(zone.index) ? visit(strip[zone.index]) : []
    case (.message, let zone?):
      focus = .conversation
      open?.selected = zone.index
      return []
    case (.phrase, let zone?):
      open?.sidebar.selected = zone.index
      return pick(phrase: zone.index)
    default: return clickPane(position, layout)
    }
  }

  /// Selects a case, and opens it once it is selected.
  private mutating func clickQueue(row index: Int) -> [Effect] {
    guard queue.rows.indices.contains(index) else { return [] }
    let wasSelected = focus == .queue && queue.selected == queue.rows[index].ref
    focus = .queue
    if wasSelected { return run(.openSelected) }
    return queue.move(by: index - (queue.selectedIndex ?? queue.top), visible: queueRows)
  }

  private mutating func clickPane(_ position: Position, _ layout: Layout) -> [Effect] {
    if layout.queue.contains(position) {
      focus = .queue
    } else if layout.sidebar.contains(position), open != nil {
      focus = .sidebar
    } else if layout.conversation.contains(position), open != nil {
      guard let parts = parts(of: layout.conversation),
        parts.composer.contains(position) || parts.composerTitle.contains(position)
      else {
        focus = .conversation
        return []
      }
      return clickComposer(position, parts.composer)
    }
    return []
  }

  /// Goes on writing where the mouse points.
  private mutating func clickComposer(_ position: Position, _ rect: Rect) -> [Effect] {
    guard canWrite(mode) else { return [] }
    let wasEmpty = unsent.isEmpty
    focus = .composer
    guard !wasEmpty, unsent.onItsWay == nil, rect.contains(position) else { return [] }
    let wrap = TextWrap(unsent.editor.text, columns: composerColumns, measure: sitting.measure)
    let top = firstComposerLine(wrap, rows: rect.height)
    let index = wrap.index(
      at: Position(column: position.column - rect.x - 1, row: position.row - rect.y + top))
    changeUnsent { $0.editor.move(to: index) }
    return []
  }

  /// The first line of the draft that is seen, so that the caret is in view.
  func firstComposerLine(_ wrap: TextWrap, rows: Int) -> Int {
    let caret = wrap.position(of: unsent.editor.caret)
    return max(0, min(caret.row - rows + 1, wrap.lines.count - rows))
  }

  // MARK: - Forms and lists

  /// Does what Enter or a digit would do to an entry of what lies over the panes.
  private mutating func choose(entry index: Int) -> [Effect] {
    switch overlay {
    case .menu(var menu):
      guard menu.items.indices.contains(index) else { return [] }
      menu.selected = index
      overlays[overlays.count - 1] = .menu(menu)
      return press(.enter)
    case .form(let form): return choose(field: index, in: form)
    case .register(var register):
      guard register.editor == nil, Register.rows.indices.contains(index) else { return [] }
      if register.selected == index { return press(.enter) }
      register.selected = index
      register.proposal = 0
      register.fault = nil
      overlays[overlays.count - 1] = .register(register)
      return []
    case .blocked:
      return index < 9 ? press(.character(Character("\(index + 1)"))) : []
    case .help, .palette, .board, .pasting, .leaving, nil: return []
    }
  }

  /// Goes to a field; one that is ticked or chosen goes on to its next value when it is there
  /// already.
  private mutating func choose(field index: Int, in form: Form) -> [Effect] {
    guard form.onItsWay == nil, form.fields.indices.contains(index), form.fields[index].takesFocus
    else { return [] }
    let wasFocused = form.focus == index
    var form = form
    form.focus = index
    overlays[overlays.count - 1] = .form(form)
    switch form.fields[index].content {
    case .toggle: return press(.character(" "))
    case .choice where wasFocused: return press(.right)
    case .choice, .text, .time, .day, .amount: return []
    }
  }
}

import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Forms, menus and boxes, drawn as one panel.
extension Model {
  /// A line of the panel, with the caret if it stands there.
  struct PanelLine {
    var line: StyledLine
    /// The column of the caret.
    var caret: Int?
    /// The selected line, kept in view.
    var isSelected = false
    /// Which entry of the list, the form or the register it belongs to.
    var entry: Int?

    init(_ line: StyledLine, caret: Int? = nil, isSelected: Bool = false) {
      self.line = line
      self.caret = caret
      self.isSelected = isSelected
    }

    /// The same line as part of an entry.
    func of(_ entry: Int) -> PanelLine {
      var line = self
      line.entry = entry
      return line
    }

    init(_ text: String, _ style: Style = .plain) { self.init(StyledLine(text, style)) }
  }

  func drawPanel(_ frame: inout Frame, in rect: Rect) {
    frame.fill(rect, style: Style(on: .panel))
    let inner = frame.box(
      rect, style: Style(.borderFocused, on: .panel), title: panelTitle,
      titleStyle: Style(.accent, on: .panel).bold
    ).inset(left: 1, right: 1)
    let lines = panelLines(width: inner.width)
    let selected = lines.firstIndex(where: \.isSelected) ?? 0
    let last = lines.lastIndex(where: \.isSelected) ?? selected
    // Whatever is selected is in view, with a line above it where there is room.
    var top = 0
    if last >= inner.height { top = min(last - inner.height + 1, max(0, selected - 1)) }
    for row in 0..<inner.height where top + row < lines.count {
      let entry = lines[top + row]
      frame.draw(entry.line, in: inner, row: row)
      if let index = entry.entry { frame.mark(inner.row(row), .panelEntry, index) }
      if entry.isSelected {
        frame.lay(.selection, on: inner.row(row))
      } else {
        frame.lay(.panel, on: inner.row(row))
      }
      if let caret = entry.caret {
        frame.cursor = inner.position(column: min(caret, inner.width - 1), row: row)
      }
    }
    if top + inner.height < lines.count || top > 0 {
      let words = " \(min(lines.count, top + inner.height))/\(lines.count) "
      frame.put(
        words,
        at: rect.position(column: max(0, rect.width - words.count - 2), row: rect.height - 1),
        style: Style(.muted, on: .panel))
    }
  }

  /// The overlay that the panel shows: the help and the palette lie elsewhere.
  private var panelOverlay: Overlay? {
    overlays.last { !$0.liesOver }
  }

  var panelTitle: String {
    switch panelOverlay {
    case .menu(let menu): menu.title
    case .form(let form): form.title
    case .register: text("register.title")
    case .blocked(let blocked): blockedTitle(blocked)
    case .pasting: text("paste.title")
    case .leaving: text("leave.title")
    case .help, .palette, .board, nil: ""
    }
  }

  func panelLines(width: Int) -> [PanelLine] {
    switch panelOverlay {
    case .menu(let menu): menuLines(menu, width: width)
    case .form(let form): formLines(form, width: width)
    case .register(let register): registerLines(register, width: width)
    case .blocked(let blocked): blockedLines(blocked, width: width)
    case .pasting(let words): pastingLines(words, width: width)
    case .leaving: leavingLines(width: width)
    case .help, .palette, .board, nil: []
    }
  }

  private func paragraphs(_ lines: [String], width: Int, style: Style = .plain) -> [PanelLine] {
    lines.flatMap { wrapped($0, width: width, style: style) }.map { PanelLine($0) }
  }

  // MARK: - Menus

  private func menuLines(_ menu: Menu, width: Int) -> [PanelLine] {
    var lines = paragraphs(menu.lead, width: width, style: Style(.muted))
    for (index, item) in menu.items.enumerated() {
      let isSelected = index == menu.selected
      let number = index < 9 ? "\(index + 1) " : "  "
      let mark = item.mark.isEmpty ? "" : item.mark + " "
      let style = item.obstacle == nil ? Style.plain : Style(.muted)
      let label = hanging(
        item.label, mark: "\(isSelected ? marks.focused : " ")\(number)\(mark)", width: width,
        style: isSelected ? style.bold : style)
      lines += label.map { PanelLine($0, isSelected: isSelected).of(index) }
      let details = item.obstacle.map { [$0] } ?? item.detail
      let shown = isSelected ? details : details.prefix(1).map { short($0, width - 6) }
      for detail in shown where !detail.isEmpty {
        lines += hanging(detail, mark: "     ", width: width, style: Style(.muted))
          .map { PanelLine($0, isSelected: isSelected).of(index) }
      }
    }
    return lines
  }

  // MARK: - Boxes

  func blockedTitle(_ blocked: Blocked) -> String {
    switch wayPast(blocked) {
    case .digit: text("blocked.advice")
    case .words, .somebodyElse: text("blocked.policy")
    case .none: text("blocked.missing")
    }
  }

  func blockedLines(_ blocked: Blocked, width: Int) -> [PanelLine] {
    var lines = paragraphs([wording.sentence(for: blocked.refusal)], width: width)
    let helpful = remedies(blocked)
    if !helpful.isEmpty {
      var pieces = [StyledPiece(text("blocked.helps"), Style(.muted))]
      for action in helpful {
        pieces.append(StyledPiece("  " + mainKey(action), Style(.key).bold))
        pieces.append(StyledPiece(" " + text(action.textKey)))
      }
      lines.append(PanelLine(StyledLine(pieces)))
    }
    lines.append(PanelLine(""))
    if let reason = blocked.reason {
      let label = text("linear.label", ["label": text("form.reason"), "value": ""])
      let column = sitting.measure.columns(of: label)
      let caret = sitting.measure.columns(of: reason.text[..<reason.caret])
      lines.append(
        PanelLine(
          StyledLine([StyledPiece(label, Style(.muted)), StyledPiece(reason.text)]),
          caret: column + caret, isSelected: true))
      return lines
    }
    switch wayPast(blocked) {
    case .digit:
      for (index, reason) in content.reasons.enumerated() {
        lines.append(
          PanelLine(
            StyledLine([
              StyledPiece(" \(index + 1) ", Style(.key).bold), StyledPiece(reasonWords(reason)),
            ])
          ).of(index))
      }
    case .words:
      lines += paragraphs([text("blocked.give_words")], width: width, style: Style(.muted))
    case .somebodyElse, .none: break
    }
    return lines
  }

  /// The question, and the beginning of what would be put in.
  func pastingLines(_ words: String, width: Int) -> [PanelLine] {
    let lines = words.split(separator: "\n", maxSplits: 6, omittingEmptySubsequences: false)
    let count = Model.lineCount(of: words)
    return paragraphs([text("paste.question", count: count)], width: width)
      + lines.prefix(6).map { PanelLine("  " + short(String($0), width - 4), Style(.muted)) }
  }

  func leavingLines(width: Int) -> [PanelLine] {
    var lines: [String] = []
    let waiting = waitingOnMe.count
    if !mine.isEmpty {
      lines.append(
        text(
          waiting > 0 ? "leave.waiting" : "leave.held", count: waiting > 0 ? waiting : mine.count
        )
        .replacing("{key}", with: mainKey(.shiftEnd)))
    }
    if !drafts.unsent.isEmpty {
      lines.append(text("leave.question", count: drafts.unsent.count))
      lines += drafts.unsent.prefix(8).map { "  \($0.rawValue)" }
      lines.append(text("leave.kept"))
    }
    let queued = outgoing.count(where: \.isToGo)
    if queued > 0 { lines.append(text("leave.queued", count: queued)) }
    let lost = outgoing.count - queued
    if lost > 0 { lines.append(text("leave.not_sent", count: lost)) }
    return paragraphs(lines + [text("leave.how")], width: width)
  }

  // MARK: - Register

  private func registerLines(_ register: Register, width: Int) -> [PanelLine] {
    guard let open else { return [] }
    var lines: [PanelLine] = []
    let labelWidth = min(18, width / 3)
    for (index, row) in Register.rows.enumerated() {
      if row == .part(.severity) {
        lines.append(PanelLine(text("register.sorting"), Style(.title).bold))
      }
      let isSelected = index == register.selected
      lines.append(
        registerLine(row, register, open, isSelected: isSelected, label: labelWidth, width: width)
          .of(index))
      if isSelected, case .field(let field) = row, Model.goesIntoPhrases(field) {
        lines += hanging(
          text("register.\(field.rawValue)"), mark: "    ", width: width, style: Style(.muted)
        ).map { PanelLine($0) }
      }
      if isSelected, let fault = register.fault {
        lines += hanging(fault, mark: "  ! ", width: width, style: Style(.danger))
          .map { PanelLine($0) }
      }
    }
    return lines
  }

  private func registerLine(
    _ row: RegisterRow, _ register: Register, _ open: OpenCase, isSelected: Bool,
    label labelWidth: Int, width: Int
  ) -> PanelLine {
    let held = words(of: row, in: open)
    let label = short(self.label(of: row), labelWidth)
    let gap = String(
      repeating: " ", count: max(1, labelWidth + 1 - sitting.measure.columns(of: label)))
    var pieces = [
      StyledPiece(isSelected ? marks.focused + " " : "  ", Style(.accent)),
      StyledPiece(label + gap, isSelected ? Style(.plain).bold : Style(.muted)),
    ]
    let start = 2 + labelWidth + 1
    if isSelected, let editor = register.editor {
      let lead = register.isReason ? text("register.because") + " " : ""
      let before = sitting.measure.columns(of: editor.text[..<editor.caret])
      let room = max(4, width - start - sitting.measure.columns(of: lead) - 1)
      let cut = tail(editor, room: room)
      pieces.append(StyledPiece(lead, Style(.muted)))
      let tint: Tint = register.isProposed ? .warning : .plain
      pieces.append(StyledPiece(cut.text, Style(tint, on: .field)))
      if let hint = onFileHint(register, held.value) {
        pieces.append(StyledPiece("  " + hint, Style(.muted)))
      }
      return PanelLine(
        StyledLine(pieces),
        caret: start + sitting.measure.columns(of: lead) + before - cut.skipped,
        isSelected: true)
    }
    if register.onItsWay.values.contains(row) {
      pieces.append(StyledPiece(text("composer.on_its_way"), Style(.muted)))
    } else if let value = held.value {
      pieces.append(StyledPiece(value, Style(.good)))
    } else if let reason = held.reason {
      pieces.append(StyledPiece(text("register.unknown", ["reason": reason]), Style(.muted)))
    } else if case .field(let field) = row {
      pieces += proposalPieces(field, register, isSelected: isSelected)
    }
    if isSelected, case .part = row {
      pieces.append(StyledPiece("  \(marks.left) \(marks.right)", Style(.key)))
    }
    return PanelLine(StyledLine(pieces), isSelected: isSelected)
  }

  /// What is on file in a row that is being written, since it goes once another value is filed.
  func onFileHint(_ register: Register, _ value: String?) -> String? {
    guard let value, !register.isReason, let editor = register.editor else { return nil }
    if register.isProposed { return text("hint.on_file") }
    return editor.text == value ? nil : text("hint.replaces", ["value": short(value, 30)])
  }

  private func proposalPieces(
    _ field: FieldName, _ register: Register, isSelected: Bool
  ) -> [StyledPiece] {
    let found = proposals(for: field)
    guard !found.isEmpty else { return [] }
    let index = isSelected ? min(register.proposal, found.count - 1) : 0
    let count = found.count > 1 ? " \(index + 1)/\(found.count)" : ""
    return [
      StyledPiece("? ", Style(.key).bold), StyledPiece(found[index], Style(.warning)),
      StyledPiece(count, Style(.muted)),
    ]
  }

  /// The end of a line that is longer than its room, so that the caret is in view.
  func tail(_ editor: Editor, room: Int) -> (text: String, skipped: Int) {
    let before = sitting.measure.columns(of: editor.text[..<editor.caret])
    guard before > room else { return (editor.text, 0) }
    var start = editor.text.startIndex
    var skipped = 0
    while before - skipped > room, start < editor.caret {
      let next = editor.text.index(after: start)
      skipped += sitting.measure.columns(of: editor.text[start..<next])
      start = next
    }
    return (String(editor.text[start...]), skipped)
  }
}

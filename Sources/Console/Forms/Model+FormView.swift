import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// A form, line by line.
extension Model {
  func formLines(_ form: Form, width: Int) -> [PanelLine] {
    var lines = form.lead.flatMap { wrapped($0, width: width, style: Style(.muted)) }
      .map { PanelLine($0) }
    let label = labelWidth(form, width)
    for (index, field) in form.fields.enumerated() where !field.isHidden {
      lines += fieldLines(field, isFocused: index == form.focus, label: label, width: width)
        .map { $0.of(index) }
    }
    if let fault = form.fault {
      lines += hanging(fault, mark: "! ", width: width, style: Style(.danger)).map { PanelLine($0) }
    }
    if form.onItsWay != nil {
      lines.append(PanelLine(text("composer.on_its_way"), Style(.muted)))
    }
    return lines
  }

  private func labelWidth(_ form: Form, _ width: Int) -> Int {
    let widest =
      form.fields.filter { !$0.isHidden }
      .map { sitting.measure.columns(of: $0.label) }.max() ?? 0
    return min(widest, max(8, width * 2 / 5))
  }

  private func fieldLines(
    _ field: FormField, isFocused: Bool, label labelWidth: Int, width: Int
  ) -> [PanelLine] {
    let label = short(field.label, labelWidth)
    let gap = String(
      repeating: " ", count: max(0, labelWidth - sitting.measure.columns(of: label)) + 1)
    let lead = [
      StyledPiece(isFocused ? marks.focused + " " : "  ", Style(.accent)),
      StyledPiece(label + gap, isFocused ? Style(.plain).bold : Style(.muted)),
    ]
    let start = 2 + labelWidth + 1
    let room = max(4, width - start - 1)
    var lines = contentLines(field, lead, start: start, room: room, isFocused: isFocused)
    if let fault = field.fault {
      lines += hanging(fault, mark: "  ! ", width: width, style: Style(.danger))
        .map { PanelLine($0) }
    } else if isFocused, let hint = hintWords(field) {
      if case .choice(let choices, let at) = field.content, choices.count > 3 {
        lines += choiceLines(choices, at, start: start, room: room).map { PanelLine($0) }
      }
      lines += hanging(
        hint, mark: String(repeating: " ", count: min(start, width / 2)), width: width,
        style: Style(.muted)
      ).prefix(3).map { PanelLine($0) }
    }
    return lines
  }

  private func contentLines(
    _ field: FormField, _ lead: [StyledPiece], start: Int, room: Int, isFocused: Bool
  ) -> [PanelLine] {
    switch field.content {
    case .text(let editor) where field.id == "message":
      return messageLines(
        editor, lead, width: start + room + 1, isFocused: isFocused)
    case .text(let editor), .time(let editor), .day(let editor), .amount(let editor):
      let shown = isFocused ? tail(editor, room: room) : (editor.text, 0)
      let before = sitting.measure.columns(of: editor.text[..<editor.caret])
      let tint: Tint = field.isProposed ? .warning : .plain
      var pieces = lead + [StyledPiece(shown.0, Style(tint, on: isFocused ? .field : .plain))]
      if case .time = field.content, !editor.isBlank, let instant = instant(in: editor.text) {
        pieces.append(StyledPiece("  = " + pointInTime(instant), Style(.good)))
      }
      if case .day = field.content, !editor.isBlank, let day = day(in: editor.text) {
        pieces.append(StyledPiece("  = " + dayOrPoint(day), Style(.good)))
      }
      if case .amount = field.content, let open,
        let money = Money(editor.text, currency: currency(open))
      {
        let words = "  = \(MoneyWords(sitting.language).shown(money)) (\(money.currency))"
        pieces.append(StyledPiece(words, Style(.good)))
      }
      return [
        PanelLine(
          StyledLine(pieces), caret: isFocused ? start + before - shown.1 : nil,
          isSelected: isFocused)
      ]
    case .choice(let choices, let at):
      let isChosen = choices.indices.contains(at)
      let label = isChosen ? choices[at].label : text("form.not_chosen")
      let place = choices.count > 1 && isChosen ? "  \(at + 1)/\(choices.count)" : ""
      return [
        PanelLine(
          StyledLine(
            lead + [
              StyledPiece(isFocused ? "\(marks.left) " : "", Style(.key)),
              StyledPiece(label, isFocused ? Style(.plain).bold : .plain),
              StyledPiece(isFocused ? " \(marks.right)" : "", Style(.key)),
              StyledPiece(isFocused ? place : "", Style(.muted)),
            ]), caret: isFocused ? start : nil, isSelected: isFocused)
      ]
    case .toggle(let on):
      let mark = on ? marks.on : marks.off
      return [
        PanelLine(
          StyledLine([lead[0], StyledPiece(mark + " "), lead[1]]), caret: isFocused ? 2 : nil,
          isSelected: isFocused)
      ]
    }
  }

  /// The choices with the digits that pick the first nine, in at most three lines around the chosen
  /// one.
  private func choiceLines(
    _ choices: [FormChoice], _ at: Int, start: Int, room: Int
  ) -> [StyledLine] {
    let indent = StyledPiece(String(repeating: " ", count: start))
    var lines: [[StyledPiece]] = []
    var used = room
    var chosen = 0
    for (index, choice) in choices.enumerated() {
      let number = choice.digit ?? index + 1
      let digit = number < 10 ? "\(number) " : ""
      let label = short(choice.label, max(1, room - digit.count))
      let width = sitting.measure.columns(of: digit + label)
      if used + width > room {
        lines.append([indent])
        used = 0
      }
      used += width + 2
      if index == at { chosen = lines.count - 1 }
      lines[lines.count - 1] += [
        StyledPiece(digit, Style(.key)),
        StyledPiece(label + "  ", Style(index == at ? .accent : .muted)),
      ]
    }
    let first = max(0, min(chosen - 1, lines.count - 3))
    return lines[first..<min(first + 3, lines.count)].map { StyledLine($0) }
  }

  /// A text over several lines.
  private func messageLines(
    _ editor: Editor, _ lead: [StyledPiece], width: Int, isFocused: Bool
  ) -> [PanelLine] {
    let columns = Model.messageColumns(width: width)
    let wrap = TextWrap(editor.text, columns: columns, measure: sitting.measure)
    let caret = wrap.position(of: editor.caret)
    var lines = [PanelLine(StyledLine(lead), isSelected: false)]
    let first = max(0, min(caret.row - 5, wrap.lines.count - 6))
    for row in first..<min(first + 6, wrap.lines.count) {
      lines.append(
        PanelLine(
          StyledLine([
            StyledPiece("  "), StyledPiece(String(wrap.shown(row)), Style(.agent)),
          ]), caret: isFocused && row == caret.row ? 2 + caret.column : nil,
          isSelected: isFocused && row == caret.row))
    }
    return lines
  }

  func hintWords(_ field: FormField) -> String? {
    if field.givesWay, field.id != Model.codeField { return text("hint.proposed") }
    let detail = field.chosen?.detail ?? ""
    let words = detail.isEmpty ? field.hint : detail
    return words.isEmpty ? nil : words
  }
}

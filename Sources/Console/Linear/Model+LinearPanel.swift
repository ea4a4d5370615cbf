import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Lists, forms and boxes in words.
extension Model {
  /// A title with the case it is about.
  private func panelWords(_ title: String) -> String {
    guard let open else { return title }
    return text("linear.of_case", ["pane": title, "case": caseWords(open)])
  }

  func linearMenu(_ menu: Menu) -> LinearPane {
    // What is about the whole desk belongs to no case.
    let isOfDesk = ["menu.status.title", "shift_end.title", "menu.hand_over.title", "bulk.title"]
      .contains { text($0) == menu.title }
    var pane = LinearPane(isOfDesk ? menu.title : panelWords(menu.title))
    pane.kind = .panelEntry
    for line in menu.lead { pane.add(line) }
    for (index, item) in menu.items.enumerated() {
      let details = item.obstacle.map { [notNow($0)] } ?? item.detail
      pane.add(
        numbered(index, spoken([item.label, item.mark] + details)), entry: index,
        isCurrent: index == menu.selected)
    }
    return pane
  }

  /// A closed gate, a paste that is asked about, or leaving with words unsent: only read.
  var linearBox: LinearPane {
    var pane = LinearPane(panelWords(panelTitle))
    pane.kind = .panelEntry
    if case .blocked(let blocked) = overlay {
      add(blocked, to: &pane)
      return pane
    }
    for line in panelLines(width: Model.oneLine) {
      let words = plainWords(line.line)
      guard !words.isEmpty else { continue }
      pane.add(words)
    }
    return pane
  }

  /// What is missing, what helps, and the ways past it.
  private func add(_ blocked: Blocked, to pane: inout LinearPane) {
    pane.add(wording.sentence(for: blocked.refusal))
    let helpful = remedies(blocked)
    if !helpful.isEmpty {
      pane.add(text("blocked.helps") + " " + spoken(helpful.map(keyAndName)))
    }
    if let reason = blocked.reason {
      pane.add(label(text("form.reason")), reason)
      return
    }
    switch wayPast(blocked) {
    case .digit:
      for (index, reason) in content.reasons.enumerated() {
        pane.add(numbered(index, reasonWords(reason)))
      }
    case .words: pane.add(text("blocked.give_words"))
    case .somebodyElse, .none: break
    }
  }

  /// `Label: `, for a value behind it.
  private func label(_ label: String, _ value: String = "") -> String {
    text("linear.label", ["label": label, "value": value])
  }

  // MARK: - Forms

  func linearForm(_ form: Form) -> LinearPane {
    var pane = LinearPane(form.purpose == .setLeave ? form.title : panelWords(form.title))
    pane.kind = .panelEntry
    for line in form.lead { pane.add(line) }
    if let fault = form.fault { pane.add(fault) }
    if form.onItsWay != nil { pane.add(text("composer.on_its_way")) }
    for (index, field) in form.fields.enumerated() where !field.isHidden {
      add(field, index, isFocused: index == form.focus, to: &pane)
    }
    return pane
  }

  /// What is wrong with what has the focus; it stands where everything is told.
  var linearFault: String? {
    switch overlay {
    case .form(let form):
      form.fault ?? (form.fields.indices.contains(form.focus) ? form.fields[form.focus].fault : nil)
    case .register(let register): register.fault
    default: nil
    }
  }

  private func add(
    _ field: FormField, _ index: Int, isFocused: Bool, to pane: inout LinearPane
  ) {
    switch field.content {
    case .text(let editor) where field.id == "message":
      // On lines of its own, as it will be read.
      pane.add(label(field.label))
      pane.add("", editor, entry: index, isCurrent: isFocused)
    case .text(let editor), .time(let editor), .day(let editor), .amount(let editor):
      if isFocused {
        pane.add(label(field.label), editor, entry: index)
      } else {
        pane.add(
          label(field.label, editor.text.isEmpty ? text("linear.empty") : editor.text),
          entry: index, isCurrent: false)
      }
      if case .time = field.content, !editor.isBlank, let instant = instant(in: editor.text) {
        pane.add(pointInTime(instant))
      }
      if case .day = field.content, !editor.isBlank, let day = day(in: editor.text) {
        pane.add(dayOrPoint(day))
      }
    case .choice(let choices, let at):
      let chosen = choices.indices.contains(at) ? choices[at].label : text("linear.empty")
      let place =
        choices.count > 1 && choices.indices.contains(at)
        ? text("linear.place", ["n": String(at + 1), "of": String(choices.count)]) : ""
      pane.add(
        label(field.label, spoken([chosen, place])), entry: index, isCurrent: isFocused)
    case .toggle(let on):
      pane.add(
        label(field.label, on ? marks.on : marks.off), entry: index, isCurrent: isFocused)
    }
    if let fault = field.fault {
      pane.add(fault)
    } else if isFocused {
      addHelp(with: field, to: &pane)
    }
  }

  /// What may be put into a field, and what there is to choose from.
  private func addHelp(with field: FormField, to pane: inout LinearPane) {
    if let hint = hintWords(field) { pane.add(marks.key(hint)) }
    guard case .choice(let choices, _) = field.content, choices.count > 1 else { return }
    pane.add(
      label(
        text("linear.choices"),
        spoken(
          choices.enumerated().map {
            numbered($0.element.digit.map { $0 - 1 } ?? $0.offset, $0.element.label)
          })))
  }

  // MARK: - The register

  func linearRegister(_ register: Register) -> LinearPane {
    var pane = LinearPane(panelWords(text("register.title")))
    pane.kind = .panelEntry
    guard let open else { return pane }
    for (index, row) in Register.rows.enumerated() {
      if row == .part(.severity) { pane.add(text("register.sorting") + text("linear.colon")) }
      let isSelected = index == register.selected
      if isSelected, let editor = register.editor {
        let lead = register.isReason ? text("register.because") + " " : ""
        pane.add(label(self.label(of: row)) + lead, editor, entry: index)
        if let hint = onFileHint(register, words(of: row, in: open).value) {
          pane.add(marks.key(hint))
        } else if register.isProposed {
          pane.add(marks.key(text("hint.proposed")))
        }
      } else {
        pane.add(
          label(self.label(of: row), registerValue(row, register, open, isSelected: isSelected)),
          entry: index, isCurrent: isSelected)
      }
      guard isSelected else { continue }
      if let fault = register.fault { pane.add(fault) }
      if case .field(let field) = row, Model.goesIntoPhrases(field) {
        pane.add(text("register.\(field.rawValue)"))
      }
      if case .part(let part) = row {
        let words = values(of: part).enumerated().map {
          numbered($0.offset, word(for: $0.element, of: part))
        }
        pane.add(label(text("linear.choices"), spoken(words)))
      }
    }
    return pane
  }

  private func registerValue(
    _ row: RegisterRow, _ register: Register, _ open: OpenCase, isSelected: Bool
  ) -> String {
    if register.onItsWay.values.contains(row) { return text("composer.on_its_way") }
    let held = words(of: row, in: open)
    if let value = held.value { return value }
    if let reason = held.reason { return text("register.unknown", ["reason": reason]) }
    guard case .field(let field) = row else { return text("linear.empty") }
    let found = proposals(for: field)
    guard !found.isEmpty else { return text("linear.empty") }
    let index = isSelected ? min(register.proposal, found.count - 1) : 0
    let place =
      found.count > 1
      ? text("linear.place", ["n": String(index + 1), "of": String(found.count)]) : ""
    return spoken([text("linear.proposed", ["value": found[index]]), place])
  }
}

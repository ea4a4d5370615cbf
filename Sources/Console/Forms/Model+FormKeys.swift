import Desk
import Language
import Playbook
import Screen
import Vocabulary
import Workflow

/// Keys while a form is open.
extension Model {
  mutating func press(_ key: Key, in form: Form) -> [Effect] {
    guard form.onItsWay == nil else {
      if key == .escape { overlays.removeLast() }
      return []
    }
    var form = form
    form.fault = nil
    switch key {
    case .escape:
      if let ref = open?.ref { keep(form, of: ref) }
      leave(missing: form.needs)
      return []
    case .tab, .down: leave(&form, by: 1)
    case .backTab, .up: leave(&form, by: -1)
    case .enter:
      // Enter goes through the fields and submits behind the last one that is usually filled in.
      let last = form.fields.lastIndex { $0.takesFocus && !$0.isExtra } ?? 0
      guard form.focus < last, !isComplete(form) else {
        return submit(form)
      }
      leave(&form, by: 1)
    case .function(10): return submit(form)
    case .control("l"): return [.redraw]
    default: change(&form, key)
    }
    writeWhatFollows(into: &form)
    replaceForm(form)
    return readOwnWords(form)
  }

  /// Writes what follows from the choices made so far.
  private func writeWhatFollows(into form: inout Form) {
    if form.purpose == .setLeave { return writeLeave(into: &form) }
    if let open { write(into: &form, open) }
  }

  /// Goes on from a field; what cannot be read in it is said at once, and not with the last key.
  private func leave(_ form: inout Form, by step: Int) {
    form.changeFocused { field in
      switch field.content {
      case .time(let editor) where !editor.isBlank: field.fault = fault(of: field)
      case .day(let editor) where !editor.isBlank: field.fault = fault(of: field)
      case .amount(let editor) where !editor.isBlank: field.fault = fault(of: field)
      default: break
      }
    }
    form.move(by: step)
  }

  /// Whether every field has what it needs, so that Enter means to be done.
  private func isComplete(_ form: Form) -> Bool {
    guard isInLines(form) || form.fields.count(where: \.takesFocus) == 1 else { return false }
    var checked = form
    return check(&checked)
  }

  private func isInLines(_ form: Form) -> Bool {
    guard form.fields.indices.contains(form.focus) else { return false }
    return form.fields[form.focus].id == "message"
  }

  private mutating func replaceForm(_ form: Form) {
    guard case .form = overlays.last else { return }
    overlays[overlays.count - 1] = .form(form)
  }

  private func change(_ form: inout Form, _ key: Key) {
    let columns = isInLines(form) ? formColumns : nil
    let before = form.typed.flatMap { now.seconds(since: $0.at) <= 1 ? $0.letters : nil } ?? ""
    form.typed = nil
    var typed = ""
    form.changeFocused { field in
      field.fault = nil
      if field.givesWay { field.giveWay(to: key) }
      switch field.content {
      case .text(var editor):
        let before = editor.text
        if editor.press(key, columns: columns, measure: sitting.measure) {
          field.content = .text(editor)
          if editor.text != before { field.isAutomatic = false }
        }
      case .time(var editor):
        if editor.press(key, columns: nil, measure: sitting.measure) {
          field.content = .time(editor)
        }
      case .day(var editor):
        let before = editor.text
        if editor.press(key, columns: nil, measure: sitting.measure) {
          field.content = .day(editor)
          if editor.text != before { field.isAutomatic = false }
        }
      case .amount(var editor):
        if editor.press(key, columns: nil, measure: sitting.measure) {
          field.content = .amount(editor)
        }
      case .choice(let choices, let at):
        let next = Model.step(key, at, of: choices, after: before)
        typed = next.typed
        field.content = .choice(choices, at: next.at)
        field.isAutomatic = false
      case .toggle(let on):
        if [.character(" "), .left, .right].contains(key) { field.content = .toggle(!on) }
      }
    }
    if !typed.isEmpty { form.typed = TypedLetters(letters: typed, at: now) }
  }

  /// Where a key moves a choice: left and right, a digit, or the first letters, and the letters that
  /// count towards the next.
  private static func step(
    _ key: Key, _ at: Int, of choices: [FormChoice], after before: String
  ) -> (at: Int, typed: String) {
    guard !choices.isEmpty else { return (at, "") }
    switch key {
    case .left where at < 0: return (choices.count - 1, "")
    case .left: return ((at + choices.count - 1) % choices.count, "")
    case .right, .character(" "): return ((at + 1) % choices.count, "")
    case .home: return (0, "")
    case .end: return (choices.count - 1, "")
    case .character(let character):
      if let digit = character.digit {
        let found = choices.indices.first { (choices[$0].digit ?? $0 + 1) == digit }
        return (found ?? at, "")
      }
      let letter = character.lowercased()
      if !before.isEmpty, let found = narrowed(choices, at, to: before + letter) {
        return (found, before + letter)
      }
      let after = choices[(at + 1)...].firstIndex { begins($0.label[...], with: letter[...]) }
      let first = after ?? choices.firstIndex { begins($0.label[...], with: letter[...]) }
      return (first ?? narrowed(choices, at, to: letter) ?? at, letter)
    case .paste(let words): return (narrowed(choices, at, to: words.lowercased()) ?? at, "")
    default: return (at, "")
    }
  }

  /// The choice that several letters mean: the one stood at if it begins with them, else the first
  /// that does, else the first that holds them.
  private static func narrowed(_ choices: [FormChoice], _ at: Int, to typed: String) -> Int? {
    let places = (choices.indices.contains(at) ? [at] : []) + Array(choices.indices)
    return places.first { begins(choices[$0].label[...], with: typed[...]) }
      ?? places.first { choices[$0].label.lowercased().contains(typed) }
  }

  /// Whether a label begins with letters, as it is written or as it is typed in Pinyin, in full or
  /// by the first letter of each syllable.
  private static func begins(_ label: Substring, with typed: Substring) -> Bool {
    guard let wanted = typed.first else { return true }
    guard let first = label.first else { return false }
    if first.lowercased() == String(wanted), begins(label.dropFirst(), with: typed.dropFirst()) {
      return true
    }
    return Pinyin.readings(of: first).contains { reading in
      reading.hasPrefix(typed)
        || typed.hasPrefix(reading)
          && begins(label.dropFirst(), with: typed.dropFirst(reading.count))
        || reading.first == wanted && begins(label.dropFirst(), with: typed.dropFirst())
    }
  }

  // MARK: - Checking

  /// Finds what is wrong with the fields; puts the focus on the first one.
  ///
  /// - Parameter form: gets the sentences.
  /// - Returns: whether all is well.
  func check(_ form: inout Form) -> Bool {
    var first: Int?
    for index in form.fields.indices where !form.fields[index].isHidden {
      form.fields[index].fault = fault(of: form.fields[index])
      if form.fields[index].fault != nil, first == nil { first = index }
    }
    if first == nil, let fault = faultOfLeave(form) {
      form.change("until") { $0.fault = fault }
      first = form.fields.firstIndex { $0.id == "until" }
    }
    if let first { form.focus = first }
    return first == nil
  }

  private func fault(of field: FormField) -> String? {
    let typed = field.text.trimmingBlanks
    switch field.content {
    case .choice(let choices, let at):
      if choices.isEmpty { return text("fault.no_choice") }
      return choices.indices.contains(at) ? nil : text("fault.choose", ["field": field.label])
    case .toggle: return nil
    case .text:
      if field.id == Model.codeField, let fault = fault(ofCode: typed) { return fault }
      return typed.isEmpty && !field.isOptional
        ? text("fault.empty", ["field": field.label]) : nil
    case .time:
      if typed.isEmpty {
        return field.isOptional ? nil : text("fault.empty", ["field": field.label])
      }
      guard let instant = instant(in: typed) else {
        return content.texts("time.unreadable", ["text": String(typed.prefix(40))])
      }
      return instant > now ? nil : text("fault.past")
    case .day:
      if typed.isEmpty {
        return field.isOptional ? nil : text("fault.empty", ["field": field.label])
      }
      guard day(in: typed) == nil else { return nil }
      return content.texts("time.unreadable_day", ["text": String(typed.prefix(40))])
    case .amount:
      guard let open, Money(typed, currency: currency(open)) == nil else { return nil }
      return text("fault.amount")
    }
  }

  mutating func submit(_ form: Form) -> [Effect] {
    var form = form
    writeWhatFollows(into: &form)
    guard check(&form) else {
      replaceForm(form)
      return []
    }
    let effects = carryOut(form)
    form.onItsWay = lastAsked(effects)
    changeForm { open in if open.purpose == form.purpose { open = form } }
    return effects
  }

  private func lastAsked(_ effects: [Effect]) -> CommandID? {
    for effect in effects.reversed() {
      if case .perform(_, let envelope) = effect { return envelope.id }
      if case .changeOwnPhrases = effect { return Model.ownChange }
      if case .setLeave = effect { return Model.leaveChange }
    }
    return nil
  }
}

extension FormField {
  /// Clears a proposal when a key types something else; any other key that edits takes it up.
  fileprivate mutating func giveWay(to key: Key) {
    switch key {
    case .character, .paste:
      switch content {
      case .text: content = .text(Editor())
      case .time: content = .time(Editor())
      case .day: content = .day(Editor())
      case .amount: content = .amount(Editor())
      case .choice, .toggle: break
      }
    default:
      // Whoever edits it wants it kept.
      isAutomatic = false
    }
    isProposed = false
  }
}

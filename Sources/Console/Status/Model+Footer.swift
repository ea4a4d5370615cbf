import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// The line at the bottom: what was just said, or the keys that matter now.
  func drawFooter(_ frame: inout Frame, in rect: Rect) {
    if let notice {
      let style =
        switch notice.kind {
        case .good: Style(.good)
        case .plain: Style(.plain)
        case .trouble: Style(.warning).bold
        }
      let mark =
        notice.kind == .trouble ? "! " : notice.kind == .good ? "\(marks.gate(.observed)) " : ""
      frame.put(
        mark + notice.text, at: rect.position(column: 1, row: 0), style: style,
        limit: rect.width - 2, overflow: .ellipsis)
      return
    }
    var column = 1
    for hint in hints {
      let width = sitting.measure.columns(of: hint.keys + " " + hint.words) + 2
      guard column + width <= rect.width else { continue }
      column += frame.put(
        hint.keys, at: rect.position(column: column, row: 0), style: Style(.key).bold)
      column += 1
      column += frame.put(
        hint.words, at: rect.position(column: column, row: 0), style: Style(.muted))
      column += 2
    }
  }

  struct Hint: Equatable {
    var keys: String
    var words: String
  }

  /// The keys that matter now, the most useful first.
  var hints: [Hint] {
    switch overlay {
    case .help: return [hint("↑↓", "hint.scroll"), hint("Esc", "hint.back")]
    case .menu:
      return [hint("1–9", "hint.choose"), hint("Enter", "hint.choose"), hint("Esc", "hint.cancel")]
    case .form(let form): return formHints(form)
    case .register(let register): return registerHints(register)
    case .blocked(let blocked): return blockedHints(blocked)
    case .pasting: return [hint("Enter", "hint.paste"), hint("Esc", "hint.cancel")]
    case .leaving: return [hint("y", "hint.leave"), hint("Esc", "hint.stay")]
    case nil: break
    }
    if focus == .composer, open != nil { return composerHints }
    if focus == .sidebar, open?.sidebar.isFiltering == true {
      return [
        hint("Enter", "hint.put_in"), hint("↑↓", "hint.select"), hint("Esc", "hint.back"),
      ]
    }
    return commandHints
  }

  private func hint(_ keys: String, _ key: String) -> Hint {
    Hint(keys: marks.key(keys), words: text(key))
  }

  private func hint(_ action: Action) -> Hint {
    Hint(keys: marks.key(action.keys.first?.shown ?? ""), words: text(action.textKey))
  }

  private var composerHints: [Hint] {
    var hints = [hint("Enter", mode == .reply ? "hint.send" : "hint.keep")]
    hints.append(hint("Esc", "hint.commands"))
    hints.append(hint("^J", "hint.new_line"))
    if mode == .reply || mode == .said { hints.append(hint("Alt-1…9", "hint.phrase")) }
    hints.append(hint("^Z", "hint.undo"))
    hints.append(hint("F1", "action.help"))
    return hints
  }

  private var commandHints: [Hint] {
    guard let open else { return [hint(.takeNext), hint(.openSelected), hint(.help), hint(.quit)] }
    var actions: [Action] = []
    if focus == .queue { actions += [.openSelected] }
    if !holdsOpenCase {
      if focus != .queue, open.current.handler == nil, open.current.state != .closed {
        actions.append(.openSelected)
      }
      actions += [.takeNext, .note, .help, .quit]
      return actions.map { hint($0) }
    }
    var hints: [Hint] = []
    if open.current.channel == .phone {
      hints += [hint(.said), hint(.heard), hint(.attest)]
    } else {
      hints.append(hint(.reply))
    }
    hints.append(hint("1–9", "hint.phrase"))
    hints += stepHints(open)
    hints += [hint(.advance), hint(.form), hint(.takeNext), hint(.help), hint(.close)]
    return unique(hints)
  }

  /// The keys that would open what is closed now.
  private func stepHints(_ open: OpenCase) -> [Hint] {
    let wanted = open.standing.closed.flatMap(\.missing).flatMap(\.remedies)
    var actions = [Action.form, .confirm, .offer, .answer, .view, .identify, .followUp, .handUp]
      .filter(wanted.contains)
    if open.dangerSign != nil { actions.insert(.danger, at: 0) }
    if isFollowingUp(open) { actions += [.followUp, .survey] }
    return actions.map { hint($0) }
  }

  private func unique(_ hints: [Hint]) -> [Hint] {
    hints.reduce(into: []) { all, hint in if !all.contains(hint) { all.append(hint) } }
  }

  private func formHints(_ form: Form) -> [Hint] {
    var hints = [hint("Enter", "hint.next_or_done"), hint("Tab", "hint.next_field")]
    if form.fields.indices.contains(form.focus) {
      switch form.fields[form.focus].content {
      case .choice: hints.append(hint("←→", "hint.choose"))
      case .toggle: hints.append(hint("␣", "hint.tick"))
      case .text, .time, .amount: break
      }
    }
    hints.append(hint("F10", "hint.done"))
    hints.append(hint("Esc", "hint.cancel"))
    return hints
  }

  private func registerHints(_ register: Register) -> [Hint] {
    if register.editor != nil { return [hint("Enter", "hint.file"), hint("Esc", "hint.back")] }
    switch register.row {
    case .part:
      return [hint("←→", "hint.choose"), hint("↑↓", "hint.select"), hint("Esc", "hint.back")]
    case .field(let field):
      let hasProposal =
        open?.current.fields[field]?.value == nil && !proposals(for: field).isEmpty
        && !Model.goesIntoPhrases(field)
      return [
        hint("Enter", hasProposal ? "hint.accept" : "hint.edit"), hint("e", "hint.edit"),
        hint("u", "hint.unknown"), hint("↑↓", "hint.select"), hint("Esc", "hint.back"),
      ]
    }
  }

  private func blockedHints(_ blocked: Blocked) -> [Hint] {
    if blocked.reason != nil { return [hint("Enter", "hint.pass"), hint("Esc", "hint.back")] }
    var hints: [Hint] = remedies(blocked).map { hint($0) }
    switch wayPast(blocked) {
    case .digit: hints.append(hint("1–\(content.reasons.count)", "hint.pass"))
    case .words: hints.append(hint("Enter", "hint.give_reason"))
    case .somebodyElse, .none: break
    }
    hints.append(hint("Esc", "hint.back"))
    return hints
  }
}

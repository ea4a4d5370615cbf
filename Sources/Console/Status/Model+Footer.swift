import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// Rows a sentence may take that says what went wrong or is to be known: cut off, it loses its
  /// remedy, which stands at its end. What went well covers nothing of the panes.
  private static let noticeRows = 3

  /// The line at the bottom: what was just said, over as many rows as it needs, or the keys that
  /// matter now.
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
      let wrap = TextWrap(
        mark + notice.text, columns: rect.width - 2, measure: sitting.measure,
        limit: notice.kind == .good ? 1 : Model.noticeRows)
      let rows = wrap.lines.count
      let place = Rect(
        x: rect.x, y: max(0, rect.bottom - rows), width: rect.width, height: rows)
      if rows > 1 { frame.fill(place) }
      for row in 0..<rows {
        // The last row says when there is still more.
        let words =
          row + 1 < rows ? wrap.shown(row) : wrap.text[wrap.lines[row].range.lowerBound...]
        frame.put(
          words, at: place.position(column: 1, row: row), style: style, limit: rect.width - 2,
          overflow: .ellipsis)
      }
      return
    }
    var column = 1
    for hint in fitting(hints, columns: rect.width - 1) {
      column += frame.put(
        hint.keys, at: rect.position(column: column, row: 0), style: Style(.key).bold)
      column += 1
      column += frame.put(
        hint.words, at: rect.position(column: column, row: 0), style: Style(.muted))
      column += 2
    }
  }

  /// As many hints as have room, none of them cut: the ones that always stay, and of the others
  /// the most useful.
  func fitting(_ hints: [Hint], columns: Int) -> [Hint] {
    func width(_ hint: Hint) -> Int {
      sitting.measure.columns(of: hint.keys) + sitting.measure.columns(of: hint.words) + 3
    }
    // The blanks behind the last one need no room.
    var room = columns + 2
    var kept = Set<Int>()
    for stays in [true, false] {
      for (index, hint) in hints.enumerated() where hint.stays == stays {
        guard width(hint) <= room else { continue }
        room -= width(hint)
        kept.insert(index)
      }
    }
    return hints.indices.filter(kept.contains).map { hints[$0] }
  }

  struct Hint: Equatable {
    var keys: String
    var words: String
    /// It is shown before all others, wherever it stands.
    var stays = false
  }

  /// The keys that matter now, the most useful first.
  var hints: [Hint] { hints(below: overlays) }

  /// The keys that would matter if only some overlays were open.
  func hints(below overlays: [Overlay]) -> [Hint] {
    switch overlays.last {
    case .help:
      return [hint("↑↓", "hint.scroll"), hint("/", "hint.find"), hint("Esc", "hint.back")]
    case .palette:
      return [hint("Enter", "hint.do"), hint("↑↓", "hint.select"), hint("Esc", "hint.back")]
    case .board:
      return [
        hint("↑↓", "hint.select"), hint("Enter", "hint.open"), hint("Esc", "hint.back"),
      ]
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

  /// A hint that is shown before all others.
  private func keptHint(_ keys: String, _ key: String) -> Hint {
    Hint(keys: keys, words: text(key), stays: true)
  }

  private func hint(_ action: Action) -> Hint {
    Hint(keys: mainKey(action), words: text(action.textKey))
  }

  private var composerHints: [Hint] {
    var hints = [hint("Enter", mode == .reply ? "hint.send" : "hint.keep")]
    if open?.current.channel == .phone {
      // A call goes to and fro.
      let other = mode == .heard ? Action.said : .heard
      hints.append(Hint(keys: typingKey(other), words: text(other.textKey)))
    }
    hints.append(hint("Esc", "hint.commands"))
    hints.append(hint("^J", "hint.new_line"))
    if mode == .reply || mode == .said {
      if open?.sidebar.isPreviewing == true { hints.append(hint("Alt-0", "hint.put_in")) }
      hints.append(hint("Alt-1…9", "hint.phrase"))
      hints.append(hint("Alt-↑↓", "hint.preview"))
    }
    if toneMarks.contains(where: { $0.finding.rewrite != nil }) {
      hints.insert(
        Hint(keys: typingKey(.takeRewrite), words: text(Action.takeRewrite.textKey)), at: 1)
    }
    if let isPublic = isInPublic {
      hints.insert(
        keptHint(typingKey(.reach), isPublic ? "hint.to_private" : "hint.to_public"), at: 1)
    }
    if hasWrittenNothing, mode == .reply, takeBackObstacle == nil {
      hints.insert(hint(.takeBack), at: 0)
    } else if unsent.editor.canUndo {
      hints.append(hint("^Z", "hint.undo"))
    }
    return hints + [keptHint("F1", "action.help"), keptHint("F12", "action.palette")]
  }

  private var commandHints: [Hint] {
    let actions = momentActions
    var hints = actions.map { hint($0) }
    if holdsOpenCase, open?.sidebar.phrases.isEmpty == false {
      // Behind the ways to write, before what the procedure wants.
      let writing: Set<Action> = [.reply, .said, .heard, .attest]
      let place = actions.lastIndex(where: writing.contains).map { $0 + 1 } ?? 0
      hints.insert(hint("1–9", "hint.phrase"), at: place)
    }
    if holdsOpenCase, let isPublic = repliesInPublic, !mainKey(.reach).isEmpty {
      hints.insert(
        keptHint(mainKey(.reach), isPublic ? "hint.to_private" : "hint.to_public"),
        at: min(1, hints.count))
    }
    return hints.filter { !$0.keys.isEmpty } + lastHints
  }

  /// The ways to everything else.
  private var lastHints: [Hint] {
    [Action.help, .palette].map { keptHint(mainKey($0), $0.textKey) }
  }

  /// What an agent would probably do now, the most useful first; nothing that cannot be done.
  var momentActions: [Action] {
    guard let open else { return [.takeNext, .openSelected, .quit].filter { isPossible($0) } }
    var actions: [Action] = []
    if holdsOpenCase {
      if focus == .queue, queue.selected != open.ref { actions.append(.openSelected) }
      actions += open.current.channel == .phone ? [.said, .heard, .attest] : [.reply]
      actions += stepActions(open)
      actions += [.advance, .form, .takeNext, .close]
    } else {
      if focus == .queue || open.current.handler == nil { actions.append(.openSelected) }
      actions += [.takeNext, .note, .quit]
    }
    return actions.reduce(into: []) { all, action in
      if !all.contains(action), isPossible(action) { all.append(action) }
    }
  }

  private func isPossible(_ action: Action) -> Bool { obstacle(to: action) == nil }

  /// The actions that would open what is closed now.
  private func stepActions(_ open: OpenCase) -> [Action] {
    let wanted = open.standing.closed.flatMap(\.missing).flatMap(\.remedies)
    var actions = [Action.form, .confirm, .offer, .answer, .view, .identify, .followUp, .handUp]
      .filter(wanted.contains)
    if behaviourSign(open) != nil { actions.insert(.behaviour, at: 0) }
    if open.dangerSign != nil { actions.insert(.danger, at: 0) }
    if isFollowingUp(open) { actions += [.followUp, .survey] }
    return actions
  }

  private func formHints(_ form: Form) -> [Hint] {
    var hints = [hint("Enter", "hint.next_or_done"), hint("Tab", "hint.next_field")]
    if form.fields.indices.contains(form.focus) {
      switch form.fields[form.focus].content {
      case .choice: hints.append(hint("←→", "hint.choose"))
      case .toggle: hints.append(hint("␣", "hint.tick"))
      case .text, .time, .day, .amount: break
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
      let ways =
        hasProposal
        ? [hint("Enter", "hint.accept"), hint("e", "hint.edit")] : [hint("Enter", "hint.edit")]
      return ways + [
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

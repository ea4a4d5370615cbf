import Desk
import Language
import Playbook
import Screen
import Vocabulary
import Workflow

/// The keys, by where they are pressed and what they are for.
extension Model {
  /// The help: the pane at hand and what can be done there now, then everything else.
  func helpSections(_ filter: String) -> [HelpSection] {
    let here = scene
    let moment = here.ownKeys.isEmpty ? [] : momentActions
    let own =
      here.ownKeys.isEmpty
      ? hints(below: overlays.filter { if case .help = $0 { false } else { true } })
        .map { HelpRow(keys: $0.keys, words: $0.words) }
      : ownRows(here)
    let now = moment.map { helpRow($0, in: here) }
    // Whoever is writing wants to know how to write; whoever is not, what to do.
    var sections = [
      HelpSection(
        title: text("help.here", ["place": text("help.place.\(here.rawValue)")]),
        rows: here.types ? own + now : now + own)
    ]
    for group in ActionGroup.allCases {
      let actions = Action.allCases.filter { $0.group == group && !moment.contains($0) }
      sections.append(
        HelpSection(
          title: text("help.\(group.rawValue)"), rows: actions.map { helpRow($0, in: here) }))
    }
    for pane in Scene.panes where pane != here {
      sections.append(
        HelpSection(title: text("help.place.\(pane.rawValue)"), rows: ownRows(pane)))
    }
    // Where there are no marks, none are explained.
    if !isLinear { sections.append(HelpSection(title: text("help.marks"), rows: markRows)) }
    let match = FuzzyMatch(filter)
    guard !match.isEmpty || !filter.isEmpty else { return sections }
    for index in sections.indices {
      sections[index].rows.removeAll { !$0.fits(match, typed: filter) }
    }
    return sections.filter { !$0.rows.isEmpty }
  }

  private func ownRows(_ scene: Scene) -> [HelpRow] {
    scene.ownKeys.map { HelpRow(keys: marks.key($0.keys), words: text($0.words)) }
  }

  /// An action with the keys that do it here; one that cannot be done now stays, with the reason.
  private func helpRow(_ action: Action, in scene: Scene) -> HelpRow {
    HelpRow(
      keys: keys(of: action, in: scene).joined(separator: " "), words: text(action.textKey),
      obstacle: obstacle(to: action), forms: content.actionForms[action])
  }

  /// The keys that do an action here; while words are typed, a letter is one only after Escape.
  private func keys(of action: Action, in scene: Scene) -> [String] {
    let all = keymap[action]
    guard scene.types else { return all.map(shown) }
    let here = all.filter(Keymap.typesNothing)
    return here.isEmpty ? all.prefix(1).map { "Esc \(shown($0))" } : here.map(shown)
  }

  private var markRows: [HelpRow] {
    [Met.observed, .implied, .attested, .overridden, .suspended].map {
      HelpRow(keys: marks.gate($0), words: name($0))
    } + [HelpRow(keys: marks.gate(nil), words: text("help.open_gate"))]
  }

  /// The help, line by line, for a width.
  func helpLines(_ help: Help, width: Int) -> [StyledLine] {
    let filter = help.filter?.text.trimmingBlanks ?? ""
    let sections = helpSections(filter)
    guard !sections.isEmpty else {
      return wrapped(text("palette.nothing"), width: width, style: Style(.muted))
    }
    var lines: [StyledLine] = []
    if help.filter == nil {
      lines += wrapped(text("help.palette"), width: width, style: Style(.muted))
      if sitting.preferences.mouse {
        lines += wrapped(text("help.mouse"), width: width, style: Style(.muted))
      }
      lines.append(StyledLine())
    }
    for section in sections {
      if lines.last?.pieces.isEmpty == false { lines.append(StyledLine()) }
      lines.append(StyledLine(section.title, Style(.title).bold))
      for row in section.rows { lines += helpLines(row, width: width) }
    }
    return lines
  }

  /// The columns in which keys stand.
  private static let keyColumns = 16

  private func helpLines(_ row: HelpRow, width: Int) -> [StyledLine] {
    let used = sitting.measure.columns(of: row.keys)
    let gap = String(repeating: " ", count: max(1, Model.keyColumns - used))
    let start = 2 + used + gap.count
    var line = StyledLine([
      StyledPiece("  " + row.keys + gap, Style(.key).bold),
      StyledPiece(row.words, row.obstacle == nil ? .plain : Style(.muted)),
    ])
    guard let obstacle = row.obstacle else { return [line] }
    let reason = "  (\(obstacle))"
    let columns = start + sitting.measure.columns(of: row.words + reason)
    if columns <= width {
      line.pieces.append(StyledPiece(reason, Style(.muted)))
      return [line]
    }
    // A reason that does not fit behind the name stands below it, whole.
    let indent = String(repeating: " ", count: 2 + Model.keyColumns)
    return [line] + hanging("(\(obstacle))", mark: indent, width: width, style: Style(.muted))
  }

  /// Where the lines of the help stand.
  var helpRect: Rect {
    coveringRect.inset(left: 2, right: 2).inset(by: 1).inset(left: 1, right: 1)
  }

  func drawHelp(_ frame: inout Frame, _ help: Help) {
    let rect = coveringRect.inset(left: 2, right: 2)
    frame.fill(rect, style: Style(on: .panel))
    let inner = frame.box(
      rect, style: Style(.borderFocused, on: .panel), title: text("help.title"),
      titleStyle: Style(.accent, on: .panel).bold
    ).inset(left: 1, right: 1)
    var list = inner
    if let filter = help.filter {
      drawHelpFilter(&frame, filter, isTyping: help.isTyping, in: inner.row(0))
      list = inner.inset(top: 1)
    }
    let lines = helpLines(help, width: inner.width)
    for (row, line) in lines.dropFirst(help.top).prefix(list.height).enumerated() {
      frame.draw(line, in: list, row: row, ground: .panel)
    }
    guard lines.count > list.height else { return }
    let place = " \(min(lines.count, help.top + list.height))/\(lines.count) "
    frame.put(
      place, at: rect.position(column: max(0, rect.width - place.count - 2), row: rect.height - 1),
      style: Style(.muted, on: .panel))
  }

  private func drawHelpFilter(
    _ frame: inout Frame, _ filter: Editor, isTyping: Bool, in rect: Rect
  ) {
    frame.fill(rect, style: Style(on: .field))
    let used = frame.put("/", in: rect, style: Style(.key, on: .field).bold)
    let cut = tail(filter, room: max(1, rect.width - used - 1))
    frame.put(
      cut.text, at: rect.position(column: used, row: 0), style: Style(on: .field),
      limit: rect.width - used, overflow: .ellipsis)
    guard isTyping else { return }
    let before = sitting.measure.columns(of: filter.text[..<filter.caret])
    frame.cursor = rect.position(column: min(used + before - cut.skipped, rect.width - 1), row: 0)
  }
}

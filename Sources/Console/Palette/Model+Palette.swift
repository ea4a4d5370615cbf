import Desk
import Language
import Screen
import Vocabulary
import Workflow

/// Everything in one list, by name.
extension Model {
  /// Actions remembered as done from the palette.
  private static let mostRecent = 5
  /// Conversations of one's own that stand before the other actions.
  private static let mostConversations = 20

  mutating func openPalette() -> [Effect] {
    overlays.append(.palette(Palette(paletteEntries, caseWords: text("palette.case"))))
    return []
  }

  /// Everything there is: what was done last, what fits the moment, one's own conversations, and
  /// the rest, what cannot be done now behind what can.
  private var paletteEntries: [PaletteEntry] {
    let forms = content.actionForms
    var actions: [Action] = []
    func add(_ more: [Action]) {
      for action in more where !actions.contains(action) && action != .palette {
        actions.append(action)
      }
    }
    add(recent)
    add(momentActions)
    let first = actions.count
    let rest = ActionGroup.allCases.flatMap { group in
      Action.allCases.filter { $0.group == group }
    }
    let possible = Dictionary(uniqueKeysWithValues: rest.map { ($0, obstacle(to: $0) == nil) })
    add(rest.filter { possible[$0] == true })
    add(rest)
    let entries = actions.map { action in
      PaletteEntry(
        deed: .action(action), name: text(action.textKey), keys: keymap[action].map(shown),
        forms: forms[action] ?? PaletteForms(own: []))
    }
    return entries.prefix(first) + conversationEntries + entries.dropFirst(first)
  }

  private var conversationEntries: [PaletteEntry] {
    mine.filter { $0.ref != open?.ref }.prefix(Model.mostConversations).map { row in
      let name = callName(of: row)
      return PaletteEntry(
        deed: .conversation(row.ref),
        name: name == row.ref.rawValue ? name : "\(name) \(row.ref.rawValue)", keys: [],
        forms: PaletteForms(own: SearchForm.forms(of: name) + [SearchForm(row.ref.rawValue)]))
    }
  }

  // MARK: - Keys

  mutating func press(_ key: Key, in palette: Palette) -> [Effect] {
    var palette = palette
    let page = max(1, paletteRect.height - 3)
    switch key {
    case .escape, .function(12):
      overlays.removeLast()
      return []
    case .enter: return choose(palette)
    case .up, .backTab, .control("p"): palette.turn(by: -1)
    case .down, .tab, .control("n"): palette.turn(by: 1)
    case .pageUp: palette.move(by: -page)
    case .pageDown: palette.move(by: page)
    case .control("l"): return [.redraw]
    case .backspace where palette.editor.text.isEmpty:
      overlays.removeLast()
      return []
    default:
      let before = palette.editor.text
      _ = palette.editor.press(key, columns: nil, measure: sitting.measure)
      if palette.editor.text != before { palette.find() }
    }
    overlays[overlays.count - 1] = .palette(palette)
    return []
  }

  /// Does what a line of the list stands for.
  mutating func choose(paletteLine line: Int) -> [Effect] {
    guard case .palette(var palette) = overlay, palette.found.indices.contains(line) else {
      return []
    }
    palette.selected = line
    overlays[overlays.count - 1] = .palette(palette)
    return choose(palette)
  }

  /// Does what is selected; what cannot be done now says why and leaves the list as it is.
  private mutating func choose(_ palette: Palette) -> [Effect] {
    guard let entry = palette.entry else { return [] }
    switch entry.deed {
    case .conversation(let ref):
      overlays.removeLast()
      return goTo(ref)
    case .action(let action):
      if let obstacle = obstacle(to: action) {
        say(obstacle, .trouble)
        return []
      }
      overlays.removeLast()
      recent = [action] + recent.filter { $0 != action }.prefix(Model.mostRecent - 1)
      return run(action)
    }
  }

  /// Puts a case of one's own on the screen, and the selection of the queue on it.
  private mutating func goTo(_ ref: CaseRef) -> [Effect] {
    if queue.rows.contains(where: { $0.ref == ref }) {
      queue.selected = ref
      queue.show(visible: queueRows)
    }
    focus = .conversation
    return visit(ref)
  }
}

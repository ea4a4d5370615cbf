import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The palette and the help in words.
extension Model {
  func linearPalette(_ palette: Palette) -> LinearPane {
    var pane = LinearPane(text("palette.title"))
    pane.kind = .paletteEntry
    let lead = text("linear.label", ["label": text("action.palette"), "value": ""])
    pane.add(lead, palette.editor, isCurrent: true)
    guard !palette.found.isEmpty else {
      pane.add(text("palette.nothing"))
      return pane
    }
    for (line, index) in palette.found.enumerated() {
      pane.add(
        spokenEntry(palette.entries[index]), entry: line,
        isCurrent: isInList && line == palette.selected)
    }
    return pane
  }

  /// A name with its keys, and why it cannot be done now.
  private func spokenEntry(_ entry: PaletteEntry) -> String {
    switch entry.deed {
    case .action(let action):
      let keys =
        entry.keys.isEmpty
        ? "" : text("linear.keys", ["keys": entry.keys.prefix(3).joined(separator: " ")])
      return spoken([entry.name, keys, obstacle(to: action).map(notNow) ?? ""])
    case .conversation(let ref):
      guard let row = mine.first(where: { $0.ref == ref }) else { return entry.name }
      let waits = row.waitingSince.map {
        text("linear.waits", ["span": span(now.seconds(since: $0))])
      }
      return spoken([
        entry.name, text("linear.yours"), heatWord(row) ?? "", waits ?? name(row.state),
      ])
    }
  }

  /// Why something cannot be done.
  func notNow(_ reason: String) -> String { text("linear.not_now", ["reason": reason]) }

  /// What was found by what is being typed, while the cursor stands with the words typed.
  var linearFound: String? {
    switch overlay {
    case .palette(let palette):
      guard let entry = palette.entry, !palette.editor.text.isEmpty else { return nil }
      return foundWords(palette.selected, of: palette.found.count, spokenEntry(entry))
    case nil: break
    default: return nil
    }
    guard let open else { return nil }
    if focus == .conversation, let find = open.find, find.isTyping, !find.editor.isBlank {
      return linearFound(find)
    }
    let sidebar = open.sidebar
    guard focus == .sidebar, sidebar.isFiltering, sidebar.filter?.isBlank == false,
      sidebar.words.indices.contains(sidebar.selected)
    else { return nil }
    return foundWords(
      sidebar.selected, of: sidebar.phrases.count, sidebar.words[sidebar.selected])
  }

  private func foundWords(_ index: Int, of count: Int, _ words: String) -> String {
    let place = text("linear.place", ["n": String(index + 1), "of": String(count)])
    return text("linear.label", ["label": place, "value": words])
  }

  // MARK: - Help

  func linearHelp(_ help: Help) -> LinearPane {
    var pane = LinearPane(text("help.title"))
    pane.kind = .helpEntry
    if let filter = help.filter, help.isTyping {
      pane.add(
        text("linear.label", ["label": text("hint.find"), "value": ""]), filter,
        isCurrent: !isInList)
    }
    for (index, line) in linearHelpLines(help).enumerated() {
      pane.add(line, entry: index, isCurrent: (isInList || !help.isTyping) && index == help.top)
    }
    return pane
  }

  /// The help line by line: a heading, or keys and what they do.
  func linearHelpLines(_ help: Help) -> [String] {
    let filter = help.filter?.text.trimmingBlanks ?? ""
    let sections = helpSections(filter)
    guard !sections.isEmpty else { return [text("palette.nothing")] }
    var lines: [String] = []
    if help.filter == nil {
      lines += [text("linear.help"), text("help.palette")]
    }
    for section in sections {
      lines.append(section.title + text("linear.colon"))
      for row in section.rows {
        let words =
          row.keys.isEmpty
          ? row.words : text("linear.label", ["label": row.keys, "value": row.words])
        lines.append(spoken([words, row.obstacle.map(notNow) ?? ""]))
      }
    }
    return lines
  }
}

import Desk
import Screen
import Vocabulary
import Workflow

/// Reading in the linear view: whatever does not fit the screen is read on with Page Down, and what
/// stands before the first entry is reached with Up.
extension Model {
  /// Takes a key that reads; nil when the key means what it always means.
  mutating func pressInLinear(_ key: Key) -> [Effect]? {
    let before = reading
    let wasInList = isInList
    reading = nil
    isInList = [.up, .down, .pageUp, .pageDown, .tab, .backTab].contains(key)
    // From what is typed, Down first goes to what was found.
    if key == .down, !wasInList, isTypingAboveList { return [] }
    switch key {
    case .pageDown, .pageUp: return readScreen(key == .pageDown ? 1 : -1, from: before)
    case .down, .up: return readParagraph(key == .down ? 1 : -1, from: before)
    case .home: return readFromStart()
    default: return nil
    }
  }

  /// Whether words are being typed above a list of what they find.
  private var isTypingAboveList: Bool {
    switch overlay {
    case .palette: true
    case .help(let help): help.isTyping
    case nil: focus == .sidebar && open?.sidebar.isFiltering == true
    default: false
    }
  }

  private func lines(of pane: LinearPane) -> LinearLines {
    LinearLines(pane, columns: size.columns, measure: sitting.measure)
  }

  /// Reads on by a screen; nil where nothing more stands there.
  private mutating func readScreen(_ step: Int, from before: Reading?) -> [Effect]? {
    let pane = linearPane
    let lines = lines(of: pane)
    let rows = linearParts.body.height
    let here = lines.position(before)
    let window = lines.window(around: here, rows: rows, isReading: before != nil)
    if step > 0 {
      guard window.upperBound < lines.lines.count else { return stay(before, 1) }
      return read(window.upperBound, pane, lines)
    }
    guard window.lowerBound > 0 else { return stay(before, -1) }
    return read(max(0, window.lowerBound - rows), pane, lines)
  }

  /// Reads the next paragraph where none is an entry; nil where the key moves the selection.
  private mutating func readParagraph(_ step: Int, from before: Reading?) -> [Effect]? {
    guard readsByParagraph else { return nil }
    let pane = linearPane
    let lines = lines(of: pane)
    let here = lines.paragraph(of: lines.position(before))
    let there = here + step
    let isEntry = pane.paragraphs.indices.contains(here) && pane.paragraphs[here].entry != nil
    guard pane.paragraphs.indices.contains(there) else {
      return isBox || !isEntry ? keep(before) : nil
    }
    // Between entries the key means what it always means.
    if isEntry, pane.paragraphs[there].entry != nil { return nil }
    return read(lines.starts[there], pane, lines)
  }

  /// Home goes to what is known before the first entry, once that is selected; in a conversation at
  /// once, since there it only moved what is seen.
  private mutating func readFromStart() -> [Effect]? {
    guard overlay == nil else { return nil }
    switch focus {
    case .conversation:
      guard let open, open.find?.isTyping != true else { return nil }
      self.open?.selected = open.current.messages.isEmpty ? nil : 1
      let facts = factLines(open).count
      reading = Reading(paragraph: -facts, line: 0)
      return []
    case .sidebar:
      guard let sidebar = open?.sidebar, !sidebar.isFiltering, sidebar.selected == 0 else {
        return nil
      }
    case .queue: guard queue.selectedIndex == 0, queue.reachesStart else { return nil }
    case .composer: return nil
    }
    let pane = linearPane
    return read(0, pane, lines(of: pane))
  }

  /// Whether the keys up and down would do nothing beyond the first and the last entry.
  private var readsByParagraph: Bool {
    if case .board = overlay { return true }
    if overlay != nil { return isBox }
    switch focus {
    case .queue: return true
    case .conversation: return open?.find == nil
    case .sidebar: return open?.sidebar.isFiltering != true
    case .composer: return false
    }
  }

  /// Whether something lies over the panes that has no entries to go through.
  private var isBox: Bool {
    switch overlay {
    case .blocked(let blocked): blocked.reason == nil
    case .pasting, .leaving: true
    default: false
    }
  }

  /// Where nothing more stands to be read, the key means what it always means, unless that would
  /// lead away from what is read. The queue may go on where its page ends.
  private mutating func stay(_ before: Reading?, _ step: Int) -> [Effect]? {
    let goesOn = step > 0 && overlay == nil && focus == .queue
    return isBox || before != nil && !goesOn ? keep(before) : nil
  }

  private mutating func keep(_ reading: Reading?) -> [Effect] {
    self.reading = reading
    return []
  }

  // MARK: - Going to a line

  /// Reads from a line on: an entry there is selected, anything else is only read.
  private mutating func read(_ line: Int, _ pane: LinearPane, _ lines: LinearLines) -> [Effect] {
    guard !lines.starts.isEmpty else { return [] }
    let paragraph = lines.paragraph(of: line)
    let within = line - lines.starts[paragraph]
    if let entry = pane.paragraphs[paragraph].entry, let effects = select(entry) {
      reading = within > 0 ? Reading(paragraph: 0, line: within) : nil
      return effects
    }
    reading = Reading(paragraph: paragraph - pane.current, line: within)
    return []
  }

  /// Selects an entry of what is shown; nil where nothing can be selected.
  private mutating func select(_ entry: Int) -> [Effect]? {
    switch overlay {
    case .help(var help):
      guard !help.isTyping else { return nil }
      help.top = entry
      overlays[overlays.count - 1] = .help(help)
      return []
    case .palette(var palette):
      palette.selected = entry
      overlays[overlays.count - 1] = .palette(palette)
      return []
    case .board(var board):
      guard board.cases.indices.contains(entry) else { return nil }
      board.selected = board.cases[entry].row.ref
      overlays[overlays.count - 1] = .board(board)
      return []
    case .menu(var menu):
      menu.selected = entry
      overlays[overlays.count - 1] = .menu(menu)
      return []
    case .form(var form):
      guard form.fields.indices.contains(entry), form.fields[entry].takesFocus else { return nil }
      form.focus = entry
      overlays[overlays.count - 1] = .form(form)
      return []
    case .register(var register):
      guard register.editor == nil else { return nil }
      register.selected = entry
      register.proposal = 0
      overlays[overlays.count - 1] = .register(register)
      return []
    case .blocked, .pasting, .leaving: return nil
    case nil: break
    }
    switch focus {
    case .queue:
      touched = .everything
      return queue.move(by: entry - (queue.selectedIndex ?? queue.top), visible: queueRows)
    case .conversation:
      guard open?.find?.isTyping != true else { return nil }
      let newest = open?.current.messages.count
      open?.selected = entry == newest ? nil : entry
      return []
    case .sidebar:
      open?.sidebar.selected = entry
      return []
    case .composer: return nil
    }
  }
}

import Screen
import Vocabulary
import Workflow

/// Finding words within the conversation on the screen.
extension Model {
  mutating func beginFinding() -> [Effect] {
    guard var find = open.map({ $0.find ?? Find() }) else { return [] }
    focus = .conversation
    find.isTyping = true
    open?.find = find
    return []
  }

  /// Keys while words are being looked for; nil when the key is meant for something else.
  mutating func pressInFind(_ key: Key) -> [Effect]? {
    guard var find = open?.find else { return nil }
    switch key {
    case .escape:
      open?.find = nil
      return []
    case .enter, .up: find.step(by: find.isTyping && key == .enter ? 0 : -1)
    case .down: find.step(by: 1)
    default:
      guard find.isTyping else { return nil }
      guard find.editor.press(key, columns: nil, measure: sitting.measure) else { return nil }
      find.look(through: open?.current.messages ?? [])
    }
    if key == .enter { find.isTyping = false }
    open?.find = find
    if let hit = find.hit { show(message: hit) }
    return []
  }

  /// The line at the lower edge of the messages: what is looked for, and how often it is there.
  func drawFind(_ frame: inout Frame, _ find: Find, in row: Rect) {
    frame.fill(row, style: Style(on: .field))
    var column = frame.put(
      text("find.title") + " ", in: row, style: Style(.key, on: .field).bold)
    let typed = find.editor.text[..<find.editor.caret]
    let before = column + sitting.measure.columns(of: String(typed))
    column += frame.put(find.editor.text, in: row, column: column, style: Style(on: .field))
    let count =
      find.editor.isBlank
      ? ""
      : find.hits.isEmpty
        ? text("find.none")
        : text(
          "find.place",
          ["n": String(find.hits.count - find.place), "of": String(find.hits.count)])
    frame.put(
      count, in: row, column: max(column + 2, row.width - sitting.measure.columns(of: count) - 1),
      style: Style(.muted, on: .field))
    if find.isTyping, focus == .conversation, overlay == nil {
      frame.cursor = row.position(column: min(before, row.width - 1), row: 0)
    }
  }

  /// Marks the words that were found on the rows that are drawn already.
  func markFound(_ frame: inout Frame, _ find: Find, in rect: Rect) {
    let wanted = Find.folded(find.editor.text.trimmingBlanks)
    guard !wanted.isEmpty else { return }
    for row in 0..<rect.height {
      for span in frame.columns(of: wanted, in: rect.row(row)) {
        frame.restyle(
          Rect(x: span.lowerBound, y: rect.y + row, width: span.count, height: 1)
        ) { style in
          style.foreground = .match
          style.emphasis.formUnion([.bold, .underline])
        }
      }
    }
  }
}

extension Frame {
  /// The columns where a text stands in one row, counted from the frame's edge.
  fileprivate func columns(of text: String, in row: Rect) -> [Range<Int>] {
    guard row.y >= 0, row.y < size.rows else { return [] }
    let cells = Array(cells(inRow: row.y))
    var shown = ""
    var places: [Int] = []
    for column in row.x..<min(row.right, cells.count) where !cells[column].isContinuation {
      let folded = Find.folded(cells[column].text)
      shown += folded
      places += Array(repeating: column, count: folded.count)
    }
    var found: [Range<Int>] = []
    let all = Array(shown)
    let wanted = Array(text)
    guard !wanted.isEmpty, all.count >= wanted.count, places.count == all.count else { return [] }
    var start = 0
    while start + wanted.count <= all.count {
      if Array(all[start..<start + wanted.count]) == wanted {
        let last = places[start + wanted.count - 1]
        found.append(places[start]..<last + max(1, cells[last].width))
        start += wanted.count
      } else {
        start += 1
      }
    }
    return found
  }
}

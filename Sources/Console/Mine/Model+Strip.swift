import Desk
import Screen
import Vocabulary
import Workflow

/// The line of one's own conversations: who waits on me, for how long, with what clock and heat
/// (domain E14).
extension Model {
  /// Rows the strip takes: none while there is no other conversation to see in it.
  var stripRows: Int {
    guard size.rows >= Layout.least.rows + 3 else { return 0 }
    return strip.contains { $0 != open?.ref } ? 1 : 0
  }

  /// Keeps the order in which conversations came, so that nothing jumps while somebody reads.
  mutating func arrangeStrip() {
    let held = Set(mine.map(\.ref))
    strip.removeAll { !held.contains($0) }
    let known = Set(strip)
    strip += mine.map(\.ref).filter { !known.contains($0) }.sorted()
    calls = calls.filter { held.contains($0.key) }
    for row in mine where row.channel == .phone && calls[row.ref] == nil { calls[row.ref] = now }
  }

  /// The conversations of the strip, from left to right.
  private var stripEntries: [QueueRow] {
    let rows = mine.reduce(into: [:]) { $0[$1.ref] = $1 }
    return strip.compactMap { rows[$0] }
  }

  func drawStrip(_ frame: inout Frame, in rect: Rect) {
    let entries = stripEntries
    let pieces = entries.enumerated().map { stripPieces($1, number: $0 + 1) }
    let widths = pieces.map { sitting.measure.columns(of: $0.map(\.text).joined()) + 2 }
    let open = entries.firstIndex { $0.ref == self.open?.ref }
    let shown = Model.stripWindow(widths, around: open ?? 0, room: rect.width - 8)
    var column = 1
    let left = text("strip.more", ["n": String(shown.lowerBound)])
    if shown.lowerBound > 0 {
      column += frame.put(left, in: rect, column: column, style: Style(.muted)) + 1
    }
    for index in shown {
      let start = column
      for piece in pieces[index] {
        column += frame.put(
          piece.text, at: rect.position(column: column, row: 0), style: piece.style,
          limit: max(0, rect.width - column), overflow: .ellipsis)
      }
      let place = rect.position(column: start, row: 0)
      let piece = Rect(x: place.column, y: place.row, width: column - start, height: 1)
      if let number = strip.firstIndex(of: entries[index].ref) {
        frame.mark(piece, .mine, number)
      }
      if index == open { frame.lay(.selectionIdle, on: piece) }
      column += 2
    }
    let hidden = entries.dropFirst(shown.upperBound)
    guard !hidden.isEmpty else { return }
    let waits = hidden.contains { $0.waitingSince != nil }
    frame.put(
      text("strip.more", ["n": String(hidden.count)]), in: rect,
      column: min(column, rect.width - 4), style: waits ? Style(.warning).bold : Style(.muted))
  }

  /// The stretch of entries that fits, with one of them in it and as many before it as possible.
  static func stripWindow(_ widths: [Int], around index: Int, room: Int) -> Range<Int> {
    guard widths.indices.contains(index) else { return 0..<0 }
    var low = index
    var high = index + 1
    var used = widths[index]
    while low > 0, used + widths[low - 1] <= room {
      low -= 1
      used += widths[low]
    }
    while high < widths.count, used + widths[high] <= room {
      used += widths[high]
      high += 1
    }
    return low..<high
  }

  private func stripPieces(_ row: QueueRow, number: Int) -> [StyledPiece] {
    let isOpen = row.ref == open?.ref
    let name = short(callName(of: row), 14)
    let style: Style = row.danger != nil ? Style(.danger) : isOpen ? Style(.accent) : .plain
    var pieces = [StyledPiece(isOpen ? marks.focused + " " : "", Style(.accent))]
    if row.danger != nil || row.tellsOfDanger {
      pieces.append(StyledPiece(marks.danger + " ", Style(.danger).bold))
    }
    pieces.append(StyledPiece(name, isOpen ? style.bold : style))
    if row.heat > .calm {
      pieces.append(StyledPiece(" " + self.name(row.heat), heatStyle(row.heat)))
    }
    if let since = row.waitingSince {
      let mark = marks.clock(row.clock?.standing(at: now))
      let wait = span(now.seconds(since: since))
      pieces.append(
        StyledPiece(mark.isEmpty ? " \(wait)" : " \(mark) \(wait)", stripWaitStyle(row)))
    } else if let clock = row.clock,
      clock.standing(at: now) != .running
        || clock.at.seconds(since: now) < Model.soon
    {
      pieces.append(StyledPiece(" " + marked(clock), self.style(of: clock.standing(at: now))))
    }
    if drafts.holds(row.ref) { pieces.append(StyledPiece(" " + marks.note, Style(.note))) }
    return pieces
  }

  /// Seconds before something falls due from which it is shown.
  private static let soon: Int64 = 3_600

  private func stripWaitStyle(_ row: QueueRow) -> Style {
    row.clock.map { style(of: $0.standing(at: now)) } ?? Style(.plain)
  }

  // MARK: - Going from one to another

  /// The conversation of mine that needs me first, the one on the screen left out: danger before
  /// everything, then what falls due first.
  var nextWaiting: QueueRow? {
    mine.filter { row in
      row.ref != open?.ref && (row.waitingSince != nil || row.clock.map { $0.at <= now } == true)
    }.min { left, right in
      if (left.danger != nil) != (right.danger != nil) { return left.danger != nil }
      return (left.clock?.at ?? now, left.ref) < (right.clock?.at ?? now, right.ref)
    }
  }

  /// Conversations of mine whose customers wait for an answer.
  var waitingOnMe: [QueueRow] { mine.filter { $0.waitingSince != nil } }

  /// Goes to the conversation that needs me first.
  mutating func goToNextWaiting() -> [Effect] {
    guard let row = nextWaiting else {
      say(text("notice.nobody_waits"), .plain)
      return []
    }
    return visit(row.ref)
  }

  /// Goes to the conversation beside the one on the screen, in the order of the strip.
  mutating func goAlongStrip(by step: Int) -> [Effect] {
    guard !strip.isEmpty else { return [] }
    let here = open.flatMap { strip.firstIndex(of: $0.ref) }
    let count = strip.count
    let next = here.map { (($0 + step) % count + count) % count } ?? (step > 0 ? 0 : count - 1)
    return visit(strip[next])
  }

  /// Puts a conversation on the screen, as it was left.
  mutating func visit(_ ref: CaseRef) -> [Effect] {
    guard open?.ref != ref else {
      // Its keys are wanted, wherever the keys went before; a draft is not left for that.
      if focus != .composer { focus = .conversation }
      return []
    }
    if staleSince != nil { return recall(ref) }
    awaited = ref
    focus = .conversation
    return keepDrafts() + [.loadConversation(ref)]
  }
}

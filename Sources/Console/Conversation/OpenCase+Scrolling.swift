import Screen
import Vocabulary
import Workflow

extension Model {
  /// Lines of the conversation that are seen, from the newest upwards; costs what is seen.
  ///
  /// - Parameters:
  ///   - open: the case.
  ///   - rect: where its messages are drawn.
  /// - Returns: from top to bottom: the message's number, and the line.
  func visibleLines(of open: OpenCase, in rect: Rect) -> [(message: Int, line: StyledLine)] {
    var lines: [(message: Int, line: StyledLine)] = []
    var number = bottomMessage(of: open)
    var hidden = open.scroll.bottom == nil ? 0 : open.scroll.hidden
    if open.scroll.bottom == nil, overlays.isEmpty {
      // What waits to be sent stands behind what was.
      let waiting = outgoingLines(on: open.ref, columns: rect.width).dropLast()
      lines += waiting.reversed().prefix(max(0, rect.height - 1)).map { (0, $0) }
    }
    // The gap below the last message is of no use at the bottom edge.
    if hidden == 0, lines.isEmpty { hidden = 1 }
    while number >= 1, lines.count < rect.height, let message = open.current.message(number) {
      let block = self.block(number, message, of: open, columns: rect.width)
      let shown = block.dropLast(min(hidden, block.count))
      lines += shown.reversed().prefix(rect.height - lines.count).map { (number, $0) }
      hidden = 0
      number -= 1
    }
    return lines.reversed()
  }

  /// The message at the bottom edge: the newest one, or, beside a form, the customer's last words,
  /// which most forms are about.
  private func bottomMessage(of open: OpenCase) -> Int {
    if let bottom = open.scroll.bottom { return bottom }
    let newest = open.current.messages.count
    return overlays.isEmpty ? newest : open.current.lastCustomerMessage?.number ?? newest
  }

  private func block(
    _ number: Int, _ message: CaseMessage, of open: OpenCase, columns: Int
  ) -> [StyledLine] {
    if let known = open.blocks[number], known.columns == columns { return known.lines }
    return block(for: message, of: open, columns: columns).lines
  }

  /// Keeps the lines of the messages that are seen, so that the next key need not break them anew.
  mutating func keepBlocks() {
    guard var open, let rect = messagesRect else { return }
    var room = rect.height
    var number = bottomMessage(of: open)
    room += open.scroll.hidden
    while number >= 1, room > 0, let message = open.current.message(number) {
      if open.blocks[number]?.columns != rect.width {
        if open.blocks.count > 400 { open.blocks = [:] }
        open.blocks[number] = block(for: message, of: open, columns: rect.width)
      }
      room -= open.blocks[number]?.lines.count ?? 1
      number -= 1
    }
    self.open = open
  }

  /// Moves the part of the conversation that is seen.
  ///
  /// - Parameter lines: up when negative, towards older messages.
  mutating func scroll(lines: Int) {
    guard var open, let rect = messagesRect else { return }
    let last = open.current.messages.count
    var number = open.scroll.bottom ?? last
    var hidden = open.scroll.bottom == nil ? 0 : open.scroll.hidden
    if lines < 0 {
      // Never past the point where the first message stands at the top.
      var room = min(-lines, linesAbove(number, hidden, of: open, in: rect))
      while room > 0, number >= 1, let message = open.current.message(number) {
        let height = block(number, message, of: open, columns: rect.width).count
        let left = height - hidden
        if room < left {
          hidden += room
          room = 0
        } else {
          room -= left
          number -= 1
          hidden = 0
        }
      }
    } else {
      var room = lines
      while room > 0 {
        if hidden > 0 {
          let step = min(hidden, room)
          hidden -= step
          room -= step
        } else if number < last, let message = open.current.message(number + 1) {
          number += 1
          hidden = block(number, message, of: open, columns: rect.width).count
        } else {
          break
        }
      }
    }
    open.scroll.bottom = number >= last && hidden == 0 ? nil : max(1, number)
    open.scroll.hidden = open.scroll.bottom == nil ? 0 : hidden
    self.open = open
  }

  /// Shows the conversation from its first message on; costs one screen.
  mutating func scrollToStart() {
    guard var open, let rect = messagesRect else { return }
    var room = rect.height
    var number = 0
    var hidden = 0
    while room > 0, let message = open.current.message(number + 1) {
      number += 1
      let height = block(number, message, of: open, columns: rect.width).count
      hidden = max(0, height - room)
      room -= height
    }
    let isWhole = number >= open.current.messages.count && hidden == 0
    open.scroll.bottom = isWhole ? nil : number
    open.scroll.hidden = isWhole ? 0 : hidden
    self.open = open
  }

  /// How many lines lie above the part that is seen, counted no further than two screens.
  private func linesAbove(
    _ bottom: Int, _ hidden: Int, of open: OpenCase, in rect: Rect
  ) -> Int {
    var count = -hidden - rect.height
    var number = bottom
    while number >= 1, count < rect.height * 2, let message = open.current.message(number) {
      count += block(number, message, of: open, columns: rect.width).count
      number -= 1
    }
    return max(0, count)
  }

  /// Selects the message before or after, and brings it into view.
  mutating func selectMessage(by step: Int) {
    guard var open, !open.current.messages.isEmpty else { return }
    let last = open.current.messages.count
    // Where one thing is shown, the cursor stands on the newest already.
    let here = open.selected ?? last + (step < 0 && !isLinear ? 1 : 0)
    let there = max(1, min(last, here + step))
    open.selected = there == last && step > 0 ? nil : there
    self.open = open
    reveal(there)
  }

  /// Selects a message and brings it into view.
  mutating func show(message number: Int) {
    guard open?.current.message(number) != nil else { return }
    open?.selected = number
    reveal(number)
  }

  /// Scrolls until a message is seen.
  private mutating func reveal(_ number: Int) {
    guard let open, let rect = messagesRect, let message = open.current.message(number) else {
      return
    }
    let bottom = open.scroll.bottom ?? open.current.messages.count
    if number >= bottom {
      self.open?.scroll.bottom = number >= open.current.messages.count ? nil : number
      self.open?.scroll.hidden = 0
      return
    }
    // Counts the lines from the bottom edge up to the message's first one.
    var lines = -open.scroll.hidden
    for between in stride(from: bottom, to: number, by: -1) {
      guard let other = open.current.message(between) else { continue }
      lines += block(between, other, of: open, columns: rect.width).count
      if lines > rect.height { break }
    }
    let height = block(number, message, of: open, columns: rect.width).count
    if lines + height > rect.height {
      self.open?.scroll.bottom = number
      self.open?.scroll.hidden = 0
      let below = max(0, rect.height - height)
      if below > 0 { scroll(lines: below) }
    }
  }
}

import Desk
import Vocabulary

extension QueueList {
  /// Takes a page in that was asked for.
  ///
  /// - Parameters:
  ///   - window: the page.
  ///   - visible: how many rows are shown.
  mutating func take(_ window: QueueWindow, visible: Int) {
    guard window.page.filter == filter else { return }
    if awaited == window.page { awaited = nil }
    let full = window.rows.count >= window.page.limit
    switch window.page.start {
    case .after(let key):
      guard rows.last?.key == key else { return }
      rows += window.rows
      reachesEnd = !full
      letGo(fromStart: true, visible: visible)
    case .before(let key):
      guard rows.first?.key == key else { return }
      rows = window.rows + rows
      top += window.rows.count
      reachesStart = !full
      letGo(fromStart: false, visible: visible)
    case .first:
      replace(with: window.rows, reachesStart: true, reachesEnd: !full)
    case .last:
      replace(with: window.rows, reachesStart: !full, reachesEnd: true)
      selected = rows.last?.ref
    case .from:
      // Nothing is known of what lies before, unless the window began at the queue's start.
      replace(with: window.rows, reachesStart: false, reachesEnd: !full)
    }
    isLoaded = true
    lastKey = selectedRow?.key ?? lastKey
    show(visible: visible)
  }

  private mutating func replace(
    with new: [QueueRow], reachesStart: Bool, reachesEnd: Bool
  ) {
    rows = new
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
    if selectedIndex == nil {
      // The selected case left the window: whatever stands at its place now is selected.
      let place = lastKey.flatMap { key in rows.firstIndex { $0.key >= key } }
      selected = (place.map { rows[$0] } ?? (lastKey == nil ? rows.first : rows.last))?.ref
    }
  }

  /// Lets rows go that are far from the selection.
  private mutating func letGo(fromStart: Bool, visible: Int) {
    let most = QueueList.pageLength(visible: visible) * 4
    let surplus = rows.count - most
    guard surplus > 0, let index = selectedIndex else { return }
    if fromStart {
      let count = min(surplus, max(0, min(index, top) - visible))
      guard count > 0 else { return }
      rows.removeFirst(count)
      top -= count
      reachesStart = false
    } else {
      let count = min(surplus, max(0, rows.count - max(index, top + visible) - visible))
      guard count > 0 else { return }
      rows.removeLast(count)
      reachesEnd = false
    }
  }

  /// Scrolls so that the selected row is among the visible ones.
  mutating func show(visible: Int) {
    let visible = max(1, visible)
    if let index = selectedIndex {
      top = min(top, index)
      top = max(top, index - visible + 1)
    }
    top = max(0, min(top, rows.count - min(visible, rows.count)))
  }

  /// Moves the selection, and asks for what will be needed next.
  ///
  /// - Parameters:
  ///   - step: how many rows, up when negative.
  ///   - visible: how many rows are shown.
  /// - Returns: pages to load.
  mutating func move(by step: Int, visible: Int) -> [Effect] {
    guard !rows.isEmpty else { return [] }
    let here = selectedIndex ?? top
    let (sum, overflow) = here.addingReportingOverflow(step)
    let there = max(0, min(overflow ? (step < 0 ? 0 : rows.count - 1) : sum, rows.count - 1))
    selected = rows[there].ref
    lastKey = rows[there].key
    show(visible: visible)
    return reach(visible: visible)
  }

  /// Asks for the next rows when the selection is near an end that is not the queue's.
  private mutating func reach(visible: Int) -> [Effect] {
    guard awaited == nil, let index = selectedIndex, let first = rows.first, let last = rows.last
    else { return [] }
    let limit = QueueList.pageLength(visible: visible)
    if !reachesEnd, index + visible >= rows.count {
      return ask(QueuePage(start: .after(last.key), limit: limit, filter: filter))
    }
    if !reachesStart, index < visible {
      return ask(QueuePage(start: .before(first.key), limit: limit, filter: filter))
    }
    return []
  }

  /// Goes to the most urgent case.
  mutating func moveToStart(visible: Int) -> [Effect] {
    guard reachesStart else {
      selected = nil
      lastKey = nil
      top = 0
      return reload(.first, visible: visible)
    }
    return move(by: -rows.count, visible: visible)
  }

  /// Goes to the least urgent case.
  mutating func moveToEnd(visible: Int) -> [Effect] {
    guard reachesEnd else {
      selected = nil
      return reload(.last, visible: visible)
    }
    return move(by: rows.count, visible: visible)
  }

  /// Shows another part of the queue, from its start.
  mutating func show(_ filter: QueueFilter, visible: Int) -> [Effect] {
    self.filter = filter
    rows = []
    isLoaded = false
    selected = nil
    lastKey = nil
    top = 0
    return reload(.first, visible: visible)
  }

  /// Asks for the window anew, where it stands.
  mutating func refresh(visible: Int) -> [Effect] {
    guard isLoaded, !reachesStart, let first = rows.first else {
      return reload(.first, visible: visible)
    }
    return reload(.from(first.key), visible: visible)
  }

  private mutating func reload(_ start: QueuePage.Start, visible: Int) -> [Effect] {
    let limit = max(
      QueueList.pageLength(visible: visible),
      min(rows.count, QueueList.pageLength(visible: visible) * 4))
    return ask(QueuePage(start: start, limit: limit, filter: filter))
  }

  private mutating func ask(_ page: QueuePage) -> [Effect] {
    awaited = page
    return [.loadQueue(page)]
  }
}

import Desk
package import Screen

/// Where the panes lie for a size of the terminal.
///
/// A pure function of its inputs, so it can be looked at in tests like any other value.
package struct Layout: Equatable, Sendable {
  /// The smallest screen there is something to see on.
  package static let least = Size(columns: 60, rows: 15)

  /// One line at the top; two with the strip of one's own conversations.
  package var title: Rect
  /// At the left.
  package var queue: Rect
  /// In the middle, the widest.
  package var conversation: Rect
  /// At the right; empty while a form needs its room.
  package var sidebar: Rect
  /// Where a form stands while one is open: below the conversation, over the sidebar.
  package var panel: Rect
  /// One line at the bottom.
  package var footer: Rect
  /// The columns of the lines between the panes.
  package var borders: [Int]

  /// Divides a screen.
  ///
  /// - Parameters:
  ///   - size: the terminal's.
  ///   - panelRows: rows a form would like to have; 0 when none is open.
  ///   - stripRows: rows the strip below the title takes.
  ///   - isWide: whether the queue gives its columns to the others.
  package init?(_ size: Size, panelRows: Int = 0, stripRows: Int = 0, isWide: Bool = false) {
    guard size.columns >= Layout.least.columns, size.rows >= Layout.least.rows else { return nil }
    let (title, below) = Rect(size).split(top: 1 + stripRows)
    let (body, footer) = below.split(bottom: 1)
    self.title = title
    self.footer = footer
    let queueWidth = isWide ? 0 : Layout.queueWidth(size.columns)
    let (queue, rest) = body.split(left: queueWidth, gap: isWide ? 0 : 1)
    self.queue = queue
    borders = isWide ? [] : [queue.right]
    guard panelRows > 0 else {
      let (conversation, sidebar) = rest.split(
        right: Layout.sidebarWidth(size.columns + (isWide ? 24 : 0)), gap: 1)
      self.conversation = conversation
      self.sidebar = sidebar
      panel = .zero
      borders.append(conversation.right)
      return
    }
    sidebar = .zero
    // Beside the conversation where both have room; below it, with its last words, where not.
    if rest.width >= 120 {
      let (conversation, panel) = rest.split(right: min(72, rest.width / 2), gap: 1)
      self.conversation = conversation
      self.panel = panel
      borders.append(conversation.right)
    } else {
      let room = max(0, rest.height - Layout.wordsKept(rest.height))
      let (conversation, panel) = rest.split(bottom: min(panelRows, room))
      self.conversation = conversation
      self.panel = panel
    }
  }

  /// Rows that stay with the conversation while a form is open.
  private static func wordsKept(_ height: Int) -> Int {
    switch height {
    case ..<16: 3
    case ..<26: 5
    default: height / 3
    }
  }

  private static func queueWidth(_ columns: Int) -> Int {
    columns < 80 ? 16 : min(52, max(20, columns / 4))
  }

  private static func sidebarWidth(_ columns: Int) -> Int {
    columns < 80 ? 20 : min(48, max(24, columns * 3 / 10))
  }
}

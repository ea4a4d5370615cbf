import Desk
import Screen
import Vocabulary

/// Panes and lines as they were drawn, kept between keys that change nothing of them.
///
/// Typing changes the conversation's pane, moving in the queue and what happens to other people's
/// cases changes the queue's; everything else that happens lets go of all that is kept, so that no
/// pane has to say what it depends on.
struct KeptPanes: Equatable, Sendable {
  var title: Frame?
  var queue: Frame?
  var sidebar: Frame?
  /// Kept while only the queue changes and the caret is elsewhere.
  var conversation: Frame?
  /// The lines above the messages, for a width.
  var header: (columns: Int, lines: [StyledLine])?
  /// Rows of the queue, each by itself.
  var rows: [CaseRef: DrawnRow] = [:]
  /// Whether panes are to be kept once all is told.
  var areOwed = false

  /// Lets go of rows that have changed; to be called with every window, since rows are compared here
  /// and not with every key.
  mutating func forgetRows(changedIn rows: [QueueRow]) {
    for row in rows {
      if let known = self.rows[row.ref], known.row != row { self.rows[row.ref] = nil }
    }
  }

  /// A row of the queue as it was drawn, and for what.
  struct DrawnRow {
    var row: QueueRow
    var twoLines: Bool
    var frame: Frame
  }

  /// What is kept follows from the rest of the model, so it tells no two models apart.
  static func == (left: KeptPanes, right: KeptPanes) -> Bool { true }
}

/// What a message may have changed on the screen.
enum Touched: Equatable, Sendable {
  /// What time it is, within the same second.
  case nothing
  /// The second: all that counts time, which the sidebar does not.
  case time
  /// Words in the composer.
  case words
  /// Which row of the queue is selected, and which are shown.
  case selection
  /// Rows of the queue, and how many cases there are.
  case rows
  /// Anything.
  case everything
}

extension Model {
  /// What the panes besides the one a key goes to are drawn by; while it stays as it is, so do
  /// they.
  struct Surroundings: Equatable {
    var size: Size
    var focus: Focus
    var overlays: Int
    var open: CaseRef?
    var mode: ComposerMode
    /// The row of the open case is marked while words for it are not sent.
    var hasDraft: Bool
  }

  var surroundings: Surroundings {
    Surroundings(
      size: size, focus: focus, overlays: overlays.count, open: open?.ref, mode: mode,
      hasDraft: open.map { drafts.holds($0.ref) } ?? false)
  }

  /// Draws the panes that the next keys will probably not change, unless they are kept already.
  mutating func keepPanes() {
    guard let layout else { return }
    if kept.title == nil { kept.title = drawn(layout.title) { drawTitle(&$0, in: $1) } }
    if kept.queue == nil {
      keepRows(width: layout.queue.width, height: layout.queue.height)
      kept.queue = drawn(layout.queue) { drawQueue(&$0, in: $1) }
    }
    // Nor has the sidebar where it holds the caret.
    if kept.sidebar == nil, !layout.sidebar.isEmpty, open?.sidebar.isFiltering != true {
      kept.sidebar = drawn(layout.sidebar) { drawSidebar(&$0, in: $1) }
    }
    if touched == .selection || touched == .rows && focus != .composer, kept.conversation == nil {
      kept.conversation = drawn(layout.conversation) { drawConversation(&$0, in: $1) }
    }
    kept.areOwed = false
  }

  /// Keeps the lines above the messages: how many there are decides how many messages are seen.
  mutating func keepHeader() {
    guard kept.header == nil, let open, let layout else { return }
    let columns = layout.conversation.width
    kept.header = (columns, headerLines(open, width: columns))
  }

  /// The same console with nothing kept of what was drawn: whoever compares the two screens sees
  /// what was kept for too long.
  package func lettingGo() -> Model {
    var model = self
    model.kept = KeptPanes()
    model.open?.blocks = [:]
    return model
  }

  /// A pane by itself.
  private func drawn(_ pane: Rect, _ draw: (inout Frame, Rect) -> Void) -> Frame {
    var frame = Frame(pane.size, measure: sitting.measure, strokes: sitting.strokes)
    draw(&frame, Rect(pane.size))
    return frame
  }

  /// Draws a pane, or what was kept of it.
  func draw(
    _ pane: Rect, _ kept: Frame?, on frame: inout Frame, _ draw: (inout Frame, Rect) -> Void
  ) {
    if let kept, kept.size == pane.size {
      frame.draw(kept, at: pane.origin)
      return
    }
    draw(&frame, pane)
  }
}

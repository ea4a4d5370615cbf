import Desk
import Screen
import Vocabulary
import Workflow

/// Where things lie for the model as it is.
extension Model {
  /// The panes; nil when the terminal is too small, and where one thing is shown at a time.
  package var layout: Layout? {
    isLinear ? nil : Layout(room, panelRows: panelRows, stripRows: stripRows, isWide: hidesQueue)
  }

  /// The panes as they are while no form is open.
  var plainLayout: Layout? {
    isLinear ? nil : Layout(room, stripRows: stripRows, isWide: hidesQueue)
  }

  /// Whether one thing is shown at a time, in words alone.
  package var isLinear: Bool { sitting.isLinear }

  /// Whether the terminal is large enough to show anything, so that keys are taken.
  var hasRoom: Bool { isLinear ? LinearPane.fits(size) : Layout(size) != nil }

  /// Whether the queue is out of the way: as chosen, while a case is open and the queue is not what
  /// keys go to.
  private var hidesQueue: Bool { isWide && open != nil && focus != .queue }

  /// Where what covers the panes may lie: between the title line and the line at the bottom.
  var coveringRect: Rect {
    Rect(x: 0, y: 1, width: size.columns, height: max(0, (layout?.footer.y ?? size.rows) - 1))
  }

  /// Works out how many rows the open form would like to have; 0 when none is open.
  mutating func measurePanel() {
    let hasPanel = overlays.contains { !$0.liesOver }
    guard hasPanel, let plain = plainLayout else {
      panelRows = 0
      return
    }
    let width = plain.conversation.width + plain.sidebar.width + 1
    panelRows = panelLines(width: max(20, width - 4)).count + 2
  }

  /// Cases the queue pane shows at once.
  var queueRows: Int {
    if isLinear { return linearQueueRows }
    guard let layout = plainLayout else { return 1 }
    // One row is the pane's title; a single-line list gives its selected row a second line.
    let room = layout.queue.height - 1
    return max(1, queueLinesPerRow(layout.queue.width) == 2 ? room / 2 : room - 1)
  }

  func queueLinesPerRow(_ width: Int) -> Int { width >= 26 ? 2 : 1 }

  // MARK: - The conversation pane

  struct ConversationParts {
    var title: Rect
    var header: Rect
    var messages: Rect
    /// One line while words are being looked for.
    var find: Rect
    /// The line above the composer, with what becomes of the words.
    var composerTitle: Rect
    var composer: Rect
    /// What may hurt in the words, below them; empty while nothing does.
    var tone: Rect
  }

  /// The parts of the conversation pane, from top to bottom.
  func parts(of pane: Rect) -> ConversationParts? {
    guard let open else { return nil }
    let (title, rest) = pane.split(top: 1)
    let hasPanel = !overlays.isEmpty && layout?.panel.isEmpty == false
    let isTight = hasPanel && pane.height < 14
    let headerRows = isTight ? 0 : min(header(open, width: pane.width).count, pane.height / 3)
    let (header, below) = rest.split(top: headerRows)
    let toneRows = isTight ? 0 : toneHeight(pane)
    let composerRows =
      isTight ? 0 : composerHeight(pane, besides: 1 + headerRows + 1 + toneRows)
    let (middle, foot) = below.split(
      bottom: composerRows == 0 ? 0 : composerRows + 1 + toneRows)
    let (messages, find) = middle.split(bottom: open.find == nil ? 0 : 1)
    let (line, words) = foot.split(top: composerRows == 0 ? 0 : 1)
    let (composer, tone) = words.split(bottom: toneRows)
    return ConversationParts(
      title: title, header: header, messages: messages, find: find, composerTitle: line,
      composer: composer, tone: tone)
  }

  /// Where messages are drawn.
  var messagesRect: Rect? { layout.flatMap { parts(of: $0.conversation) }?.messages }

  /// How wide the words in the composer are shown; a column stays free for the caret.
  var composerColumns: Int {
    isLinear
      ? LinearPane.typedColumns(size.columns)
      : max(8, (plainLayout?.conversation.width ?? 40) - 2)
  }

  /// Up to three lines while something may hurt, in a pane that has them to spare.
  private func toneHeight(_ pane: Rect) -> Int {
    belowDraft(width: max(0, pane.width - 1), limit: pane.height < 14 ? 1 : 3).count
  }

  /// Rows of the conversation that stay in sight above the words being written.
  private static let messagesKept = 5

  /// One line while nothing is written; while something is, as many as leave the customer's last
  /// words in sight.
  ///
  /// - Parameters:
  ///   - pane: the conversation's.
  ///   - others: rows that other parts of the pane take.
  /// - Returns: at least 1.
  private func composerHeight(_ pane: Rect, besides others: Int) -> Int {
    guard focus == .composer || !unsent.isEmpty else { return 1 }
    let spare = pane.height - others - Model.messagesKept
    // While the conversation is read, a long draft stands back.
    let most =
      focus == .composer
      ? max(1, pane.height / 3, min(14, spare)) : max(1, min(8, pane.height / 3))
    let lines = TextWrap(
      unsent.editor.text, columns: composerColumns, measure: sitting.measure, limit: most + 1
    ).lines.count
    return min(most, max(1, lines))
  }

  /// How wide a text over several lines is in the open form.
  var formColumns: Int {
    isLinear
      ? LinearPane.typedColumns(size.columns)
      : Model.messageColumns(width: (layout?.panel.width ?? 40) - 4)
  }

  /// How wide a text over several lines is in a form of some width: indented, with a column free
  /// for the caret.
  static func messageColumns(width: Int) -> Int { max(8, width - 3) }
}

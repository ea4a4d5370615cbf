import Desk
import Screen
import Vocabulary
import Workflow

/// The wallboard's keys, and when it is asked for anew.
extension Model {
  /// Seconds after which it is asked for: when something has changed, and when nothing has been told,
  /// since who is there changes without a case. Where it is read out, nothing moves within a minute.
  private var boardSpan: (changed: Int64, unchanged: Int64) { isLinear ? (60, 60) : (1, 5) }

  /// The board and its place among what lies over the panes; nil while it is not open.
  private var openBoard: (place: Int, board: Board)? {
    overlays.enumerated().lazy.compactMap { place, overlay in
      if case .board(let board) = overlay { (place, board) } else { nil }
    }.last
  }

  mutating func openTheBoard() -> [Effect] {
    overlays.append(.board(Board()))
    return refreshBoard()
  }

  /// Takes in the floor as it is now.
  mutating func take(_ wallboard: Wallboard, steps: [ProcedureID: [StepID: String]]) {
    stepNames.merge(steps) { _, newer in newer }
    guard let (place, old) = openBoard else { return }
    var board = old
    board.shown = wallboard
    overlays[place] = .board(board)
  }

  /// Says that the floor has changed since the board was asked for.
  mutating func noteBoardChange() -> [Effect] {
    guard let (place, old) = openBoard else { return [] }
    var board = old
    board.isStale = true
    overlays[place] = .board(board)
    return refreshBoard()
  }

  /// Asks for the board where it is time to.
  mutating func refreshBoard() -> [Effect] {
    guard let (place, old) = openBoard else { return [] }
    var board = old
    let least = board.isStale ? boardSpan.changed : boardSpan.unchanged
    guard board.askedAt.map({ now.seconds(since: $0) >= least }) ?? true else { return [] }
    board.askedAt = now
    board.isStale = false
    overlays[place] = .board(board)
    return [.loadBoard]
  }

  // MARK: - Keys

  mutating func press(_ key: Key, in board: Board) -> [Effect] {
    let page = max(1, boardListRows - 1)
    switch key {
    case .up, .backTab: move(board, by: -1)
    case .down, .tab: move(board, by: 1)
    case .pageUp: move(board, by: -page)
    case .pageDown, .character(" "): move(board, by: page)
    case .home: move(board, by: -board.cases.count)
    case .end: move(board, by: board.cases.count)
    case .control("l"): return [.redraw]
    case .enter:
      guard let ref = board.selected ?? board.cases.first?.row.ref else { return [] }
      return goToCase(of: ref)
    case .escape, .character("q"):
      overlays.removeLast()
    default:
      switch keymap.action(of: keymap.meant(key)) {
      case .board: overlays.removeLast()
      case .help: overlays.append(.help(Help()))
      case .crowds, .consult:
        guard let action = keymap.action(of: keymap.meant(key)), obstacle(to: action) == nil else {
          break
        }
        overlays.removeLast()
        return run(action)
      case .alarm where obstacle(to: .alarm) == nil:
        overlays.removeLast()
        return run(.alarm)
      default: break
      }
    }
    return []
  }

  private mutating func move(_ board: Board, by step: Int) {
    let cases = board.cases
    guard !cases.isEmpty else { return }
    var board = board
    // The first key shows where one is.
    let place = board.selectedIndex.map { $0 + step } ?? (step > 1 ? step : 0)
    board.selected = cases[max(0, min(place, cases.count - 1))].row.ref
    overlays[overlays.count - 1] = .board(board)
  }

  /// Leaves the board for a case.
  mutating func goToCase(of ref: CaseRef) -> [Effect] {
    overlays.removeLast()
    if queue.rows.contains(where: { $0.ref == ref }) {
      queue.selected = ref
      queue.show(visible: queueRows)
    }
    focus = .conversation
    return visit(ref)
  }

  /// Goes to a case of the board by its place.
  mutating func choose(boardCase index: Int) -> [Effect] {
    guard case .board(var board) = overlay, board.cases.indices.contains(index) else { return [] }
    let ref = board.cases[index].row.ref
    if board.selected == ref { return goToCase(of: ref) }
    board.selected = ref
    overlays[overlays.count - 1] = .board(board)
    return []
  }
}

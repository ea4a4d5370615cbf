package import Desk
package import Vocabulary

/// The part of the queue that is at hand: a window of rows around the selected one.
///
/// More is asked for when the selection comes near an end of the window, and rows far away are let
/// go, so neither memory nor the cost of a key depends on how long the queue is.
package struct QueueList: Equatable, Sendable {
  /// The rows at hand, the most urgent first.
  package internal(set) var rows: [QueueRow] = []
  /// The selected row; kept by reference while the case is in the window.
  package internal(set) var selected: CaseRef?
  /// The first row that is shown.
  package internal(set) var top = 0
  /// Whether the window begins where the queue does.
  package internal(set) var reachesStart = true
  /// Whether the window ends where the queue does.
  package internal(set) var reachesEnd = false
  /// Whose cases are shown.
  package internal(set) var filter: QueueFilter = .everything
  /// Nothing has been loaded yet.
  package internal(set) var isLoaded = false
  /// Where the selected row stood when it was last seen, in case it leaves the window.
  var lastKey: QueueKey?
  /// The page that is on its way.
  var awaited: QueuePage?

  package init() {}

  /// Rows a page holds, for so many visible ones.
  static func pageLength(visible: Int) -> Int { max(20, visible * 2) }

  /// Where the selected row stands in the window.
  package var selectedIndex: Int? {
    // By index, since a row is large and each would be copied to be looked at.
    selected.flatMap { ref in rows.indices.first { rows[$0].ref == ref } }
  }

  /// The selected row, if it is in the window.
  package var selectedRow: QueueRow? { selectedIndex.map { rows[$0] } }
}

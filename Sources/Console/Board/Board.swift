package import Desk
package import Vocabulary

/// The wallboard as somebody looks at it.
package struct Board: Equatable, Sendable {
  /// The floor as it was last told; nil before that.
  package internal(set) var shown: Wallboard?
  /// The selected case; nil until somebody moves.
  package internal(set) var selected: CaseRef?
  /// When it was last asked for.
  var askedAt: Instant?
  /// Something has changed since.
  var isStale = false

  package init() {}

  /// The cases that need somebody, the most urgent first: danger, raised hands, what breaks next.
  var cases: [BoardCase] {
    guard let shown else { return [] }
    var seen: Set<CaseRef> = []
    return
      (shown.dangers.map { BoardCase(row: $0, why: .danger) }
      + shown.hands.map { BoardCase(row: $0, why: .hand) }
      + shown.sessions.map { BoardCase(row: $0, why: .session) }
      + shown.breaches.map { BoardCase(row: $0, why: .clock) })
      .filter { seen.insert($0.row.ref).inserted }
  }

  /// Where the selected case stands in ``cases``; nil where it does not, or none is selected.
  var selectedIndex: Int? {
    selected.flatMap { ref in cases.firstIndex { $0.row.ref == ref } }
  }
}

/// A case that needs somebody.
struct BoardCase: Equatable {
  /// Why it stands there.
  enum Why: Equatable {
    case danger, hand, session, clock
  }

  var row: QueueRow
  var why: Why
}

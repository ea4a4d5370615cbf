import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// The top: one line of where, who, how many wait and what falls due next, then the strip.
  func drawTitle(_ frame: inout Frame, in whole: Rect) {
    let (rect, below) = whole.split(top: 1)
    if !below.isEmpty { drawStrip(&frame, in: below) }
    frame.fill(rect, style: Style(on: .bar))
    let bar = Style(on: .bar)
    let who = "\(sitting.person.name) (\(name(sitting.person.role)))\(statusWords)"
    var left = " CalmDesk\(marks.between)\(sitting.desk)\(marks.between)\(who)"
    let right = titlePieces
    let rightColumns = sitting.measure.columns(of: right.map(\.text).joined())
    // What is going on comes before what everybody knows already.
    if sitting.measure.columns(of: left) + rightColumns + 3 > rect.width {
      left =
        sitting.isPractice ? " \(sitting.desk)\(marks.between)\(sitting.person.name)" : " \(who)"
    }
    let room = max(0, rect.width - rightColumns - 2)
    frame.put(left, at: rect.origin, style: bar.bold, limit: room, overflow: .ellipsis)
    frame.put(
      right.map { ($0.text, $0.style.on(.bar)) }, in: rect,
      column: max(0, rect.width - rightColumns - 1))
  }

  var titlePieces: [StyledPiece] {
    var pieces: [StyledPiece] = []
    if let staleSince {
      pieces.append(
        StyledPiece(
          text("title.stale", ["time": clockTime(staleSince)]) + "  ", Style(.danger).bold))
    }
    pieces += outgoingPieces + alarmPieces + crowdPieces + questionPieces + entrustedPieces
    pieces += offerPieces
    let waiting = counts[.open] ?? 0
    pieces.append(StyledPiece(text("title.waiting", ["n": String(waiting)])))
    pieces.append(StyledPiece("  " + text("title.mine", ["n": String(mine.count)])))
    if let next = nextClock {
      let style = self.style(of: next.clock.standing(at: now))
      pieces.append(StyledPiece("  \(next.customer) \(marked(next.clock))", style))
    }
    return pieces
  }

  /// What falls due next among the cases this person holds.
  private var nextClock: (clock: CaseClock, customer: String)? {
    mine.compactMap { row in
      row.clock.map { ($0, row.customer.isEmpty ? row.ref.rawValue : row.customer) }
    }.min { $0.0.at < $1.0.at }.map { (clock: $0.0, customer: short($0.1, 12)) }
  }

  /// The beginning of a name that fits some columns; all of it where it is read out.
  func short(_ words: String, _ columns: Int) -> String {
    isLinear ? words : sitting.measure.truncated(words, to: columns, ellipsis: marks.more)
  }
}

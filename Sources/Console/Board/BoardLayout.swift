import Screen

/// Where the parts of the wallboard lie: figures and course above, lists below, as many beside each
/// other as there is room for.
struct BoardLayout: Equatable {
  /// Who waits, whose turn it is, how hot it is: two lines.
  var head: Rect
  /// How the shift went.
  var course: Rect
  /// Rows each of its three lines is tall.
  var courseRows: Int
  /// What needs somebody.
  var urgent: Rect
  /// Who is on what.
  var people: Rect
  /// Where cases stand.
  var steps: Rect
  /// Teams; empty where there is no room.
  var teams: Rect

  /// - Parameters:
  ///   - rect: all there is.
  ///   - stepCount: steps that cases stand at.
  ///   - teamCount: teams there are.
  init(_ rect: Rect, steps stepCount: Int, teams teamCount: Int) {
    let (head, rest) = rect.split(top: 2)
    self.head = head
    courseRows = rect.height >= 50 ? 4 : rect.height >= 32 ? 2 : 1
    let (course, lists) = rest.inset(top: rect.height >= 30 ? 1 : 0)
      .split(top: 1 + 3 * courseRows)
    self.course = course
    let body = lists.inset(top: rect.height >= 30 ? 1 : 0)
    teams = .zero
    if rect.width >= 150 {
      let (left, right) = body.split(left: rect.width * 2 / 5, gap: 2)
      urgent = left
      let (middle, last) = right.split(left: right.width / 2, gap: 2)
      people = middle
      (steps, teams) = BoardLayout.stack(last, steps: stepCount, teams: teamCount)
    } else if rect.width >= 110 {
      let (left, right) = body.split(left: rect.width / 2, gap: 2)
      urgent = left
      let below = min(right.height / 2, 2 + stepCount + (teamCount > 0 ? teamCount + 2 : 0))
      let (top, bottom) = right.split(bottom: max(4, below))
      people = top
      (steps, teams) = BoardLayout.stack(bottom, steps: stepCount, teams: teamCount)
    } else {
      let (left, right) = body.split(left: rect.width * 11 / 20, gap: 2)
      urgent = left
      (people, steps) = right.split(bottom: min(right.height / 2, stepCount + 1))
    }
  }

  /// One list above the other, the upper one no taller than it needs.
  private static func stack(_ rect: Rect, steps: Int, teams: Int) -> (Rect, Rect) {
    guard teams > 0, rect.height >= 8 else { return (rect, .zero) }
    return rect.split(bottom: min(rect.height / 2, teams + 2))
  }
}

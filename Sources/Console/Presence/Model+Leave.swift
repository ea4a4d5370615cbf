import Desk
import Screen
import Vocabulary
import Workflow

/// Whom this person stands in for while they are on leave (domain F).
extension Model {
  /// Takes in what falls to this person; a case that is new among it rings.
  mutating func takeEntrusted(_ deputyship: Deputyship) -> [Effect] {
    let known = Set(self.deputyship.cases.map(\.ref))
    self.deputyship = deputyship
    guard let new = deputyship.cases.first(where: { !known.contains($0.ref) }),
      open?.ref != new.ref, let absence = deputyship[covering: new.owner]
    else { return [] }
    say(
      text(
        "on_leave.notice",
        [
          "customer": callName(of: new), "person": absence.name,
          "until": dayOrPoint(absence.until),
        ]), .plain)
    return [.ring]
  }

  /// What stands in the title line while a case of somebody on leave wants this person.
  var entrustedPieces: [StyledPiece] {
    guard let first = deputyship.cases.first, let absence = deputyship[covering: first.owner] else {
      return []
    }
    return [
      StyledPiece(
        text(
          "on_leave.title",
          ["person": short(absence.name, 14), "n": String(deputyship.cases.count)]) + "  ",
        Style(.accent).bold)
    ]
  }

  /// For whom a case is, where this person stands in for its owner; nil for any other.
  func forWhom(_ owner: PersonID?) -> String? {
    deputyship[covering: owner].map { absence in
      text(
        "on_leave.for", ["person": absence.name, "until": dayOrPoint(absence.until)])
    }
  }

  /// Colleagues on leave whose questions this person answers.
  var answersFor: Set<PersonID> { Set(deputyship.covered.map(\.person)) }

  /// Who stands in for somebody; the supervisors where nobody else does.
  func deputyName(_ deputy: PersonID?) -> String {
    deputy.map { personName($0) } ?? text("on_leave.supervisors")
  }

  // MARK: - The end of a shift

  /// That a leave is ahead, and to whom everything falls meanwhile.
  var leaveAheadLine: String? {
    leaveAhead.map { ahead in
      text(
        "on_leave.ahead",
        [
          "from": dayOrPoint(ahead.leave.from), "until": dayOrPoint(ahead.leave.until),
          "person": deputyName(ahead.deputy),
        ])
    }
  }

  /// The cases that fall to the deputy, but for those that are listed already.
  func leaveAheadItems(besides listed: Set<CaseRef>) -> [MenuItem] {
    guard let ahead = leaveAhead else { return [] }
    return ahead.cases.filter { !listed.contains($0.ref) }.map { row in
      var detail = [
        text("on_leave.falls", ["person": deputyName(ahead.deputy)]), stepName(of: row),
      ]
      if let clock = row.clock { detail.append("\(name(clock.name)) \(pointInTime(clock.at))") }
      return MenuItem(
        label: callName(of: row), detail: [detail.joined(separator: marks.between)],
        choice: .visit(row.ref))
    }
  }
}

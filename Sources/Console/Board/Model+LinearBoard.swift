package import Desk
import Screen
package import Vocabulary
import Workflow

/// The wallboard in words: the figures as sentences, then what needs somebody, then who is there.
extension Model {
  func linearBoard(_ board: Board) -> LinearPane {
    guard let shown = board.shown else {
      var pane = LinearPane(text("action.board"))
      pane.add(text("board.loading"))
      return pane
    }
    var pane = LinearPane(spoken([text("action.board"), clockTime(shown.at)]))
    pane.kind = .boardCase
    let waits = shown.waiting.oldest.map {
      text("board.longest", ["span": span(now.seconds(since: $0))])
    }
    pane.add(
      spoken(
        [text("board.waiting", ["n": String(shown.waiting.cases)]), waits ?? ""]
          + [CaseState.waiting, .snoozed].map { "\(name($0)) \(shown.states[$0] ?? 0)" }))
    pane.add(spoken(HeatLevel.allCases.map { "\(name($0)) \(shown.heat[$0] ?? 0)" }))
    addCourse(shown.course, to: &pane)
    add(shown.steps.map { spoken([stepName($0)] + words(of: $0.load)) }, "board.steps", to: &pane)
    addCases(board, to: &pane)
    add(
      shown.people.map { spoken([$0.name, statusName($0.status)] + words(of: $0.load)) },
      "board.people", count: shown.people.count, to: &pane)
    add(
      shown.away.map { away in
        spoken([
          away.absence.name,
          text(
            "on_leave.falls_until",
            [
              "person": deputyName(away.absence.deputy),
              "until": dayOrPoint(away.absence.until),
            ]), text("board.cases", count: away.cases),
        ])
      }, "on_leave.board_title", to: &pane)
    add(
      shown.teams.map { team in
        spoken(
          [team.team ?? text("board.no_team"), String(team.people)] + words(of: team.load))
      }, "board.teams", to: &pane)
    return pane
  }

  /// The board as sentences, one a line, for whoever prints it.
  ///
  /// - Parameters:
  ///   - board: the floor.
  ///   - steps: what the steps are called.
  /// - Returns: from top to bottom.
  package func sentences(
    of board: Wallboard, steps: [ProcedureID: [StepID: String]]
  ) -> [String] {
    var model = self
    model.stepNames = steps
    var all = Board()
    all.shown = board
    let pane = model.linearBoard(all)
    return [pane.title] + pane.paragraphs.map(\.text)
  }

  private func addCourse(_ course: [CoursePoint], to pane: inout LinearPane) {
    let hour = course.suffix(12)
    pane.add(
      text(
        "board.last_hour",
        [
          "answered": String(hour.reduce(0) { $0 + $1.answered }),
          "closed": String(hour.reduce(0) { $0 + $1.closed }),
          "before": String(hour.first?.waiting ?? 0),
        ]))
  }

  private func addCases(_ board: Board, to pane: inout LinearPane) {
    for line in board.shown.map(boardLines(of:)) ?? [] {
      pane.add(plainWords(line.pieces.map(\.text).joined()))
    }
    let cases = board.cases
    pane.add(text(cases.isEmpty ? "board.nothing_urgent" : "board.urgent"))
    for (index, one) in cases.enumerated() {
      let time = one.row.clock.map { words(of: $0) } ?? ""
      let who = one.row.handler.map { personName($0) } ?? text("board.nobody")
      let why = one.why == .clock ? "" : reason(one)
      pane.add(
        spoken([why, callName(of: one.row), time, who]), entry: index,
        isCurrent: index == board.selectedIndex)
    }
  }

  private func add(
    _ lines: [String], _ title: String, count: Int = 0, to pane: inout LinearPane
  ) {
    guard !lines.isEmpty else { return }
    pane.add(text(title, ["n": String(count)]))
    for line in lines { pane.add(line) }
  }

  private func words(of load: Load) -> [String] {
    [text("board.cases", count: load.cases)]
      + (load.oldest.map {
        [text("board.longest", ["span": span(now.seconds(since: $0))])]
      } ?? [])
  }
}

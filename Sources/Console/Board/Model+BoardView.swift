package import Desk
package import Screen
package import Vocabulary
import Workflow

/// The wallboard as it is drawn: the essentials on any screen, more of each where there is room.
extension Model {
  /// Where the board lies.
  private var boardRect: Rect { coveringRect.inset(left: 1, right: 1) }

  /// Cases its list shows at once.
  var boardListRows: Int {
    guard case .board(let board) = overlay, let shown = board.shown else { return 1 }
    let rect = boardRect.inset(top: boardLines(of: shown).count)
    return max(1, layout(of: shown, in: rect).urgent.height - 1)
  }

  private func layout(of board: Wallboard, in rect: Rect) -> BoardLayout {
    BoardLayout(rect, steps: board.steps.count, teams: board.teams.count)
  }

  func drawBoard(_ frame: inout Frame, _ board: Board) {
    frame.fill(coveringRect)
    guard let shown = board.shown else {
      frame.write(text("board.loading"), in: boardRect, row: 1, style: Style(.muted))
      return
    }
    draw(shown, cases: board.cases, selected: board.selectedIndex, on: &frame, in: boardRect)
  }

  /// The board by itself, for a wall.
  ///
  /// - Parameters:
  ///   - board: the floor.
  ///   - steps: what the steps are called.
  ///   - size: columns and rows.
  /// - Returns: a frame of that size, in words and marks alone where the layout is linear.
  package func frame(of board: Wallboard, steps: [ProcedureID: [StepID: String]], size: Size)
    -> Frame
  {
    var model = self
    model.stepNames = steps
    var frame = Frame(size, measure: sitting.measure, strokes: sitting.strokes)
    var all = Board()
    all.shown = board
    model.draw(all.shown ?? board, cases: all.cases, selected: nil, on: &frame, in: frame.bounds)
    return frame
  }

  private func draw(
    _ board: Wallboard, cases: [BoardCase], selected: Int?, on frame: inout Frame, in rect: Rect
  ) {
    // What many write about comes before all else, over the whole width.
    let crowds = boardLines(of: board)
    for (row, line) in crowds.enumerated() { frame.draw(line, in: rect, row: row) }
    let layout = layout(of: board, in: rect.inset(top: crowds.count))
    drawHead(&frame, board, in: layout.head)
    drawCourse(&frame, board.course, rows: layout.courseRows, in: layout.course)
    drawUrgent(&frame, cases, selected: selected, in: layout.urgent)
    drawList(
      &frame, text("board.people", ["n": String(board.people.count)]),
      board.people.map { personLine($0, width: layout.people.width) }
        + board.away.map { awayLine($0, width: layout.people.width) }, in: layout.people)
    let most = board.steps.map(\.load.cases).max() ?? 0
    drawList(
      &frame, text("board.steps"),
      board.steps.map { stepLine($0, of: most, board, width: layout.steps.width) },
      in: layout.steps)
    if !layout.teams.isEmpty {
      drawList(
        &frame, text("board.teams"), board.teams.map(teamLine), in: layout.teams)
    }
  }

  // MARK: - Figures

  private func drawHead(_ frame: inout Frame, _ board: Wallboard, in rect: Rect) {
    var first = [
      StyledPiece(
        text("board.waiting", ["n": String(board.waiting.cases)]),
        Style(board.waiting.cases > 0 ? .accent : .plain).bold)
    ]
    if let oldest = board.waiting.oldest {
      first.append(
        StyledPiece(
          marks.between + text("board.longest", ["span": span(now.seconds(since: oldest))]),
          .plain.bold))
    }
    for state in [CaseState.waiting, .snoozed] {
      first.append(
        StyledPiece(
          "\(marks.between)\(name(state)) \(board.states[state] ?? 0)", Style(.muted)))
    }
    let place = clockTime(board.at)
    frame.draw(
      StyledLine(first, trailing: StyledPiece(place, Style(.muted))), in: rect, row: 0)
    drawHeat(&frame, board, in: rect.row(1))
  }

  /// How many are how hot, each beside its share of the line.
  private func drawHeat(_ frame: inout Frame, _ board: Wallboard, in rect: Rect) {
    let all = board.heat.values.reduce(0, +)
    let words = HeatLevel.allCases.map { "\(name($0)) \(board.heat[$0] ?? 0)" }
    let used = words.reduce(0) { $0 + sitting.measure.columns(of: $1) + 3 }
    let room = max(0, min(60, rect.width - used))
    var column = 0
    for (level, words) in zip(HeatLevel.allCases, words) {
      let style = heatStyle(level)
      column += frame.put(words, in: rect, column: column, style: style) + 1
      let count = board.heat[level] ?? 0
      let bar = sparkline.bar(count, of: all, columns: room)
      if room > 4, !bar.isEmpty {
        // A bar is no word: reversed it would be a hole.
        column +=
          frame.put(
            bar, in: rect, column: column, style: Style(style.foreground, on: .plain).unreversed)
          + 1
      }
      column += 1
    }
  }

  private var sparkline: Sparkline {
    Sparkline(isPlain: marks.kind != .signs || sitting.measure.columns(of: "█") != 1)
  }

  private func drawCourse(
    _ frame: inout Frame, _ course: [CoursePoint], rows: Int, in rect: Rect
  ) {
    let names = ["board.course.waiting", "board.course.answered", "board.course.closed"]
      .map { text($0) }
    let labels = 2 + (names.map { sitting.measure.columns(of: $0) }.max() ?? 0)
    let trailing = 18
    let room = max(8, rect.width - labels - trailing)
    let minutes = room >= course.count ? 5 : 15
    let points = stride(from: 0, to: course.count, by: minutes / 5).map {
      Array(course[$0..<min(course.count, $0 + minutes / 5)])
    }
    let wide = max(1, room / max(1, points.count))
    frame.draw(
      StyledLine(
        text(
          "board.course.title", ["hours": String(Wallboard.hours), "minutes": String(minutes)]),
        Style(.title).bold), in: rect, row: 0)
    let series: [([Int], Style, Int)] = [
      (points.map { $0.last?.waiting ?? 0 }, Style(.warning), course.last?.waiting ?? 0),
      (
        points.map { $0.reduce(0) { $0 + $1.answered } }, Style(.agent),
        course.reduce(0) { $0 + $1.answered }
      ),
      (
        points.map { $0.reduce(0) { $0 + $1.closed } }, Style(.good),
        course.reduce(0) { $0 + $1.closed }
      ),
    ]
    for (index, (values, style, figure)) in series.enumerated() {
      let top = 1 + index * rows
      let wider = values.flatMap { Array(repeating: $0, count: wide) }
      for (row, line) in sparkline.lines(wider, rows: rows).enumerated() {
        frame.put(line, in: rect, row: top + row, column: labels, style: style)
      }
      let last = top + rows - 1
      frame.put(names[index], in: rect, row: last, column: 0, style: Style(.muted))
      let words =
        index == 0
        ? text(
          "board.course.now", ["n": String(figure), "most": String(values.max() ?? 0)])
        : text("board.course.total", ["n": String(figure)])
      frame.put(
        short(words, trailing), in: rect, row: last, column: labels + wider.count + 1,
        style: .plain)
    }
  }

  // MARK: - Lists

  private func drawList(
    _ frame: inout Frame, _ title: String, _ lines: [StyledLine], in rect: Rect
  ) {
    frame.draw(StyledLine(title, Style(.title).bold), in: rect, row: 0)
    let room = max(0, rect.height - 1)
    // The last row says how many have no room.
    let shown = lines.count > room ? max(0, room - 1) : lines.count
    for (row, line) in lines.prefix(shown).enumerated() {
      frame.draw(line, in: rect, row: 1 + row)
    }
    guard lines.count > shown, room > 0 else { return }
    frame.draw(
      StyledLine(text("board.more", ["n": String(lines.count - shown)]), Style(.muted)), in: rect,
      row: 1 + shown)
  }

  private func drawUrgent(
    _ frame: inout Frame, _ cases: [BoardCase], selected: Int?, in rect: Rect
  ) {
    let room = max(0, rect.height - 1)
    let top = max(0, min((selected ?? 0) - room / 2, cases.count - room))
    let hidden = cases.count - min(cases.count, top + room)
    frame.draw(
      StyledLine(
        [StyledPiece(text("board.urgent"), Style(.title).bold)],
        trailing: hidden > 0
          ? StyledPiece(text("board.more", ["n": String(hidden)]), Style(.muted)) : nil),
      in: rect, row: 0)
    guard !cases.isEmpty else {
      frame.draw(StyledLine(text("board.nothing_urgent"), Style(.muted)), in: rect, row: 1)
      return
    }
    for (row, index) in cases.indices.dropFirst(top).prefix(room).enumerated() {
      let line = rect.row(1 + row)
      drawCase(&frame, cases[index], in: line)
      frame.mark(line, .boardCase, index)
      if index == selected { frame.lay(.selection, on: line) }
    }
  }

  /// One case that needs somebody: how urgent, how long, who it is, what for, and who has it.
  private func drawCase(_ frame: inout Frame, _ one: BoardCase, in rect: Rect) {
    let row = one.row
    let standing = row.clock?.standing(at: now) ?? .running
    let (mark, style): (String, Style) =
      switch one.why {
      case .danger: (marks.danger, Style(.danger).bold)
      case .hand: ("?", Style(.warning).bold)
      case .session: (marks.bullet, Style(.warning).bold)
      case .clock: (marks.clock(standing), self.style(of: standing))
      }
    frame.put(mark, in: rect, column: 0, style: style)
    let time = row.clock.map { timeLeft($0) } ?? ""
    let isWide = rect.width >= 56
    let columns = isWide ? 9 : 7
    frame.put(
      time, in: Rect(x: rect.x + 2, y: rect.y, width: columns, height: rect.height),
      style: one.why == .clock ? style : self.style(of: standing))
    let who = row.handler.map { personName($0) } ?? text("board.nobody")
    let names = isWide ? 16 : 9
    let place = rect.width - names
    frame.put(
      short(who, names), in: rect, column: place,
      style: row.handler == nil ? Style(.muted) : .plain)
    let room = place - columns - 3
    let why = reason(one)
    guard isWide else {
      // What it is comes whole, of the name as much as there is room for.
      let words = one.why == .clock ? "" : " " + short(why, max(0, room - 10))
      let name = short(callName(of: row), max(1, room - sitting.measure.columns(of: words)))
      frame.put(
        [(name, one.why == .danger ? style : .plain), (words, style)], in: rect,
        column: columns + 2)
      return
    }
    let half = room / 2
    frame.put(
      short(callName(of: row), half - 1), in: rect, column: columns + 2,
      style: one.why == .danger ? style : .plain)
    frame.put(
      short("\(why)\(marks.between)\(stepName(of: row))", room - half - 1), in: rect,
      column: columns + 2 + half, style: one.why == .clock ? Style(.muted) : style)
  }

  /// What a case needs somebody for.
  func reason(_ one: BoardCase) -> String {
    switch one.why {
    case .danger: one.row.danger.map { name($0) } ?? text("queue.danger_told")
    case .hand: text("board.hand")
    case .session: text("board.session")
    case .clock: one.row.clock.map { name($0.name) } ?? ""
    }
  }

  /// How long a clock has still to run, or how long it has been broken; short, for a column.
  private func timeLeft(_ clock: CaseClock) -> String {
    let seconds = clock.at.seconds(since: now)
    return seconds >= 0 ? span(seconds) : "-\(span(-seconds))"
  }

  private func personLine(_ person: PersonLoad, width: Int) -> StyledLine {
    var status = statusName(person.status)
    if person.status != .ready, let since = person.since {
      status += " " + span(now.seconds(since: since))
    }
    let isReady = person.status.takesCases
    let waits = person.load.oldest.map { span(now.seconds(since: $0)) } ?? ""
    let figures = "\(padded(String(person.load.cases), 3)) \(padded(waits, 6))"
    let names = max(8, width - 11 - 14)
    return StyledLine(
      [
        StyledPiece(filled(person.name, names)),
        StyledPiece(" " + short(status, 13), isReady ? Style(.good) : Style(.muted)),
      ], trailing: StyledPiece(figures))
  }

  /// Who is on leave and who stands in, with what of theirs nobody works on and until when.
  private func awayLine(_ away: AwayLoad, width: Int) -> StyledLine {
    let back = span(away.absence.until.seconds(since: now))
    let figures = "\(padded(String(away.cases), 3)) \(padded(back, 6))"
    let who = away.absence.name + " " + marks.arrow + " " + deputyName(away.absence.deputy)
    return StyledLine(
      [
        StyledPiece(
          filled(who + marks.between + text("on_leave.board"), max(8, width - 11)), Style(.muted))
      ], trailing: StyledPiece(figures, Style(.muted)))
  }

  private func stepLine(
    _ step: StepLoad, of most: Int, _ board: Wallboard, width: Int
  ) -> StyledLine {
    let waits = step.load.oldest.map { span(now.seconds(since: $0)) } ?? ""
    let figures = "\(padded(String(step.load.cases), 6)) \(padded(waits, 6))"
    let bars = width >= 48 ? width - 14 - 26 : 0
    let names = max(8, width - 14 - (bars > 0 ? bars + 1 : 0))
    var pieces = [StyledPiece(filled(stepName(step), names))]
    if bars > 0 {
      let bar = sparkline.bar(step.load.cases, of: most, columns: bars)
      pieces.append(StyledPiece(" " + bar, Style(.accent)))
    }
    return StyledLine(pieces, trailing: StyledPiece(figures))
  }

  private func teamLine(_ team: TeamLoad) -> StyledLine {
    let waits = team.load.oldest.map { span(now.seconds(since: $0)) } ?? ""
    let figures =
      "\(padded(String(team.people), 4)) \(padded(String(team.load.cases), 5)) "
      + padded(waits, 6)
    return StyledLine(
      [StyledPiece(team.team ?? text("board.no_team"))], trailing: StyledPiece(figures))
  }

  func stepName(_ step: StepLoad) -> String {
    stepNames[step.procedure]?[step.step] ?? step.step.rawValue
  }

  private func filled(_ words: String, _ columns: Int) -> String {
    let cut = sitting.measure.truncated(Scrubber.line(words), to: columns, ellipsis: marks.more)
    return cut + blanks(columns - sitting.measure.columns(of: cut))
  }

  private func padded(_ words: String, _ columns: Int) -> String {
    blanks(columns - sitting.measure.columns(of: words)) + words
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Style {
  /// The same without foreground and background exchanged.
  fileprivate var unreversed: Style {
    var style = self
    style.emphasis.remove(.reverse)
    return style
  }
}

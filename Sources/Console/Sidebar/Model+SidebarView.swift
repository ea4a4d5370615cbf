import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

extension Model {
  func drawSidebar(_ frame: inout Frame, in pane: Rect) {
    guard let open else {
      drawPaneTitle(text("sidebar.title"), .sidebar, in: pane.row(0), &frame)
      let rect = pane.inset(left: 1, top: 2)
      var row = 0
      for key in ["sidebar.start_take", "sidebar.start_open", "sidebar.start_help"] {
        row += frame.write(text(key), in: rect, row: row, style: Style(.muted)) + 1
      }
      return
    }
    let (title, rest) = pane.split(top: 1)
    drawPaneTitle(
      stepName(open.current.step, in: open.rules), .sidebar, trailing: stepCount(open), in: title,
      &frame)
    let inner = rest.inset(left: 1)
    // The gates come first, but always leave room for a few phrases.
    let most =
      isChoosingPhrase
      ? guideRowsBesidePreview(open, inner)
      : max(inner.height * 3 / 5, inner.height - phraseRoom(open))
    let lines = guideLines(open, width: inner.width, height: most)
    let count = min(lines.count, most)
    for (row, line) in lines.prefix(count).enumerated() { frame.draw(line, in: inner, row: row) }
    if count < lines.count, count > 0 {
      frame.fill(inner.row(count - 1))
      frame.draw(
        StyledLine(
          text("sidebar.more", ["n": String(lines.count - count + 1)]), Style(.muted)), in: inner,
        row: count - 1)
    }
    drawPhrases(&frame, open, in: inner.split(top: count).rest)
  }

  /// How far along the case is: `2/6`; the procedure's side steps count as none.
  private func stepCount(_ open: OpenCase) -> String {
    let procedure = open.rules.procedure
    guard let place = procedure.position(of: open.current.step) else {
      return text("sidebar.side_step")
    }
    return "\(place + 1)/\(procedure.steps.count)"
  }

  // MARK: - The step

  /// How much of the guide is shown: all of it, the needs of one gate only, or a line a gate.
  enum Detail: CaseIterable {
    case everything, firstNeeds, titles
  }

  /// The guide in as much detail as fits some rows.
  func guideLines(_ open: OpenCase, width: Int, height: Int) -> [StyledLine] {
    for detail in Detail.allCases where detail != .titles {
      let lines = guideLines(open, width: width, detail)
      if lines.count <= height { return lines }
    }
    return guideLines(open, width: width, .titles)
  }

  /// The step: what it is for, what to do, how its gates stand, and what comes next.
  private func guideLines(_ open: OpenCase, width: Int, _ detail: Detail) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let words = open.rules.procedure.step(open.current.step)?.words[sitting.language] {
      let more = isUnfolded ? "" : keyHint(.unfold)
      let purpose = wrapped(words.purpose + more, width: width, style: Style(.muted))
      if detail == .titles, !isUnfolded {
        lines.append(
          StyledLine(
            [StyledPiece(words.purpose, Style(.muted))], trailing: StyledPiece(more, Style(.key))))
      } else {
        lines += purpose
      }
      if isUnfolded {
        lines.append(StyledLine(text("sidebar.do"), Style(.title).bold))
        lines += words.todo.flatMap {
          hanging($0, mark: marks.bullet + " ", width: width, style: Style(.plain))
        }
        lines.append(StyledLine(text("sidebar.never"), Style(.title).bold))
        lines += words.never.flatMap {
          hanging($0, mark: marks.never + " ", width: width, style: Style(.danger))
        }
      }
    }
    if open.current.state == .closed { return lines + closedLines(open, width: width) }
    lines += customerLines(open, width: width, detail)
    let own = Set(open.rules.procedure.step(open.current.step)?.gates.map(\.id) ?? [])
    // What stands everywhere is shown where it stands in the way.
    let first = open.standing.closed.first?.gate.id
    for status in open.standing.gates where own.contains(status.gate.id) || !status.met {
      let showsNeeds = detail == .everything || status.gate.id == first
      // What the first closed gate wants is to be done next; the rest comes where there is room.
      lines += gateLines(
        status, width: width, showsNeeds: showsNeeds, isTight: detail == .titles)
    }
    if isFollowingUp(open) { lines += followUpLines(open, width: width) }
    lines += nextLines(open, width: width)
    return lines
  }

  /// Whether the step at hand is about looking back.
  func isFollowingUp(_ open: OpenCase) -> Bool {
    open.rules.procedure.step(open.current.step)?.stages.contains(PhraseStage.followUp.step)
      ?? false
  }

  /// When we look back, or that nothing is arranged yet.
  private func followUpLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    let arranged = open.current.followUps.filter { $0.outcome == nil }
    let key = keyHint(.followUp)
    guard !arranged.isEmpty else {
      return wrapped(text("sidebar.no_follow_up") + key, width: width, style: Style(.warning))
    }
    return arranged.flatMap { followUp in
      wrapped(
        text(
          "menu.follow_up.arranged",
          ["due": pointInTime(followUp.due), "channel": byChannel(followUp.channel)]) + key,
        width: width, style: followUp.due <= now ? Style(.danger).bold : Style(.accent))
    }
  }

  /// Whether what to do is shown: as chosen, or where there is room to spare.
  var isUnfolded: Bool {
    open?.sidebar.isUnfolded ?? ((layout?.sidebar.height ?? 0) >= 40)
  }

  /// A gate with what is missing for it; in little room a line for each.
  private func gateLines(
    _ status: GateStatus, width: Int, showsNeeds: Bool, isTight: Bool
  ) -> [StyledLine] {
    let words = status.gate.words[sitting.language] ?? status.gate.id.rawValue
    let style = status.met ? Style(.good) : Style(.plain)
    var title = words
    if let how = status.how, how > .corrected { title += " (\(name(how)))" }
    let mark =
      isLinear
      ? text("linear.label", ["label": marks.gate(status.how), "value": ""])
      : marks.gate(status.how) + " "
    var lines =
      isTight
      ? [StyledLine(mark + title, style)]
      : hanging(title, mark: mark, width: width, style: style)
    guard !status.met, showsNeeds else { return lines }
    for need in isTight ? Array(status.missing.prefix(1)) : status.missing {
      let hint = need.remedies.first.map(keyHint) ?? ""
      let needed = hanging(
        wording.words(for: need) + hint, mark: "  \(marks.missing) ", width: width,
        style: Style(.warning))
      lines += isTight ? Array(needed.prefix(3)) : needed
    }
    return lines
  }

  private func nextLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    let closed = open.standing.closed.count
    guard let next = open.standing.next else {
      return wrapped(text("sidebar.last_step"), width: width, style: Style(.accent))
    }
    let step = stepName(next, in: open.rules)
    return closed == 0
      ? wrapped(text("sidebar.next_open", ["step": step]), width: width, style: Style(.accent).bold)
      : wrapped(
        text("sidebar.next_closed", ["step": step, "n": String(closed)]), width: width,
        style: Style(.muted))
  }

  private func closedLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let closed = open.current.closed, !closed.words.isEmpty {
      lines += wrapped(closed.words, width: width, style: Style(.plain))
    }
    for followUp in open.current.followUps where followUp.outcome == nil {
      lines += wrapped(
        text(
          "menu.follow_up.arranged",
          ["due": pointInTime(followUp.due), "channel": byChannel(followUp.channel)]), width: width,
        style: Style(.warning))
    }
    lines += wrapped(text("sidebar.reopen"), width: width, style: Style(.muted))
    return lines
  }

  // MARK: - Wrapping

  func wrapped(_ words: String, width: Int, style: Style) -> [StyledLine] {
    hanging(words, mark: "", width: width, style: style)
  }

  /// Words behind a mark, the further lines below the first.
  func hanging(_ words: String, mark: String, width: Int, style: Style) -> [StyledLine] {
    let indent = sitting.measure.columns(of: mark)
    let wrap = TextWrap(
      words, columns: max(4, width - indent), measure: sitting.measure, limit: 12)
    return wrap.lines.indices.map { line in
      let lead = line == 0 ? mark : String(repeating: " ", count: indent)
      return StyledLine([StyledPiece(lead, style), StyledPiece(String(wrap.shown(line)), style)])
    }
  }
}

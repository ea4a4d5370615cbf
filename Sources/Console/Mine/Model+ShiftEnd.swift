import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The end of a shift: open promises, unsent words, what can be wrapped up, and whom it all goes to
/// (domain E).
extension Model {
  var shiftEndMenu: Menu {
    let rows = strip.compactMap { ref in mine.first { $0.ref == ref } }
    var items = rows.map { row in
      MenuItem(
        label: callName(of: row), detail: [shiftEndDetail(row)],
        mark: drafts.holds(row.ref) ? marks.note : "", choice: .visit(row.ref))
    }
    for ref in drafts.unsent where !rows.contains(where: { $0.ref == ref }) {
      items.append(
        MenuItem(
          label: ref.rawValue, detail: [text("shift_end.draft_only")], mark: marks.note,
          choice: .visit(ref)))
    }
    items += promises.map { running in
      MenuItem(
        label: running.customer + marks.between + (running.what ?? name(ClockName.followUp)),
        detail: [promiseDetail(running)], mark: marks.clock, choice: .visit(running.ref))
    }
    items += leaveAheadItems(besides: Set(rows.map(\.ref)))
    let held = rows.filter { $0.channel != .phone }
    items.append(
      MenuItem(
        label: text("shift_end.hand_over"),
        obstacle: held.isEmpty
          ? text("obstacle.none_to_hand_over") : colleagues.isEmpty ? text("obstacle.alone") : nil,
        choice: .handOverAll))
    items.append(
      MenuItem(
        label: text("shift_end.release"),
        obstacle: held.isEmpty ? text("obstacle.none_to_hand_over") : nil, choice: .releaseAll))
    items.append(MenuItem(label: text("shift_end.leave"), choice: .leave))
    items.append(
      MenuItem(
        label: text(leaveAhead == nil ? "shift_end.set_leave" : "shift_end.change_leave"),
        obstacle: obstacle(to: .setLeave), choice: .action(.setLeave)))
    return Menu(title: text("shift_end.title"), lead: shiftEndLead(rows), items: items)
  }

  private func shiftEndLead(_ rows: [QueueRow]) -> [String] {
    let waiting = rows.filter { $0.waitingSince != nil }.count
    var lead = [
      text(
        "shift_end.held", ["n": String(rows.count), "waiting": String(waiting)])
    ]
    if let leaveAheadLine { lead.append(leaveAheadLine) }
    let toWrapUp = rows.filter(isNearlyDone).count
    if toWrapUp > 0 { lead.append(text("shift_end.wrap_ups", count: toWrapUp)) }
    let promised = promises.filter { $0.what != nil }
    if let next = promised.first?.due {
      lead.append(
        text("shift_end.promises", count: promised.count)
          .replacing("{due}", with: pointInTime(next)))
    }
    let looks = promises.count - promised.count
    if looks > 0 { lead.append(text("shift_end.follow_ups", count: looks)) }
    let unsent = drafts.unsent.count
    if unsent > 0 { lead.append(text("shift_end.drafts", count: unsent)) }
    return lead
  }

  /// Only the close is left to do.
  private func isNearlyDone(_ row: QueueRow) -> Bool {
    row.step == PhraseStage.followUp.step && row.waitingSince == nil
      && row.clock?.name != .promise
  }

  private func promiseDetail(_ running: RunningPromise) -> String {
    var parts = [
      running.what == nil
        ? pointInTime(running.due) : text("shift_end.promised", ["due": pointInTime(running.due)]),
      distance(to: running.due),
    ]
    if let absence = running.standsInFor {
      parts.append(
        text("on_leave.for", ["person": absence.name, "until": dayOrPoint(absence.until)]))
    }
    if running.isClosed { parts.append(name(CaseState.closed)) }
    return parts.joined(separator: marks.between)
  }

  /// Puts what runs into the list of the end of the shift, where that is on the screen.
  mutating func showPromises() {
    guard case .menu(let shown) = overlays.last, shown.title == text("shift_end.title") else {
      return
    }
    var menu = shiftEndMenu
    // Until somebody moves, the first line is the one at hand.
    if shown.selected != Menu(title: shown.title, items: shown.items).selected {
      menu.selected = min(shown.selected, menu.items.count - 1)
    }
    overlays[overlays.count - 1] = .menu(menu)
  }

  private func shiftEndDetail(_ row: QueueRow) -> String {
    var parts = [stepName(of: row)]
    if let since = row.waitingSince {
      parts.append(text("shift_end.waits", ["span": span(now.seconds(since: since))]))
    } else {
      parts.append(name(row.state))
    }
    if let clock = row.clock, clock.name != .respond {
      parts.append("\(name(clock.name)) \(pointInTime(clock.at))")
    }
    if drafts.holds(row.ref) { parts.append(text("shift_end.draft")) }
    return parts.joined(separator: marks.between)
  }

  /// Whom everything is offered to; they have to accept, and the owner stays until then.
  var handOverMenu: Menu {
    Menu(
      title: text("menu.hand_over.title"), lead: [text("menu.hand_over.lead")],
      items: colleagues.map {
        MenuItem(label: $0.name, detail: [standing(of: $0)], choice: .handOverTo($0.id))
      })
  }

  /// Asks for a command on every conversation of mine but calls.
  mutating func performOnMine(_ command: CaseCommand) -> [Effect] {
    let rows = mine.filter { $0.channel != .phone }
    return rows.flatMap { perform(command, on: $0.ref) }
  }
}

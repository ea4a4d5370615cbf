import Desk
import Screen
import Vocabulary
import Workflow

/// The queue in words.
extension Model {
  /// Columns a case takes on the average.
  private static let rowColumns = 100

  /// Cases a screen holds.
  var linearQueueRows: Int {
    let perRow = max(1, (Model.rowColumns + size.columns - 1) / max(1, size.columns))
    return max(1, (size.rows - 2) / perRow)
  }

  var linearQueue: LinearPane {
    var pane = LinearPane(
      spoken([
        text("queue.title"), filterWords, text("title.waiting", ["n": String(counts[.open] ?? 0)]),
        text("title.mine", ["n": String(mine.count)]),
      ]))
    pane.kind = .queueRow
    if queue.top == 0, queue.reachesStart { addDesk(to: &pane) }
    guard !queue.rows.isEmpty else {
      pane.current = pane.paragraphs.count
      pane.add(text(queue.isLoaded ? "queue.empty" : "queue.loading"))
      return pane
    }
    // A row takes a line at least, so no more can be seen on this page and the next.
    for (index, row) in queue.rows.enumerated().dropFirst(queue.top).prefix(size.rows * 2) {
      pane.add(
        spokenRow(row, place: placeWords(index)), entry: index,
        isCurrent: row.ref == queue.selected)
    }
    return pane
  }

  /// Where one sits, and what is due next; how to begin, while no case is open.
  private func addDesk(to pane: inout LinearPane) {
    let who = "\(sitting.person.name) (\(name(sitting.person.role)))"
    pane.add(
      spoken([
        "CalmDesk", sitting.desk, who,
        statusName(status)
          + (statusSince.map { " " + spokenSpan(now.seconds(since: $0)) } ?? ""),
      ]))
    pane.add(spoken(titlePieces.map { plainWords($0.text) }))
    guard open == nil else { return }
    for key in ["sidebar.start_take", "sidebar.start_open", "sidebar.start_help", "linear.start"] {
      pane.add(text(key))
    }
  }

  /// `3 of 12`; the place alone, or nothing, where the rest of the queue is not at hand.
  private func placeWords(_ index: Int) -> String {
    guard queue.reachesStart else { return "" }
    var total: Int?
    if queue.reachesEnd {
      total = queue.rows.count
    } else if queue.filter == .everything {
      total = counts.filter { $0.key != .closed }.values.reduce(0, +)
    } else if queue.filter == .closed {
      total = counts[.closed]
    }
    guard let total, total > index else { return String(index + 1) }
    return text("linear.place", ["n": String(index + 1), "of": String(total)])
  }

  /// A case in one sentence, the most urgent first.
  private func spokenRow(_ row: QueueRow, place: String) -> String {
    var parts: [String] = []
    if let danger = row.danger { parts.append(text("linear.danger", ["kind": name(danger)])) }
    if row.tellsOfDanger { parts.append(text("queue.danger_told")) }
    if row.wants.isVIP { parts.append(text("conversation.vip")) }
    if row.wants.isInService { parts.append(text("conversation.now")) }
    if row.threat { parts.append(text("queue.threat")) }
    parts += [callName(of: row), heatWord(row)].compactMap(\.self)
    if row.approvalDue != nil { parts.append(text("queue.request")) }
    if !row.wants.asked.isEmpty { parts.append(text("queue.asked")) }
    if row.hand { parts.append(text("linear.hand")) }
    parts.append(
      row.waitingSince.map { text("linear.waits", ["span": span(now.seconds(since: $0))]) }
        ?? name(row.state))
    if let clock = row.clock, let words = spokenClock(clock) { parts.append(words) }
    parts.append(text("linear.step", ["step": stepName(of: row)]))
    parts.append(name(row.channel))
    if row.unread > 0 { parts.append(text("linear.unread", count: row.unread)) }
    parts.append(
      row.handler == nil
        ? text("conversation.free")
        : row.handler == sitting.person.id
          ? text("linear.yours")
          : text("conversation.handler", ["person": personName(row.handler)]))
    if drafts.holds(row.ref) { parts.append(text("shift_end.draft")) }
    if row.ref == open?.ref { parts.append(text("linear.on_screen")) }
    let lead = place.isEmpty ? "" : text("linear.label", ["label": place, "value": ""])
    let words = lead + spoken(parts)
    guard !row.excerpt.isEmpty else { return words }
    return words + text("linear.stop") + text("quoted", ["words": row.excerpt])
  }

  /// What falls due within the hour, or is overdue.
  private func spokenClock(_ clock: CaseClock) -> String? {
    let seconds = clock.at.seconds(since: now)
    guard seconds < 3_600 || clock.standing(at: now) != .running else { return nil }
    return text(
      seconds <= 0 ? "linear.overdue" : "linear.due",
      ["clock": name(clock.name), "span": span(Int64(clamping: seconds.magnitude))])
  }
}

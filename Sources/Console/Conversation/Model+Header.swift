import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// What stands above the messages: all that an agent has to know before the first word.
extension Model {
  /// The lines above the messages, as they were kept.
  func header(_ open: OpenCase, width: Int) -> [StyledLine] {
    if let header = kept.header, header.columns == width { return header.lines }
    return headerLines(open, width: width)
  }

  /// What an agent has to know before the first word, the most urgent first.
  func headerLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    let current = open.current
    var lines: [StyledLine] = []
    if let line = dangerLine(open, width: width) { lines.append(line) }
    if let line = threatLine(open, width: width) { lines.append(line) }
    if let line = pressingLine(open) { lines.append(line) }
    if let line = handLine(current) { lines.append(line) }
    if let line = decisionLine(current) { lines.append(line) }
    if let line = conductLine(current) { lines.append(line) }
    lines += consultLines(open, width: width)
    if let line = heatLine(open) { lines.append(line) }
    if open.showsTrajectory { lines.append(trajectoryLine(open)) }
    lines.append(identityLine(current))
    if let line = presenceLine(current) { lines.append(line) }
    lines += routingLines(current)
    if let line = earlierLine(current) { lines.append(line) }
    let chases = current.chases(by: open.rules.clocks)
    if chases > 0 {
      lines.append(StyledLine(text("conversation.chased", count: chases), Style(.warning)))
    }
    lines += crowdLines(open, width: width)
    // Whoever decides above has nobody to hand it up to.
    if current.failedTwice, current.handler == sitting.person.id,
      !open.rules.authority.allows(sitting.person.role, .approve)
    {
      lines.append(StyledLine(text("conversation.failed_twice"), Style(.warning)))
    }
    if let words = superiorWords(current) {
      lines += inHeader(words, Style(.warning), width: width)
    }
    if let words = unfoundedWords(current) {
      lines += inHeader(words, Style(.muted), width: width)
    }
    lines += clockLines(open)
    lines += promiseLines(open, width: width)
    lines += open.standing.tasks.prefix(2).map { task in
      let words = text("conversation.task", ["what": task.what, "department": task.department])
      let due = "\(pointInTime(task.due))\(marks.between)\(distance(to: task.due))"
      return StyledLine(
        "\(words)\(marks.between)\(due)",
        task.due < now ? Style(.danger).bold : Style(.warning))
    }
    if let line = readPromiseLine(open) { lines.append(line) }
    if let state = stateLine(open) { lines.append(state) }
    lines += questionLines(open)
    return lines
  }

  /// The customer asks for somebody higher, or for somebody who knows more, and has not been told who
  /// that is: one key hands it up, with the story (S2-17).
  private func superiorWords(_ current: Case) -> String? {
    guard current.asksForSuperior, current.handler == sitting.person.id, current.state != .closed,
      current.escalation?.isAnswered != false
    else { return nil }
    return text("conversation.asks_superior")
  }

  private func dangerLine(_ open: OpenCase, width: Int) -> StyledLine? {
    let style = Style(.danger, on: .alarm).bold
    if let danger = open.current.danger {
      let words = text("conversation.danger", ["kind": name(danger)])
      return StyledLine(" \(marks.danger) \(words) ", style)
    }
    guard let sign = open.dangerSign else { return nil }
    // The key stands at the end and must be seen: the quotation gives way to it.
    func line(_ quoted: String) -> String {
      let words = text("conversation.danger_read", ["kind": name(sign.kind), "words": quoted])
      return " \(marks.danger) \(words) "
    }
    let room = width - sitting.measure.columns(of: line(""))
    guard room >= 4 || isLinear else {
      let words = text("conversation.danger_key", ["kind": name(sign.kind)])
      return StyledLine(" \(marks.danger) \(words) ", style)
    }
    return StyledLine(line(short(sign.words, isLinear ? 18 : min(18, room))), style)
  }

  /// The customer threatens to turn to somebody outside, and nobody above has said that they saw it.
  private func threatLine(_ open: OpenCase, width: Int) -> StyledLine? {
    guard let number = open.current.threat, let said = open.current.message(number) else {
      return nil
    }
    let key = decides ? "conversation.threat_see" : "conversation.threat"
    func line(_ words: String) -> String { text(key, ["words": words]) }
    let room = width - sitting.measure.columns(of: line(""))
    return StyledLine(
      line(short(open.threatWords(in: said), max(12, min(60, room)))), Style(.danger).bold)
  }

  /// Somebody asks for help with this case.
  private func handLine(_ current: Case) -> StyledLine? {
    guard let hand = current.hand else { return nil }
    let isMine = hand.by == sitting.person.id
    let words = text(
      isMine ? "conversation.hand_mine" : "conversation.hand", ["person": personName(hand.by)])
    return StyledLine(
      hand.words.isEmpty ? words : words + " " + text("quoted", ["words": hand.words]),
      isMine ? Style(.accent) : Style(.warning).bold)
  }

  private func heatLine(_ open: OpenCase) -> StyledLine? {
    let lead =
      isLinear
      ? text("linear.label", ["label": text("conversation.trajectory"), "value": ""]) : ""
    let style = heatStyle(open.current.heat)
    let isEndangered = open.current.danger != nil || open.dangerSign != nil
    let word = heatWord(open.current.heat, isEndangered: isEndangered)
    var pieces = word.map { [StyledPiece(lead + $0, style.bold)] } ?? []
    // What is usual is not said.
    let mood = open.mood.flatMap { [.anxious, .puzzled].contains($0) ? name($0) : nil }
    // Who is calm is calm, whatever the last few points did.
    let isQuiet =
      open.direction == .steady || open.current.customerTurns < 2
      || open.direction == .heating && open.current.heat == .calm
    let course = isQuiet ? nil : text("direction.\(open.direction.rawValue)")
    for word in [course, mood].compactMap(\.self) {
      pieces.append(StyledPiece((pieces.isEmpty ? lead : marks.between) + word, style))
    }
    let words = open.heatWords(limit: 4)
    if !words.isEmpty {
      let quoted = words.map { text("quoted", ["words": short($0, 16)]) }
      pieces.append(StyledPiece("  " + quoted.joined(separator: " "), style))
    }
    if open.current.flared, open.current.heat > .calm {
      pieces.append(StyledPiece("  " + text("conversation.flared"), Style(.warning)))
    }
    return pieces.isEmpty ? nil : StyledLine(pieces)
  }

  /// How hot each of the customer's last messages was, in words, and where it goes.
  private func trajectoryLine(_ open: OpenCase) -> StyledLine {
    let current = open.current
    // Not a lazy chain: the optimiser gives up on one over messages.
    var levels: [HeatLevel] = []
    for message in current.messages.reversed() where message.isFromCustomer && levels.count < 6 {
      if let heat = message.heat { levels.insert(heat, at: 0) }
    }
    var pieces = [StyledPiece(text("conversation.trajectory") + " ", Style(.muted))]
    for (place, level) in levels.enumerated() {
      if place > 0 { pieces.append(StyledPiece(marks.then, Style(.muted))) }
      pieces.append(StyledPiece(name(level), heatStyle(level)))
    }
    if levels.count > 1 {
      pieces.append(
        StyledPiece("  " + text("direction.\(open.direction.rawValue)"), Style(.muted)))
    }
    return StyledLine(pieces)
  }

  private func identityLine(_ current: Case) -> StyledLine {
    var parts = [name(current.channel), name(current.language)]
    parts.append(
      current.handler.map { text("conversation.handler", ["person": personName($0)]) }
        ?? text("conversation.free"))
    if let whose = forWhom(current.owner) {
      parts.append(whose)
    } else if let owner = current.owner, owner != current.handler {
      parts.append(text("conversation.owner", ["person": personName(owner)]))
    }
    if current.customer.vip == true { parts.insert(text("conversation.vip"), at: 0) }
    if current.identified { parts.append(text("conversation.identified")) }
    var line = StyledLine(parts.joined(separator: marks.between), Style(.muted))
    if let seconds = callSeconds(current) {
      line.trailing = StyledPiece(
        text(
          "conversation.call",
          ["time": isLinear ? spokenSpan(seconds) : Model.stopwatch(seconds)]), Style(.accent))
    }
    return line
  }

  /// Seconds a call of mine has lasted; nil when there is none.
  func callSeconds(_ current: Case) -> Int64? {
    guard current.channel == .phone, current.handler == sitting.person.id,
      current.state == .open || current.state == .waiting, let since = calls[current.ref]
    else { return nil }
    return max(0, now.seconds(since: since))
  }

  /// `3:05`, or `1:03:05` from an hour on.
  static func stopwatch(_ seconds: Int64) -> String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (minutes, rest) = (seconds / 60, seconds % 60)
    return minutes < 60
      ? "\(minutes):\(two(rest))" : "\(minutes / 60):\(two(minutes % 60)):\(two(rest))"
  }

  /// The earlier contact and what became of the last promise, in one line.
  private func earlierLine(_ current: Case) -> StyledLine? {
    guard let earlier = current.earlier else {
      guard current.returns > 0 else { return nil }
      return StyledLine(text("conversation.returned", count: current.returns), Style(.warning))
    }
    var words = text(
      "conversation.earlier",
      [
        "date": dayWords(earlier.at),
        "problem": earlier.problem ?? earlier.ref.rawValue,
      ])
    var style = Style(.muted)
    if let promise = earlier.promise {
      words += marks.between
      switch promise.state {
      case .kept: words += text("conversation.promise_kept", ["what": promise.what])
      case .broken:
        words += text("conversation.promise_broken", ["what": promise.what])
        style = Style(.danger)
      case .open: words += text("conversation.promise_open", ["what": promise.what])
      }
    }
    return StyledLine(words, style)
  }

  private func promiseLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    open.standing.promises.prefix(3).map { promise in
      let late = promise.due < now
      let style = late ? Style(.danger).bold : Style(.warning)
      let words = text("conversation.promise", ["what": promise.what])
      let due = pointInTime(promise.due)
      let whole = "\(due)\(marks.between)\(distance(to: promise.due))"
      // What was promised matters as much as until when: what needs no room gives way first.
      let needed = min(sitting.measure.columns(of: words), Model.leastPromiseColumns) + 1
      if let time = isLinear
        ? whole : [whole, due].first(where: { sitting.measure.columns(of: $0) + needed <= width })
      {
        return StyledLine(
          [StyledPiece(words, style)], trailing: StyledPiece(time, style))
      }
      return StyledLine(
        text("conversation.promise_by", ["due": due, "what": promise.what]), style)
    }
  }

  /// What has to be seen of a promise beside the time it is due.
  private static let leastPromiseColumns = 32

  /// The customer's questions that no reply has taken up, the newest two in their words.
  private func questionLines(_ shown: OpenCase) -> [StyledLine] {
    let current = shown.current
    let open = current.openQuestions
    // Asked again in the same words it is one question, as old as its first asking.
    var asked: [(words: String, since: Instant)] = []
    var again = 0
    for message in open.suffix(12).compactMap(current.message) {
      let words = shown.question(in: message)
      guard !words.isEmpty else { continue }
      if asked.contains(where: { $0.words == words }) {
        again += 1
      } else {
        asked.append((words, message.at))
      }
    }
    var lines = asked.suffix(2).map { question, since in
      let span = span(now.seconds(since: since))
      return isLinear
        ? StyledLine(text("linear.question", ["words": question, "span": span]))
        : StyledLine(
          [StyledPiece("? " + question, Style(.warning))],
          trailing: StyledPiece(span, Style(.warning)))
    }
    if open.count - again > lines.count {
      lines.insert(
        StyledLine(text("conversation.questions", count: open.count - again), Style(.warning)),
        at: 0)
    }
    return lines
  }

  /// What the case is doing when it is not simply open.
  private func stateLine(_ open: OpenCase) -> StyledLine? {
    let current = open.current
    let me = sitting.person.id
    if let closed = current.closed {
      return StyledLine(
        text("conversation.closed", ["reason": name(closed.reason)]), Style(.good))
    }
    if current.offeredTo == me {
      return StyledLine(
        text("conversation.offered_to_me", ["person": personName(current.handler)]),
        Style(.accent).bold)
    }
    if let offered = current.offeredTo {
      return StyledLine(
        text("conversation.offered", ["person": personName(offered)]), Style(.muted))
    }
    if let declined = current.declinedBy, current.handler == me {
      return StyledLine(
        text("conversation.declined", ["person": personName(declined)]), Style(.warning))
    }
    if let silent = current.unansweredBy, [current.handler, current.owner].contains(me) {
      return StyledLine(
        text("conversation.offer_unanswered", ["person": personName(silent)]), Style(.warning))
    }
    if let until = current.snoozedUntil {
      return StyledLine(
        text("conversation.snoozed", ["due": pointInTime(until)]), Style(.muted))
    }
    let waiting = open.standing.requests.map {
      current.clock(of: $0, by: open.rules.clocks)
    }
    if let first = waiting.min(by: { $0.at < $1.at }) {
      let standing = first.standing(at: now)
      let style = standing == .running ? Style(.warning) : self.style(of: standing)
      let mark = marks.clock(standing).isEmpty ? "" : marks.clock(standing) + " "
      return StyledLine(
        [StyledPiece(mark + text("conversation.requests", count: waiting.count), style)],
        trailing: StyledPiece(distance(to: first.at), style))
    }
    return nil
  }
}

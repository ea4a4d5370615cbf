import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// What was sent off while the desk was out of reach: seen as queued, taken back, and brought before
/// its author where it could not be sent.
extension Model {
  /// Why something has to wait, while the desk is out of reach.
  var outOfReach: String {
    text("obstacle.offline", ["time": clockTime(staleSince ?? now)])
  }

  /// Takes in that the desk is out of reach, or back.
  mutating func noteReach(lostAt since: Instant?) -> [Effect] {
    staleSince = since
    queue.awaited = nil
    guard since != nil else {
      return refreshAll() + (awaited.map { [.loadConversation($0)] } ?? [])
    }
    if let awaited {
      giveUp(awaited)
      say(outOfReach, .trouble)
    }
    return []
  }

  /// Puts a conversation on the screen that was looked at before, while no other can be had.
  mutating func recall(_ ref: CaseRef) -> [Effect] {
    guard let known = views[ref]?.conversation else {
      say(text("obstacle.not_loaded"), .trouble)
      return []
    }
    focus = .conversation
    return keepDrafts() + show(known)
  }

  /// The words were kept here, to go later: the composer is free again.
  mutating func takeQueued(_ asked: Pending, _ id: CommandID) -> [Effect] {
    closeBlocked(id)
    guard case .clearDraft(let mode) = asked.then, let ref = asked.ref else { return [] }
    drafts.change(ref, mode) { $0 = Unsent() }
    if open?.ref == ref {
      open?.scroll = Scroll()
      open?.selected = nil
      open?.reach[mode] = nil
      returnFromWriting(mode)
      shelve()
    }
    say(text("notice.queued"), .plain)
    return keepDrafts()
  }

  /// Takes in what waits and what was not sent.
  mutating func take(_ entries: [Outgoing]) -> [Effect] {
    let before = outgoing
    outgoing = entries
    let lost = entries.filter { entry in
      !entry.isToGo && !withdrawing.contains(entry.id)
        && before.first { $0.id == entry.id }?.isToGo == true
    }
    if let first = lost.first, case .notSent(.some(let why)) = first.state {
      // Stays until a key: it is the one thing here that must not be missed.
      let customer = short(callName(of: first.ref), 20)
      say(text("notice.not_sent", ["customer": customer, "why": why]), .trouble)
      noticeSince = nil
    } else if before.contains(where: \.isToGo), entries.isEmpty, withdrawing.isEmpty {
      say(text("notice.caught_up"), .good)
    }
    var effects: [Effect] = []
    for id in withdrawing.sorted() {
      guard let entry = entries.first(where: { $0.id == id }) else {
        withdrawing.remove(id)
        continue
      }
      effects += settle(withdrawn: entry)
    }
    return effects
  }

  private mutating func settle(withdrawn entry: Outgoing) -> [Effect] {
    withdrawing.remove(entry.id)
    guard !entry.isToGo else {
      say(text("obstacle.may_have_gone"), .trouble)
      return []
    }
    return putIntoDraft(entry)
  }

  /// What the case is called that words are for.
  private func callName(of ref: CaseRef) -> String {
    if let known = open?.ref == ref ? open : views[ref] { return customerName(known.current) }
    return (mine + queue.rows).first { $0.ref == ref }.map(callName) ?? ref.rawValue
  }

  // MARK: - Taking out

  /// The words of the open case that went last and may still be taken back.
  var withdrawable: CommandID? {
    guard let ref = open?.ref else { return nil }
    return outgoing.last { $0.ref == ref && $0.state == .waiting }?.id
  }

  mutating func withdraw(_ id: CommandID) -> [Effect] {
    withdrawing.insert(id)
    return [.withdraw(id)]
  }

  /// Takes words out of the list: those that wait are withdrawn first.
  mutating func takeOut(_ id: CommandID) -> [Effect] {
    guard let entry = outgoing.first(where: { $0.id == id }) else { return [] }
    guard !entry.isToGo else { return visit(entry.ref) + withdraw(id) }
    return visit(entry.ref) + putIntoDraft(entry)
  }

  /// The words stand in the draft again; only then are they forgotten where they waited.
  private mutating func putIntoDraft(_ entry: Outgoing) -> [Effect] {
    var words = Unsent(entry.text)
    if case .send(let draft) = entry.envelope.command {
      words.pieces = draft.phrases.map {
        Unsent.Piece(phrase: $0, acts: draft.phraseActs, text: entry.text)
      }
    }
    putBack(words, in: entry.mode, on: entry.ref)
    if open?.ref == entry.ref {
      // What was meant for one customer must not come back meant for the world.
      if case .send(let draft) = entry.envelope.command, open?.current.channel == .public {
        open?.reach[.reply] = draft.isPublic
      }
      mode = entry.mode
      if canWrite(entry.mode) { focus = .composer }
    }
    say(text("notice.taken_out", ["customer": short(callName(of: entry.ref), 20)]), .good)
    return keepDrafts() + [.forget(entry.id)]
  }

  /// Everything that waits or was not sent, what needs somebody first.
  var outgoingMenu: Menu {
    let entries = outgoing.filter { !$0.isToGo } + outgoing.filter(\.isToGo)
    return Menu(
      title: text("outgoing.title"), lead: [text("outgoing.lead")],
      items: entries.map { entry in
        MenuItem(
          label: callName(of: entry.ref) + marks.between + standing(of: entry),
          detail: [entry.text.split(whereSeparator: \.isNewline).joined(separator: " ")]
            + (reason(of: entry).map { [$0] } ?? []),
          mark: entry.isToGo ? marks.clock : marks.overdue,
          obstacle: entry.state == .trying ? text("obstacle.may_have_gone") : nil,
          choice: .takeOut(entry.id))
      })
  }

  private func reason(of entry: Outgoing) -> String? {
    if case .notSent(let why) = entry.state { why } else { nil }
  }

  /// How far words have got, with what was to become of them where that is not a reply.
  private func standing(of entry: Outgoing) -> String {
    let key =
      switch entry.state {
      case .waiting: "message.queued"
      case .trying: "message.trying"
      case .notSent(.some): "message.not_sent"
      case .notSent(nil): "message.withdrawn"
      }
    return text(key)
  }

  // MARK: - On the screen

  /// What stands in the title line while words wait, or were not sent.
  var outgoingPieces: [StyledPiece] {
    let queued = outgoing.count(where: \.isToGo)
    let lost = outgoing.count - queued
    var pieces: [StyledPiece] = []
    if lost > 0 {
      let words = text("title.not_sent", count: lost)
      pieces.append(StyledPiece("\(words) \(mainKey(.outgoing))  ", Style(.danger).bold))
    }
    if queued > 0 {
      pieces.append(StyledPiece(text("title.queued", count: queued) + "  ", Style(.warning)))
    }
    return pieces
  }

  /// The words of a case that wait or were not sent, as they stand below its messages.
  func outgoingLines(on ref: CaseRef, columns: Int) -> [StyledLine] {
    outgoing.filter { $0.ref == ref }.flatMap { entry -> [StyledLine] in
      let style = entry.isToGo ? Style(.warning) : Style(.danger).bold
      let mark = entry.isToGo ? marks.clock : marks.overdue
      var head = [StyledPiece("  \(mark) ", style), StyledPiece(standing(of: entry), style)]
      if entry.mode != .reply {
        head.append(StyledPiece(marks.between + kind(of: entry), Style(.muted)))
      }
      var lines = [
        StyledLine(head, trailing: StyledPiece(clockTime(entry.at), Style(.muted)))
      ]
      let width = max(4, columns - 4)
      let body = TextWrap(entry.text, columns: width, measure: sitting.measure)
      lines += body.lines.indices.map {
        StyledLine("    " + body.shown($0), Style(.muted).italic)
      }
      if let why = reason(of: entry) {
        let words = TextWrap(why, columns: width, measure: sitting.measure)
        lines += words.lines.indices.map { StyledLine("    " + words.shown($0), Style(.danger)) }
      }
      return lines + [StyledLine()]
    }
  }

  private func kind(of entry: Outgoing) -> String {
    switch entry.mode {
    case .note: text("message.note")
    case .said: text("message.spoken")
    case .heard: callName(of: entry.ref)
    case .reply, .whisper: ""
    }
  }

  /// The same where one thing is shown at a time.
  func spokenOutgoing(on ref: CaseRef) -> [String] {
    outgoing.filter { $0.ref == ref }.map { entry in
      let head = spoken([standing(of: entry), kind(of: entry), clockTime(entry.at)])
      return [head, entry.text, reason(of: entry)].compactMap(\.self).joined(separator: "\n")
    }
  }
}

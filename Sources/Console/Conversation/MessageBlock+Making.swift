import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// Breaks a message into lines.
  ///
  /// - Parameters:
  ///   - message: the message.
  ///   - open: the case it belongs to.
  ///   - columns: how wide the lines may be.
  /// - Returns: the lines, with the line that names the day where a new one begins.
  func block(for message: CaseMessage, of open: OpenCase, columns: Int) -> MessageBlock {
    var lines: [StyledLine] = []
    if beginsDay(message, in: open.current) {
      let day = dayWords(message.at)
      let dash = marks.dash + marks.dash
      lines.append(StyledLine("\(dash) \(day) \(dash)", Style(.muted)))
    }
    if message.number == open.unreadFrom {
      let dash = marks.dash + marks.dash
      lines.append(StyledLine("\(dash) \(text("conversation.new")) \(dash)", Style(.accent)))
    }
    let look = self.look(of: message)
    lines.append(headline(of: message, in: open, look: look))
    let lead = StyledPiece(look.lead, Style(look.tint))
    let width = max(4, columns - sitting.measure.columns(of: look.lead) - look.right)
    let body =
      message.retracted
      ? TextWrap(text("message.taken_back"), columns: width, measure: sitting.measure)
      : TextWrap(message.text, columns: width, measure: sitting.measure)
    let style = message.retracted ? Style(.muted).italic : Style(look.tint)
    for line in body.lines.indices {
      lines.append(StyledLine([lead, StyledPiece(String(body.shown(line)), style)]))
    }
    if message.from == .agent, !message.acts.isEmpty, !message.retracted {
      lines.append(
        StyledLine([
          StyledPiece(look.lead, Style(look.tint)),
          StyledPiece(actsLine(of: message), Style(.muted)),
        ]))
    }
    for source in message.retracted ? [] : message.sources {
      let words = text(
        "message.source", ["source": self.words(of: source, in: open) ?? source.rawValue])
      let wrapped = TextWrap(words, columns: width, measure: sitting.measure)
      for line in wrapped.lines.indices {
        lines.append(
          StyledLine([
            StyledPiece(look.lead, Style(look.tint)),
            StyledPiece(String(wrapped.shown(line)), Style(.muted)),
          ]))
      }
    }
    lines.append(StyledLine())
    return MessageBlock(columns: columns, lines: lines)
  }

  private struct MessageLook {
    /// Before every line of the text.
    var lead: String
    /// Columns kept free at the right, so that the two sides stand apart.
    var right: Int
    var tint: Tint
  }

  private func look(of message: CaseMessage) -> MessageLook {
    switch (message.from, message.kind) {
    case (.customer, _): MessageLook(lead: marks.customer + " ", right: 2, tint: .customer)
    case (_, .note): MessageLook(lead: "  \(marks.noteLine) ", right: 0, tint: .note)
    case (_, .whisper): MessageLook(lead: "  \(marks.whisper) ", right: 0, tint: .note)
    case (.agent, _): MessageLook(lead: "    ", right: 0, tint: .agent)
    }
  }

  private func headline(
    of message: CaseMessage, in open: OpenCase, look: MessageLook
  ) -> StyledLine {
    var words: [StyledPiece] = []
    let time = StyledPiece(clockTime(message.at), Style(.muted))
    switch (message.from, message.kind) {
    case (.customer, let kind):
      words.append(StyledPiece(marks.customer, Style(.customer)))
      words.append(StyledPiece(customerName(open.current), Style(.customer).bold))
      if let heat = message.heat, heat > .calm {
        words.append(StyledPiece(" " + name(heat), heatStyle(heat)))
      }
      if kind == .spoken { words.append(remark("message.spoken")) }
      if open.current.unanswered.contains(message.number) {
        words.append(StyledPiece(" " + marks.bullet + " ", Style(.muted)))
        words.append(StyledPiece(text("message.waits"), Style(.warning)))
      }
    case (_, .note):
      words.append(StyledPiece("  \(marks.note) ", Style(.note)))
      words.append(StyledPiece(text("message.note"), Style(.note).bold))
      words.append(StyledPiece(" " + personName(message.by), Style(.note)))
    case (_, .whisper):
      words.append(StyledPiece("  \(marks.whisper) ", Style(.note)))
      words.append(StyledPiece(text("message.whisper"), Style(.note).bold))
      words.append(StyledPiece(" " + personName(message.by), Style(.note)))
    case (.agent, let kind):
      words.append(StyledPiece("  \(marks.agent) ", Style(.agent)))
      let author = message.isHistory ? name(Author.agent) : personName(message.by)
      words.append(StyledPiece(author, Style(.agent).bold))
      if kind == .spoken { words.append(remark("message.spoken")) }
    }
    if message.isPublic {
      words.append(StyledPiece(" \(marks.openToAll) " + text("message.public"), Style(.warning)))
    }
    // On a public case every message says which it was.
    if !message.isPublic, !message.isHistory, message.kind == .text,
      open.current.channel == .public
    {
      words.append(StyledPiece(" \(marks.closed) " + text("message.private"), Style(.muted)))
    }
    if message.isHistory { words.append(remark("message.history")) }
    return StyledLine(words, trailing: time)
  }

  private func remark(_ key: String) -> StyledPiece {
    StyledPiece(" " + marks.bullet + " " + text(key), Style(.muted))
  }

  private func actsLine(of message: CaseMessage) -> String {
    let acts = SpeechAct.allCases.filter(message.acts.contains).map { name($0) }
    return "\(marks.gate(.observed)) " + acts.joined(separator: marks.between)
      + " (\(name(message.source)))"
  }

  private func beginsDay(_ message: CaseMessage, in current: Case) -> Bool {
    guard let before = current.message(message.number - 1) else { return true }
    return dayNumber(before.at) != dayNumber(message.at)
  }
}

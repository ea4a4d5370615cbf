import Desk
import Screen
import Vocabulary
import Workflow

/// A conversation, message by message, in words.
extension Model {
  func linearConversation(_ open: OpenCase) -> LinearPane {
    var pane = LinearPane(
      spoken([
        text("linear.of_case", ["pane": text("conversation.title"), "case": caseWords(open)]),
        heatWord(
          open.current.heat,
          isEndangered: open.current.danger != nil || open.dangerSign != nil) ?? "",
        name(open.current.state), findWords(open),
      ]))
    pane.kind = .message
    pane.isNewestLast = true
    if let find = open.find, find.isTyping {
      pane.add(text("find.title") + " ", find.editor, isCurrent: !isInList || find.hit == nil)
      pane.isNewestLast = false
      if let hit = find.hit, let message = open.current.message(hit) {
        pane.add(spokenMessage(message, in: open), entry: hit, isCurrent: isInList)
      }
      return pane
    }
    addMessages(open, to: &pane)
    return pane
  }

  /// How the open case is called in titles.
  func caseWords(_ open: OpenCase) -> String {
    let name = customerName(open.current)
    return name == open.ref.rawValue ? name : "\(name) \(open.ref.rawValue)"
  }

  private func findWords(_ open: OpenCase) -> String {
    guard let find = open.find, !find.isTyping else { return "" }
    return linearFound(find)
  }

  func linearFound(_ find: Find) -> String {
    guard !find.editor.isBlank else { return "" }
    let words = text("find.title") + " " + find.editor.text
    guard !find.hits.isEmpty else { return spoken([words, text("find.none")]) }
    return spoken([
      words,
      text(
        "find.place", ["n": String(find.hits.count - find.place), "of": String(find.hits.count)]),
    ])
  }

  /// The messages around the selected one, as many as could be seen, and what is known of the case
  /// before the first; costs what is seen.
  private func addMessages(_ open: OpenCase, to pane: inout LinearPane) {
    let count = open.current.messages.count
    let here = max(1, min(open.selected ?? count, max(1, count)))
    // A message takes two lines at least; a person reading may stand some screens away.
    let reach = size.rows + 1
    let first = max(1, here - reach)
    if first == 1 { for line in factLines(open) { pane.add(line) } }
    guard count > 0 else { return }
    for number in first...min(count, here + reach) {
      guard let message = open.current.message(number) else { continue }
      pane.add(spokenMessage(message, in: open), entry: number, isCurrent: number == here)
    }
    if here + reach >= count { for words in spokenOutgoing(on: open.ref) { pane.add(words) } }
  }

  /// What stands above the messages in the panes.
  func factLines(_ open: OpenCase) -> [String] {
    headerLines(open, width: Model.oneLine).map { plainWords($0) }
  }

  /// More columns than any line has.
  static let oneLine = 100_000

  /// Who, when, how hot, whether it waits; then the words.
  func spokenMessage(_ message: CaseMessage, in open: OpenCase) -> String {
    var parts: [String] = []
    switch (message.from, message.kind) {
    case (.customer, _): parts.append(customerName(open.current))
    case (_, .note): parts += [text("message.note"), personName(message.by)]
    case (_, .whisper): parts += [text("message.whisper"), personName(message.by)]
    case (.agent, _):
      parts.append(message.isHistory ? name(Author.agent) : personName(message.by))
    }
    let isToday = dayNumber(message.at) == dayNumber(now)
    parts.append((isToday ? "" : dayWords(message.at) + " ") + clockTime(message.at))
    if message.isFromCustomer, let heat = message.heat,
      let word = heatWord(heat, isEndangered: message.moves.contains(.danger))
    {
      parts.append(word)
    }
    if message.kind == .spoken { parts.append(text("message.spoken")) }
    if open.current.unanswered.contains(message.number) { parts.append(text("message.waits")) }
    if message.isPublic { parts.append(text("message.public")) }
    if message.isHistory { parts.append(text("message.history")) }
    if let unread = open.unreadFrom, message.number >= unread, message.isFromCustomer {
      parts.append(text("conversation.new"))
    }
    parts.append(
      text(
        "linear.message_place",
        ["n": String(message.number), "of": String(open.current.messages.count)]))
    let words = message.retracted ? text("message.taken_back") : message.text
    var lines = [spoken(parts), words]
    if message.from == .agent, !message.acts.isEmpty, !message.retracted {
      let acts = SpeechAct.allCases.filter(message.acts.contains).map { name($0) }
      lines.append(text("linear.acts", ["acts": spoken(acts), "source": name(message.source)]))
    }
    return lines.joined(separator: "\n")
  }
}

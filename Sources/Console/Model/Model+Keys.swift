import Desk
import Screen
import Vocabulary
import Workflow

/// Keys, sent to whatever is on top.
extension Model {
  mutating func press(_ key: Key) -> [Effect] {
    // A sentence has been read once the next key is pressed.
    notice = nil
    noticeSince = nil
    let pickedBefore = pickedBy
    pickedBy = nil
    guard hasRoom else { return [] }
    if awaitsCase {
      if key == .control("l") { return [.redraw] }
      // Meant for the case that is on its way, not for what is on the screen still.
      if typedAhead.count < Model.mostTypedAhead { typedAhead.append(key) }
      return []
    }
    if key == .function(1), overlay != nil {
      if case .help = overlay {} else { overlays.append(.help(Help())) }
      return []
    }
    if isLinear, let effects = pressInLinear(key) { return effects }
    switch overlay {
    case .help(let help): return press(key, in: help)
    case .palette(let palette): return press(key, in: palette)
    case .board(let board): return press(key, in: board)
    case .menu(let menu): return press(key, in: menu)
    case .form(let form): return press(key, in: form)
    case .register(let register): return press(key, in: register)
    case .blocked(let blocked): return press(key, in: blocked)
    case .pasting(let words): return press(key, pasting: words)
    case .leaving: return pressLeaving(key)
    case nil: break
    }
    if focus == .composer, open != nil {
      if let pickedBefore, key == .character(pickedBefore) {
        // The digit again, by a trembling hand: the phrase is in, and the digit is no word.
        say(text("notice.already_in"), .plain)
        return []
      }
      return pressInComposer(key)
    }
    if focus == .conversation, open?.find != nil, let effects = pressInFind(key) { return effects }
    if focus == .sidebar, open?.sidebar.isFiltering == true { return pressInFilter(key) }
    return pressCommand(key)
  }

  /// Keys kept while the desk has not answered.
  static let mostTypedAhead = 4_096

  /// Whether another case was asked for, to look at or to take, and has not come yet.
  var awaitsCase: Bool { awaited != nil || pending.values.contains(where: \.takes) }

  private mutating func pressCommand(_ pressed: Key) -> [Effect] {
    let key = keymap.meant(pressed)
    switch key {
    case .tab: return cycle(by: 1)
    case .backTab: return cycle(by: -1)
    case .escape:
      // From the queue itself there is nowhere to go: what was marked is let go.
      if focus == .queue { marked = [] }
      focus = .queue
      return []
    default: break
    }
    switch focus {
    case .queue: if let effects = pressInQueue(key) { return effects }
    case .conversation: if let effects = pressInConversation(key) { return effects }
    case .sidebar: if let effects = pressInSidebar(key) { return effects }
    case .composer: break
    }
    // A digit puts a phrase into the draft wherever the focus is.
    if case .character(let digit) = key, let number = digit.digit,
      (1...9).contains(number)
    {
      let effects = pick(phrase: number - 1)
      if focus == .composer { pickedBy = digit }
      return effects
    }
    if let action = keymap.action(of: key) { return run(action) }
    return beginWriting(with: key)
  }

  /// No command is written in Han or pasted in: whoever does so is writing already.
  private mutating func beginWriting(with key: Key) -> [Effect] {
    switch key {
    case .paste: break
    case .character(let character) where !character.isASCII && character.isLetter: break
    default: return []
    }
    let wanted = usualMode
    guard open != nil, canWrite(wanted) else { return [] }
    _ = write(wanted)
    return pressInComposer(key)
  }

  private mutating func cycle(by step: Int) -> [Effect] {
    var next = focus.moved(by: step)
    if open == nil { next = .queue }
    if next == .composer, !canWrite(mode) { next = next.moved(by: step) }
    focus = next
    return []
  }

  // MARK: - Queue

  private mutating func pressInQueue(_ key: Key) -> [Effect]? {
    switch key {
    case .up: moveInQueue(by: -1)
    case .down: moveInQueue(by: 1)
    case .pageUp: moveInQueue(by: -queueRows)
    case .pageDown: moveInQueue(by: queueRows)
    case .home: queue.moveToStart(visible: queueRows)
    case .end: queue.moveToEnd(visible: queueRows)
    case .left: filterQueue(by: -1)
    case .right: filterQueue(by: 1)
    default: nil
    }
  }

  private mutating func moveInQueue(by rows: Int) -> [Effect] {
    touched = .selection
    return queue.move(by: rows, visible: queueRows)
  }

  // MARK: - Conversation

  private mutating func pressInConversation(_ key: Key) -> [Effect]? {
    let page = max(1, (messagesRect?.height ?? 2) - 2)
    switch key {
    case .up: selectMessage(by: -1)
    case .down: selectMessage(by: 1)
    case .pageUp: scroll(lines: -page)
    case .pageDown: scroll(lines: page)
    case .home: scrollToStart()
    case .end:
      open?.scroll = Scroll()
      open?.selected = nil
    default: return nil
    }
    return []
  }

  // MARK: - Leaving

  private mutating func pressLeaving(_ key: Key) -> [Effect] {
    overlays.removeLast()
    switch key {
    case .character("y"), .character("Y"), .enter, .character("q"): return keepDrafts() + [.quit]
    case _ where keymap.action(of: keymap.meant(key)) == .shiftEnd: return run(.shiftEnd)
    default: return []
    }
  }
}

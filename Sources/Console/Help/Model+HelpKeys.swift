import Screen

/// Keys while the help is open.
extension Model {
  mutating func press(_ key: Key, in help: Help) -> [Effect] {
    var help = help
    if help.isTyping, type(key, into: &help) {
      overlays[overlays.count - 1] = .help(help)
      return []
    }
    let rect = helpRect
    let page = max(1, rect.height - 1)
    // Where one thing is shown, the line is the one that the cursor stands on.
    let last =
      isLinear
      ? max(0, linearHelpLines(help).count - 1)
      : max(0, helpLines(help, width: rect.width).count - rect.height)
    switch key {
    case .up: help.top = max(0, help.top - 1)
    case .down: help.top = min(last, help.top + 1)
    case .pageUp: help.top = max(0, help.top - page)
    case .pageDown, .character(" "): help.top = min(last, help.top + page)
    case .home: help.top = 0
    case .end: help.top = last
    case .control("l"): return [.redraw]
    case .escape where help.filter != nil:
      help = Help()
    case _ where keymap.meant(key) == .character("/"):
      help.isTyping = true
      help.filter = help.filter ?? Editor()
      help.top = 0
    default:
      overlays.removeLast()
      return []
    }
    overlays[overlays.count - 1] = .help(help)
    return []
  }

  /// Types into the filter; false when the key is meant for the list.
  private func type(_ key: Key, into help: inout Help) -> Bool {
    switch key {
    case .escape:
      help = Help()
      return true
    case .enter:
      help.isTyping = false
      return true
    case .up, .down, .pageUp, .pageDown: return false
    case .backspace where help.filter?.text.isEmpty == true:
      help = Help()
      return true
    default:
      let before = help.filter?.text
      guard help.filter?.press(key, columns: nil, measure: sitting.measure) == true else {
        return key != .control("l") && key != .function(1)
      }
      if help.filter?.text != before { help.top = 0 }
      return true
    }
  }
}

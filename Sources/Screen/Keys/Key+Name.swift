extension Key {
  /// The key's stable name for key-binding files and tests, such as `ctrl-r`, `alt-enter`, `f5`
  /// or `a`; a paste is named `paste` whatever it holds.
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .function(let number): "f\(number)"
    case .control(" "): "ctrl-space"
    case .control(let character): "ctrl-\(character)"
    case .alt(let key): "alt-\(key.name)"
    case .shift(let key): "shift-\(key.name)"
    case .controlled(let key): "ctrl-\(key.name)"
    case .paste: "paste"
    default: Self.namesOfPlainKeys[self] ?? ""
    }
  }

  /// Reads a key from its name; nothing comes of a name that is not a key's, or of `paste`, which
  /// holds text.
  ///
  /// - Parameter name: A name as ``name`` gives it. A few other usual names are understood too:
  ///   `return`, `esc`, `del`, `bs`, `pgup`, `pgdn`, `shift-tab`, `control-r`, `meta-x`.
  package init?(name: String) {
    guard let key = Self.parsed(Substring(name), depth: 0) else { return nil }
    self = key
  }

  private static let keysOfPlainNames: [String: Key] = [
    "enter": .enter, "tab": .tab, "backtab": .backTab, "escape": .escape,
    "backspace": .backspace, "delete": .delete, "up": .up, "down": .down, "left": .left,
    "right": .right, "home": .home, "end": .end, "pageup": .pageUp, "pagedown": .pageDown,
    "insert": .insert, "space": .character(" "),
  ]

  private static let namesOfPlainKeys: [Key: String] = Dictionary(
    keysOfPlainNames.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  private static let otherNames: [String: Key] = [
    "return": .enter, "esc": .escape, "del": .delete, "bs": .backspace, "pgup": .pageUp,
    "pgdn": .pageDown, "ins": .insert, "shift-tab": .backTab,
  ]

  /// Whether the key types nothing by itself, so that shift and control can be told beside it.
  private var takesModifiers: Bool {
    switch self {
    case .character, .control, .alt, .paste: false
    default: true
    }
  }

  private static func parsed(_ name: Substring, depth: Int) -> Key? {
    // Three modifiers are all there are; deeper nesting is not a key's name.
    guard depth <= 3 else { return nil }
    if name.count == 1, let character = name.first { return plain(character) }
    let lower = name.lowercased()
    if let key = keysOfPlainNames[lower] ?? otherNames[lower] { return key }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...63).contains(number),
      lower == "f\(number)"
    {
      return .function(number)
    }
    for prefix in ["alt-", "meta-", "ctrl-", "control-", "shift-"] where lower.hasPrefix(prefix) {
      guard let key = parsed(name.dropFirst(prefix.count), depth: depth + 1) else { return nil }
      switch prefix {
      case "alt-", "meta-": return withAlt(key)
      case "shift-": return key.takesModifiers ? .shift(key) : nil
      default: return withControl(key)
      }
    }
    return nil
  }

  private static func plain(_ character: Character) -> Key? {
    character.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) }
      ? .character(character) : nil
  }

  private static func withAlt(_ key: Key) -> Key? {
    switch key {
    case .alt, .paste: nil
    default: .alt(key)
    }
  }

  private static func withControl(_ key: Key) -> Key? {
    guard case .character(let character) = key else {
      return key.takesModifiers ? .controlled(key) : nil
    }
    guard character.isASCII, let lower = character.lowercased().first else { return nil }
    return lower.isLetter || " [\\]^_/".contains(lower) ? .control(lower) : nil
  }
}

package import Screen

/// Which keys do which action, and which action a key does.
///
/// Every key does one thing at most. What a key means within a form or a list is no part of it, and
/// what moves and types stays as it is: digits, arrows, Tab, Escape.
package struct Keymap: Equatable, Sendable {
  private var keys: [Action: [Key]]
  private var actions: [Key: Action]

  /// The keys as they are shipped.
  package static let standard = Keymap(
    Action.allCases.reduce(into: [:]) { $0[$1] = $1.usual.keys })

  /// Keys that do the same for everybody, so that nobody is ever left without a way to go on.
  package static let fixed: [Key: Action] = [
    .enter: .openSelected, .function(1): .help, .function(12): .palette,
  ]

  /// - Parameter keys: the keys of each action, no key twice.
  init(_ keys: [Action: [Key]]) {
    self.keys = keys
    actions = [:]
    for action in Action.allCases {
      for key in keys[action] ?? [] where actions[key] == nil { actions[key] = action }
    }
  }

  /// The keys that do an action, the main one first; may be none.
  package subscript(action: Action) -> [Key] { keys[action] ?? [] }

  /// What a key does while not typing.
  ///
  /// - Parameter key: the key.
  /// - Returns: nil when it does nothing.
  package func action(of key: Key) -> Action? { actions[key] }

  /// What a key does while typing: function keys and Alt, which type nothing.
  ///
  /// - Parameter key: the key.
  /// - Returns: nil when it does nothing, or types.
  package func whileTyping(_ key: Key) -> Action? {
    Keymap.typesNothing(key) ? actions[key] : nil
  }

  /// Whether a key reaches an action while words are being written.
  static func typesNothing(_ key: Key) -> Bool {
    switch key {
    case .function, .alt, .control("l"): true
    default: false
    }
  }

  /// The key a Chinese input method meant when it made its own punctuation of it; the key itself
  /// where that does something.
  ///
  /// - Parameter key: the key as it came.
  /// - Returns: the key as it was meant.
  package func meant(_ key: Key) -> Key {
    guard actions[key] == nil else { return key }
    switch key {
    case .character(let character): return .character(Keymap.plain(character))
    case .alt(.character(let character)): return .alt(.character(Keymap.plain(character)))
    default: return key
    }
  }

  private static func plain(_ character: Character) -> Character {
    switch character {
    case "、": return "/"
    case "。": return "."
    case "《": return "<"
    case "》": return ">"
    case "·": return "`"
    default: break
    }
    // The full-width forms stand in the order of ASCII; letters typed that way are words.
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      (0xFF01...0xFF5E).contains(scalar.value),
      let ascii = Unicode.Scalar(scalar.value - 0xFEE0), !ascii.properties.isAlphabetic
    else { return character }
    return Character(ascii)
  }
}

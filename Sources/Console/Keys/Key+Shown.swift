package import Screen

extension Key {
  /// The key as hints show it: `a`, `F5`, `^L`, `Alt-r`.
  package var shown: String {
    switch self {
    case .character(" "): "␣"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let character): "^\(character.uppercased())"
    // Pressed as it is told: a capital letter needs Shift.
    case .alt(.character(let character)) where character.isUppercase: "Alt-Shift-\(character)"
    case .alt(let key): "Alt-\(key.shown)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    default: name
    }
  }
}

/// Turns meanings into colours and attributes.
package struct Theme: Hashable, Sendable {
  /// The look of text by its tint; what is missing is plain.
  package var tints: [Tint: Look]
  /// The look of what lies behind text; what is missing is plain. A foreground given here stands
  /// only where the tint has none of its own, unless the ground is ``Ground/alarm``.
  package var grounds: [Ground: Look]

  /// Makes a theme.
  ///
  /// - Parameters:
  ///   - tints: The look of text by its tint.
  ///   - grounds: The look of what lies behind text.
  package init(tints: [Tint: Look], grounds: [Ground: Look]) {
    self.tints = tints
    self.grounds = grounds
  }

  /// The usual theme for a background.
  ///
  /// - Parameter background: What the terminal shows behind text.
  package init(on background: Background) {
    self = background == .light ? .light : .dark
  }

  /// The same theme for a terminal with so few colours that a tint on a ground of another colour
  /// could not be read: grounds are reversed or underlined.
  package var basic: Theme {
    Theme(tints: tints, grounds: self == .none ? grounds : Theme.basicGrounds)
  }

  /// What a terminal is told to show a style.
  ///
  /// - Parameter style: The style.
  /// - Returns: The look.
  package func look(of style: Style) -> Look {
    var look = tints[style.foreground] ?? Look()
    look.emphasis.formUnion(style.emphasis)
    guard let ground = grounds[style.background] else { return look }
    look.background = ground.background
    if look.foreground == .standard || style.background == .alarm {
      look.foreground = ground.foreground
    }
    // Reversed on a ground that is reversed already would look like the ground.
    if look.emphasis.contains(.reverse), ground.emphasis.contains(.reverse) {
      look.emphasis.subtract(.reverse)
      look.emphasis.formUnion([.bold, .underline])
      return look
    }
    look.emphasis.formUnion(ground.emphasis)
    return look
  }
}

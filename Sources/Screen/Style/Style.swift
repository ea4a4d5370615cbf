/// How a cell looks, said in meanings; a ``Theme`` turns it into colours and attributes.
package struct Style: Hashable, Sendable {
  /// What the text's colour says.
  package var foreground: Tint
  /// What lies behind the text.
  package var background: Ground
  /// How the text is set apart besides its colour.
  package var emphasis: Emphasis

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - foreground: What the text's colour says.
  ///   - background: What lies behind the text.
  ///   - emphasis: How the text is set apart besides its colour.
  package init(
    _ foreground: Tint = .plain, on background: Ground = .plain, _ emphasis: Emphasis = []
  ) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }

  /// Ordinary text on the terminal's own background.
  package static let plain = Style()

  /// The same style, bold.
  package var bold: Style { with(.bold) }
  /// The same style, dim.
  package var dim: Style { with(.dim) }
  /// The same style, underlined.
  package var underlined: Style { with(.underline) }
  /// The same style with foreground and background exchanged.
  package var reversed: Style { with(.reverse) }
  /// The same style, slanted.
  package var italic: Style { with(.italic) }

  /// The same style with one more emphasis.
  ///
  /// - Parameter emphasis: What is added.
  /// - Returns: The new style.
  package func with(_ emphasis: Emphasis) -> Style {
    Style(foreground, on: background, self.emphasis.union(emphasis))
  }

  /// The same style on another ground.
  ///
  /// - Parameter ground: What lies behind the text.
  /// - Returns: The new style.
  package func on(_ ground: Ground) -> Style {
    Style(foreground, on: ground, emphasis)
  }

  /// The same style in another tint.
  ///
  /// - Parameter tint: What the text's colour says.
  /// - Returns: The new style.
  package func tinted(_ tint: Tint) -> Style {
    Style(tint, on: background, emphasis)
  }
}

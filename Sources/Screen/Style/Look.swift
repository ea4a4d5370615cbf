/// What a terminal is told to show a style: colours and attributes.
package struct Look: Hashable, Sendable {
  /// The colour of the text.
  package var foreground: Colour
  /// The colour behind it.
  package var background: Colour
  /// How the text is set apart besides its colour.
  package var emphasis: Emphasis

  /// Makes a look.
  ///
  /// - Parameters:
  ///   - foreground: The colour of the text.
  ///   - background: The colour behind it.
  ///   - emphasis: How the text is set apart besides its colour.
  package init(
    foreground: Colour = .standard, background: Colour = .standard, emphasis: Emphasis = []
  ) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}

/// What the lines of a frame are drawn with.
package enum Strokes: Hashable, Sendable, CaseIterable {
  /// Box-drawing characters.
  case box
  /// `+`, `-` and `|`, for terminals and fonts without box drawing.
  case ascii
  /// Blanks: nothing that a screen reader would read out.
  case none
}

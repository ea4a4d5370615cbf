/// A colour as terminals number them.
package enum Colour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the 256 colours of the usual palette, with the nearest of the basic sixteen for
  /// terminals that have no more.
  case palette(UInt8, basic: UInt8)
}

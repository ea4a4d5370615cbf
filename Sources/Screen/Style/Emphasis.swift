/// How text is set apart besides its colour.
package struct Emphasis: OptionSet, Hashable, Sendable {
  /// The bits, one a kind.
  package let rawValue: UInt8

  /// Makes a set from its bits.
  ///
  /// - Parameter rawValue: The bits.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier strokes.
  package static let bold = Emphasis(rawValue: 1)
  /// Fainter than usual; terminals that cannot show it show plain text.
  package static let dim = Emphasis(rawValue: 2)
  /// A line below.
  package static let underline = Emphasis(rawValue: 4)
  /// Foreground and background exchanged.
  package static let reverse = Emphasis(rawValue: 8)
  /// Slanted; terminals that cannot show it show plain text.
  package static let italic = Emphasis(rawValue: 16)
}

/// An entry found in a text.
struct PatternHit: Equatable, Sendable {
  /// The entry, by its index in the matcher.
  var pattern: Int
  /// From its first part to the end of its last, in folded scalars.
  var range: Range<Int>
  /// Where its parts stand, as pairs of start and end; unused pairs are zero.
  var parts: SIMD8<Int32>
  var partCount: Int

  /// The parts, in order.
  var pieces: [Range<Int>] {
    (0..<partCount).map { Int(parts[$0 * 2])..<Int(parts[$0 * 2 + 1]) }
  }

  /// Scalars in the parts, gaps left out.
  var length: Int { pieces.reduce(0) { $0 + $1.count } }
}

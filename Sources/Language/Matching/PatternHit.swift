/// An entry found in a text.
struct PatternHit: Equatable, Sendable {
  /// The entry, by its index in the matcher.
  var pattern: Int
  var parts: Parts

  /// From its first part to the end of its last, in folded scalars.
  var range: Range<Int> { parts.start..<parts.end }

  /// The stretches of text it stands on, gaps left out.
  var pieces: [Range<Int>] { parts.ranges }

  /// Scalars it stands on.
  var length: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension PatternHit {
  /// Up to four stretches of text, in order.
  struct Parts: Equatable, Sendable {
    /// Pairs of start and end; unused pairs are zero.
    private var edges: SIMD8<Int32>
    private var count: Int8

    /// One stretch.
    init(_ range: Range<Int>) {
      edges = SIMD8()
      edges[0] = Int32(truncatingIfNeeded: range.lowerBound)
      edges[1] = Int32(truncatingIfNeeded: range.upperBound)
      count = 1
    }

    var start: Int { Int(edges[0]) }
    var end: Int { Int(edges[Int(count) * 2 - 1]) }

    var ranges: [Range<Int>] {
      (0..<Int(count)).map { Int(edges[$0 * 2])..<Int(edges[$0 * 2 + 1]) }
    }

    /// These with the last stretch going on to `end`.
    func extended(to end: Int) -> Parts {
      var parts = self
      parts.edges[Int(count) * 2 - 1] = Int32(truncatingIfNeeded: end)
      return parts
    }

    /// These with one stretch more; the last one goes on when there is no room.
    func adding(_ range: Range<Int>) -> Parts {
      guard count < 4 else { return extended(to: range.upperBound) }
      var parts = self
      parts.edges[Int(count) * 2] = Int32(truncatingIfNeeded: range.lowerBound)
      parts.edges[Int(count) * 2 + 1] = Int32(truncatingIfNeeded: range.upperBound)
      parts.count += 1
      return parts
    }
  }
}

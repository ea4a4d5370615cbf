/// An entry found in a text.
struct PatternHit: Equatable, Sendable {
  /// The entry, by its index in the matcher.
  var pattern: Int
  var parts: Parts

  /// From its first part to the end of its last, in folded scalars.
  var range: Range<Int> { parts.start..<parts.end }

  /// Scalars it stands on, gaps left out.
  var length: Int { parts.length }
}

extension PatternHit {
  /// Up to four stretches of text, in order.
  struct Parts: Equatable, Sendable {
    /// Pairs of start and end; an unused pair is zero, since no stretch is empty.
    private var edges: SIMD8<Int32>

    /// One stretch, not empty.
    @inline(__always)
    init(_ range: Range<Int>) {
      edges = SIMD8()
      edges[0] = Int32(truncatingIfNeeded: range.lowerBound)
      edges[1] = Int32(truncatingIfNeeded: range.upperBound)
    }

    var start: Int { Int(edges[0]) }
    var end: Int {
      Int(edges[3] == 0 ? edges[1] : edges[5] == 0 ? edges[3] : edges[7] == 0 ? edges[5] : edges[7])
    }

    private var count: Int {
      edges[3] == 0 ? 1 : edges[5] == 0 ? 2 : edges[7] == 0 ? 3 : 4
    }

    /// Scalars in all stretches.
    var length: Int { Int(edges.oddHalf.wrappedSum() &- edges.evenHalf.wrappedSum()) }

    /// Calls `body` with each scalar of the stretches.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
      for part in 0..<count {
        for index in Int(edges[part * 2])..<Int(edges[part * 2 + 1]) { body(index) }
      }
    }

    /// Whether `test` holds for any scalar of a stretch.
    @inline(__always)
    func contains(where test: (Int) -> Bool) -> Bool {
      for part in 0..<count {
        for index in Int(edges[part * 2])..<Int(edges[part * 2 + 1]) where test(index) {
          return true
        }
      }
      return false
    }

    /// These with the last stretch going on to `end`.
    func extended(to end: Int) -> Parts {
      var parts = self
      parts.edges[count * 2 - 1] = Int32(truncatingIfNeeded: end)
      return parts
    }

    /// These with one stretch more; the last one goes on when there is no room.
    func adding(_ range: Range<Int>) -> Parts {
      let count = count
      guard count < 4 else { return extended(to: range.upperBound) }
      var parts = self
      parts.edges[count * 2] = Int32(truncatingIfNeeded: range.lowerBound)
      parts.edges[count * 2 + 1] = Int32(truncatingIfNeeded: range.upperBound)
      return parts
    }
  }
}

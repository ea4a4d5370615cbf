/// A stretch of a text, counted in Unicode scalars from its start.
package struct TextSpan: Equatable, Hashable, Codable, Sendable {
  /// The first scalar.
  package var start: Int
  /// One past the last scalar; never below `start`.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

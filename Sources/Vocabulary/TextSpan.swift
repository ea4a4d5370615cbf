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

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      start: try box.decode(Int.self, forKey: .start), end: try box.decode(Int.self, forKey: .end))
  }
}

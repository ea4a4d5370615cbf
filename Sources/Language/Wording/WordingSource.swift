/// Small hints in the choice of words, learned from texts that somebody judged. One alone says
/// little; together they are a second vote beside the named signals.
package struct WordingSource: Equatable, Codable, Sendable {
  /// The points of heat that all hints of a message together come near to and never pass.
  package var most: Double
  /// Hints by the points each adds, such as `"1.5"`; hints that cool stand under negative points.
  ///
  /// A hint is an English word, two neighbouring ones (`not_good`), one Chinese character or two;
  /// blanks stand between hints.
  package var hints: [String: String]

  /// No hints unless given.
  package init(most: Double, hints: [String: String] = [:]) {
    self.most = most
    self.hints = hints
  }

  package init(from decoder: any Decoder) throws {
    try StrictKeys.check(decoder, CodingKeys.self, in: "the wording")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    most = try container.decode(Double.self, forKey: .most)
    hints = try container.decode([String: String].self, forKey: .hints)
    for points in hints.keys where Float(points)?.isFinite != true {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: container.codingPath + [CodingKeys.hints],
          debugDescription: "“\(points)” is no number of points; write one such as “1.5”."))
    }
  }

  private enum CodingKeys: String, CodingKey, CaseIterable { case most, hints }
}

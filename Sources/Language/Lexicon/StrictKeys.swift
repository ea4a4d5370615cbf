/// Refuses keys a document may not have, so that a slip of the pen is not silently ignored.
enum StrictKeys {
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Checks the keys of the mapping that `decoder` stands at.
  ///
  /// - Parameters:
  ///   - decoder: stands at a mapping.
  ///   - keys: the keys it may have.
  ///   - thing: what the mapping is, for the message.
  /// - Throws: `DecodingError.dataCorrupted` naming the first key that is not among them.
  static func check<Key: CodingKey & CaseIterable>(
    _ decoder: any Decoder, _ keys: Key.Type, in thing: String
  ) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    let known = keys.allCases.map(\.stringValue)
    for key in container.allKeys where !known.contains(key.stringValue) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: container.codingPath + [key],
          debugDescription:
            "“\(key.stringValue)” is no part of \(thing); use \(known.joined(separator: ", "))."))
    }
  }
}

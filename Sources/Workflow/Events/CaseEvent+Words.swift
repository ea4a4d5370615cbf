import Vocabulary

// Sets are written in one order, so that the same fact is the same text every time.

extension CaseEvent.Received {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(text, forKey: .text)
    try box.encode(kind, forKey: .kind)
    try box.encode(heat, forKey: .heat)
    try box.encode(moves.inOrder, forKey: .moves)
    try box.encode(isHistory, forKey: .isHistory)
    try box.encodeIfPresent(isPublic, forKey: .isPublic)
    try box.encodeIfPresent(saidAt, forKey: .saidAt)
  }
}

extension CaseEvent.Replied {
  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(text, forKey: .text)
    try box.encode(kind, forKey: .kind)
    try box.encode(acts.inOrder, forKey: .acts)
    try box.encode(source, forKey: .source)
    try box.encode(phrases, forKey: .phrases)
    try box.encode(isPublic, forKey: .isPublic)
    try box.encode(isNudge, forKey: .isNudge)
    try box.encode(isHistory, forKey: .isHistory)
    try box.encodeIfPresent(saidAt, forKey: .saidAt)
  }
}

extension Set where Element: CaseIterable {
  /// The elements in the order they are declared.
  var inOrder: [Element] { Element.allCases.filter(contains) }
}

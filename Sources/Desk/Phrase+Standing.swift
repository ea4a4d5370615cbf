import Playbook

extension Phrase {
  /// Whether a draft still is made of this phrase: most of its own words stand in it, in order.
  ///
  /// An agent who puts a phrase in and then writes something else over it has not said it.
  func stands(in draft: String) -> Bool {
    let pieces = text.split(separator: "{", omittingEmptySubsequences: false).enumerated()
      .flatMap { offset, piece in
        (offset == 0 ? String(piece) : String(piece.drop { $0 != "}" }.dropFirst()))
          .split { "。！？；，.!?;,\n".contains($0) }
          .map { $0.filter { !$0.isWhitespace } }
      }
      .filter { $0.count > 1 }
    let wanted = pieces.reduce(0) { $0 + $1.count }
    guard wanted > 0 else { return false }
    var rest = draft.filter { !$0.isWhitespace }[...]
    var found = 0
    for piece in pieces {
      guard let range = rest.firstRange(of: piece) else { continue }
      found += piece.count
      rest = rest[range.upperBound...]
    }
    return found * 10 >= wanted * 6
  }
}

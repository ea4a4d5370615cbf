/// A part of a frame that stands for something which can be pointed at.
///
/// Whoever draws it says what it stands for, so that the mouse can never mean anything but what is
/// seen.
package struct Zone: Hashable, Sendable {
  /// Where it is.
  package let rect: Rect
  /// What sort of thing it stands for; the numbers belong to whoever draws.
  package let kind: Int
  /// Which one of its sort.
  package let index: Int

  /// Makes a zone.
  ///
  /// - Parameters:
  ///   - rect: Where it is.
  ///   - kind: What sort of thing it stands for.
  ///   - index: Which one of its sort.
  package init(_ rect: Rect, kind: Int, index: Int) {
    self.rect = rect
    self.kind = kind
    self.index = index
  }
}

/// Up to four scalars that join the base of a cell; the rest is dropped, since terminals and
/// ncurses keep no more.
struct Marks: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// No marks.
  static let none = Marks()

  /// Whether there are no marks.
  var isEmpty: Bool { first == 0 }

  /// Adds a mark, unless four are there already.
  ///
  /// - Parameter scalar: The mark's number, never zero.
  mutating func append(_ scalar: UInt32) {
    if first == 0 {
      first = UInt64(scalar)
    } else if first >> 32 == 0 {
      first |= UInt64(scalar) << 32
    } else if second == 0 {
      second = UInt64(scalar)
    } else if second >> 32 == 0 {
      second |= UInt64(scalar) << 32
    }
  }

  /// Calls for every mark in order.
  ///
  /// - Parameter body: What is done with a mark's number.
  func forEach(_ body: (UInt32) -> Void) {
    for half in [first & 0xFFFF_FFFF, first >> 32, second & 0xFFFF_FFFF, second >> 32] {
      guard half != 0 else { return }
      body(UInt32(half))
    }
  }
}

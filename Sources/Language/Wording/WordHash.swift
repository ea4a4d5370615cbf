/// A hash of a word as it is read (FNV-1a), and of tokens one after the other.
struct WordHash: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func take(_ scalar: UInt32) {
    value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
  }

  /// A sign that is a token of its own.
  @inline(__always)
  static func sign(_ scalar: UInt32) -> UInt64 {
    (UInt64(scalar) &+ 0x51_7C_C1) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The tokens of `hash` with `next` after them.
  @inline(__always)
  static func joined(_ hash: UInt64, _ next: UInt64) -> UInt64 {
    var mixed = (hash ^ (next &+ 0x9E37_79B9_7F4A_7C15 &+ (hash << 6) &+ (hash >> 2)))
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 29)
  }
}

/// Hints by their keys: open addressing, so that a text costs one short look a word.
struct HintTable: Sendable {
  /// What is known of a hint.
  struct Hint: Equatable, Sendable {
    /// Its place in the table; two hints never share one.
    var slot: Int
    var points: Float
  }

  private var keys: [UInt64]
  private var points: [Float]
  private let mask: Int
  private(set) var count = 0

  /// Room for `capacity` hints.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    points = [Float](repeating: 0, count: size)
    mask = size - 1
  }

  /// How many slots there are.
  var slots: Int { keys.count }

  /// Sets the points of `key`, which is not 0; nothing happens once the room is taken.
  mutating func set(_ key: UInt64, _ value: Float) {
    guard key != 0, count < keys.count / 2 + 1 else { return }
    var slot = start(key)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    points[slot] = value
  }

  /// The hint of `key`.
  @inline(__always)
  func hint(_ key: UInt64) -> Hint? {
    var slot = start(key)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return Hint(slot: slot, points: points[slot])
  }

  @inline(__always)
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}

/// Hints by their keys: open addressing, so that a text costs one short look a word. Small, since a
/// message asks here and there in all of it.
struct HintTable: Sendable {
  /// What is known of a hint.
  struct Hint: Equatable, Sendable {
    /// Its place in the table; two hints never share one.
    var slot: Int
    var points: Float
  }

  /// Half of a hint's key, which is 0 only where the slot is free, and its points; the other half
  /// says where to look.
  private struct Slot: Sendable {
    var tag: UInt32 = 0
    var points: Float = 0
  }

  private var table: [Slot]
  private let mask: Int
  let count: Int

  /// A table of `hints`; of two with the same key, which is not 0, the later one holds.
  init(_ hints: [(key: UInt64, points: Float)]) {
    var last: [UInt64: Float] = [:]
    for hint in hints { last[hint.key] = hint.points }
    var size = 16
    while size < last.count * 2 { size *= 2 }
    table = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    count = last.count
    for (key, points) in last.sorted(by: { $0.key < $1.key }) {
      let (start, tag) = HintTable.halves(of: key)
      var slot = start & mask
      while table[slot].tag != 0 { slot = (slot + 1) & mask }
      table[slot] = Slot(tag: tag, points: points)
    }
  }

  /// How many slots there are.
  var slots: Int { table.count }

  /// Calls `body` with the index of each of `keys` that is a hint, in their order.
  ///
  /// They lie far from each other, so fetching them is what takes long: the first slot of each is
  /// fetched before anything hangs on what one holds, so that they come side by side.
  @inline(__always)
  func find(_ keys: [UInt64], _ body: (_ index: Int, Hint) -> Void) {
    table.withUnsafeBufferPointer { table in
      let firsts = keys.map { table[HintTable.halves(of: $0).start & mask] }
      for (index, key) in keys.enumerated() {
        var found = firsts[index]
        guard found.tag != 0 else { continue }
        let (start, tag) = HintTable.halves(of: key)
        var slot = start & mask
        while found.tag != 0 {
          if found.tag == tag {
            body(index, Hint(slot: slot, points: found.points))
            break
          }
          slot = (slot + 1) & mask
          found = table[slot]
        }
      }
    }
  }

  @inline(__always)
  private static func halves(of key: UInt64) -> (start: Int, tag: UInt32) {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    // The upper half hangs on all of the key, so keys that differ in their upper half alone, as pairs
    // with the same second character do, never look alike.
    return (Int(mixed >> 16 & 0xFFFF_FFFF), UInt32(mixed >> 32) | 1)
  }
}

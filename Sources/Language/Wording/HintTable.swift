/// Hints by their keys: open addressing, so that a text costs one short look a word. Small, since a
/// message asks here and there in all of it.
struct HintTable: Sendable {
  /// What is known of a hint.
  struct Hint: Equatable, Sendable {
    /// Its place in the table; two hints never share one.
    var slot: Int
    var points: Float
  }

  /// Half of a hint's key and its points; the other half says where to look.
  private struct Slot: Sendable {
    var tag: UInt32 = 0
    /// Not a number where the slot is free.
    var points = Float.nan

    var isTaken: Bool { !points.isNaN }
  }

  private var table: [Slot]
  let count: Int

  /// A table of `hints`; of two with the same key, which is not 0, the later one holds.
  init(_ hints: [(key: UInt64, points: Float)]) {
    var last: [UInt64: Float] = [:]
    for hint in hints { last[hint.key] = hint.points }
    // Three quarters full: a look goes a little further, mostly within the same cache line.
    table = [Slot](repeating: Slot(), count: last.count * 4 / 3 + 16)
    count = last.count
    for (key, points) in last.sorted(by: { $0.key < $1.key }) {
      var (slot, tag) = halves(of: key)
      while table[slot].isTaken { slot = after(slot) }
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
      let firsts = keys.map { table[halves(of: $0).start] }
      for (index, key) in keys.enumerated() {
        var found = firsts[index]
        guard found.isTaken else { continue }
        var (slot, tag) = halves(of: key)
        while found.isTaken {
          if found.tag == tag {
            body(index, Hint(slot: slot, points: found.points))
            break
          }
          slot = after(slot)
          found = table[slot]
        }
      }
    }
  }

  @inline(__always)
  private func after(_ slot: Int) -> Int { slot + 1 == table.count ? 0 : slot + 1 }

  /// Where to look for a key, and what tells it from the others there.
  ///
  /// Both hang on all of the key, and what one leaves out the other holds: no two keys look alike.
  @inline(__always)
  private func halves(of key: UInt64) -> (start: Int, tag: UInt32) {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return (Int(((mixed >> 32) &* UInt64(table.count)) >> 32), UInt32(truncatingIfNeeded: mixed))
  }
}

/// Small numbers by their keys: open addressing, so that a look costs one short step.
///
/// Half of a key says where to look and the other half is kept, which leaves eight bytes an entry: a
/// message asks for hundreds here and there among tens of thousands.
struct KeyTable: Sendable {
  private struct Slot: Sendable {
    var tag: UInt32 = 0
    var value = KeyTable.none
  }

  /// The value of a free slot; no key may have it.
  private static let none = UInt32.max

  private var slots: [Slot]

  /// A table of `values`, whose keys differ.
  init(_ values: [(key: UInt64, value: UInt32)]) {
    // Three quarters full: a look goes a little further, mostly within the same cache line.
    slots = [Slot](repeating: Slot(), count: values.count * 4 / 3 + 16)
    for (key, value) in values {
      let (start, tag) = halves(of: key)
      var slot = start
      while slots[slot].value != KeyTable.none { slot = after(slot) }
      slots[slot] = Slot(tag: tag, value: value)
    }
  }

  /// How many places there are.
  var end: Int { slots.count }

  /// The value of `key` and the place where it stands, which no other key shares; or nil.
  @inline(__always)
  func find(_ key: UInt64) -> (place: Int, value: UInt32)? {
    let (start, tag) = halves(of: key)
    return slots.withUnsafeBufferPointer { slots in
      var slot = start
      while true {
        let here = slots[slot]
        guard here.value != KeyTable.none else { return nil }
        if here.tag == tag { return (slot, here.value) }
        slot = after(slot)
      }
    }
  }

  @inline(__always)
  private func after(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

  /// Where to look for a key, and what tells it from the others there.
  @inline(__always)
  private func halves(of key: UInt64) -> (start: Int, tag: UInt32) {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return (
      Int(((mixed >> 32) &* UInt64(slots.count)) >> 32), UInt32(truncatingIfNeeded: mixed)
    )
  }
}

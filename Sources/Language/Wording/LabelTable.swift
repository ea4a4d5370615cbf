/// What each hint is worth to each label: open addressing, so that a text costs one short look a
/// hint whatever the number of labels.
struct LabelTable: Sendable {
  private var keys: [UInt64]
  /// For each slot, where its points begin in `labels` and `points`, and how many there are.
  private var starts: [Int32]
  private var counts: [Int32]
  private var labels: [Int32] = []
  private var points: [Float] = []
  private let mask: Int
  /// How many different hints there are.
  private(set) var count = 0

  /// A table of `entries`; of two for the same hint and label the last one holds.
  init(_ entries: [(key: UInt64, label: Int, points: Float)]) {
    var byKey: [UInt64: [(label: Int, points: Float)]] = [:]
    for entry in entries where entry.key != 0 {
      byKey[entry.key, default: []].removeAll { $0.label == entry.label }
      byKey[entry.key]?.append((entry.label, entry.points))
    }
    var size = 16
    while size < byKey.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    starts = [Int32](repeating: 0, count: size)
    counts = starts
    mask = size - 1
    for key in byKey.keys.sorted() {
      var slot = start(key)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      starts[slot] = Int32(labels.count)
      for (label, value) in (byKey[key] ?? []).sorted(by: { $0.label < $1.label }) {
        labels.append(Int32(label))
        points.append(value)
      }
      counts[slot] = Int32(labels.count) - starts[slot]
      count += 1
    }
  }

  /// The slot of a hint.
  @inline(__always)
  func slot(of key: UInt64) -> Int? {
    var slot = start(key)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Adds what the hint in `slot` is worth to the sum of each label.
  @inline(__always)
  func add(_ slot: Int, to sums: inout [Float]) {
    let start = Int(starts[slot])
    for entry in start..<start + Int(counts[slot]) { sums[Int(labels[entry])] += points[entry] }
  }

  /// What the hint in `slot` is worth to `label`.
  func points(_ slot: Int, for label: Int) -> Double {
    let start = Int(starts[slot])
    for entry in start..<start + Int(counts[slot]) where labels[entry] == Int32(label) {
      return Double(points[entry])
    }
    return 0
  }

  @inline(__always)
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}

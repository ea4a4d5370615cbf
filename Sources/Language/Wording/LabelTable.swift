/// What each hint is worth to each label: open addressing, so that a text costs one short look a
/// hint whatever the number of labels.
struct LabelTable: Sendable {
  private var keys: [UInt64]
  /// For each slot, where its points begin in `labels` and `points`, those of labels from `split` on
  /// among them, and where they end.
  private var places: [Place]
  private var labels: [Int32] = []
  private var points: [Float] = []
  private let mask: Int
  /// How many different hints there are.
  private(set) var count = 0

  private struct Place: Sendable {
    var start: Int32 = 0
    var middle: Int32 = 0
    var end: Int32 = 0
  }

  /// A table of `entries`; of two for the same hint and label the last one holds. Labels below
  /// `split` and the others are asked for apart.
  init(_ entries: [(key: UInt64, label: Int, points: Float)], split: Int) {
    var byKey: [UInt64: [(label: Int, points: Float)]] = [:]
    for entry in entries where entry.key != 0 {
      byKey[entry.key, default: []].removeAll { $0.label == entry.label }
      byKey[entry.key]?.append((entry.label, entry.points))
    }
    var size = 16
    while size < byKey.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    places = [Place](repeating: Place(), count: size)
    mask = size - 1
    for key in byKey.keys.sorted() {
      var slot = start(key)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      places[slot].start = Int32(labels.count)
      places[slot].middle = Int32(labels.count)
      for (label, value) in (byKey[key] ?? []).sorted(by: { $0.label < $1.label }) {
        labels.append(Int32(label))
        points.append(value)
        if label < split { places[slot].middle = Int32(labels.count) }
      }
      places[slot].end = Int32(labels.count)
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

  /// Adds what the hint in `slot` is worth to the sum of each label from `split` on, or of each one
  /// below it.
  @inline(__always)
  func add(_ slot: Int, aboveSplit: Bool, to sums: inout [Float]) {
    let place = places[slot]
    let entries =
      aboveSplit ? Int(place.middle)..<Int(place.end) : Int(place.start)..<Int(place.middle)
    for entry in entries { sums[Int(labels[entry])] += points[entry] }
  }

  /// What the hint in `slot` is worth to `label`.
  func points(_ slot: Int, for label: Int) -> Double {
    for entry in Int(places[slot].start)..<Int(places[slot].end)
    where labels[entry] == Int32(label) {
      return Double(points[entry])
    }
    return 0
  }

  @inline(__always)
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}

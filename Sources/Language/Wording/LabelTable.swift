/// What each hint of a script is worth to each label: open addressing, so that a text costs one short
/// look a hint whatever the number of labels.
///
/// What a look needs lies together and is kept small, since a message asks for hundreds of hints
/// here and there in tens of thousands.
struct LabelTable: Sendable {
  private var slots: [Slot]
  /// The rows of all hints: first how many worths to labels below `split` and how many to the others
  /// follow, then these worths.
  private var rows: [Worth] = []
  /// How many different hints there are.
  let count: Int

  /// Half of a hint's key and where its row begins, doubled, plus one if longer hints begin with it;
  /// the other half says where to look.
  private struct Slot: Sendable {
    var tag: UInt32 = 0
    var row: Int32 = -1
  }

  /// What a look found.
  struct Found {
    /// The row of the hint; that of a mere beginning of others is worth nothing.
    var row: Int
    /// Whether longer hints begin with it.
    var leadsOn: Bool
  }

  /// What a hint is worth to a label.
  struct Entry {
    var key: UInt64
    /// The keys of the shorter hints it begins with.
    var before: [UInt64] = []
    var label: Int
    var points: Double
  }

  private struct Worth: Sendable {
    var label: UInt16
    /// In thousandths of a point: whole numbers add up to the same sum in any order, and sums that
    /// are just enough are so every time.
    var thousandths: Int16
  }

  /// Thousandths for points as they are written; no hint is worth more than 32 points.
  static func thousandths(_ points: Double) -> Int {
    Int((max(-1e6, min(1e6, points)) * 1000).rounded())
  }

  /// A table of `entries`; of two for the same hint and label the last one holds. Labels below
  /// `split` and the others are asked for apart.
  init(_ entries: [Entry], split: Int) {
    // Nobody tells so many kinds apart; rows could not count them.
    let mostLabels = Int(Int16.max)
    let order = entries.indices.filter {
      entries[$0].key != 0 && entries[$0].label < mostLabels
    }.sorted {
      (entries[$0].key, entries[$0].label, $0) < (entries[$1].key, entries[$1].label, $1)
    }
    var hints: [Range<Int>] = []
    for place in order.indices {
      if place > 0, entries[order[place]].key == entries[order[place - 1]].key {
        hints[hints.count - 1] = hints[hints.count - 1].lowerBound..<place + 1
      } else {
        hints.append(place..<place + 1)
      }
    }
    count = hints.count
    // What says something to many labels is mostly what stands in every text: kept together, it is
    // near when it is wanted.
    hints.sort { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    var starts: [(key: UInt64, row: Int)] = []
    for hint in hints {
      let row = rows.count
      starts.append((entries[order[hint.lowerBound]].key, row))
      rows.append(Worth(label: 0, thousandths: 0))
      for place in hint {
        let entry = entries[order[place]]
        let isLast =
          place + 1 == hint.upperBound || entries[order[place + 1]].label != entry.label
        guard isLast else { continue }
        if entry.label < split { rows[row].label += 1 } else { rows[row].thousandths += 1 }
        rows.append(
          Worth(
            label: UInt16(entry.label),
            thousandths: Int16(clamping: LabelTable.thousandths(entry.points))))
      }
    }
    // Beginnings that are no hints themselves lead to the longer ones.
    let leading = Set(entries.flatMap(\.before))
    for key in leading.subtracting(starts.map(\.key)).sorted() {
      starts.append((key, rows.count))
      rows.append(Worth(label: 0, thousandths: 0))
    }
    // Three quarters full: a look goes a little further, mostly within the same cache line.
    let size = starts.count * 4 / 3 + 16
    slots = [Slot](repeating: Slot(), count: size)
    for (key, row) in starts {
      let (start, tag) = halves(of: key)
      var slot = start
      while slots[slot].row >= 0 { slot = after(slot) }
      slots[slot] = Slot(tag: tag, row: Int32(row * 2 + (leading.contains(key) ? 1 : 0)))
    }
  }

  /// Rows stand at places below this.
  var end: Int { rows.count }

  /// The row of a hint or of a beginning of hints, or nil.
  @inline(__always)
  func find(_ key: UInt64) -> Found? {
    let (start, tag) = halves(of: key)
    return slots.withUnsafeBufferPointer { slots in
      var slot = start
      while true {
        let here = slots[slot]
        guard here.row >= 0 else { return nil }
        if here.tag == tag { return Found(row: Int(here.row >> 1), leadsOn: here.row & 1 != 0) }
        slot = after(slot)
      }
    }
  }

  /// Adds what rows are worth, in thousandths, to the sum of each label from `split` on, or of each
  /// one below it.
  ///
  /// - Returns: the steps taken.
  func add(_ hints: [Int], aboveSplit: Bool, to sums: inout [Int]) -> Int {
    rows.withUnsafeBufferPointer { rows in
      // The hints of a text lie far from each other, so fetching them is what takes long: looked at
      // once before anything hangs on what they hold, they are fetched side by side.
      var steps = hints.count
      for row in hints {
        steps &+= aboveSplit ? Int(rows[row].thousandths) : Int(rows[row].label)
      }
      sums.withUnsafeMutableBufferPointer { sums in
        for row in hints {
          let (below, above) = (Int(rows[row].label), Int(rows[row].thousandths))
          let start = aboveSplit ? row + 1 + below : row + 1
          for place in start..<start + (aboveSplit ? above : below) {
            sums[Int(rows[place].label)] &+= Int(rows[place].thousandths)
          }
        }
      }
      return steps
    }
  }

  /// What a row is worth to `label`.
  func points(_ row: Int, for label: Int) -> Double {
    let count = Int(rows[row].label) + Int(rows[row].thousandths)
    for place in row + 1..<row + 1 + count where Int(rows[place].label) == label {
      return Double(rows[place].thousandths) / 1000
    }
    return 0
  }

  @inline(__always)
  private func after(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

  /// Where to look for a key, and what tells it from the others there.
  @inline(__always)
  private func halves(of key: UInt64) -> (start: Int, tag: UInt32) {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return (Int(((mixed & 0xFFFF_FFFF) &* UInt64(slots.count)) >> 32), UInt32(mixed >> 32))
  }
}

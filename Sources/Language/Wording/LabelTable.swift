/// What each hint of a script is worth to each label: one short look a hint whatever the number of
/// labels.
///
/// What a look needs lies together and is kept small, since a message asks for hundreds of hints
/// here and there in tens of thousands. A hint that says something to many labels holds a number for
/// each of them, so that eight are added at once; those that say something to few name these.
struct LabelTable: Sendable {
  private let slots: KeyTable
  /// For each hint, for the labels below `split` and then for the others, how many worths follow, or
  /// that all do; then the worths of the first and those of the others. Rows begin at whole units.
  private var rows: [Int16] = []
  /// The labels below `split` and the others, in the order of their worths.
  private let lanes: [[Int]]
  /// The place of each label among these.
  private let laneOf: [(section: Int, lane: Int)?]
  /// How many different hints there are.
  let count: Int

  /// Numbers of a row that are told apart: one label and what a hint is worth to it fill a unit.
  private static let unit = 4
  /// Stands for a worth to each label.
  private static let all: Int16 = -1
  /// Labels of a section from which a hint holds a number for each.
  private static let many = 5

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

  /// Thousandths for points as they are written: whole numbers add up to the same sum in any order,
  /// and sums that are just enough are so every time. No hint is worth more than 32 points.
  static func thousandths(_ points: Double) -> Int {
    Int((max(-1e6, min(1e6, points)) * 1000).rounded())
  }

  /// A table of `entries`; of two for the same hint and label the last one holds. Labels below
  /// `split` and the others are asked for apart.
  init(_ entries: [Entry], split: Int) {
    // Nobody tells so many kinds apart; rows could not count them.
    let mostLabels = Int(Int16.max)
    var hints: [UInt64: [Int: Int16]] = [:]
    for entry in entries where entry.key != 0 && entry.label < mostLabels {
      hints[entry.key, default: [:]][entry.label] = Int16(
        clamping: LabelTable.thousandths(entry.points))
    }
    count = hints.count
    let labels = Set(hints.values.flatMap(\.keys)).sorted()
    let lanes = [labels.filter { $0 < split }, labels.filter { $0 >= split }]
    self.lanes = lanes
    laneOf = (0..<(labels.last ?? -1) + 1).map { label in
      let section = label < split ? 0 : 1
      return lanes[section].firstIndex(of: label).map { (section, $0) }
    }
    // Beginnings that are no hints themselves lead to the longer ones.
    let leading = Set(entries.flatMap(\.before))
    for key in leading where hints[key] == nil { hints[key] = [:] }
    // What says something to many labels is mostly what stands in every text: kept together, it is
    // near when it is wanted.
    let order = hints.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var values: [(key: UInt64, value: UInt32)] = []
    for (key, worths) in order {
      let row = UInt32(rows.count / LabelTable.unit)
      values.append((key, row * 2 + (leading.contains(key) ? 1 : 0)))
      LabelTable.append(worths, of: lanes, to: &rows)
    }
    slots = KeyTable(values)
  }

  private static func append(_ worths: [Int: Int16], of lanes: [[Int]], to rows: inout [Int16]) {
    let parts = lanes.map { labels in
      labels.enumerated().compactMap { lane, label in worths[label].map { (Int16(lane), $0) } }
    }
    rows += parts.map { $0.count < many ? Int16($0.count) : all }
    for (part, labels) in zip(parts, lanes) {
      if part.count < many {
        rows += part.flatMap { [$0, $1] }
      } else {
        rows += labels.map { worths[$0] ?? 0 }
        rows += Array(repeating: 0, count: width(labels.count) - labels.count)
      }
    }
    while rows.count % unit != 0 { rows.append(0) }
  }

  /// Numbers that hold a worth to each of so many labels, eight at once.
  private static func width(_ labels: Int) -> Int { (labels + 7) / 8 * 8 }

  /// Rows stand at places below this.
  var end: Int { rows.count / LabelTable.unit }

  /// The row of a hint or of a beginning of hints, or nil.
  @inline(__always)
  func find(_ key: UInt64) -> Found? {
    slots.find(key).map { Found(row: Int($0.value >> 1), leadsOn: $0.value & 1 != 0) }
  }

  /// Adds up what rows are worth, in thousandths, to each label from `split` on, or to each below
  /// it, and stores the sums.
  ///
  /// - Returns: the steps taken.
  func add(_ hints: [Int], aboveSplit: Bool, to sums: inout [Int]) -> Int {
    let labels = lanes[aboveSplit ? 1 : 0]
    var steps = hints.count
    withUnsafeTemporaryAllocation(
      of: SIMD8<Int32>.self, capacity: LabelTable.width(labels.count) / 8
    ) {
      lanes in
      lanes.initialize(repeating: .zero)
      rows.withUnsafeBytes { rows in
        steps += add(hints, of: rows, aboveSplit: aboveSplit, to: lanes)
      }
      lanes.withMemoryRebound(to: Int32.self) { lanes in
        for (lane, label) in labels.enumerated() { sums[label] = Int(lanes[lane]) }
      }
    }
    return steps
  }

  @inline(__always)
  private func add(
    _ hints: [Int], of rows: UnsafeRawBufferPointer, aboveSplit: Bool,
    to sums: UnsafeMutableBufferPointer<SIMD8<Int32>>
  ) -> Int {
    let size = MemoryLayout<Int16>.size
    func number(_ place: Int) -> Int {
      Int(rows.loadUnaligned(fromByteOffset: place * size, as: Int16.self))
    }
    let single = UnsafeMutableRawBufferPointer(sums).assumingMemoryBound(to: Int32.self)
    let skipped = LabelTable.width(lanes[0].count)
    // The hints of a text lie far from each other, so fetching them is what takes long: looked at
    // once before anything hangs on what they hold, they are fetched side by side.
    var steps = 0
    for hint in hints { steps += abs(number(hint * LabelTable.unit + (aboveSplit ? 1 : 0))) }
    for hint in hints {
      let row = hint * LabelTable.unit
      var place = row + 2
      if aboveSplit {
        let first = number(row)
        place += first < 0 ? skipped : first * 2
      }
      let count = number(row + (aboveSplit ? 1 : 0))
      if count < 0 {
        for index in sums.indices {
          sums[index] &+= SIMD8<Int32>(
            truncatingIfNeeded: rows.loadUnaligned(
              fromByteOffset: (place + index * 8) * size, as: SIMD8<Int16>.self))
        }
      } else {
        for _ in 0..<count {
          let lane = number(place)
          single[lane] &+= Int32(number(place + 1))
          place += 2
        }
      }
    }
    return steps
  }

  /// What a row is worth to `label`.
  func points(_ row: Int, for label: Int) -> Double {
    guard label < laneOf.count, let (section, lane) = laneOf[label] else { return 0 }
    let row = row * LabelTable.unit
    let counts = (Int(rows[row]), Int(rows[row + 1]))
    var place = row + 2
    if section == 1 { place += counts.0 < 0 ? LabelTable.width(lanes[0].count) : counts.0 * 2 }
    let count = section == 0 ? counts.0 : counts.1
    if count < 0 { return Double(rows[place + lane]) / 1000 }
    for index in 0..<count where Int(rows[place + index * 2]) == lane {
      return Double(rows[place + index * 2 + 1]) / 1000
    }
    return 0
  }
}

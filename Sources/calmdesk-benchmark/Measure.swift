import Foundation

/// Durations of one kind of thing.
struct Measure {
  private(set) var seconds: [Double] = []

  /// Runs `body` once and keeps how long it took.
  mutating func time(_ body: () throws -> Void) rethrows {
    let begun = ContinuousClock.now
    try body()
    let took = ContinuousClock.now - begun
    seconds.append(Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds))
  }

  /// Keeps a duration measured elsewhere, in seconds.
  mutating func add(_ value: Double) { seconds.append(value) }

  /// The value below which `share` of the durations lie, in seconds; 0 when there are none.
  func percentile(_ share: Double) -> Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  var median: Double { percentile(0.5) }
}

/// A folder of its own under the system's temporary one, removed at the end.
struct Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "calmdesk-benchmark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// A figure for people: three significant digits.
func shown(_ value: Double) -> String {
  value >= 100 ? String(format: "%.0f", value) : String(format: "%.3g", value)
}

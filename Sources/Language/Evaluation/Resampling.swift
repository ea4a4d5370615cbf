/// Draws a sample anew, with replacement, to tell how far a figure may be chance (bootstrap). The
/// same seed draws the same samples.
package struct Resampling: Sendable {
  /// The bounds that hold 95 of a hundred figures.
  package struct Interval: Equatable, Codable, Sendable {
    package var low: Double
    package var high: Double

    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }

    /// The bounds of `figures`; nil when there is none.
    package init?(of figures: [Double]) {
      let sorted = figures.sorted()
      guard let first = sorted.first, let last = sorted.last else { return nil }
      func quantile(_ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let lower = Int(place)
        guard lower + 1 < sorted.count else { return last }
        return sorted[lower] + (sorted[lower + 1] - sorted[lower]) * (place - Double(lower))
      }
      self.init(low: sorted.count > 1 ? quantile(0.025) : first, high: quantile(0.975))
    }
  }

  /// How many samples are drawn.
  package var times: Int
  /// Where the draws begin.
  package var seed: UInt64

  package init(times: Int, seed: UInt64) {
    self.times = times
    self.seed = seed
  }

  /// Hands `body` each drawn sample of a set of `size` texts: how often each text was drawn.
  func forEach(size: Int, _ body: ([Int]) -> Void) {
    guard size > 0 else { return }
    var random = Random(state: seed)
    for _ in 0..<max(0, times) {
      var counts = [Int](repeating: 0, count: size)
      for _ in 0..<size {
        let drawn = UInt64(size).multipliedFullWidth(by: random.next()).high
        counts[Int(truncatingIfNeeded: drawn)] += 1
      }
      body(counts)
    }
  }

  /// The interval of the difference of two figures taken draw by draw (a paired comparison), and
  /// the share of draws in which the first is not better.
  static func difference(
    _ first: [Double?], _ second: [Double?], isBetterLow: Bool
  ) -> (interval: Interval, notBetter: Double)? {
    let differences = zip(first, second).compactMap { one, two -> Double? in
      guard let one, let two else { return nil }
      return one - two
    }
    guard let interval = Interval(of: differences) else { return nil }
    let notBetter = differences.count { isBetterLow ? $0 >= 0 : $0 <= 0 }
    return (interval, Double(notBetter) / Double(differences.count))
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

import Foundation

/// Logistic regression with a quadratic penalty, fitted by dual coordinate descent (Yu, Huang and
/// Lin 2011). The same rows in the same order give the same weights.
struct LogisticFit: Sendable {
  /// The weight of each hint.
  var weights: [Double]
  /// The points before any hint.
  var start: Double

  /// Fits to `rows`.
  ///
  /// - Parameters:
  ///   - rows: the hints of each passage.
  ///   - members: the rows to learn from, by their places.
  ///   - isThere: for each row, whether it deserves the label.
  ///   - hints: how many hints there are.
  ///   - trust: how far the weights may follow the rows (C); above 0.
  init(
    _ rows: [Lessons.Row], members: [Int], isThere: [Bool], hints: Int, trust: Double
  ) {
    weights = [Double](repeating: 0, count: hints)
    start = 0
    var alphas = [Double](repeating: min(0.001 * trust, 1e-8), count: members.count)
    for (place, member) in members.enumerated() {
      add(rows[member], isThere[member] ? alphas[place] : -alphas[place])
    }
    var order = Array(members.indices)
    var random: UInt64 = 0x2545_F491_4F6C_DD1D
    for _ in 0..<Self.mostRounds {
      for place in order.indices.reversed() where place > 0 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(place, Int(truncatingIfNeeded: (random >> 33) % UInt64(place + 1)))
      }
      var largest = 0.0
      for place in order {
        let row = rows[members[place]]
        let sign = isThere[members[place]] ? 1.0 : -1.0
        let old = alphas[place]
        let new = Self.step(
          old, margin: sign * sum(row), square: Double(row.count) + 1, trust: trust)
        guard new != old else { continue }
        largest = max(largest, abs(new - old))
        alphas[place] = new
        add(row, sign * (new - old))
      }
      if largest < 0.002 * trust { break }
    }
  }

  private static let mostRounds = 40

  /// The best new share of a row while the others stay, by Newton's method on its logit.
  private static func step(
    _ old: Double, margin: Double, square: Double, trust: Double
  ) -> Double {
    let share = min(max(old / trust, 1e-9), 1 - 1e-9)
    var logit = log(share / (1 - share))
    var (low, high) = (-30.0, 30.0)
    for _ in 0..<12 {
      let part = 1 / (1 + exp(-logit))
      let value = logit + margin + square * (trust * part - old)
      if value > 0 { high = logit } else { low = logit }
      let slope = 1 + square * trust * part * (1 - part)
      var next = logit - value / slope
      if next <= low || next >= high { next = (low + high) / 2 }
      if abs(next - logit) < 1e-4 { break }
      logit = next
    }
    return trust / (1 + exp(-logit))
  }

  private mutating func add(_ row: Lessons.Row, _ amount: Double) {
    for hint in row { weights[Int(hint)] += amount }
    start += amount
  }

  /// The points of a row, `start` included.
  func sum(_ row: Lessons.Row) -> Double {
    row.reduce(start) { $0 + weights[Int($1)] }
  }

  /// Keeps the `most` hints that say most over all rows, and rounds their points.
  mutating func prune(
    to most: Int, _ rows: [Lessons.Row], members: [Int], grain: Double
  ) {
    var counts = [Int](repeating: 0, count: weights.count)
    for member in members {
      for hint in rows[member] { counts[Int(hint)] += 1 }
    }
    let say = weights.indices.map { abs(weights[$0]) * Double(counts[$0]).squareRoot() }
    let kept = weights.indices.sorted { say[$0] != say[$1] ? say[$0] > say[$1] : $0 < $1 }
    for hint in kept.dropFirst(most) { weights[hint] = 0 }
    for hint in kept.prefix(most) { weights[hint] = (weights[hint] / grain).rounded() * grain }
  }
}

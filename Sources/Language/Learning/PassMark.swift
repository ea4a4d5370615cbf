/// From how many points a vote speaks, chosen on texts it did not learn from.
struct PassMark: Equatable, Sendable {
  var points: Double
  var detection: Detection

  var precision: Double { detection.precision ?? 0 }
  var recall: Double { detection.recall ?? 0 }

  /// The balance of precision and recall (their harmonic mean).
  var balance: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The mark with the best balance among those that are right often enough.
  ///
  /// - Parameters:
  ///   - points: what each text was given.
  ///   - isThere: whether it deserves the label.
  ///   - precision: the share that must be right.
  ///   - prefersRecall: whether of the marks that are right often enough the one that finds most is
  ///     taken, instead of the best balanced.
  ///   - fewest: how many texts must be found, or the figure would be chance.
  /// - Returns: the mark, half way to the next text below it; nil when no mark will do.
  static func best(
    _ points: [Double], _ isThere: [Bool], precision: Double, prefersRecall: Bool, fewest: Int
  ) -> PassMark? {
    let order = points.indices.sorted {
      points[$0] != points[$1] ? points[$0] > points[$1] : $0 < $1
    }
    let all = isThere.count { $0 }
    var best: PassMark?
    var (hits, alarms) = (0, 0)
    for (place, index) in order.enumerated() {
      if isThere[index] { hits += 1 } else { alarms += 1 }
      if place + 1 < order.count, points[order[place + 1]] == points[index] { continue }
      // Not far below, where there is no other text or one that says nothing.
      let below = points[index] - 1
      let next = place + 1 < order.count ? max(points[order[place + 1]], below) : below
      let mark = PassMark(
        points: (points[index] + next) / 2,
        detection: Detection(hits: hits, misses: all - hits, falseAlarms: alarms))
      guard hits >= fewest, mark.precision >= precision else { continue }
      let isBetter =
        best.map { prefersRecall ? mark.recall > $0.recall : mark.balance > $0.balance } ?? true
      if isBetter { best = mark }
    }
    return best
  }
}

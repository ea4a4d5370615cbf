/// Values in their order, so that a statistic over ranks costs one pass however often the sample is
/// drawn anew.
struct Ranking: Sendable {
  /// Indices of the values, the lowest value first.
  let order: [Int]
  /// Stretches of `order` with the same value.
  let ties: [Range<Int>]

  /// Ranks `values`; what is not a number ranks lowest.
  init(_ values: [Double]) {
    let values = values.map { $0.isNaN ? -Double.infinity : $0 }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ties: [Range<Int>] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      ties.append(start..<end)
      start = end
    }
    self.order = order
    self.ties = ties
  }

  /// The rank of every value where value `i` stands `counts[i]` times, from 1; equal values share
  /// the middle of their ranks.
  func midranks(_ counts: [Int]) -> [Double] {
    var ranks = [Double](repeating: 0, count: order.count)
    var below = 0
    for tie in ties {
      let here = tie.reduce(0) { $0 + counts[order[$1]] }
      let rank = Double(below) + Double(here + 1) / 2
      for place in tie { ranks[order[place]] = rank }
      below += here
    }
    return ranks
  }
}

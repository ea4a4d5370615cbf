/// How well scores agree with what people said, free of any scale.
package enum Agreement {
  /// The chance that a text labelled true scores higher than one labelled false, ties counting
  /// half (area under the ROC curve).
  ///
  /// - Returns: 0 to 1; nil where one of the labels is missing.
  package static func areaUnderCurve(scores: [Double], labels: [Bool]) -> Double? {
    let all = [Int](repeating: 1, count: min(scores.count, labels.count))
    return areaUnderCurve(Ranking(Array(scores.prefix(all.count))), labels, all)
  }

  /// Spearman's rank correlation.
  ///
  /// - Returns: -1 to 1; nil where all values on one side are equal, or there are fewer than two.
  package static func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
    let all = [Int](repeating: 1, count: min(first.count, second.count))
    return rankCorrelation(
      Ranking(Array(first.prefix(all.count))), Ranking(Array(second.prefix(all.count))), all)
  }

  static func areaUnderCurve(_ scores: Ranking, _ labels: [Bool], _ counts: [Int]) -> Double? {
    var falseBelow = 0.0
    var trues = 0.0
    var won = 0.0
    for tie in scores.ties {
      var trueHere = 0.0
      var falseHere = 0.0
      for place in tie {
        let index = scores.order[place]
        if labels[index] {
          trueHere += Double(counts[index])
        } else {
          falseHere += Double(counts[index])
        }
      }
      won += trueHere * (falseBelow + falseHere / 2)
      falseBelow += falseHere
      trues += trueHere
    }
    guard trues > 0, falseBelow > 0 else { return nil }
    return won / (trues * falseBelow)
  }

  static func rankCorrelation(_ first: Ranking, _ second: Ranking, _ counts: [Int]) -> Double? {
    let total = Double(counts.reduce(0, +))
    guard total >= 2 else { return nil }
    let one = first.midranks(counts)
    let two = second.midranks(counts)
    let mean = (total + 1) / 2
    var product = 0.0
    var squareOne = 0.0
    var squareTwo = 0.0
    for index in counts.indices where counts[index] > 0 {
      let count = Double(counts[index])
      let (left, right) = (one[index] - mean, two[index] - mean)
      product += count * left * right
      squareOne += count * left * left
      squareTwo += count * right * right
    }
    guard squareOne > 0, squareTwo > 0 else { return nil }
    return product / (squareOne * squareTwo).squareRoot()
  }
}

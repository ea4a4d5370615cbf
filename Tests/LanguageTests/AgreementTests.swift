import Testing

@testable import Language

@Suite struct AgreementTests {
  @Test func `the area under the curve counts the pairs won, ties half`() {
    // Hot 3, 2, 2; other 1, 2: of six pairs four won, two tied.
    let area = Agreement.areaUnderCurve(
      scores: [3, 2, 2, 1, 2], labels: [true, true, true, false, false])
    #expect(area == 5.0 / 6)
    #expect(Agreement.areaUnderCurve(scores: [1, 2], labels: [false, true]) == 1)
    #expect(Agreement.areaUnderCurve(scores: [2, 1], labels: [false, true]) == 0)
    #expect(Agreement.areaUnderCurve(scores: [5, 5, 5], labels: [true, false, true]) == 0.5)
  }

  @Test func `without both labels there is no area`() {
    #expect(Agreement.areaUnderCurve(scores: [1, 2], labels: [true, true]) == nil)
    #expect(Agreement.areaUnderCurve(scores: [1, 2], labels: [false, false]) == nil)
    #expect(Agreement.areaUnderCurve(scores: [], labels: []) == nil)
  }

  @Test func `the rank correlation takes no notice of the scale`() throws {
    #expect(Agreement.rankCorrelation([1, 2, 3], [10, 200, 3000]) == 1)
    #expect(Agreement.rankCorrelation([1, 2, 3], [9, 8, 7]) == -1)
    // 1 − 6·Σd²/(n(n²−1)) with d = 0, 1, 1, 0.
    let swapped = try #require(Agreement.rankCorrelation([1, 2, 3, 4], [1, 3, 2, 4]))
    #expect(abs(swapped - 0.8) < 1e-12)
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    let tied = try #require(Agreement.rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4]))
    #expect(abs(tied - (4.5 / (4.5 * 5).squareRoot())) < 1e-12)
  }

  @Test func `equal values correlate with nothing`() {
    #expect(Agreement.rankCorrelation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Agreement.rankCorrelation([1], [2]) == nil)
    #expect(Agreement.rankCorrelation([], []) == nil)
  }

  @Test func `a value drawn twice is a value that stands twice`() throws {
    let scores = [3.0, 1, 2, 2]
    let labels = [true, false, true, false]
    let counts = [2, 1, 0, 3]
    let indices = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    #expect(
      Agreement.areaUnderCurve(Ranking(scores), labels, counts)
        == Agreement.areaUnderCurve(
          scores: indices.map { scores[$0] }, labels: indices.map { labels[$0] }))
    let other = [4.0, 2, 9, 1]
    let weighted = try #require(
      Agreement.rankCorrelation(Ranking(scores), Ranking(other), counts))
    let spelled = try #require(
      Agreement.rankCorrelation(indices.map { scores[$0] }, indices.map { other[$0] }))
    #expect(abs(weighted - spelled) < 1e-12)
  }

  @Test func `the same seed draws the same samples`() {
    func draws(_ seed: UInt64) -> [[Int]] {
      var draws: [[Int]] = []
      Resampling(times: 20, seed: seed).forEach(size: 7) { draws.append($0) }
      return draws
    }
    #expect(draws(3) == draws(3))
    #expect(draws(3) != draws(4))
    #expect(draws(3).count == 20)
    #expect(draws(3).allSatisfy { $0.count == 7 && $0.reduce(0, +) == 7 })
    var none = 0
    Resampling(times: 20, seed: 1).forEach(size: 0) { _ in none += 1 }
    #expect(none == 0)
  }

  @Test func `an interval leaves out a fortieth on each side`() {
    let interval = Resampling.Interval(of: (0...1000).map(Double.init))
    #expect(interval == Resampling.Interval(low: 25, high: 975))
    #expect(Resampling.Interval(of: [4]) == Resampling.Interval(low: 4, high: 4))
    #expect(Resampling.Interval(of: []) == nil)
  }

  @Test func `a paired comparison takes figures of the same draw`() throws {
    let paired = try #require(
      Resampling.difference([0.8, 0.9, nil, 0.7], [0.7, 0.6, 0.5, 0.7], isBetterLow: false))
    #expect(paired.notBetter == 1.0 / 3)
    #expect(paired.interval.low >= 0)
    let low = try #require(
      Resampling.difference([-0.8, -0.9], [-0.7, -0.95], isBetterLow: true))
    #expect(low.notBetter == 0.5)
    #expect(Resampling.difference([], [], isBetterLow: true) == nil)
  }

  @Test func `precision and recall are shares of what was found and of what is there`() {
    var detection = Detection()
    for (isThere, isFound) in [
      (true, true), (true, true), (true, true), (true, false), (false, true), (false, false),
    ] {
      detection.count(isThere: isThere, isFound: isFound)
    }
    #expect(detection == Detection(hits: 3, misses: 1, falseAlarms: 1))
    #expect(detection.precision == 0.75)
    #expect(detection.recall == 0.75)
    #expect(Detection().precision == nil)
    #expect(Detection().recall == nil)
  }

  @Test func `a table counts every pair, and gives a new judgement a row`() {
    var table = ConfusionTable(judged: ["hot"], read: ["calm", "angry"])
    table.count(judged: "hot", read: "angry")
    table.count(judged: "hot", read: "angry")
    table.count(judged: "other", read: "calm")
    table.count(judged: "other", read: "unheard of")
    #expect(table.judged == ["hot", "other"])
    #expect(table.counts == [[0, 2], [1, 0]])
  }
}

package import Vocabulary

/// How well heat agrees with what people said of customers' words, beside baselines that know
/// nothing of words.
package struct HeatEvaluation: Equatable, Sendable {
  /// What a figure is.
  package enum Measure: String, Sendable {
    /// The chance that a hot text scores higher than another (area under the ROC curve).
    case areaUnderCurve = "auc"
    /// Spearman's rank correlation with the judged figure or level.
    case rankCorrelation = "rank_correlation"
  }

  /// What gives each text a number.
  package enum Scorer: String, CaseIterable, Sendable {
    case heat
    /// The named signals alone.
    case lexicon
    /// How many exclamation marks there are.
    case exclamations
    /// How many characters there are.
    case length
  }

  /// A scorer's figure.
  package struct Result: Equatable, Sendable {
    package var scorer: Scorer
    /// nil where the labels do not allow it.
    package var figure: Double?
    package var interval: Resampling.Interval?
    /// Heat's figure minus this one, on the same draws.
    package var heatAhead: Resampling.Interval?
    /// The share of draws in which heat is no better than this one.
    package var notBetter: Double?
  }

  package var count: Int
  package var measure: Measure
  /// One for each scorer, heat first.
  package var results: [Result]
  /// Of hot texts, judged hot or not: those read at this level or above. Of levels: those read at
  /// exactly this level.
  package var levels: [(level: HeatLevel, detection: Detection)]
  /// Judgements against levels read; figures fall into thirds.
  package var table: ConfusionTable

  package static func == (one: HeatEvaluation, two: HeatEvaluation) -> Bool {
    one.count == two.count && one.measure == two.measure && one.results == two.results
      && one.table == two.table
      && one.levels.elementsEqual(two.levels) {
        $0.level == $1.level && $0.detection == $1.detection
      }
  }

  /// Reads `texts`; those judged for tone or acts are left out.
  ///
  /// Costs a reading of every text, and `resampling.times` passes over the scores.
  ///
  /// - Parameters:
  ///   - texts: labelled texts, all of them by levels, by figures, or as hot or not.
  ///   - lexicon: the words.
  ///   - resampling: how the intervals are drawn.
  package init(of texts: [JudgedText], lexicon: Lexicon, resampling: Resampling) {
    let readers = [Reader(lexicon: lexicon), Reader(lexicon: lexicon, readsWording: false)]
    var scores: [[Double]] = Scorer.allCases.map { _ in [] }
    var read: [HeatLevel] = []
    var judged: [JudgedText.Judgement] = []
    for text in texts {
      switch text.judgement {
      case .findings, .acts: continue
      case .hot, .level, .figure: break
      }
      let heats = readers.map { $0.heat(text) }
      let scalars = text.text.unicodeScalars
      scores[0].append(heats[0].sum)
      scores[1].append(heats[1].sum)
      scores[2].append(Double(scalars.count { $0 == "!" || $0 == "！" }))
      scores[3].append(Double(scalars.count))
      read.append(heats[0].level)
      judged.append(text.judgement)
    }
    count = judged.count
    let hot = judged.compactMap(\.isHot)
    let isBinary = hot.count == judged.count && !judged.contains { $0.level != nil }
    measure = isBinary ? .areaUnderCurve : .rankCorrelation
    let figures = judged.map(\.number)
    results = HeatEvaluation.results(
      scores, hot: isBinary ? hot : nil, figures: figures, resampling)
    (levels, table) = HeatEvaluation.table(judged, read, isBinary: isBinary)
  }

  private static func results(
    _ scores: [[Double]], hot: [Bool]?, figures: [Double], _ resampling: Resampling
  ) -> [Result] {
    let rankings = scores.map { Ranking($0) }
    let target = Ranking(figures)
    func figure(_ scorer: Int, _ counts: [Int]) -> Double? {
      if let hot { return Agreement.areaUnderCurve(rankings[scorer], hot, counts) }
      return Agreement.rankCorrelation(rankings[scorer], target, counts)
    }
    let whole = scores.indices.map { figure($0, [Int](repeating: 1, count: figures.count)) }
    var drawn: [[Double?]] = scores.map { _ in [] }
    resampling.forEach(size: figures.count) { counts in
      for scorer in drawn.indices { drawn[scorer].append(figure(scorer, counts)) }
    }
    let isBetterLow = (whole.first ?? nil).map { $0 < 0 } ?? false
    return zip(Scorer.allCases.indices, Scorer.allCases).map { index, scorer in
      let paired =
        index == 0
        ? nil : Resampling.difference(drawn[0], drawn[index], isBetterLow: isBetterLow)
      return Result(
        scorer: scorer, figure: whole[index],
        interval: Resampling.Interval(of: drawn[index].compactMap { $0 }),
        heatAhead: paired?.interval, notBetter: paired?.notBetter)
    }
  }

  private static func table(
    _ judged: [JudgedText.Judgement], _ read: [HeatLevel], isBinary: Bool
  ) -> ([(level: HeatLevel, detection: Detection)], ConfusionTable) {
    let names = HeatLevel.allCases.map(\.rawValue)
    let numbers = judged.map(\.number).sorted()
    let thirds = (1...2).compactMap { third -> Double? in
      let place = numbers.count * third / 3
      return numbers.indices.contains(place) ? numbers[place] : nil
    }
    func row(_ judgement: JudgedText.Judgement) -> String {
      switch judgement {
      case .hot(let isHot): isHot ? "hot" : "other"
      case .level(let level): level.rawValue
      case .figure(let figure):
        ["lowest third", "middle third", "highest third"][thirds.count { figure >= $0 }]
      case .findings, .acts: ""
      }
    }
    let rows =
      switch judged.first {
      case .level: names
      case .hot: ["other", "hot"]
      default: ["lowest third", "middle third", "highest third"]
      }
    var table = ConfusionTable(judged: rows, read: names)
    var levels: [(level: HeatLevel, detection: Detection)] = []
    for (judgement, level) in zip(judged, read) {
      table.count(judged: row(judgement), read: level.rawValue)
    }
    for level in HeatLevel.allCases where !isBinary || level > .calm {
      var detection = Detection()
      for (judgement, found) in zip(judged, read) {
        if let given = judgement.level {
          detection.count(isThere: given == level, isFound: found == level)
        } else if let isHot = judgement.isHot {
          detection.count(isThere: isHot, isFound: found >= level)
        }
      }
      if judged.contains(where: { $0.isHot != nil }) { levels.append((level, detection)) }
    }
    return (levels, table)
  }
}

extension JudgedText.Judgement {
  /// Whether people called it hot; an angry level is.
  fileprivate var isHot: Bool? {
    switch self {
    case .hot(let isHot): isHot
    case .level(let level): level >= .angry
    case .figure, .findings, .acts: nil
    }
  }

  fileprivate var level: HeatLevel? {
    if case .level(let level) = self { return level }
    return nil
  }

  fileprivate var number: Double {
    switch self {
    case .hot(let isHot): isHot ? 1 : 0
    case .level(let level): Double(level.rank)
    case .figure(let figure): figure
    case .findings, .acts: 0
    }
  }
}

extension Reader {
  /// The score of a judged text.
  fileprivate func heat(_ judged: JudgedText) -> (sum: Double, level: HeatLevel) {
    let heat = customer(judged.text, language: judged.language, earlier: judged.earlier).heat
    return (Double(heat.score), heat.level)
  }
}

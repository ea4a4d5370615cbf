import Desk
import Foundation
import Language
import Vocabulary

/// Prints what an evaluation found, for people or as one JSON document.
struct EvaluationPrinter {
  private let json: Bool

  init(_ json: Bool) { self.json = json }

  /// Prints how well heat agrees with people.
  ///
  /// - Parameter evaluation: what was found.
  /// - Throws: `CommandFailure` when it cannot be written.
  func print(_ evaluation: HeatEvaluation) throws {
    guard !json else { return try Output.json(Self.document(evaluation).line) }
    let measure =
      evaluation.measure == .areaUnderCurve
      ? "area under the curve, hot against the rest" : "rank correlation with the judgement"
    try Output.line("\(evaluation.count) texts; \(measure)")
    try Output.line("")
    try Output.row([("", 14), ("figure", 8), ("95 in 100", 18), ("heat ahead by", 20)])
    for result in evaluation.results {
      let ahead = result.heatAhead.map { ahead in
        Self.interval(ahead)
          + (result.notBetter.map { "  no better in \(Self.figure($0 * 100, 1)) %" } ?? "")
      }
      try Output.row([
        (Self.name(result.scorer), 14), (Self.figure(result.figure), 8),
        (result.interval.map(Self.interval) ?? "–", 18), (ahead ?? "", 0),
      ])
    }
    try table(evaluation.table)
    guard !evaluation.levels.isEmpty else { return }
    let isBinary = evaluation.measure == .areaUnderCurve
    try Output.line("")
    try Output.row([(isBinary ? "read as" : "level", 20), ("precision", 10), ("recall", 8)])
    for (level, detection) in evaluation.levels {
      try detectionRow(isBinary ? "\(level.rawValue) or above" : level.rawValue, detection)
    }
  }

  /// Prints how well what may hurt is found, or what agents' words do.
  ///
  /// - Parameter evaluation: what was found.
  /// - Throws: `CommandFailure` when it cannot be written.
  func print(_ evaluation: LabelEvaluation) throws {
    let isTone = evaluation.section == .tone
    let kinds = evaluation.kinds.sorted { $0.key < $1.key }
    guard !json else {
      let document: JSONValue = .object([
        "count": .int(Int64(evaluation.count)),
        (isTone ? "sentences" : "acts"): Self.document(evaluation.all),
        "named": Self.document(evaluation.named),
        "baseline": Self.document(evaluation.baseline),
        "kinds": .object(
          Dictionary(uniqueKeysWithValues: kinds.map { ($0.key, Self.document($0.value)) })),
        "table": Self.document(evaluation.table),
      ])
      return try Output.json(document.line)
    }
    try Output.line("\(evaluation.count) \(isTone ? "sentences" : "messages") of agents")
    try Output.line("")
    try Output.row([("", 20), ("precision", 10), ("recall", 8)])
    try detectionRow(isTone ? "anything that hurts" : "all acts", evaluation.all)
    try detectionRow("by name alone", evaluation.named)
    try detectionRow("knowing no words", evaluation.baseline)
    try Output.line("")
    for (kind, detection) in kinds { try detectionRow(kind, detection) }
    try confusions(evaluation.table)
  }

  /// What was taken for something else, most often first; a whole table would not fit a screen.
  private func confusions(_ table: ConfusionTable) throws {
    var pairs: [(judged: String, read: String, count: Int)] = []
    for (judged, counts) in zip(table.judged, table.counts) {
      for (read, count) in zip(table.read, counts) where count > 0 && judged != read {
        pairs.append((judged, read, count))
      }
    }
    guard !pairs.isEmpty else { return }
    pairs.sort { ($1.count, $0.judged, $0.read) < ($0.count, $1.judged, $1.read) }
    try Output.line("")
    try Output.row([("judged", 20), ("read as", 20), ("times", 6)])
    for pair in pairs.prefix(Self.mostConfusions) {
      try Output.row([(pair.judged, 20), (pair.read, 20), ("\(pair.count)", 6)])
    }
    if pairs.count > Self.mostConfusions {
      try Output.line("and \(pairs.count - Self.mostConfusions) more; --json has all of them")
    }
  }

  private static let mostConfusions = 20

  private func table(_ table: ConfusionTable) throws {
    try Output.line("")
    try Output.row([("judged \\ read", 20)] + table.read.map { ($0, 10) })
    for (judged, counts) in zip(table.judged, table.counts) {
      try Output.row([(judged, 20)] + counts.map { ("\($0)", 10) })
    }
  }

  private func detectionRow(_ name: String, _ detection: Detection) throws {
    try Output.row([
      (name, 20), (Self.figure(detection.precision), 10), (Self.figure(detection.recall), 8),
      (
        "\(detection.hits) found, \(detection.misses) missed, \(detection.falseAlarms) wrongly",
        0
      ),
    ])
  }

  private static func name(_ scorer: HeatEvaluation.Scorer) -> String {
    switch scorer {
    case .heat: "heat"
    case .lexicon: "signals alone"
    case .exclamations: "counting !"
    case .length: "length"
    }
  }

  private static func figure(_ value: Double?, _ digits: Int = 3) -> String {
    value.map { String(format: "%.\(digits)f", $0) } ?? "–"
  }

  private static func interval(_ interval: Resampling.Interval) -> String {
    "[\(figure(interval.low)), \(figure(interval.high))]"
  }
}

extension EvaluationPrinter {
  private static func document(_ evaluation: HeatEvaluation) -> JSONValue {
    .object([
      "count": .int(Int64(evaluation.count)),
      "measure": .string(evaluation.measure.rawValue),
      "results": .array(
        evaluation.results.map { result in
          .object([
            "scorer": .string(result.scorer.rawValue), "figure": document(result.figure),
            "interval": document(result.interval), "heat_ahead": document(result.heatAhead),
            "not_better": document(result.notBetter),
          ])
        }),
      "levels": .object(
        Dictionary(
          uniqueKeysWithValues: evaluation.levels.map {
            ($0.level.rawValue, document($0.detection))
          })),
      "table": document(evaluation.table),
    ])
  }

  private static func document(_ table: ConfusionTable) -> JSONValue {
    .object([
      "judged": .array(table.judged.map(JSONValue.string)),
      "read": .array(table.read.map(JSONValue.string)),
      "counts": .array(table.counts.map { .array($0.map { .int(Int64($0)) }) }),
    ])
  }

  private static func document(_ detection: Detection) -> JSONValue {
    .object([
      "found": .int(Int64(detection.hits)), "missed": .int(Int64(detection.misses)),
      "wrongly": .int(Int64(detection.falseAlarms)),
      "precision": document(detection.precision), "recall": document(detection.recall),
    ])
  }

  private static func document(_ interval: Resampling.Interval?) -> JSONValue {
    interval.map { .array([document($0.low), document($0.high)]) } ?? .null
  }

  /// To four digits, which is more than any set can tell.
  private static func document(_ value: Double?) -> JSONValue {
    value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null
  }
}

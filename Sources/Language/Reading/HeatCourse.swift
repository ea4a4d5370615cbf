package import Vocabulary

/// The heat of a case over what the customer wrote: how hot it stands, and where it is going
/// (domain, C.2). Pure, and costs a look at the latest three messages.
package struct HeatCourse: Equatable, Sendable {
  /// The hottest of the latest three messages, the one before the last counting less and the one
  /// before that less still; 0 to 100.
  package let score: Int
  /// The score in a word.
  package let level: HeatLevel
  package let direction: HeatDirection

  /// What one message back still counts.
  private static let fading = 0.8

  /// The course of `heats`, oldest first.
  package init(_ heats: [Heat]) {
    let latest = Array(heats.suffix(3).reversed())
    var score = 0.0
    var weight = 1.0
    for heat in latest {
      score = max(score, Double(heat.score) * weight)
      weight *= HeatCourse.fading
    }
    self.score = Int(score.rounded())
    level = Reader.level(of: self.score)
    direction = HeatCourse.direction(latest)
  }

  private static func direction(_ latest: [Heat]) -> HeatDirection {
    guard let last = latest.first else { return .steady }
    let before = latest.dropFirst()
    if last.raises(threatening) { return .heating }
    if let previous = before.first, last.level > previous.level {
      // A plain answer to a question may weigh a little more than the words before it.
      let isRise = last.level >= .angry || last.score - previous.score >= leastRise
      if isRise { return .heating }
    }
    // There is nothing to cool from where nothing was hot.
    guard before.contains(where: { $0.level > .calm }) else { return .steady }
    if last.cools, !last.raises(accusing) { return .cooling }
    if latest.count == 3, latest[0].score < latest[1].score, latest[1].score < latest[2].score {
      return .cooling
    }
    return .steady
  }

  /// The points by which a message that is no more than uneasy must be hotter than the one before.
  private static let leastRise = 12

  private static let threatening: Set<String> = ["threat", HeatKind.repeated]
  private static let accusing: Set<String> = [
    "insult", "contempt", "plural_blame", "direct_blame", "rhetorical", "sarcasm", "named_anger",
    "threat",
  ]
}

extension Heat {
  /// Whether a signal of one of `kinds` raises it.
  fileprivate func raises(_ kinds: Set<String>) -> Bool {
    signals.contains { $0.weight > 0 && kinds.contains($0.kind) }
  }

  /// Whether the customer thanks or accepts.
  fileprivate var cools: Bool {
    signals.contains { $0.weight < 0 && ["thanks", "acceptance"].contains($0.kind) }
  }
}

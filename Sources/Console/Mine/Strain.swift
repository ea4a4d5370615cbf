import Vocabulary

/// How long somebody has held heated conversations in this sitting (S1-38).
///
/// Of the person at the keyboard alone (domain F): it is worked out on their own screen, given to
/// nobody, stored nowhere, and gone with the console.
struct Strain: Equatable, Sendable {
  /// What passes unseen counts for no more: a machine that slept strained nobody.
  private static let longestStep: Int64 = 60_000

  private var milliseconds: Int64 = 0
  /// What of it had passed when a pause was last offered, or taken.
  private var settled: Int64 = 0
  private var seenAt: Instant?

  /// Whole seconds with at least one heated conversation in one's hands.
  var seconds: Int64 { milliseconds / 1_000 }

  /// Lets time pass.
  ///
  /// - Parameters:
  ///   - now: what time it is.
  ///   - isHot: whether a heated conversation was held since the last call.
  mutating func pass(to now: Instant, isHot: Bool) {
    defer { seenAt = now }
    guard isHot, let seenAt else { return }
    milliseconds += min(
      max(0, now.milliseconds - seenAt.milliseconds), Strain.longestStep)
  }

  /// Whether a pause should be offered.
  ///
  /// - Parameter limit: seconds of heat after which one is; nil for never.
  /// - Returns: whether so much has passed since the last one.
  func wantsPause(after limit: Int64?) -> Bool {
    limit.map { milliseconds - settled >= $0 * 1_000 } ?? false
  }

  /// A pause was offered or taken: the next one is offered after as much heat again.
  mutating func settle() { settled = milliseconds }
}

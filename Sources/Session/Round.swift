package import Console
package import Vocabulary

/// What a console is told before each frame.
///
/// What time it is comes first, but for word of other people's cases: that is drawn by itself, and the
/// second a moment later. On a busy floor it comes to every screen at once.
package struct Round: Sendable {
  /// When the console was last told what time it is.
  private var toldAt: Instant?
  /// Whether the time waits.
  package private(set) var owesTime = false

  /// How soon the time is to be told where it waits.
  package static let pause = Duration.milliseconds(100)
  /// The time never waits for longer, whatever else there is to tell, in milliseconds.
  private static let longestWait: Int64 = 1_250

  package init() {}

  /// What comes next.
  ///
  /// - Parameters:
  ///   - instant: what time it is.
  ///   - events: keys and the like.
  ///   - told: by the session.
  /// - Returns: in the order it is to be told.
  package mutating func messages(
    at instant: Instant, _ events: [Console.Message], told: [Console.Message]
  ) -> [Console.Message] {
    let isNews = events.isEmpty && !told.isEmpty && told.allSatisfy(\.isOfTheFloor)
    let waited = toldAt.map { instant.milliseconds - $0.milliseconds }
    owesTime = isNews && waited.map { (0..<Self.longestWait).contains($0) } == true
    guard !owesTime else { return told }
    toldAt = instant
    return [.ticked(instant)] + events + told
  }
}

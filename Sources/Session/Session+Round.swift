package import Console
package import Vocabulary

extension Session {
  /// What the console is told before its next frame: what time it is, what happened in the terminal,
  /// and what happened since the last call, oldest first.
  ///
  /// - Parameters:
  ///   - instant: what time it is.
  ///   - events: keys and the like.
  /// - Returns: in the order it is to be told.
  package func round(at instant: Instant, _ events: [Console.Message] = []) -> [Console.Message] {
    Session.round(at: instant, events, told: messages())
  }

  /// The same of what a desk has told.
  ///
  /// Where nothing came but word that cases have changed, the time waits: the console only asks about
  /// them, and the second is drawn with the answer.
  static func round(
    at instant: Instant, _ events: [Console.Message], told: [Console.Message]
  ) -> [Console.Message] {
    let onlyAsks = events.isEmpty && !told.isEmpty && told.allSatisfy(\.onlyAsks)
    return (onlyAsks ? [] : [.ticked(instant)]) + events + told
  }
}

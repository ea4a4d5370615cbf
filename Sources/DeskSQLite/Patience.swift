import Foundation
import Synchronization

/// How long a program waits for others before it says that the desk is busy.
///
/// One for each connection: the wait for the turn and SQLite's own wait share one deadline.
final class Patience: Sendable {
  private struct Ends {
    /// Set from outside, for several waits together.
    var set: ContinuousClock.Instant?
    /// Of the wait that SQLite has begun by itself.
    var own: ContinuousClock.Instant?
  }

  let limit: Duration
  private let ends = Mutex(Ends())

  init(_ limit: Duration) { self.limit = limit }

  /// In whole seconds, for sentences.
  var seconds: Int { Int(clamping: limit.components.seconds) }

  /// Starts a wait that ends when the time is up.
  ///
  /// - Returns: when it ends.
  func begin() -> ContinuousClock.Instant {
    let end = ContinuousClock.now + limit
    begin(until: end)
    return end
  }

  /// Goes on with a wait that was begun elsewhere.
  func begin(until end: ContinuousClock.Instant) { ends.withLock { $0.set = end } }

  /// Ends the wait; the next one starts anew.
  func end() { ends.withLock { $0.set = nil } }

  /// SQLite's question whether to try again, `tries` times so far. Sleeps a millisecond: the time
  /// another program needs for a transaction.
  func triesAgain(after tries: Int) -> Bool {
    let now = ContinuousClock.now
    let end = ends.withLock { ends in
      if tries == 0 { ends.own = now + limit }
      return ends.set ?? ends.own ?? now
    }
    guard now < end else { return false }
    usleep(1000)
    return true
  }
}

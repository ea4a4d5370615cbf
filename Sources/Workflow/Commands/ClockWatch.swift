package import Vocabulary

/// Whether so much time has really passed, as far as one program can tell: its clock may jump, the time
/// it measures itself by does not.
///
/// A pure value. What it was never told to measure, it takes the clock's word for.
package struct ClockWatch: Equatable, Sendable {
  private struct Jump: Equatable {
    /// What the clock showed after it.
    var to: Instant
    var seconds: Int64
  }

  private var jumps: [Jump] = []
  private var last: (clock: Instant, own: Duration)?
  /// For how long the program has looked.
  private var watched = Duration.zero

  /// Seconds by which a clock may run ahead between two looks without having jumped.
  package static let leeway: Int64 = 30
  /// Seconds for which a program must have looked before it takes something from somebody, unless the
  /// time is shorter: so one that began after a jump judges nobody by it.
  package static let apprenticeship: Int64 = 600
  /// Jumps that are remembered.
  private static let most = 16

  package init() {}

  /// Takes in what the clock shows.
  ///
  /// - Parameters:
  ///   - clock: the time by the clock.
  ///   - own: the program's own time, from any beginning; never goes back.
  package mutating func look(at clock: Instant, own: Duration) {
    defer { last = (clock, own) }
    guard let last else { return }
    let step = max(.zero, own - last.own)
    watched += step
    let ahead = clock.seconds(since: last.clock) - step.components.seconds
    if ahead > Self.leeway {
      jumps.append(Jump(to: clock, seconds: ahead))
      if jumps.count > Self.most { jumps.removeFirst() }
    } else if ahead < -Self.leeway {
      // Set right again: what it had jumped over is still to come.
      jumps.removeAll { $0.to > clock }
    }
  }

  /// Whether the time from `start` to `end` has passed.
  ///
  /// - Parameters:
  ///   - end: when it is over by the clock.
  ///   - start: since when it runs.
  ///   - now: the time by the clock.
  /// - Returns: false while some of it was only jumped over, or nobody here has looked for long enough.
  package func hasPassed(until end: Instant, since start: Instant, at now: Instant) -> Bool {
    guard last != nil else { return end <= now }
    let jumped = jumps.reduce(0) { $1.to > start && $1.to <= now ? $0 + $1.seconds : $0 }
    return end <= now.adding(seconds: -jumped)
      && watched >= .seconds(min(max(0, end.seconds(since: start)), Self.apprenticeship))
  }

  package static func == (left: ClockWatch, right: ClockWatch) -> Bool {
    left.jumps == right.jumps && left.watched == right.watched
      && left.last?.clock == right.last?.clock && left.last?.own == right.last?.own
  }
}

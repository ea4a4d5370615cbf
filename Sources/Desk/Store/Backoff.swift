/// Waits between tries, each twice as long as the one before up to a longest, and each spread so that
/// the consoles of a floor do not all try at the same moment.
///
/// A pure value: chance comes from outside.
package struct Backoff: Equatable, Sendable {
  private let shortest: Duration
  private let longest: Duration
  private var step: Duration

  /// - Parameters:
  ///   - shortest: the most the first wait takes.
  ///   - longest: the most any wait takes.
  package init(from shortest: Duration, to longest: Duration) {
    self.shortest = shortest
    self.longest = max(shortest, longest)
    step = shortest
  }

  /// The next wait.
  ///
  /// - Parameter chance: drawn anew each time, from 0 to 1.
  /// - Returns: between a half and the whole of what is due.
  package mutating func next(_ chance: Double) -> Duration {
    defer { step = min(step * 2, longest) }
    return step * (0.5 + min(max(chance, 0), 1) / 2)
  }

  /// Begins anew, after a try that went through.
  package mutating func reset() { step = shortest }
}

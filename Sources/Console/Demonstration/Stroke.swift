package import Screen

/// One key of a demonstration, and how long to look before it.
package struct Stroke: Equatable, Sendable {
  package var key: Key
  package var pause: Pause

  /// How long somebody who watches wants to look at the screen first.
  package enum Pause: Equatable, Sendable {
    /// A letter among others.
    case letter
    /// One key after the other of the same act.
    case move
    /// Something new begins.
    case look
    /// The customer said something that wants reading.
    case read

    /// Seconds at the usual pace.
    package var seconds: Double {
      switch self {
      case .letter: 0.025
      case .move: 0.45
      case .look: 1.1
      case .read: 2.4
      }
    }
  }

  package init(_ key: Key, _ pause: Pause) {
    self.key = key
    self.pause = pause
  }

  static func letter(_ character: Character) -> Stroke { Stroke(.character(character), .letter) }
}

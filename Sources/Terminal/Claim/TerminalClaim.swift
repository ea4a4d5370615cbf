internal import Synchronization

/// Whether somebody in this program has the terminal: there is one, and one ncurses.
enum TerminalClaim {
  private static let isTaken = Atomic<Bool>(false)

  /// Takes the claim.
  ///
  /// - Returns: Whether it was free.
  static func take() -> Bool {
    !isTaken.exchange(true, ordering: .acquiringAndReleasing)
  }

  /// Gives the claim back.
  static func give() {
    isTaken.store(false, ordering: .releasing)
  }
}

import Desk

/// The turn at writing to a desk: first among the threads of this program, then among all programs,
/// each in the order they came.
final class Turn: Sendable {
  private let threads = FairLock()
  private let programs: Turnstile

  /// - Parameter file: the desk.
  /// - Throws: `StoreError.cannotCreate`, `.readOnly` or `.full`.
  init(_ file: DeskFile) throws(StoreError) { programs = try Turnstile(file) }

  /// Waits for the turn.
  ///
  /// - Parameter deadline: when to give up.
  /// - Returns: whether the turn is ours; `leave()` passes it on.
  /// - Throws: `StoreError.failed` when the file system knows no locks.
  func enter(by deadline: ContinuousClock.Instant) throws(StoreError) -> Bool {
    guard threads.enter(by: deadline) else { return false }
    var isOurs = false
    defer { if !isOurs { threads.leave() } }
    isOurs = try programs.enter(by: deadline)
    return isOurs
  }

  /// Passes the turn on.
  func leave() {
    programs.leave()
    threads.leave()
  }

  /// Takes the broom, if nobody has it: one program at a time tidies up.
  ///
  /// - Returns: whether it is ours; `putBroomBack()` gives it back.
  func takesBroom() -> Bool { programs.takesBroom() }

  func putBroomBack() { programs.putBroomBack() }
}

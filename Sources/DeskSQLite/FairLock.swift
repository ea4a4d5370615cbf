import Dispatch
import Synchronization

/// A lock that is passed on in the order it was asked for, and can be waited for in vain.
final class FairLock: Sendable {
  private final class Waiter: Sendable {
    let turn = DispatchSemaphore(value: 0)
  }

  private struct State {
    var isHeld = false
    var waiting: [Waiter] = []
  }

  private let state = Mutex(State())

  /// Waits for the lock.
  ///
  /// - Parameter deadline: when to give up; never when nil.
  /// - Returns: whether it is held now; `leave()` gives it back.
  func enter(by deadline: ContinuousClock.Instant?) -> Bool {
    let waiter: Waiter? = state.withLock { state in
      guard state.isHeld else {
        state.isHeld = true
        return nil
      }
      let waiter = Waiter()
      state.waiting.append(waiter)
      return waiter
    }
    guard let waiter else { return true }
    let end = deadline.map(DispatchTime.until) ?? .distantFuture
    if waiter.turn.wait(timeout: end) == .success { return true }
    return state.withLock { state in
      // Gone from the line: it was handed over in this very moment.
      guard let place = state.waiting.firstIndex(where: { $0 === waiter }) else { return true }
      state.waiting.remove(at: place)
      return false
    }
  }

  /// How many wait for the lock now.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Hands the lock to whoever has waited longest.
  func leave() {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isHeld = false
        return
      }
      state.waiting.removeFirst().turn.signal()
    }
  }
}

extension DispatchTime {
  /// The time of a deadline on the clock that Dispatch waits by.
  static func until(_ deadline: ContinuousClock.Instant) -> DispatchTime {
    let left = (deadline - ContinuousClock.now).components
    let (milliseconds, overflow) = left.seconds.multipliedReportingOverflow(by: 1000)
    guard !overflow else { return .distantFuture }
    return .now()
      + .milliseconds(Int(clamping: milliseconds + left.attoseconds / 1_000_000_000_000_000))
  }
}

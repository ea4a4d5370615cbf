import Dispatch
import Foundation
import Synchronization

/// Ends system calls that have waited as long as they may. A wait for the lock of a file has no time
/// limit of its own, and a thread that waits in the place of another costs two changes of threads
/// while everybody else waits for the lock.
///
/// A thread says until when it waits. Then it is sent a signal that does nothing but interrupt its
/// call, again and again until it says that it waits no more.
final class WaitLimit: Sendable {
  /// One for the program: the signal is the program's too.
  static let shared = WaitLimit()

  /// Ignored unless somebody listens, so that one too many would harm nobody.
  private static let signal = SIGURG

  private struct Wait: Sendable {
    var thread: pthread_t
    var end: ContinuousClock.Instant
  }

  private struct State {
    var waits: [Int: Wait] = [:]
    var begun = 0
    var isWatching = false
    /// Until when the one who watches sleeps; nil for as long as nobody rings.
    var sleepsUntil: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  private init() {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in }
    #else
      action.__sigaction_handler.sa_handler = { _ in }
    #endif
    // Without SA_RESTART, which would begin the call anew.
    sigaction(Self.signal, &action, nil)
  }

  /// Runs a body whose system calls end with `EINTR` once the time is up.
  ///
  /// - Parameters:
  ///   - end: when.
  ///   - body: asks the time whenever a call was interrupted.
  /// - Returns: what the body returned.
  /// - Throws: what the body threw.
  func during<Result, Failure: Error>(
    _ end: ContinuousClock.Instant, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Threads of Dispatch have it blocked.
    var ours = sigset_t()
    var before = sigset_t()
    sigemptyset(&ours)
    sigaddset(&ours, Self.signal)
    pthread_sigmask(SIG_UNBLOCK, &ours, &before)
    let wait = begin(Wait(thread: pthread_self(), end: end))
    defer {
      state.withLock { $0.waits[wait] = nil }
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return try body()
  }

  private func begin(_ wait: Wait) -> Int {
    let (number, rings, isFirst) = state.withLock { state in
      state.begun += 1
      state.waits[state.begun] = wait
      let isFirst = !state.isWatching
      state.isWatching = true
      return (state.begun, state.sleepsUntil.map { wait.end < $0 } ?? true, isFirst)
    }
    if isFirst {
      Thread.detachNewThread { [self] in watch() }
    } else if rings {
      bell.signal()
    }
    return number
  }

  private func watch() {
    while true {
      let next = state.withLock { state in
        let now = ContinuousClock.now
        for wait in state.waits.values where wait.end <= now {
          pthread_kill(wait.thread, Self.signal)
        }
        // Whoever is interrupted just before the call begins is interrupted again.
        state.sleepsUntil = state.waits.values.map(\.end).min().map {
          max($0, now + .milliseconds(1))
        }
        return state.sleepsUntil
      }
      _ = bell.wait(timeout: next.map(DispatchTime.until) ?? .distantFuture)
    }
  }
}

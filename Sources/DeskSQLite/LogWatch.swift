import Foundation
import Synchronization

/// Hears when a program writes to the log beside a desk, so that an idle console need not ask ten
/// times a second whether anybody has.
///
/// The word comes when the log is written, a moment before the commit can be read: whoever has heard
/// it looks again a few times. Where the system gives no such word, since a user may watch only so
/// many files, and for whatever it does not tell, the waiting ends by time. For one thread; another
/// would take its words away.
final class LogWatch: Sendable {
  private struct State {
    /// Of the system's watch; negative while there is none.
    var descriptor: Int32 = -1
    /// Looks still to come soon after the last word.
    var eager = 0
    /// When the last waiting ended.
    var endedAt: ContinuousClock.Instant?
  }

  /// At most one look in this time, however much is written.
  private static let spacing = Duration.milliseconds(50)
  /// Between two looks where nothing tells of changes.
  private static let blind = Duration.milliseconds(100)
  /// From the word to the commit, on a disk that is quick.
  private static let settling = Duration.milliseconds(4)
  /// Looks after a word, on a disk that is not.
  private static let looks = 3

  private let path: String
  private let state = Mutex(State())

  /// - Parameter path: the log; it need not be there yet.
  init(_ path: String) { self.path = path }

  deinit {
    let descriptor = state.withLock { $0.descriptor }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits until the log is written to.
  ///
  /// - Parameter time: at most this long; under a second.
  /// - Returns: whether it was written to since the last call.
  @discardableResult
  func wait(atMost time: Duration) -> Bool {
    guard let descriptor = watched() else {
      LogWatch.sleep(min(time, LogWatch.blind))
      return false
    }
    let (eager, endedAt) = state.withLock { ($0.eager, $0.endedAt) }
    if let endedAt { LogWatch.sleep(LogWatch.spacing - (ContinuousClock.now - endedAt)) }
    let isTold = LogWatch.isTold(descriptor, within: eager > 0 ? min(time, LogWatch.spacing) : time)
    if isTold { LogWatch.sleep(LogWatch.settling) }
    state.withLock { state in
      state.eager = isTold ? LogWatch.looks : max(0, eager - 1)
      state.endedAt = .now
    }
    return isTold
  }

  /// The system's watch, made where there is none yet.
  private func watched() -> Int32? {
    #if os(Linux)
      state.withLock { state in
        if state.descriptor >= 0 { return state.descriptor }
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
          close(descriptor)
          return nil
        }
        state.descriptor = descriptor
        return descriptor
      }
    #else
      nil
    #endif
  }

  /// Waits for words, and takes all there are.
  private static func isTold(_ descriptor: Int32, within time: Duration) -> Bool {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(min(time, .seconds(1)) / .milliseconds(1))
    guard poll(&waited, 1, milliseconds) > 0 else { return false }
    var words = [UInt8](repeating: 0, count: 4_096)
    while read(descriptor, &words, words.count) > 0 {}
    return true
  }

  private static func sleep(_ time: Duration) {
    guard time > .zero else { return }
    usleep(UInt32(min(time, .seconds(1)) / .microseconds(1)))
  }
}

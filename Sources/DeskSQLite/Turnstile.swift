import Desk
import Dispatch
import Foundation
import Synchronization

/// Where the writers of all programs on one desk wait their turn, in the order they came.
///
/// SQLite's own back-off lets one of many writers wait for seconds. A lock file of two bytes with
/// open-file-description locks does not: a writer waits for byte 0, the anteroom; then, alone
/// there, for byte 1, the room; and leaves the anteroom once it is inside. The system drops the
/// locks of a program that dies.
///
/// Not for two threads at once: `FairLock` stands before it, since all threads share the
/// descriptor.
final class Turnstile: Sendable {
  private let file: DeskFile
  private let descriptor: Int32
  /// Waits of `line` that have not ended, those included that nobody waits for any more.
  private let inLine = Atomic(0)
  /// One wait at a time, since they all go through the same descriptor.
  private let line = FairLock()

  /// Opens the lock file, and makes it where there is none.
  ///
  /// - Parameter file: the desk.
  /// - Throws: `StoreError.cannotCreate`, `.readOnly` or `.full`.
  init(_ file: DeskFile) throws(StoreError) {
    self.file = file
    var descriptor = Foundation.open(file.lockPath, O_RDWR | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT {
      descriptor = Foundation.open(
        file.lockPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, file.mode)
      if descriptor >= 0 {
        fchmod(descriptor, file.mode)
      } else if errno == EEXIST {
        descriptor = Foundation.open(file.lockPath, O_RDWR | O_CLOEXEC)
      }
    }
    guard descriptor >= 0 else {
      switch errno {
      case EACCES, EPERM, EROFS: throw .readOnly(path: file.name)
      case ENOSPC, EDQUOT: throw .full(path: file.name)
      default: throw .cannotCreate(path: file.lockPath, why: DeskFile.words(for: errno))
      }
    }
    self.descriptor = descriptor
  }

  deinit { Foundation.close(descriptor) }

  /// Waits for the turn.
  ///
  /// - Parameter deadline: when to give up.
  /// - Returns: whether the turn is ours; `leave()` passes it on.
  /// - Throws: `StoreError.failed` when the file system knows no locks.
  func enter(by deadline: ContinuousClock.Instant) throws(StoreError) -> Bool {
    // An older wait of ours that nobody waits for any more may be granted at any moment, and a
    // descriptor does not lock itself out: then we stand in line behind it.
    if inLine.load(ordering: .acquiring) == 0, try takeAtOnce(.anteroom),
      try takeAtOnce(.room)
    {
      release(.anteroom)
      return true
    }
    let wait = TurnstileWait()
    inLine.add(1, ordering: .acquiringAndReleasing)
    // A wait for a lock has no time limit, a wait for a thread has. The thread is one of its own:
    // those of a pool may all be taken by other waits.
    Thread.detachNewThread { [self] in
      _ = line.enter(by: nil)
      let reason = waitInLine()
      if !wait.end(reason), reason == nil { release(.room) }
      inLine.subtract(1, ordering: .acquiringAndReleasing)
      line.leave()
    }
    guard let reason = wait.outcome(by: deadline) else { return false }
    if let reason { throw failure(reason) }
    return true
  }

  /// Passes the turn on.
  func leave() { release(.room) }

  // MARK: Locks

  private enum Place: off_t {
    case anteroom = 0
    case room = 1
  }

  private func takeAtOnce(_ place: Place) throws(StoreError) -> Bool {
    let reason = lock(place, F_WRLCK, OpenFileLock.set)
    if let reason, reason != EAGAIN, reason != EACCES { throw failure(reason) }
    return reason == nil
  }

  /// Waits for the anteroom, then for the room.
  ///
  /// - Returns: nil once inside, or the system's error.
  private func waitInLine() -> Int32? {
    if let reason = lock(.anteroom, F_WRLCK, OpenFileLock.setAndWait) { return reason }
    let reason = lock(.room, F_WRLCK, OpenFileLock.setAndWait)
    release(.anteroom)
    return reason
  }

  private func release(_ place: Place) { _ = lock(place, F_UNLCK, OpenFileLock.set) }

  private func lock(_ place: Place, _ kind: Int32, _ command: Int32) -> Int32? {
    var range = flock()
    range.l_type = Int16(kind)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = place.rawValue
    range.l_len = 1
    while fcntl(descriptor, command, &range) != 0 {
      if errno != EINTR { return errno }
    }
    return nil
  }

  private func failure(_ reason: Int32) -> StoreError {
    .failed(
      path: file.name,
      why: "its lock file \(file.lockPath) cannot be locked, \(DeskFile.words(for: reason))")
  }
}

/// One wait in line, which may be given up.
private final class TurnstileWait: Sendable {
  private enum State {
    case pending, abandoned
    case ended(Int32?)
  }

  private let state = Mutex(State.pending)
  private let bell = DispatchSemaphore(value: 0)

  /// Tells the one who waits.
  ///
  /// - Parameter reason: the system's error, nil once inside.
  /// - Returns: false when nobody waits any more.
  func end(_ reason: Int32?) -> Bool {
    let isAwaited = state.withLock { state in
      if case .abandoned = state { return false }
      state = .ended(reason)
      return true
    }
    if isAwaited { bell.signal() }
    return isAwaited
  }

  /// Waits for the end.
  ///
  /// - Parameter deadline: when to give up.
  /// - Returns: nil when given up; otherwise what `end` was told.
  func outcome(by deadline: ContinuousClock.Instant) -> Int32?? {
    _ = bell.wait(timeout: .until(deadline))
    return state.withLock { state in
      if case .ended(let reason) = state { return .some(reason) }
      state = .abandoned
      return nil
    }
  }
}

/// Commands of `fcntl` that lock for an open file, not for a process. The C headers hide them
/// from Swift; the numbers are part of the system's interface.
private enum OpenFileLock {
  #if canImport(Darwin)
    /// F_OFD_SETLK
    static let set: Int32 = 90
    /// F_OFD_SETLKW
    static let setAndWait: Int32 = 91
  #else
    /// F_OFD_SETLK
    static let set: Int32 = 37
    /// F_OFD_SETLKW
    static let setAndWait: Int32 = 38
  #endif
}

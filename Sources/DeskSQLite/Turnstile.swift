import Desk
import Foundation

/// Where the writers of all programs on one desk wait their turn, in the order they came.
///
/// SQLite's own back-off lets one of many writers wait for seconds. A lock file with
/// open-file-description locks does not: a writer locks a place in line, the byte at the time it came
/// by the clock that all programs share; then all places before its own, which it gets when nobody
/// stands there any more. Whoever comes while one goes and the next is still waking up has a later
/// place, so nobody slips in between. The system drops the locks of a program that dies.
///
/// Not for two threads at once: `FairLock` stands before it, since all threads share the
/// descriptor.
final class Turnstile: Sendable {
  private let file: DeskFile
  private let descriptor: Int32

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
    try enter(from: takePlace(), by: deadline)
  }

  /// Takes the last place in line.
  ///
  /// - Returns: the place.
  /// - Throws: `StoreError.failed` when the file system knows no locks.
  func takePlace() throws(StoreError) -> Place {
    while true {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      // Two bytes apart, or the system would make one lock of a place and those before it.
      let time = (off_t(now.tv_sec) &* 1_000_000_000 &+ off_t(now.tv_nsec)) & ~1
      let place = Place(start: max(Place.line.start + 2, time), length: 1)
      if try takeAtOnce(place) { return place }
    }
  }

  /// Waits for the turn in line.
  ///
  /// - Parameters:
  ///   - place: ours.
  ///   - deadline: when to give up, and the place with it.
  /// - Returns: whether the turn is ours.
  /// - Throws: `StoreError.failed` when the file system knows no locks.
  func enter(from place: Place, by deadline: ContinuousClock.Instant) throws(StoreError) -> Bool {
    var isOurs = false
    defer { if !isOurs { leave() } }
    let before = place.allBefore
    isOurs = try takeAtOnce(before)
    if !isOurs {
      isOurs = try WaitLimit.shared.during(deadline) { () throws(StoreError) in
        try take(before, by: deadline)
      }
    }
    return isOurs
  }

  /// Passes the turn on, or leaves the line.
  func leave() { release(.line) }

  /// Takes the broom, if no program has it.
  ///
  /// - Returns: whether it is ours.
  func takesBroom() -> Bool { (try? takeAtOnce(.broom)) ?? false }

  /// Lets another program have the broom.
  func putBroomBack() { release(.broom) }

  // MARK: Locks

  /// Bytes of the lock file. None need be there to be locked.
  struct Place {
    var start: off_t
    /// 0 for all there can ever be.
    var length: off_t

    /// Who has it tidies the log. Older programs wait for the first two bytes.
    static let broom = Place(start: 2, length: 1)
    static let line = Place(start: 4, length: 0)

    /// Those in line before this one.
    fileprivate var allBefore: Place {
      Place(start: Place.line.start, length: start - 1 - Place.line.start)
    }
  }

  private func takeAtOnce(_ place: Place) throws(StoreError) -> Bool {
    while lock(place, F_WRLCK, OpenFileLock.set) != 0 {
      switch errno {
      case EAGAIN, EACCES: return false
      case EINTR: continue
      default: throw failure(errno)
      }
    }
    return true
  }

  /// Waits for places, as long as the wait is limited.
  ///
  /// - Returns: whether they are ours, within the time.
  private func take(
    _ place: Place, by deadline: ContinuousClock.Instant
  ) throws(StoreError) -> Bool {
    while lock(place, F_WRLCK, OpenFileLock.setAndWait) != 0 {
      guard errno == EINTR else { throw failure(errno) }
      guard ContinuousClock.now < deadline else { return false }
    }
    return true
  }

  private func release(_ place: Place) {
    while lock(place, F_UNLCK, OpenFileLock.set) != 0, errno == EINTR {}
  }

  private func lock(_ place: Place, _ kind: Int32, _ command: Int32) -> Int32 {
    var range = flock()
    range.l_type = Int16(kind)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = place.start
    range.l_len = place.length
    return fcntl(descriptor, command, &range)
  }

  private func failure(_ reason: Int32) -> StoreError {
    .failed(
      path: file.name,
      why: "its lock file \(file.lockPath) cannot be locked, \(DeskFile.words(for: reason))")
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

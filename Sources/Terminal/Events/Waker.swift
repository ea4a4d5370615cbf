internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Wakes the thread that waits in ``Terminal/nextEvents(timeout:)``, from any thread.
///
/// Wakings that come before the waiter looks are one.
package final class Waker: Sendable {
  /// The end of the pipe that the waiter watches.
  let readDescriptor: Int32
  /// The end of the pipe that is written to, also by signal handlers.
  let writeDescriptor: Int32
  private let isWoken = Atomic<Bool>(false)

  /// Makes a waker.
  ///
  /// - Throws: ``TerminalError/system(what:code:)`` when the system has no pipe left.
  package init() throws(TerminalError) {
    var ends: (Int32, Int32) = (-1, -1)
    let made = withUnsafeMutablePointer(to: &ends) { pointer in
      pointer.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) }
    }
    guard made == 0 else { throw TerminalError.system(what: "open a pipe", code: errno) }
    readDescriptor = ends.0
    writeDescriptor = ends.1
    for end in [ends.0, ends.1] {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readDescriptor)
    close(writeDescriptor)
  }

  /// Makes the waiter return, now or as soon as it waits again.
  package func wake() {
    guard !isWoken.exchange(true, ordering: .acquiringAndReleasing) else { return }
    var byte: UInt8 = 0x77
    // A full pipe wakes as well as one more byte would.
    _ = write(writeDescriptor, &byte, 1)
  }

  /// Empties the pipe.
  ///
  /// - Returns: Whether ``wake()`` was called since the last time.
  func take() -> Bool {
    var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    while withUnsafeMutableBytes(of: &bytes, { read(readDescriptor, $0.baseAddress, $0.count) }) > 0
    {}
    return isWoken.exchange(false, ordering: .acquiringAndReleasing)
  }
}

import Foundation
import Screen

/// Lines for people and scripts. Nothing a customer wrote reaches the terminal as a control.
enum Output {
  /// A line on standard output, scrubbed.
  ///
  /// - Parameter text: any text; what would break the line becomes a blank.
  /// - Throws: `CommandFailure` when it cannot be written.
  static func line(_ text: String) throws { try answer(Scrubber.line(text)) }

  /// A line of cells, each as many columns wide as is said, or wider when it does not fit.
  ///
  /// - Parameter cells: the texts with their widths in columns of a terminal.
  /// - Throws: `CommandFailure` when it cannot be written.
  static func row(_ cells: [(text: String, columns: Int)]) throws {
    let padded = cells.map { text, columns in
      let safe = Scrubber.line(text)
      let missing = max(0, columns - TextWidth.standard.columns(of: safe))
      return safe + String(repeating: " ", count: missing)
    }
    try answer(padded.joined(separator: " "))
  }

  /// A line of JSON, whose texts are escaped already.
  ///
  /// - Parameter line: the JSON.
  /// - Throws: `CommandFailure` when it cannot be written.
  static func json(_ line: String) throws { try answer(line) }

  /// A line of a spreadsheet, whose texts are harmless already; it ends with CRLF (RFC 4180).
  ///
  /// - Parameter line: the line.
  /// - Throws: `CommandFailure` when it cannot be written.
  static func spreadsheet(_ line: String) throws { try answer(line + "\r") }

  /// How many columns there are to print on: the terminal's, what `COLUMNS` says, or 80.
  static var columns: Int {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
      return max(40, Int(window.ws_col))
    }
    let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return min(max(told ?? 80, 40), 400)
  }

  /// A line on standard error, scrubbed.
  static func error(_ text: String) { _ = write(Scrubber.line(text) + "\n", to: STDERR_FILENO) }

  private static func answer(_ line: String) throws {
    switch write(line + "\n", to: STDOUT_FILENO) {
    case nil: return
    // The reader went away, as `head` does, and knows it.
    case EPIPE: throw CommandFailure.silent
    case .some(let reason):
      let words = String(cString: strerror(reason))
      throw CommandFailure(
        "Standard output cannot be written (\(words)); what is done stays done, but the rest was "
          + "not printed.", CommandFailure.inputOutput)
    }
  }

  /// Writes everything; answers the system's error, nil when there was none.
  private static func write(_ text: String, to stream: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeBufferPointer(rebasing: bytes[written...])
        let count = Foundation.write(stream, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
        } else if errno == EAGAIN {
          var ready = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}

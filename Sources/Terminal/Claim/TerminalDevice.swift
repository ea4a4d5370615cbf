internal import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The terminal as the system knows it: descriptors, settings, size.
struct TerminalDevice {
  /// Where keys are read.
  let input: Int32 = 0
  /// Where the screen is written: a copy of standard output, which is turned away meanwhile.
  let output: Int32
  /// The settings from before the terminal was claimed.
  let settings: termios
  private let strayOutput: Int32
  private let errorIsTerminal: Bool
  /// Standard error from before it was turned away; -1 when it was not.
  let keptError: Int32

  /// Makes sure that input and output are terminals.
  ///
  /// - Parameter path: The file that gets what would have disturbed the screen.
  /// - Throws: ``TerminalError`` naming what is missing.
  init(strayOutput path: String?) throws(TerminalError) {
    guard isatty(0) == 1 else { throw .notATerminal(.input) }
    guard isatty(1) == 1 else { throw .notATerminal(.output) }
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else {
      throw .system(what: "read the terminal's settings", code: errno)
    }
    self.settings = settings
    let output = Self.copy(of: 1)
    guard output >= 0 else { throw .system(what: "open the terminal once more", code: errno) }
    self.output = output
    let file = path.map { open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) } ?? -1
    strayOutput = file >= 0 ? file : open("/dev/null", O_WRONLY | O_CLOEXEC)
    errorIsTerminal = isatty(2) == 1
    keptError = errorIsTerminal ? Self.copy(of: 2) : -1
  }

  private static func copy(of descriptor: Int32) -> Int32 {
    fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
  }

  /// Turns away everything that would write over the screen.
  func turnStrayOutputAway() {
    guard strayOutput >= 0 else { return }
    fflush(nil)
    dup2(strayOutput, 1)
    if errorIsTerminal, keptError >= 0 { dup2(strayOutput, 2) }
  }

  /// Lets standard output and standard error write to the terminal again.
  func letOutputBack() {
    fflush(nil)
    dup2(output, 1)
    if errorIsTerminal, keptError >= 0 { dup2(keptError, 2) }
  }

  /// Puts the settings from before back.
  func restoreSettings() {
    var settings = settings
    // Not after what is still to be shown: a terminal that takes nothing would hold this up.
    tcsetattr(input, TCSANOW, &settings)
  }

  /// Closes what was opened.
  func closeCopies() {
    for descriptor in [output, strayOutput, keptError] where descriptor >= 0 { close(descriptor) }
  }

  /// The terminal's size, if it tells one.
  var size: Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    // A window of 65,535 × 65,535 cells would cost ncurses more memory than there is.
    return Size(
      columns: min(Int(window.ws_col), Frame.largest.columns),
      rows: min(Int(window.ws_row), Frame.largest.rows))
  }

  /// How long a terminal may take nothing before it is taken for stuck, in milliseconds.
  private static let patience: Int32 = 1_000

  /// Writes bytes, all of them unless the terminal is gone or stuck.
  ///
  /// - Parameter bytes: What is written.
  func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !rest.isEmpty {
      var watched = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
      guard poll(&watched, 1, Self.patience) != 0 else { return }
      let written = systemWrite(output, rest.baseAddress, min(rest.count, 256))
      guard written > 0 else {
        guard errno == EINTR || errno == EAGAIN else { return }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Writes a text.
  ///
  /// - Parameter text: What is written.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }
}

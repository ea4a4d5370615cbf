import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Both ends of a terminal of our own: the program's end takes the place of standard input and
/// output, the other end types and records what is shown.
final class PseudoTerminal: Sendable {
  /// The end that types and sees.
  let master: Int32
  /// The path of the program's end.
  let path: String
  private let isOpen = Mutex(true)

  init(columns: UInt16 = 80, rows: UInt16 = 24) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, which are macros too complex to be imported.
    precondition(ioctl(master, 0x4004_5431, &locked) == 0, "no pseudo terminal can be had")
    precondition(ioctl(master, 0x8004_5430, &number) == 0, "no pseudo terminal can be had")
    path = "/dev/pts/\(number)"
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
  }

  /// Puts the program's end in place of standard input and output, and starts recording.
  func takePlace(type: String = "xterm-256color") {
    setsid()
    setenv("TERM", type, 1)
    let end = open(path, O_RDWR | O_NOCTTY)
    precondition(end >= 0)
    dup2(end, 0)
    dup2(end, 1)
    close(end)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func type(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
  }

  /// Makes the line go dead.
  func hangUp() {
    isOpen.withLock { isOpen in
      if isOpen { close(master) }
      isOpen = false
    }
  }

  /// What was shown since the last call: everything that comes until there is a pause.
  func shown(waiting milliseconds: Int32 = 100) -> String {
    String(decoding: bytes(waiting: milliseconds), as: UTF8.self)
  }

  /// The bytes of what was shown since the last call, until there is a pause.
  func bytes(waiting milliseconds: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, milliseconds) > 0 else { break }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// The settings as text, to be compared.
  var settings: String {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return "gone" }
    return "\(settings.c_iflag) \(settings.c_oflag) \(settings.c_cflag) \(settings.c_lflag)"
  }
}

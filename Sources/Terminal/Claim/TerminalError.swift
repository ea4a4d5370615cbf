/// Why the terminal could not be claimed. The screen is as it was before.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stream that must be a terminal is none.
  case notATerminal(Stream)
  /// `TERM` is not set.
  case typeMissing
  /// The system's terminal descriptions do not know the type, or cannot be read.
  case typeUnknown(String)
  /// The terminal cannot move its cursor.
  case typeTooSimple(String)
  /// The locale's characters are not UTF-8.
  case localeNotUTF8(name: String, encoding: String)
  /// The terminal has been claimed already, and there is one.
  case alreadyClaimed
  /// The system refused something.
  case system(what: String, code: Int32)

  /// The streams a terminal is reached by.
  package enum Stream: String, Hashable, Sendable {
    /// What is typed.
    case input = "standard input"
    /// What is shown.
    case output = "standard output"
  }

  /// One sentence that names the thing and the remedy.
  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "The full screen needs a terminal, and \(stream.rawValue) is none; run the program in a "
        + "terminal without redirecting it, or use its subcommands, which need no screen."
    case .typeMissing:
      "TERM is not set, so the terminal's type is not known; set it to your terminal's type, for "
        + "example TERM=xterm-256color."
    case .typeUnknown(let type):
      "The terminal type “\(type)” in TERM is not known on this machine; install its description "
        + "(the package ncurses-term has many), or set a usual one such as TERM=xterm-256color."
    case .typeTooSimple(let type):
      "A terminal of the type “\(type)” in TERM cannot move its cursor, which a full screen needs; "
        + "set TERM to your terminal's type, for example TERM=xterm-256color, or use the "
        + "subcommands, which need no screen."
    case .localeNotUTF8(let name, let encoding):
      "The locale “\(name)” writes \(encoding), and the screen needs UTF-8; set one that does, for "
        + "example LC_ALL=C.UTF-8."
    case .alreadyClaimed:
      "The terminal is in use by this program already; release it before it is claimed again."
    case .system(let what, let code):
      "The system refused to \(what): \(ErrorNumber.text(code))."
    }
  }
}

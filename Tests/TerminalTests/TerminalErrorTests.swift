import Terminal
import Testing

@Suite struct TerminalErrorTests {
  @Test(arguments: [
    (
      TerminalError.notATerminal(.input),
      "The full screen needs a terminal, and standard input is none; run the program in a terminal "
        + "without redirecting it, or use its subcommands, which need no screen."
    ),
    (
      .typeMissing,
      "TERM is not set, so the terminal's type is not known; set it to your terminal's type, for "
        + "example TERM=xterm-256color."
    ),
    (
      .typeUnknown("foo"),
      "The terminal type “foo” in TERM is not known on this machine; install its description (the "
        + "package ncurses-term has many), or set a usual one such as TERM=xterm-256color."
    ),
    (
      .typeTooSimple("dumb"),
      "A terminal of the type “dumb” in TERM cannot move its cursor, which a full screen needs; set "
        + "TERM to your terminal's type, for example TERM=xterm-256color, or use the subcommands, "
        + "which need no screen."
    ),
    (
      .localeNotUTF8(name: "zh_CN.GBK", encoding: "GBK"),
      "The locale “zh_CN.GBK” writes GBK, and the screen needs UTF-8; set one that does, for example "
        + "LC_ALL=C.UTF-8."
    ),
    (
      .alreadyClaimed,
      "The terminal is in use by this program already; release it before it is claimed again."
    ),
  ])
  func `errors name the thing and the remedy`(_ error: TerminalError, _ sentence: String) {
    #expect(error.description == sentence)
  }
}

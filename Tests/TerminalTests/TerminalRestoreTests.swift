import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// However the program ends, the terminal is as it was.
@Suite(.timeLimit(.minutes(2))) struct TerminalRestoreTests {
  private func expectRestored(_ line: PseudoTerminal, from before: String) {
    let sent = line.shown()
    #expect(sent.contains("\u{1B}[?1049h"))
    #expect(sent.contains("\u{1B}[?1049l"))
    // Everything that was switched on is off again, in the words that a terminal knows.
    for mode in ["1000", "1004", "1006", "2004"] {
      let on = sent.ranges(of: "\u{1B}[?\(mode)h").last
      let off = sent.ranges(of: "\u{1B}[?\(mode)l").last
      #expect(on != nil, "\(mode)")
      #expect(off != nil, "\(mode)")
      if let on, let off { #expect(on.upperBound <= off.lowerBound, "\(mode)") }
    }
    #expect(line.settings == before)
  }

  @Test func `after running off an array`() async {
    let line = PseudoTerminal()
    let before = line.settings
    await #expect(processExitsWith: .failure) { [path = line.path as String] in
      Program.claim(path)
      let empty: [Int] = []
      print(empty[Int(getpid())])
    }
    expectRestored(line, from: before)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGQUIT])
  func `after a fatal signal`(_ number: Int32) async {
    let line = PseudoTerminal()
    let before = line.settings
    await #expect(processExitsWith: .signal(number)) {
      [path = line.path as String, number = number as Int32] in
      Program.claim(path)
      kill(getpid(), number)
      while true { pause() }
    }
    expectRestored(line, from: before)
  }

  @Test func `after leaving without releasing`() async {
    let line = PseudoTerminal()
    let before = line.settings
    await #expect(processExitsWith: .exitCode(3)) { [path = line.path as String] in
      Program.claim(path)
      exit(3)
    }
    expectRestored(line, from: before)
  }
}

/// A program that claims the terminal and does not give it back by itself.
enum Program {
  nonisolated(unsafe) private static var terminal: Terminal?

  static func claim(_ path: String) {
    setsid()
    setenv("TERM", "xterm-256color", 1)
    let end = open(path, O_RDWR | O_NOCTTY)
    dup2(end, 0)
    dup2(end, 1)
    terminal = try? Terminal()
    precondition(terminal != nil)
  }
}

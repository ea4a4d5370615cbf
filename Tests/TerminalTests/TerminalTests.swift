import Screen
import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The real thing on a terminal of its own, each test in a process of its own.
@Suite(.timeLimit(.minutes(2))) struct TerminalTests {
  @Test func `the terminal is claimed and given back as it was`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let before = line.settings
      let terminal = try Terminal()
      #expect(line.settings != before)
      #expect(terminal.size == Size(columns: 80, rows: 24))
      let claimed = line.shown()
      #expect(claimed.contains("\u{1B}[?1049h"))
      #expect(claimed.contains("\u{1B}[?2004h"))
      #expect(throws: TerminalError.alreadyClaimed) { try Terminal() }
      var frame = Frame(terminal.size)
      frame.put("Where is my parcel? 我的包裹呢？", at: .zero)
      terminal.paint(frame)
      #expect(line.shown().contains("Where is my parcel? 我的包裹呢？"))
      terminal.release()
      terminal.release()
      let released = line.shown()
      #expect(released.contains("\u{1B}[?1049l"))
      #expect(released.contains("\u{1B}[?2004l"))
      #expect(line.settings == before)
      // And once more.
      let again = try Terminal()
      again.release()
      #expect(line.settings == before)
    }
  }

  @Test func `keys and pastes come in order, in one piece`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      line.type("a你好\u{1B}[A\u{1B}OB\u{1B}[200~x\ry\u{1B}[201~\r")
      var events: [TerminalEvent] = []
      while events.count < 7 { events += terminal.nextEvents() }
      let keys: [Key] = [
        .character("a"), .character("你"), .character("好"), .up, .down, .paste("x\ny"), .enter,
      ]
      #expect(events == keys.map { .key($0) })
      line.type("\u{1B}")
      #expect(terminal.nextEvents() == [.key(.escape)])
      #expect(terminal.nextEvents(timeout: .milliseconds(1)) == [])
      #expect(terminal.nextEvents(timeout: .zero) == [])
      #expect(terminal.nextEvents(timeout: .seconds(-5)) == [])
      terminal.release()
    }
  }

  @Test func `mouse and window are heard, and the mouse only where it is wanted`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      #expect(line.shown().contains("\u{1B}[?1000h\u{1B}[?1006h"))
      line.type("\u{1B}[<0;3;4M\u{1B}[Ia")
      var events: [TerminalEvent] = []
      while events.count < 3 { events += terminal.nextEvents() }
      #expect(
        events == [
          .pointer(Pointer(.press, at: Position(column: 2, row: 3))), .focus(true),
          .key(.character("a")),
        ])
      terminal.release()
      _ = line.shown()
      let other = try Terminal(TerminalOptions(mouse: false))
      let claimed = line.shown()
      #expect(claimed.contains("\u{1B}[?1004h"))
      #expect(!claimed.contains("1000h") && !claimed.contains("1006h"))
      line.type("\u{1B}[<0;3;4Mb")
      #expect(other.nextEvents() == [.key(.character("b"))])
      other.release()
    }
  }

  @Test(arguments: ["linux", "vt100", "ansi"])
  func `a terminal without windows is asked for no mouse and sent nothing beyond the screen`(
    _ type: String
  ) async {
    await #expect(processExitsWith: .success) { [type = type as String] in
      let line = PseudoTerminal()
      line.takePlace(type: type)
      let terminal = try Terminal()
      #expect(!terminal.copy("C-1001"))
      terminal.notify("Ms Reed has written again.")
      var frame = Frame(terminal.size)
      frame.put("plain", at: .zero, style: Style(.danger, on: .selection))
      terminal.paint(frame)
      terminal.release()
      let sent = line.shown()
      #expect(sent.contains("plain"))
      #expect(!sent.contains("1000h") && !sent.contains("1004h") && !sent.contains("\u{1B}]"))
    }
  }

  @Test func `the clipboard and the desktop are written to, between frames`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      unsetenv("TMUX")
      let terminal = try Terminal(TerminalOptions(notices: .osc777))
      terminal.paint(Frame(terminal.size))
      _ = line.shown()
      #expect(terminal.copy("QW-48213 订单"))
      #expect(line.shown() == "\u{1B}]52;c;UVctNDgyMTMg6K6i5Y2V\u{7}")
      #expect(!terminal.copy(String(repeating: "x", count: OutsideSequence.copyLimit + 1)))
      terminal.notify("Ms Reed; wrote\u{7}")
      #expect(line.shown() == "\u{1B}]777;notify;CalmDesk;Ms Reed, wrote␇\u{7}")
      terminal.release()
    }
  }

  @Test func `signals become events`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      kill(getpid(), SIGTERM)
      #expect(terminal.nextEvents() == [.terminationAsked])
      kill(getpid(), SIGINT)
      #expect(terminal.nextEvents() == [.interrupted])
      line.resize(columns: 120, rows: 36)
      kill(getpid(), SIGWINCH)
      #expect(terminal.nextEvents() == [.resized(Size(columns: 120, rows: 36))])
      #expect(terminal.size == Size(columns: 120, rows: 36))
      kill(getpid(), SIGHUP)
      #expect(terminal.nextEvents() == [.hungUp])
      let claimed = line.shown()
      #expect(claimed.contains("\u{1B}[?1000h"))
      terminal.release()
      // The line may still be there.
      let released = line.shown()
      for mode in ["1000", "1004", "1006", "2004", "1049"] {
        #expect(released.contains("\u{1B}[?\(mode)l"), "\(mode)")
      }
    }
  }

  @Test func `a terminal without a second screen is left blank`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      setenv("TERM", "linux", 1)
      let terminal = try Terminal()
      var frame = Frame(terminal.size)
      frame.put("Where is my parcel?", at: .zero)
      terminal.paint(frame)
      #expect(line.shown().contains("Where is my parcel?"))
      terminal.release()
      #expect(line.shown().contains("\u{1B}[H\u{1B}[J"))
    }
  }

  @Test func `a hang-up that leaves the terminal there gives it back like any other end`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let before = line.settings
      let terminal = try Terminal()
      _ = line.shown()
      kill(getpid(), SIGHUP)
      #expect(terminal.nextEvents() == [.hungUp])
      terminal.release()
      let sent = line.shown()
      for mode in ["1000l", "1004l", "1006l", "2004l", "1049l"] {
        #expect(sent.contains("\u{1B}[?\(mode)"), "\(mode)")
      }
      #expect(line.settings == before)
    }
  }

  @Test func `a dead line is told once and nothing is sent to it`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      signal(SIGHUP, SIG_IGN)
      let terminal = try Terminal()
      line.hangUp()
      var events = terminal.nextEvents()
      events += terminal.nextEvents(timeout: .milliseconds(50))
      #expect(events == [.hungUp])
      terminal.paint(Frame(terminal.size))
      terminal.suspend()
      terminal.release()
    }
  }

  @Test func `a terminal that takes nothing does not keep the program from leaving`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal(columns: 200, rows: 60)
      line.takePlace()
      let terminal = try Terminal()
      // Nobody reads what is shown, so painting is held up sooner or later.
      let asker = Task.detached {
        try await Task.sleep(for: .milliseconds(200))
        kill(getpid(), SIGTERM)
      }
      var events: [TerminalEvent] = []
      var frame = Frame(terminal.size)
      for round in 0... {
        for row in 0..<60 {
          frame.put(
            String(repeating: "\(round % 10)\(row % 10)", count: 100),
            at: Position(column: 0, row: row))
        }
        terminal.paint(frame)
        events = terminal.nextEvents(timeout: .zero)
        if !events.isEmpty { break }
      }
      #expect(events == [.terminationAsked])
      terminal.release()
      try await asker.value
    }
  }

  @Test func `other threads wake the waiter, and many wakings are one`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      let waker = terminal.waker
      await Task.detached { for _ in 0..<1_000 { waker.wake() } }.value
      #expect(terminal.nextEvents() == [.woken])
      #expect(terminal.nextEvents(timeout: .zero) == [])
      waker.wake()
      #expect(terminal.nextEvents() == [.woken])
      terminal.release()
    }
  }

  @Test func `only what differs is sent`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      var frame = Frame(terminal.size)
      for row in 0..<24 {
        frame.put(
          "row \(row) 你好，\(String(repeating: "x", count: 60))", at: Position(column: 0, row: row))
      }
      frame.cursor = Position(column: 3, row: 5)
      terminal.paint(frame)
      #expect(line.shown().utf8.count > 1_500)
      terminal.paint(frame)
      #expect(line.shown() == "")
      frame.put("X", at: Position(column: 10, row: 5))
      terminal.paint(frame)
      let sent = line.shown()
      #expect(sent.contains("X"))
      #expect(sent.utf8.count < 60)
      terminal.redraw()
      terminal.paint(frame)
      #expect(line.shown().utf8.count > 1_500)
      terminal.release()
    }
  }

  @Test func `no customer's text is sent as a control sequence`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      _ = line.shown()
      var frame = Frame(terminal.size)
      let hostile = "\u{1B}]52;c;eA==\u{7}\u{9B}31m\u{90}q\u{202E}\r\n\u{8}\u{E}\u{85}z\u{301}"
      for row in 0..<24 { frame.put(hostile, at: Position(column: 0, row: row)) }
      terminal.paint(frame)
      let sent = line.shown()
      #expect(sent.contains("␛]52;c;eA==␇\u{FFFD}31m\u{FFFD}q ␈␎ z\u{301}"))
      #expect(!sent.contains("\u{1B}]"))
      let controls = sent.unicodeScalars.filter {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      }
      #expect(Set(controls).isSubset(of: ["\u{1B}", "\r", "\n", "\u{8}"]))
      terminal.release()
    }
  }

  @Test func `ambiguous characters are written at their own places`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      var frame = Frame(terminal.size, measure: TextWidth(ambiguousIsWide: true))
      frame.put("a“b", at: Position(column: 4, row: 2))
      frame.cursor = Position(column: 0, row: 7)
      terminal.paint(frame)
      let sent = line.shown()
      // Row 3, column 6; then the cursor goes back to row 8, column 1.
      #expect(sent.contains("\u{1B}[3;6H“"))
      #expect(sent.hasSuffix("\u{1B}[8;1H"))
      frame.fill(frame.bounds)
      terminal.paint(frame)
      #expect(!line.shown().contains("“"))
      terminal.release()
    }
  }

  @Test func `what others print does not reach the screen`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let path = "/tmp/calmdesk-stray-\(getpid())"
      let terminal = try Terminal(TerminalOptions(strayOutput: path))
      _ = line.shown()
      print("stray words")
      fflush(nil)
      #expect(line.shown() == "")
      terminal.release()
      _ = line.shown()
      print("after")
      fflush(nil)
      #expect(line.shown().contains("after"))
      let file = open(path, O_RDONLY)
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = read(file, &bytes, 100)
      #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "stray words\n")
      unlink(path)
    }
  }

  @Test func `suspending gives the terminal back and takes it again`() async {
    await #expect(processExitsWith: .success) {
      let line = PseudoTerminal()
      line.takePlace()
      let terminal = try Terminal()
      _ = line.shown()
      // Leader of a session of its own, so nobody could continue it: it goes on by itself.
      line.type("a\u{1A}b")
      var events: [TerminalEvent] = []
      while events.count < 3 { events += terminal.nextEvents() }
      #expect(events == [.key(.character("a")), .resumed, .key(.character("b"))])
      let sent = line.shown()
      #expect(sent.contains("\u{1B}[?1049l"))
      #expect(sent.contains("\u{1B}[?1049h"))
      terminal.release()
    }
  }
}

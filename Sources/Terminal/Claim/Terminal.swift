internal import CNcurses
internal import CTerminal
package import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The terminal, claimed for a full screen until it is released.
///
/// ncurses is not thread-safe, so one thread makes it, waits on it and paints; it is not
/// `Sendable`. Other threads use the ``waker``. However the program ends, the terminal is given
/// back: by ``release()``, by leaving with `exit`, or by the handler for crashes.
package final class Terminal {
  /// Wakes the thread that waits for events.
  package let waker: Waker
  /// Columns and rows; a change is announced by ``TerminalEvent/resized(_:)``.
  package internal(set) var size: Size
  /// Turns meanings into colours from the next painting on.
  package var theme: Theme {
    didSet { if theme != oldValue { painter.use(theme) } }
  }

  let options: TerminalOptions
  let device: TerminalDevice
  var decoder: KeyDecoder
  var isGone = false
  private let capabilities: Capabilities
  private let screen: OpaquePointer
  private let stream: UnsafeMutablePointer<FILE>
  /// Where a frame is gathered; -1 where the system has no such place.
  private let spool: Int32
  private var painter: Painter
  private var isReleased = false

  /// Claims the terminal: alternate screen, every key as it comes, pastes marked.
  ///
  /// - Parameter options: How the terminal is used.
  /// - Throws: ``TerminalError``; the screen is then as it was.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    guard TerminalClaim.take() else { throw .alreadyClaimed }
    let device: TerminalDevice
    do throws(TerminalError) {
      try Self.prepareLocale()
      device = try TerminalDevice(strayOutput: options.strayOutput)
    } catch {
      TerminalClaim.give()
      throw error
    }
    do throws(TerminalError) {
      try Self.checkType()
      waker = try Waker()
      // Before ncurses starts: where it finds a handler for SIGTSTP, it leaves the signal alone;
      // otherwise it ignores it while it paints, and a stop asked for just then would be lost.
      guard ct_watch_signals(waker.writeDescriptor) == 0 else {
        throw TerminalError.system(what: "take over the signals", code: errno)
      }
      (stream, screen) = try Self.start(device)
    } catch {
      ct_unwatch_signals()
      device.closeCopies()
      TerminalClaim.give()
      throw error
    }
    self.options = options
    self.device = device
    spool = ct_open_spool()
    theme = options.theme
    capabilities = Capabilities(mouse: options.mouse, type: Self.type)
    decoder = KeyDecoder(table: capabilities.keys, pasteLimit: options.pasteLimit)
    size = device.size ?? Size(columns: Int(cn_columns()), rows: Int(cn_lines()))
    painter = Painter(theme: options.theme)
    take()
    fit(size)
  }

  deinit {
    release()
  }

  /// Whether standard input and standard output are both a terminal.
  package static var isAtTerminal: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// Paints a frame: sends what differs from the one before and parks the cursor. Once the
  /// terminal is gone, or released, it does nothing.
  ///
  /// - Parameter frame: What is to be seen from now on.
  package func paint(_ frame: Frame) {
    guard !isGone, !isReleased else { return }
    let descriptor = fileno(stream)
    // ncurses sends every movement of the cursor by itself. Gathered, a frame is one write, and one
    // packet on the line.
    let isGathered =
      spool >= 0 && ct_was_cut_short() == 0 && ct_turn(descriptor, spool) >= 0
    if isGathered {
      painter.paint(frame, size: size)
      _ = ct_turn(descriptor, device.output)
    }
    ct_writing(descriptor)
    if isGathered { ct_pass_on(spool, descriptor) } else { painter.paint(frame, size: size) }
    ct_writing(-1)
    let overlay = painter.overlayText()
    if !overlay.isEmpty { overlay.withUnsafeBytes { device.write($0) } }
  }

  /// Makes the next painting clear the screen and send everything, for when something else wrote
  /// on it.
  package func redraw() {
    painter.forget()
  }

  /// Rings the terminal's bell.
  package func ring() {
    guard !isGone, !isReleased else { return }
    device.write("\u{7}")
  }

  /// Puts a text on the clipboard of the person's own machine, between two paintings. Nothing is
  /// ever read from there.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Whether it was handed to the terminal, which may still decline: false when it is
  ///   longer than ``OutsideSequence/copyLimit`` or the terminal has no clipboard.
  package func copy(_ text: String) -> Bool {
    guard !isGone, !isReleased, capabilities.isWindow, let sequence = OutsideSequence.copy(text)
    else { return false }
    device.write(sequence)
    return true
  }

  /// Shows a notice on the person's desktop, between two paintings, where the terminal can.
  ///
  /// - Parameter text: Any text; made harmless and cut to ``OutsideSequence/noticeColumns``.
  package func notify(_ text: String) {
    guard !isGone, !isReleased, capabilities.isWindow else { return }
    device.write(
      OutsideSequence.notice(
        text, way: options.notices, throughTmux: getenv("TMUX") != nil))
  }

  /// Stops the program and everything it was started with, as Control-Z does in a shell; returns
  /// once it goes on, with the terminal claimed again.
  package func suspend() {
    guard !isGone, !isReleased else { return }
    giveBack()
    ct_stop_group()
    take()
    fit(device.size ?? size)
  }

  /// Gives the terminal back as it was; further calls do nothing.
  package func release() {
    guard !isReleased else { return }
    isReleased = true
    giveBack()
    ct_unwatch_signals()
    closeAll()
  }

  /// Adapts to a size.
  ///
  /// - Parameter size: The terminal's size.
  func fit(_ size: Size) {
    self.size = size
    resize_term(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
    painter.forget()
  }

  // MARK: - Taking and giving back

  /// Takes the terminal, for the first time or once more.
  private func take() {
    var settings = device.settings
    _ = capabilities.undo.utf8CString.withUnsafeBufferPointer { undo in
      crashLine.utf8CString.withUnsafeBufferPointer { message in
        ct_arm(
          device.output, &settings, undo.baseAddress, undo.count - 1, device.output,
          device.keptError, message.baseAddress, message.count - 1)
      }
    }
    // Settings first: in the background this stops the program before it can write anything.
    reset_prog_mode()
    device.turnStrayOutputAway()
    cn_refresh()
    device.write(capabilities.modesOn)
  }

  /// What standard error says after a crash, on a line of its own.
  private var crashLine: String {
    options.crashMessage.isEmpty ? "" : String(options.crashMessage.prefix(120)) + "\n"
  }

  /// Takes the terminal again after somebody else had it without being given it.
  func reclaim() {
    guard !isGone, !isReleased else { return }
    reset_prog_mode()
    if let enter = cn_capability("smcup") { device.write(String(cString: enter)) }
    device.write(capabilities.modesOn)
    fit(device.size ?? size)
  }

  private func giveBack() {
    // Also after a hang-up: whoever sends one may leave the terminal to somebody else, and one that
    // is gone takes nothing.
    device.write(capabilities.modesOff)
    endwin()
    device.write(capabilities.wipe)
    // What ncurses says goes nowhere by now, so it is said once more.
    if ct_was_cut_short() != 0 { device.write(capabilities.undo) }
    device.restoreSettings()
    device.letOutputBack()
    ct_disarm()
  }

  private func closeAll() {
    painter.finish()
    delscreen(screen)
    fclose(stream)
    if spool >= 0 { close(spool) }
    device.closeCopies()
    TerminalClaim.give()
  }

  // MARK: - Starting

  /// Makes sure that characters are UTF-8 to the C library.
  private static func prepareLocale() throws(TerminalError) {
    let name = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
    let encoding = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    if encoding == "UTF-8" { return }
    // A machine where no language was ever chosen; its terminals speak UTF-8 nonetheless.
    if name == "C" || name == "POSIX" {
      for candidate in ["C.UTF-8", "C.utf8", "en_US.UTF-8"]
      where setlocale(LC_CTYPE, candidate) != nil {
        return
      }
    }
    throw .localeNotUTF8(name: name, encoding: encoding)
  }

  /// What kind of terminal it is, as the environment names it; empty when it does not.
  private static var type: String { getenv("TERM").map { String(cString: $0) } ?? "" }

  /// Makes sure that the terminal's type is known and can do what a full screen needs.
  private static func checkType() throws(TerminalError) {
    let type = type
    guard !type.isEmpty else { throw .typeMissing }
    var status: Int32 = 0
    guard setupterm(nil, 1, &status) == OK else {
      // "dumb" and its like are known, and known to be too simple.
      throw status == 0 && type != "dumb" && type != "unknown"
        ? .typeUnknown(type) : status < 0 ? .typeUnknown(type) : .typeTooSimple(type)
    }
    guard cn_capability("cup") != nil, cn_capability("clear") != nil else {
      throw .typeTooSimple(type)
    }
  }

  private static func start(
    _ device: TerminalDevice
  ) throws(TerminalError) -> (UnsafeMutablePointer<FILE>, OpaquePointer) {
    guard let stream = fdopen(fcntl(device.output, F_DUPFD_CLOEXEC, 10), "w") else {
      throw .system(what: "open the terminal once more", code: errno)
    }
    // The window's size is asked of the system; LINES and COLUMNS would freeze it.
    use_env(false)
    use_tioctl(true)
    guard let screen = newterm(nil, stream, cn_standard_input()) else {
      fclose(stream)
      throw .system(what: "start ncurses on the terminal", code: errno)
    }
    cn_prepare()
    return (stream, screen)
  }
}

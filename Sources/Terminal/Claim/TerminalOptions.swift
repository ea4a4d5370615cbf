package import Screen

/// How the terminal is used.
package struct TerminalOptions: Sendable {
  /// Turns meanings into colours; without colours whenever the terminal has none.
  package var theme: Theme
  /// How long after an ESC the rest of a key's sequence may come, in milliseconds, 1…5,000. Longer
  /// for slow connections; the Escape key answers so much later.
  package var escapeDelay: Int {
    didSet { escapeDelay = min(max(escapeDelay, 1), 5_000) }
  }
  /// A paste is cut at so many bytes.
  package var pasteLimit: Int
  /// Whether Control-Z stops the program as a shell's user expects; else it is a key.
  package var suspendsOnControlZ: Bool
  /// Whether the mouse is the program's; else the terminal's own selection works as usual.
  package var mouse: Bool
  /// How notices reach the person's desktop.
  package var notices: NoticeWay
  /// The file that gets what anything writes to standard output or standard error meanwhile, such
  /// as the system's report of a crash; it is lost when no file is given or it cannot be opened.
  package var strayOutput: String?
  /// What standard error says after a crash, once the terminal is restored; cut after 120
  /// characters.
  package var crashMessage: String

  /// Makes options.
  ///
  /// - Parameters:
  ///   - theme: Turns meanings into colours.
  ///   - escapeDelay: Milliseconds, brought into 1…5,000.
  ///   - pasteLimit: A paste is cut at so many bytes.
  ///   - suspendsOnControlZ: Whether Control-Z stops the program.
  ///   - mouse: Whether the mouse is the program's.
  ///   - notices: How notices reach the person's desktop.
  ///   - strayOutput: The file that gets what would have disturbed the screen.
  ///   - crashMessage: What standard error says after a crash.
  package init(
    theme: Theme = .dark, escapeDelay: Int = 25, pasteLimit: Int = 1 << 20,
    suspendsOnControlZ: Bool = true, mouse: Bool = true, notices: NoticeWay = .osc9,
    strayOutput: String? = nil, crashMessage: String = ""
  ) {
    self.theme = theme
    self.escapeDelay = min(max(escapeDelay, 1), 5_000)
    self.pasteLimit = pasteLimit
    self.suspendsOnControlZ = suspendsOnControlZ
    self.mouse = mouse
    self.notices = notices
    self.strayOutput = strayOutput
    self.crashMessage = crashMessage
  }

  /// Reads what is customary in the environment: `NO_COLOR` (not empty: no colours), `COLORFGBG`
  /// (the terminal's own background, to choose between light and dark), `ESCDELAY` (milliseconds),
  /// and the variables by which terminals name themselves.
  ///
  /// - Parameter environment: Names and values.
  package init(environment: [String: String]) {
    let isColourless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    self.init(
      theme: isColourless ? .none : Theme(on: Background(environment: environment)),
      escapeDelay: environment["ESCDELAY"].flatMap { Int($0) } ?? 25,
      notices: NoticeWay(environment: environment))
  }
}

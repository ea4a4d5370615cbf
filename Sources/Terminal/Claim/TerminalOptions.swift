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
  ///   - strayOutput: The file that gets what would have disturbed the screen.
  ///   - crashMessage: What standard error says after a crash.
  package init(
    theme: Theme = .dark, escapeDelay: Int = 25, pasteLimit: Int = 1 << 20,
    suspendsOnControlZ: Bool = true, strayOutput: String? = nil, crashMessage: String = ""
  ) {
    self.theme = theme
    self.escapeDelay = min(max(escapeDelay, 1), 5_000)
    self.pasteLimit = pasteLimit
    self.suspendsOnControlZ = suspendsOnControlZ
    self.strayOutput = strayOutput
    self.crashMessage = crashMessage
  }

  /// Reads what is customary in the environment: `NO_COLOR` (not empty: no colours), `COLORFGBG`
  /// (the terminal's own background, to choose between light and dark), `ESCDELAY`
  /// (milliseconds).
  ///
  /// - Parameter environment: Names and values.
  package init(environment: [String: String]) {
    self.init(
      theme: Self.theme(environment),
      escapeDelay: environment["ESCDELAY"].flatMap { Int($0) } ?? 25)
  }

  private static func theme(_ environment: [String: String]) -> Theme {
    if let value = environment["NO_COLOR"], !value.isEmpty { return .none }
    // "15;0" or "15;default;0": the last field is the background.
    guard let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap({ Int($0) })
    else { return .dark }
    return background == 7 || (9...15).contains(background) ? .light : .dark
  }
}

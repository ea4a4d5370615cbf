import Console
import Foundation
import Playbook
import Screen
import Terminal

/// How the console is to look and behave for the person who starts it: their file, the environment
/// over it, the command line over both.
struct ConsoleSettings {
  private(set) var preferences: ConsolePreferences
  /// Which keys do what.
  let keymap: Keymap
  /// What was wrong with the file or the environment.
  private(set) var problems: [PlaybookProblem]
  private let environment: [String: String]

  /// - Parameters:
  ///   - environment: names and values.
  ///   - theme: as the command line names it; nil when it does not.
  ///   - mouse: as the command line says; nil when it does not.
  ///   - linear: whether one thing is shown at a time; false leaves it to the rest.
  ///   - files: how the file is read.
  init(
    environment: [String: String], theme: ThemeChoice? = nil, mouse: Bool? = nil,
    linear: Bool = false,
    files: FileAccess = .disk
  ) {
    self.environment = environment
    let path = ConsolePreferences.path(environment) ?? ""
    (preferences, problems) =
      path.isEmpty ? (ConsolePreferences(), []) : ConsolePreferences.load(path, files: files)
    let keys = Keymap.standard.changed(by: preferences.keys)
    keymap = keys.keymap
    problems += keys.problems.filter { !$0.isRemark }.map {
      $0.inFile(path, preferences.keyLines)
    }
    problems += preferences.apply(environment: environment)
    preferences.theme = theme ?? preferences.theme
    preferences.mouse = mouse ?? preferences.mouse
    if linear { preferences.layout = .linear }
  }

  /// The colours to be used.
  var theme: Theme {
    let background = Background(environment: environment)
    return switch preferences.theme {
    case .auto: Theme(on: background)
    case .dark: .dark
    case .light: .light
    case .contrast: background == .light ? .contrastLight : .contrast
    case .contrastLight: .contrastLight
    case .colourBlind: background == .light ? .colourBlindLight : .colourBlind
    case .colourBlindLight: .colourBlindLight
    case .none: .none
    }
  }

  /// How the terminal is used.
  var terminal: TerminalOptions {
    var options = TerminalOptions(environment: environment)
    options.theme = theme
    // Where one thing is shown there is nothing to point at: selecting stays with the terminal.
    options.mouse = preferences.mouse && preferences.layout == .panes
    switch preferences.notices {
    case .osc9: options.notices = .osc9
    case .osc777: options.notices = .osc777
    case .on, .off: break
    }
    return options
  }

  /// How text is measured.
  var measure: TextWidth { TextWidth(ambiguousIsWide: preferences.ambiguous == .wide) }

  /// Whether lines and marks are of ASCII: those of the usual kind are of ambiguous width.
  var isPlain: Bool { preferences.borders == .ascii || preferences.ambiguous == .wide }

  /// Whether one thing is said at a time, in words alone.
  var isLinear: Bool { preferences.layout == .linear }

  /// Draws lines and marks with ASCII, whatever the file says.
  mutating func usePlainSigns() { preferences.borders = .ascii }

  /// What was wrong, in one sentence.
  ///
  /// - Parameter texts: the interface texts of the screen's language.
  /// - Returns: nil when nothing was.
  func complaint(_ texts: Texts) -> String? {
    guard var first = problems.first else { return nil }
    // The footer line is short; the folder is known to whoever wrote the file.
    first.file = first.file.split(separator: "/").last.map(String.init) ?? first.file
    guard problems.count > 1 else { return first.description }
    return texts(
      "screen.preferences.problems",
      ["problem": first.description, "n": String(problems.count - 1)])
  }
}

extension KeymapProblem {
  /// The problem with the file and the line it stands in.
  ///
  /// - Parameters:
  ///   - file: what the file is called.
  ///   - lines: the line of each entry.
  /// - Returns: the problem as other problems of files are told.
  func inFile(_ file: String, _ lines: [String: Int]) -> PlaybookProblem {
    PlaybookProblem(file: file, line: lines[entry], sentence: sentence)
  }
}

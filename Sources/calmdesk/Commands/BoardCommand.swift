import ArgumentParser
import Console
import Desk
import Foundation
import Playbook
import Screen
import Terminal
import Vocabulary
import Workflow

/// Prints the whole floor, once or again and again.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Print the whole floor at a glance, for a wall or a script.",
    usage: "calmdesk board [<options>]",
    discussion: """
      Who waits and for how long, how hot it is, what breaks next, who is on what,
      where cases stand, and how the last hours went. It needs the permission
      “report”; for roles without “personal_data” customers have case numbers and no
      names. People are those with a console open, in the order of the alphabet, and
      nobody is ranked; teams of fewer than five people there are left out. Looking
      once cannot tell a console that died within the last minute; --watch can.

        calmdesk board
        calmdesk board --watch              until Control-C, on a wall
        calmdesk board --watch --json       one document a line, when something changed
        calmdesk board --json
      """)

  @OptionGroup var options: DeskOptions

  @Flag(help: "Print one JSON document, or with --watch one a line.")
  var json = false

  @Flag(help: "Go on, and print it again when something has changed.")
  var watch = false

  @Flag(help: "Draw with signs every terminal has.")
  var ascii = false

  @Flag(help: "Sentences instead of columns, for screen readers and braille displays.")
  var linear = false

  func validate() throws {
    if json, ascii || linear {
      throw ValidationError("“--json” is for programs: leave the rest out.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      var settings = ConsoleSettings(
        environment: ProcessInfo.processInfo.environment, linear: linear)
      if ascii { settings.usePlainSigns() }
      let printer = BoardPrinter(place: place, settings: settings, isJSON: json)
      guard watch else {
        let present = try place.desk.store.presence.all()
        return try printer.print(place.desk.wallboard(for: place.person, present: present))
      }
      try printer.follow()
    }
  }
}

/// The floor as a page for people or documents for scripts.
struct BoardPrinter {
  let place: Workplace
  let settings: ConsoleSettings
  let isJSON: Bool

  /// Prints it once.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  func print(_ board: Wallboard) throws {
    if isJSON { return try Output.json(board.document.line) }
    // As many rows as everything needs.
    let lists = max(
      board.breaches.count + board.dangers.count + board.hands.count + board.sessions.count
        + board.crowds.count,
      board.people.count + board.steps.count + board.teams.count + 4)
    let size = Size(columns: Output.columns, rows: min(max(24, lists + 16), 80))
    let model = try model(of: board, size)
    let names = names(of: board)
    let lines =
      model.isLinear
      ? model.sentences(of: board, steps: names)
      : model.frame(of: board, steps: names, size: size).lines
    let last = lines.lastIndex { !$0.isEmpty } ?? -1
    for line in lines.prefix(last + 1) {
      try Output.line(settings.isPlain ? line.replacing("…", with: "~") : line)
    }
  }

  /// Prints it whenever something has changed, until the program is ended or the reader has gone.
  ///
  /// - Throws: what the desk throws, or `CommandFailure` when it cannot be written.
  func follow() throws {
    if !isJSON, !settings.isLinear, Terminal.isAtTerminal { return try hang() }
    var watch = BoardWatch()
    while true {
      if let board = try watch.look(at: place) { try print(board) }
      Thread.sleep(forTimeInterval: 1)
    }
  }

  /// Fills the terminal with it, in colours, until a key or the end of the terminal.
  private func hang() throws {
    let terminal: Terminal
    do {
      terminal = try Terminal(settings.terminal)
    } catch {
      throw CommandFailure(error.description, CommandFailure.noInput)
    }
    defer { terminal.release() }
    var watch = BoardWatch()
    while true {
      if let board = try watch.look(at: place) {
        let size = terminal.size
        terminal.paint(
          try model(of: board, size).frame(of: board, steps: names(of: board), size: size))
      }
      for event in terminal.nextEvents(timeout: .seconds(1)) {
        switch event {
        case .key(.character("q")), .key(.escape), .hungUp, .terminationAsked, .interrupted: return
        case .resized, .resumed: watch.forget()
        default: break
        }
      }
    }
  }

  private func model(of board: Wallboard, _ size: Size) throws -> Model {
    let loop = ConsoleLoop(place: place, settings: settings)
    return Model(sitting: try loop.sitting(), content: loop.content, size: size, now: board.at)
  }

  private func names(of board: Wallboard) -> [ProcedureID: [StepID: String]] {
    Set(board.steps.map(\.procedure)).reduce(into: [:]) { names, id in
      guard let procedure = place.desk.playbook.procedure(id) else { return }
      for step in procedure.steps + procedure.sideSteps {
        names[id, default: [:]][step.id] = step.words[place.language]?.name
      }
    }
  }
}

/// Looks at a desk every second and says when the floor should be shown anew.
struct BoardWatch {
  /// Seconds after which it is shown anyway: times go on, and people come and go without a case.
  private static let longest = Duration.seconds(5)

  private var leases = LeaseWatch()
  private var mark: Int64?
  private var shownAt: ContinuousClock.Instant?
  private let begun = ContinuousClock.now

  /// - Parameter place: the desk and who looks.
  /// - Returns: the floor; nil while it need not be shown anew.
  /// - Throws: what the desk throws.
  mutating func look(at place: Workplace) throws -> Wallboard? {
    try place.desk.sweep()
    let now = ContinuousClock.now
    leases.look(at: try place.desk.store.presence.all(), now: now - begun)
    let newest = try place.desk.store.changeMark()
    if newest == mark, let shownAt, now - shownAt < BoardWatch.longest { return nil }
    mark = newest
    shownAt = now
    return try place.desk.wallboard(for: place.person, present: leases.living)
  }

  /// Shows it anew with the next look.
  mutating func forget() { shownAt = nil }
}

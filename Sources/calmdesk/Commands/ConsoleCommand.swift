import ArgumentParser
import Console
import Desk
import Foundation
import Logging
import Playbook
import Screen
import Session
import Terminal
import Vocabulary

/// Opens the console; where there is no terminal, prints the queue.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the console on your desk (what calmdesk does alone).",
    usage: "calmdesk [console] [<options>]",
    discussion: """
        calmdesk console
        calmdesk --lang zh-Hant
        calmdesk --desk /srv/team/desk.sqlite
        calmdesk --theme colour-blind --no-mouse
        calmdesk --linear

      On the screen, ? lists the keys, : finds anything by name and q leaves. What
      you like to have every time stands in ~/.config/calmdesk/console.yaml: theme,
      layout (panes or linear), mouse, borders, ambiguous, bell, notices, and keys
      (see “calmdesk help keys”).
      """)

  @OptionGroup var options: DeskOptions

  @Option(
    help: ArgumentHelp(
      "Colours to use: \(ThemeChoice.list).", valueName: "name"),
    transform: ConsoleCommand.theme)
  var theme: ThemeChoice?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the mouse is the console's; off, the terminal selects and pastes as usual.")
  var mouse: Bool?

  @Flag(
    help: ArgumentHelp(
      "One thing at a time, in words alone: for screen readers and braille displays."))
  var linear = false

  /// What is no command of ours lands here, since this one stands where none is named.
  @Argument(help: ArgumentHelp(visibility: .hidden)) var unknown: [String] = []

  func validate() throws {
    guard let first = unknown.first else { return }
    throw ValidationError(
      "There is no command “\(Scrubber.line(first))”; “calmdesk help” lists them all.")
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      guard Terminal.isAtTerminal else {
        try QueuePrinter(place: place).run(filter: .everything, json: false, limit: 50)
        return
      }
      let environment = ProcessInfo.processInfo.environment
      let settings = ConsoleSettings(
        environment: environment, theme: theme, mouse: mouse, linear: linear)
      for problem in settings.problems { Output.error("calmdesk: \(problem)") }
      let memory = LessonMemory(environment: environment)
      var loop = ConsoleLoop(place: place, settings: settings)
      loop.coach = Coach(learnt: memory.learnt)
      loop.learnt = { memory.add($0) }
      try loop.run()
    }
  }

  @Sendable private static func theme(_ name: String) throws -> ThemeChoice {
    guard let theme = ThemeChoice(rawValue: name) else {
      throw ValidationError("there is no such theme; the themes are \(ThemeChoice.list).")
    }
    return theme
  }
}

extension ThemeChoice {
  /// All names, as help and errors list them.
  fileprivate static let list = allCases.map(\.rawValue).joined(separator: ", ")
}

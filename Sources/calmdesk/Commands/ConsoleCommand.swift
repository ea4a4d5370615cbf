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

      On the screen, ? lists the keys and q leaves.
      """)

  @OptionGroup var options: DeskOptions

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
      let memory = LessonMemory(environment: ProcessInfo.processInfo.environment)
      var loop = ConsoleLoop(place: place)
      loop.coach = Coach(learnt: memory.learnt)
      loop.learnt = { memory.add($0) }
      try loop.run()
    }
  }
}

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
    commandName: "console", abstract: "Open the console on your desk (what calmdesk does alone).")

  @OptionGroup var options: DeskOptions

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      guard Terminal.isAtTerminal else {
        try QueuePrinter(place: place).run(filter: .everything, json: false, limit: 50)
        return
      }
      try ConsoleLoop(place: place).run()
    }
  }
}

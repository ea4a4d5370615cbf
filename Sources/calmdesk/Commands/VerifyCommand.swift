import ArgumentParser
import Desk

/// Checks the desk.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the desk: its file, every case's log, and that no gate was gone around.",
    usage: "calmdesk verify [<options>]",
    discussion: """
      Prints a line for each fault and exits with 65, or says that all is sound.

        calmdesk verify
        calmdesk verify --desk /srv/team/desk.sqlite
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      let faults = try place.desk.verify()
      for fault in faults { try Output.line(fault) }
      guard faults.isEmpty else { throw CommandFailure.data }
      let counts = try place.desk.store.counts()
      try Output.line("\(place.path): sound, \(counts.values.reduce(0, +)) cases.")
    }
  }
}

import ArgumentParser
import Desk

/// Checks the desk.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the desk: its file, every case's log, and every event decided again.",
    usage: "calmdesk verify [<options>]",
    discussion: """
      Prints a line for each fault and exits with 65, or says that all is sound. A fault is what no
      honest program would have written: an answer by somebody who did not hold the case, a yes to
      one's own request, a gate passed without a reason.

      What today's playbook would not allow, for people in the roles they have today, may have been
      allowed when it was written, and a clock may have been wrong. Such events are printed as notes;
      with --strict they are faults as well.

        calmdesk verify
        calmdesk verify --strict
        calmdesk verify --desk /srv/team/desk.sqlite
      """)

  @OptionGroup var options: DeskOptions

  @Flag(help: "Exit with 65 for notes too: playbook and roles are what they always were.")
  var strict = false

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      let found = try place.desk.verification()
      for fault in found.faults { try Output.line(fault) }
      for note in found.notes { try Output.line(strict ? note : "Note: " + note) }
      guard found.faults.isEmpty, !strict || found.notes.isEmpty else {
        throw CommandFailure.data
      }
      let counts = try place.desk.store.counts()
      try Output.line("\(place.path): sound, \(counts.values.reduce(0, +)) cases.")
    }
  }
}

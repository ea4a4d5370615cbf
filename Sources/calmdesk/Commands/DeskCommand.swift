import ArgumentParser
import Desk
import Playbook
import Vocabulary

/// Care of the desk itself.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Make a desk.",
    subcommands: [Init.self])

  /// Makes a desk.
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: "Make a desk, with you as its supervisor. An existing desk stays as it is.",
      discussion: """
          calmdesk desk init                             your own, under your data folder
          calmdesk desk init --desk /srv/team/desk.sqlite   one for a group folder (setgid)
        """)

    @OptionGroup var options: DeskOptions

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        let role = place.wording().name(of: place.person.role)
        Output.line("\(place.path): \(place.person.id), \(role)")
      }
    }
  }
}

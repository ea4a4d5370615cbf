import ArgumentParser
import Desk
import Playbook
import Vocabulary

/// Care of the desk itself.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Make a desk.",
    usage: "calmdesk desk <subcommand> [<options>]",
    discussion: """
        calmdesk desk init
        calmdesk desk init --desk /srv/team/desk.sqlite
      """,
    subcommands: [Init.self])

  /// Makes a desk.
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: "Make a desk, with you as its supervisor. An existing desk stays as it is.",
      usage: "calmdesk desk init [<options>]",
      discussion: """
        Your own desk lies under your data folder. A desk for several people lies in a
        folder of their group that hands its group down (chmod g+s).

          calmdesk desk init
          calmdesk desk init --desk /srv/team/desk.sqlite
        """)

    @OptionGroup var options: DeskOptions

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options, isInit: true)
        let role = place.wording().name(of: place.person.role)
        try Output.line("\(place.path): \(place.person.id), \(role)")
      }
    }
  }
}

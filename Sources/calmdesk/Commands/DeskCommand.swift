import ArgumentParser
import Desk
import Playbook
import Vocabulary

/// Care of the desk itself.
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Make a desk, or let go of what it need not keep.",
    usage: "calmdesk desk <subcommand> [<options>]",
    discussion: """
        calmdesk desk init
        calmdesk desk init --desk /srv/team/desk.sqlite
        calmdesk desk tidy --dry-run
      """,
    subcommands: [Init.self, Tidy.self])

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

  /// Lets go of readings that are too old.
  struct Tidy: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tidy",
      abstract: "Let go of what was read in old messages, for ever.",
      usage: "calmdesk desk tidy [--dry-run] [<options>]",
      discussion: """
        How hot a message was and which words said so, and what a draft was found to
        be, is kept for as long as authority/retention.yaml says. Cases stay, with all
        that was said and decided in them. A supervisor's console does the same once a
        day.

          calmdesk desk tidy --dry-run        says what would go
          calmdesk desk tidy
        """)

    @OptionGroup var options: DeskOptions

    @Flag(help: "Say what would go, and leave it.")
    var dryRun = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        let desk = place.desk
        let found =
          dryRun ? try desk.untidy(for: place.person) : try desk.tidy(by: place.person)
        let day = found.limit.description.prefix(10)
        if json {
          try Output.json(
            JSONValue.object([
              "messages": .int(Int64(found.messages)), "before": .string(found.limit.description),
              "days": .int(desk.playbook.retention.days), "dry_run": .bool(dryRun),
            ]).line)
          return
        }
        let what = found.messages == 1 ? "1 message" : "\(found.messages) messages"
        let verb = dryRun ? "would go" : "are gone"
        try Output.line(
          "Readings of \(what) from before \(day), older than "
            + "\(desk.playbook.retention.days) days, \(verb).")
      }
    }
  }
}

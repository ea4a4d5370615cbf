import ArgumentParser

/// The console, and everything around it that scripts use.
@main
struct Calmdesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calmdesk",
    abstract: "Calm upset customers, step by step, without leaving the keyboard.",
    usage: "calmdesk [<subcommand>] [<options>]",
    discussion: """
      Without a subcommand the console opens on your desk. Where there is no
      terminal, the queue is printed instead.

        calmdesk                        open the console
        calmdesk --lang zh-Hans         open it in 简体中文
        calmdesk demo                   practise on simulated customers
        calmdesk intake shift.jsonl     take conversations in
        calmdesk queue                  who waits, the most urgent first
        calmdesk case C-1001            one case, whole
        calmdesk board                  the whole floor at a glance
        calmdesk report                 figures of the desk
        calmdesk register C-1001        a sheet to print and sign
        calmdesk help do                commands for scripts
      """,
    version: "0.1.0",
    subcommands: [
      ConsoleCommand.self, DemoCommand.self, IntakeCommand.self, QueueCommand.self,
      ShowCaseCommand.self, BoardCommand.self,
      DoCommand.self, ReportCommand.self, RegisterCommand.self, ExportCommand.self,
      PlaybookCommand.self, LanguageCommand.self, PeopleCommand.self,
      KeysCommand.self, VerifyCommand.self, DeskCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  static func main() {
    StandardStreams.settle()
    main(nil)
  }
}

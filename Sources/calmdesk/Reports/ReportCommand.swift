import ArgumentParser
import Desk
import Foundation
import Vocabulary

/// Prints figures.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print figures of the desk, or your own.",
    usage: "calmdesk report [<options>] [<kind>]",
    discussion: """
      Without a kind every table is printed. The kinds are overview, volumes,
      liability, heat, resolution, promises, remedies, steps, overrides, approvals, clocks,
      satisfaction, follow_ups, prevention, departments, and mine: your own figures,
      which nobody else can ask for. The others need the permission “report”.

      Two more are printed only by name. launch is a list to tick before something new
      comes out: what was complained of, cause by cause, with what was proposed against
      it. accountability counts grave cases that many had, that went up or were
      mishandled, by the cause that was found and the department it lies with; it names
      nobody. --about keeps any report to one product, or to a topic or matter of the
      playbook.

      Nobody is ranked. Figures on how people work are shown only where at least
      five people are behind them; smaller groups are put together or left out, and
      the table says so.

      As CSV, one table is written as it is; several become one list of table, row,
      figure and value.

        calmdesk report
        calmdesk report --by team --from 2026-11-01 --to 2026-11-30
        calmdesk report mine --lang zh-Hant
        calmdesk report heat --json
        calmdesk report remedies --csv > remedies.csv
        calmdesk report launch --about kettle --csv > before-launch.csv
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var period: Period

  @Argument(help: ArgumentHelp("Which figures.", valueName: "kind"))
  var kind: ReportKind = .overview

  @Option(
    help: ArgumentHelp(
      "Set the cases side by side: cause, step, team, department, remedy, hour, channel or "
        + "language.", valueName: "group"))
  var by: ReportGrouping?

  @Option(
    help: ArgumentHelp(
      "Only cases about this product, or this topic or matter of the playbook.",
      valueName: "words"))
  var about: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print lines for a spreadsheet, comma-separated, in UTF-8.")
  var csv = false

  @Flag(help: "Draw bars with # instead of blocks.")
  var ascii = false

  func validate() throws {
    if let about, about.allSatisfy(\.isWhitespace) {
      throw ValidationError("“--about” is empty; name a product, a topic or a matter.")
    }
    if json, csv { throw ValidationError("Choose “--json” or “--csv”; not both.") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      let report = try place.desk.report(
        ReportQuery(kind: kind, grouping: by, from: period.from, to: period.to, about: about),
        for: place.person)
      if json {
        try Output.json(report.document.line)
      } else if csv {
        for line in report.spreadsheet { try Output.spreadsheet(line) }
      } else {
        try ReportPrinter(
          words: ReportWords(place: place), width: Output.columns, isPlain: ascii
        ).print(report)
      }
    }
  }
}

extension ReportKind: ExpressibleByArgument {}
extension ReportGrouping: ExpressibleByArgument {}

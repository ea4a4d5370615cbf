import ArgumentParser
import Desk
import Vocabulary

/// Prints the complaint register.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Print a case as a sheet to sign, or the whole register for a spreadsheet.",
    usage: "calmdesk register [<options>] [<ref>]",
    discussion: """
      The sheet is 80 columns wide and in the language of “--lang”. Whoever answers
      for a case may print it; the register, and other people's cases, need the
      permission “report”. Names, telephone numbers and addresses are masked for a
      role without the permission “personal_data”.

        calmdesk register C-1001
        calmdesk register C-1001 --lang zh-Hans | lp
        calmdesk register --csv --from 2026-11-01 > register.csv
        calmdesk register --json
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var period: Period

  @Argument(help: "The reference, such as C-1001.")
  var ref: String?

  @Flag(help: "The register as one JSON document.")
  var json = false

  @Flag(help: "The register as lines for a spreadsheet, comma-separated, in UTF-8.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("Choose “--json” or “--csv”; not both.") }
    if ref == nil, !json, !csv {
      throw ValidationError("Name a case such as C-1001, or choose “--csv” or “--json” for all.")
    }
    if ref != nil, json || csv || period.from != nil || period.to != nil {
      throw ValidationError(
        "A case is printed as a sheet; leave the reference out for the whole register.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      if let ref {
        let sheet = try place.desk.registerSheet(
          of: CaseRef(ref), for: place.person, in: place.language)
        try SheetPrinter(colon: place.colon).print(sheet)
      } else if csv {
        try printSpreadsheet(at: place)
      } else {
        try printDocument(at: place)
      }
    }
  }

  /// Nothing is printed for somebody who may not see it, not even the heading.
  private func printSpreadsheet(at place: Workplace) throws {
    let heading = CommaSeparated.row(RegisterEntry.columns.map { .text($0) })
    var isHeaded = false
    try place.desk.eachRegistered(from: period.from, to: period.to, for: place.person) {
      if !isHeaded { try Output.spreadsheet(heading) }
      isHeaded = true
      try Output.spreadsheet($0.row)
    }
    if !isHeaded { try Output.spreadsheet(heading) }
  }

  /// One document, written entry by entry, however long the register is.
  private func printDocument(at place: Workplace) throws {
    var before = "["
    try place.desk.eachRegistered(from: period.from, to: period.to, for: place.person) {
      try Output.json(before + $0.document.line)
      before = ","
    }
    try Output.json(before == "[" ? "[]" : "]")
  }
}

/// Prints cases for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print every case as JSON lines, for other programs.",
    usage: "calmdesk export [<options>]",
    discussion: """
      A line a case, in the shape of “calmdesk case --json”. It needs the permission
      “report”. Names, telephone numbers and addresses are masked, in messages too,
      for a role without the permission “personal_data”.

        calmdesk export > cases.jsonl
        calmdesk export --from 2026-11-01 --to 2026-11-30
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var period: Period

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      try place.desk.eachExported(from: period.from, to: period.to, for: place.person) {
        try Output.json($0.line)
      }
    }
  }
}

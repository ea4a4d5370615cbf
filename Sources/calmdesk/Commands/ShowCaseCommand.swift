import ArgumentParser
import Desk
import Foundation
import Playbook
import Screen
import Vocabulary
import Workflow

/// Prints one case.
struct ShowCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Print one case, whole, or its event log.",
    usage: "calmdesk case [<options>] <ref>",
    discussion: """
        calmdesk case C-1001              for people
        calmdesk case C-1001 --json       one JSON document
        calmdesk case C-1001 --events     the event log, one event a line
        calmdesk case C-1001 --status     how far it is, to be read or sent to the customer
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "The reference, such as C-1001.")
  var ref: String

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print the event log as JSON lines.")
  var events = false

  @Flag(help: "Print how far it is in the customer's language, to be read or sent to them.")
  var status = false

  func validate() throws {
    let chosen = [("--json", json), ("--events", events), ("--status", status)].filter(\.1)
    guard chosen.count > 1 else { return }
    throw ValidationError("Choose “\(chosen[0].0)” or “\(chosen[1].0)”; not both.")
  }

  func run() throws {
    try CommandFailure.reporting {
      let place = try Workplace(options)
      let ref = CaseRef(ref)
      let found = try place.desk.find(ref)
      if events {
        for event in try place.desk.store.events(of: ref, after: 0) {
          try Output.json(try event.document().line)
        }
        return
      }
      if status {
        let words = CaseStatusWords(place.wording().texts).text(
          of: found, handler: found.handler.map { place.wording().name(of: $0) },
          now: place.desk.now())
        try Output.line(Scrubber.line(words))
        return
      }
      if json {
        let document = CaseDocument(
          of: found, by: try place.desk.rules(for: found.procedure),
          readings: try place.desk.store.readings(of: ref, last: .max), role: place.person.role,
          now: place.desk.now())
        try Output.json(document.value.line)
      } else {
        try CasePrinter(place: place).print(found)
      }
    }
  }
}

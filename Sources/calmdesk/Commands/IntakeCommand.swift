import ArgumentParser
import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// Takes conversations in from JSON lines.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Take conversations in from JSON lines and print a reference for each.",
    discussion: """
      One JSON object a line; only "turns" must be there:

        {"id":"17","channel":"chat","lang":"en","customer":{"name":"Ms Reed","phone":"…"},
         "turns":[{"from":"customer","text":"Where is my order?","at":"2026-11-21T09:00:00Z"}]}

      Channels are chat, phone, mail and public. The same "id" twice opens nothing twice. A line
      that cannot be taken in is named on standard error and skipped; the exit code is then 65.

        calmdesk intake shift.jsonl
        cat shift.jsonl | calmdesk intake -
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "A file of JSON lines, or - for standard input.")
  var file = "-"

  func run() throws {
    try CommandFailure.reporting {
      var lines = try LineReader(path: file)
      let place = try Workplace(options)
      var number = 0
      var bad = 0
      while let line = lines.next() {
        number += 1
        if line.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
        do {
          let conversation = try IntakeLine(try JSONValue.parse(line))
          let opened = try place.desk.open(
            conversation, by: place.person.id, command: CommandID(UUID().uuidString))
          Output.line(opened.ref.rawValue)
        } catch let error as DeskError {
          bad += 1
          Output.error("calmdesk: \(source), line \(number): \(error.description)")
        } catch let refusal as Refusal {
          bad += 1
          Output.error(
            "calmdesk: \(source), line \(number): \(place.wording().sentence(for: refusal))")
        }
      }
      if bad > 0 { throw CommandFailure.data }
    }
  }

  private var source: String { file == "-" ? "standard input" : file }
}

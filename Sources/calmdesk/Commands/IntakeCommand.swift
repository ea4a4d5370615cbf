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
    usage: "calmdesk intake [<options>] [<file>]",
    discussion: """
      One JSON object a line. Here it is broken up to be read; only "turns" must be
      there:

        {"id":"17","channel":"chat","lang":"en",
         "customer":{"name":"Ms Reed","phone":"020 7946 0112"},
         "turns":[{"from":"customer","text":"Where is my order?",
                   "at":"2026-11-21T09:00:00Z"}]}

      "vip":true beside them puts the customer into the VIP lane; "to_top":true says
      that it came in at the top of the house: a matter that has a case already is
      linked to it, and whoever owns that one owns this.

      Channels are chat, phone, mail and public; turns are from customer or helpdesk.
      The same "id" twice opens nothing twice, and how many there were is said on
      standard error. A line that cannot be taken in is named there and passed over;
      the exit code is then 65.

        calmdesk intake shift.jsonl
        cat shift.jsonl | calmdesk intake -
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "A file of JSON lines, or - for standard input.", completion: .file())
  var file = "-"

  func run() throws {
    try CommandFailure.reporting {
      var lines = try LineReader(path: file)
      let place = try Workplace(options)
      var taken = 0
      var known = 0
      defer {
        if known > 0 {
          Output.error(
            "calmdesk: \(known) of \(taken) conversations \(known == 1 ? "was" : "were") on the desk "
              + "already, by “id”; nothing was opened a second time.")
        }
      }
      try lines.forEach { line in
        do {
          let opened = try place.desk.open(
            try IntakeLine(line), by: place.person.id, command: CommandID(UUID().uuidString))
          taken += 1
          if opened.repeated { known += 1 }
          try Output.line(opened.ref.rawValue)
        } catch let refusal as Refusal {
          throw LineFault(sentence: place.wording().sentence(for: refusal))
        }
      }
    }
  }
}

import ArgumentParser
import Desk
import DeskSQLite
import Foundation
import Playbook
import Vocabulary
import Workflow

/// Carries commands out from JSON lines.
struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Carry out commands from JSON lines, one answer a line.",
    discussion: """
      The same gates stand as on the screen. A command names its case and what to do:

        {"case":"C-1001","do":"claim"}
        {"case":"C-1001","do":"send","text":"I'm reading this now.","phrases":[]}
        {"case":"C-1001","do":"set","field":"problem","value":"the parcel never came"}
        {"case":"C-1001","do":"advance","to":"apologise","override":true,"reason":"1"}
        {"case":"C-1001","do":"grant","remedy":"refund","amount":"CNY 89","what":"a full refund",
         "due":"2026-11-24T10:00:00Z"}
        {"case":"C-1001","do":"close","reason":"granted"}

      "id" makes a command safe to send twice; "by" acts as another person on a desk that is yours
      alone. Times are RFC 3339.

      Commands: open take_next claim release transfer accept take_over escalate receive send retract
      say note whisper set attest correct confirm identify advance back skip offer answer ask_view
      grant request_approval approve deny promise keep_promise break_promise snooze wake follow_up
      survey classify tag flag danger close reopen link.

      Answers: {"ok":true,"ref","version","events"} or {"ok":false,"refused":{"gate","why","needs",
      "override"}} or {"ok":false,"error":{"kind","message"}}. The exit code is 0 when every line
      could be read, whatever was refused, and 65 when one could not.
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "A file of JSON lines, or - for standard input.")
  var file = "-"

  func run() throws {
    try CommandFailure.reporting {
      var lines = try LineReader(path: file)
      let place = try Workplace(options)
      var unreadable = false
      while let line = lines.next() {
        if line.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
        let answer = self.answer(line, at: place)
        if case .object(let members) = answer, members["error"] != nil { unreadable = true }
        Output.json(answer.line)
      }
      if unreadable { throw CommandFailure.data }
    }
  }

  private func answer(_ line: Data, at place: Workplace) -> JSONValue {
    do {
      let currency = place.desk.playbook.authority?.currencies[place.language] ?? "CNY"
      let document = try CommandDocument(try JSONValue.parse(line), currency: currency)
      return try OutcomeDocument.done(try carry(out: document, at: place))
    } catch let refusal as Refusal {
      return OutcomeDocument.refused(refusal, why: place.wording().sentence(for: refusal))
    } catch {
      return OutcomeDocument.failed(
        kind: CommandFailure.kind(of: error), message: CommandFailure(error).description)
    }
  }

  private func carry(out document: CommandDocument, at place: Workplace) throws -> Performed {
    let by = document.by ?? place.person.id
    if by != place.person.id, !place.store.isPersonal {
      throw DeskError.malformed(
        "“by” works only on a desk that is yours alone, and this one is shared; leave it out.")
    }
    let id = document.id ?? CommandID(UUID().uuidString)
    try place.desk.sweep()
    switch document.action {
    case .open(let line): return try place.desk.open(line, by: by, command: id)
    case .takeNext:
      guard let taken = try place.desk.takeNext(for: by, command: id) else {
        throw DeskError.malformed("No case is free; “calmdesk queue” shows who holds what.")
      }
      return taken
    case .command(let command):
      guard let ref = document.ref else { throw DeskError.malformed("“case” is missing.") }
      return try place.desk.perform(
        DeskRequest(
          by: by, ref: ref,
          envelope: CommandEnvelope(
            id: id, command: command, epoch: document.epoch, override: document.override)))
    }
  }
}

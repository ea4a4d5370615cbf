import ArgumentParser
import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// Carries commands out from JSON lines.
struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do", abstract: "Carry out commands from JSON lines, one answer a line.",
    usage: "calmdesk do [<options>] [<file>]",
    discussion: """
      The same gates stand as on the screen. A command names its case and what to
      do:

        {"case":"C-1001","do":"claim"}
        {"case":"C-1001","do":"send","text":"I'm reading this now.","phrases":[]}
        {"case":"C-1001","do":"set","field":"problem","value":"it never came"}
        {"case":"C-1001","do":"advance","override":true,"reason":"1"}
        {"case":"C-1001","do":"close","reason":"granted"}

      Here one is broken up to be read:

        {"case":"C-1001","do":"grant","remedy":"refund","amount":"CNY 89",
         "what":"a full refund","due":"2026-11-24T10:00:00Z"}

      "guarantee":"missed_appointment" beside remedy and amount gives what a
      guarantee of the playbook has fixed, without asking anybody.

      Commands: open take_next status claim release transfer accept decline
      take_over escalate receive send retract say note whisper set attest correct cite
      confirm identify advance back skip offer answer ask_view grant
      request_approval approve deny promise keep_promise break_promise
      withdraw_promise task task_done snooze wake follow_up survey improve classify
      tag flag flag_malicious refer_legal decide_flag lift_flag danger see_threat
      close reopen link raise_hand lower_hand language complained_about vip consult
      give_view end_consultation announce.

        {"case":"C-1001","do":"complained_about","person":"mei"}
        {"case":"C-1001","do":"vip","on":true}

        {"case":"C-1001","do":"classify","in_service":true,"class":"upheld",
         "kind":"harm","demand":"founded"}
        {"case":"C-1001","do":"cite","source":"remedy:refund"}

        {"case":"C-1001","do":"task","department":"dispatch",
         "what":"send the lid","due":"2026-11-24T10:00:00Z","promise":1}
        {"case":"C-1001","do":"follow_up","done":true,"solved":true,
         "new_problem":false}
        {"case":"C-1001","do":"survey","channel":4,"attitude":5,"skill":5,"time":3,
         "effect":4}
        {"case":"C-1001","do":"improve","cause":"the lid is packed apart",
         "proposal":"one box"}

        {"case":"C-1001","do":"flag_malicious","evidence":[{"item":"invented_facts",
         "note":"message 4: the shop was closed that day"}]}
        {"case":"C-1001","do":"decide_flag","flag":1,"confirmed":true,
         "reason":"the till roll shows it"}

        {"case":"C-1001","do":"consult","people":["ann"],"question":"Is it ours?"}
        {"case":"C-1001","do":"consult","people":["ann","lin"],"role":"supervisor",
         "question":"What now?","tells":"2026-11-24T10:00:00Z"}
        {"case":"C-1001","do":"give_view","words":"It is; the label was ours."}
        {"case":"C-1001","do":"end_consultation","outcome":"refusal",
         "words":"out of guarantee","route":"the ombudsman"}

      "tells", when the customer hears, makes a joint session of it. "announce" says
      what is known of a "matter" many write about, to all of them, until "next":

        {"case":"C-1001","do":"announce","matter":"outage","lang":"en",
         "words":"A cable was cut.","next":"2026-11-24T10:00:00Z"}

      "id" makes a command safe to send twice; "by" acts as another person on a desk
      that is yours alone; "override" passes a gate with a digit or words. Times are
      RFC 3339.

      Answers, a line each:

        {"ok":true,"ref","version","step","state","events":[…]}
        {"ok":false,"refused":{"gate","why","needs":[…],"override"}}
        {"ok":false,"error":{"kind","message"}}

      The exit code is 0 when every line could be carried out or was refused by a
      gate, 65 when something was wrong with one, and that of the desk when the desk
      failed.

        calmdesk do commands.jsonl
        echo '{"do":"take_next"}' | calmdesk do
      """)

  @OptionGroup var options: DeskOptions

  @Argument(help: "A file of JSON lines, or - for standard input.", completion: .file())
  var file = "-"

  func run() throws {
    try CommandFailure.reporting {
      var lines = try LineReader(path: file)
      let place = try Workplace(options)
      var worst = ExitCode.success
      while let line = try lines.next() {
        do {
          try Output.json(try answer(line, at: place).line)
        } catch let failure as LineFailure {
          try Output.json(failure.answer.line)
          if failure.code.rawValue > worst.rawValue { worst = failure.code }
        }
      }
      guard worst.isSuccess else { throw worst }
    }
  }

  /// An answer that shows in the exit code.
  private struct LineFailure: Error {
    let answer: JSONValue
    let code: ExitCode
  }

  private func answer(_ line: LineReader.Line, at place: Workplace) throws -> JSONValue {
    do {
      let currency = place.desk.playbook.currency(for: place.language)
      let document = try CommandDocument(try line.json(), currency: currency)
      return try carry(out: document, at: place)
    } catch let refusal as Refusal {
      return OutcomeDocument.refused(refusal, why: place.wording().sentence(for: refusal))
    } catch {
      let failure = CommandFailure(error)
      throw LineFailure(
        answer: OutcomeDocument.failed(
          kind: CommandFailure.kind(of: error), message: failure.description),
        code: error is NothingFree ? .success : failure.code)
    }
  }

  private func carry(out document: CommandDocument, at place: Workplace) throws -> JSONValue {
    let by = document.by ?? place.person.id
    if by != place.person.id, !place.isPersonal {
      throw CommandFailure(
        "“by” works only on a desk that is yours alone, and this one is shared; leave it out.",
        CommandFailure.notPermitted)
    }
    let id = document.id ?? CommandID(UUID().uuidString)
    try place.desk.sweep()
    switch document.action {
    case .open(let line):
      return try OutcomeDocument.done(try place.desk.open(line, by: by, command: id))
    case .takeNext:
      guard let taken = try place.desk.takeNext(for: by, command: id) else { throw NothingFree() }
      return try OutcomeDocument.done(taken)
    case .status:
      return OutcomeDocument.standing(try place.desk.find(try ref(of: document)))
    case .command(let command):
      return try OutcomeDocument.done(
        try place.desk.perform(
          DeskRequest(
            by: by, ref: try ref(of: document),
            envelope: CommandEnvelope(
              id: id, command: command, epoch: document.epoch, override: document.override))))
    }
  }

  private func ref(of document: CommandDocument) throws -> CaseRef {
    guard let ref = document.ref else { throw DeskError.malformed("“case” is missing.") }
    return ref
  }
}

/// Nobody's case waits to be taken.
struct NothingFree: Error, CustomStringConvertible {
  let description = "No case is free; “calmdesk queue” shows who holds what."
}

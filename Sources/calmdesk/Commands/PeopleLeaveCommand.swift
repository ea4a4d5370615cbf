import ArgumentParser
import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

extension PeopleCommand {
  /// Says when somebody is on leave, and who stands in.
  struct LeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leave",
      abstract: "Say when you are on leave, or somebody else is, and who stands in.",
      usage: "calmdesk people leave [<id>] [<options>]",
      discussion: """
        What you own stays yours. While you are away, what falls due on it, returning
        customers and questions to you come to your deputy, marked with your name; you
        are given no case and offered none. Without a deputy, or when theirs leads
        nowhere, it falls to the supervisors. The day you are back, all is yours again.

          calmdesk people leave --from 2026-12-01 --until 2026-12-08 --deputy bo
          calmdesk people leave mei --until 2026-12-08        from now on; a supervisor's
          calmdesk people leave                               shows it
          calmdesk people leave --end                         ends it, or calls it off
        """)

    @OptionGroup var options: DeskOptions

    @Argument(help: "Whose leave; yours unless somebody is named.")
    var id: String?

    @Option(
      help: ArgumentHelp("When it begins: a day, or a time; now unless said.", valueName: "day"),
      transform: { try Period.start($0) })
    var from: Instant?

    @Option(
      help: ArgumentHelp(
        "When they are back: a day such as 2026-12-08, or a time.", valueName: "day"),
      transform: { try Period.start($0) })
    var until: Instant?

    @Option(help: ArgumentHelp("Who stands in.", valueName: "id"))
    var deputy: String?

    @Flag(help: "End it now, or call it off.")
    var end = false

    func validate() throws {
      if end, from != nil || until != nil || deputy != nil {
        throw ValidationError("“--end” stands alone.")
      }
      if until == nil, from != nil || deputy != nil {
        throw ValidationError("Say when they are back: --until 2026-12-08.")
      }
    }

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        let desk = place.desk
        let whose = id.map { PersonID($0) } ?? place.person.id
        if let until {
          try desk.set(
            leave: Leave(
              from: from ?? desk.now(), until: until, deputy: deputy.map { PersonID($0) }),
            of: whose, by: place.person)
        } else if end {
          try desk.set(leave: nil, of: whose, by: place.person)
        }
        guard let person = try desk.store.person(whose) else {
          throw DeskError.unknownPerson(whose)
        }
        guard let leave = person.aptitude.leave, !leave.isOver(at: desk.now()) else {
          try Output.line("\(person.name): no leave.")
          return
        }
        let ahead = try desk.leaveAhead(of: whose)
        let standIn = ahead?.deputy.map(\.rawValue) ?? "the supervisors"
        let count = ahead?.cases.count ?? 0
        let cases = count == 1 ? "1 case" : "\(count) cases"
        try Output.line(
          "\(person.name): on leave from \(leave.from) until \(leave.until); "
            + "\(count == LeaveAhead.most ? "at least " : "")\(cases) to \(standIn).")
      }
    }
  }
}

import ArgumentParser
import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Who may sign in.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "List who may sign in, add people, or end their access.",
    usage: "calmdesk people [<subcommand>] [<options>]",
    discussion: """
      A person is an operating-system user. Whoever opens a desk first is its
      supervisor.

        calmdesk people
        calmdesk people add mei --name 陈梅 --role agent
        calmdesk people set mei --speaks zh-Hans,en --skill billing
        calmdesk people leave --until 2026-12-08 --deputy bo
        calmdesk people remove mei
      """,
    subcommands: [List.self, Add.self, SetCommand.self, LeaveCommand.self, Remove.self],
    defaultSubcommand: List.self)

  /// Prints everybody.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List everybody.", usage: "calmdesk people [list] [<options>]",
      discussion: """
          calmdesk people
          calmdesk people --json
        """)

    @OptionGroup var options: DeskOptions

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        let people = try place.desk.store.people()
        if json {
          try Output.json(
            JSONValue.array(
              people.map {
                .object([
                  "id": .string($0.id.rawValue), "name": .string($0.name),
                  "role": .string($0.role.rawValue), "active": .bool($0.active),
                  "team": .optional($0.team), "department": .optional($0.department),
                  "speaks": .array($0.aptitude.speaks.map { .string($0.rawValue) }),
                  "skills": .array($0.aptitude.skills.map { .string($0.rawValue) }),
                  "leave": $0.aptitude.leave.map { leave in
                    .object([
                      "from": .string(leave.from.description),
                      "until": .string(leave.until.description),
                      "deputy": .optional(leave.deputy?.rawValue),
                    ])
                  } ?? .null,
                  "capacity": .object(
                    Dictionary(
                      $0.aptitude.capacity.map { ($0.key.rawValue, .int(Int64($0.value))) }
                    ) { first, _ in first }),
                ])
              }
            ).line)
          return
        }
        for person in people {
          let role = place.wording().name(of: person.role)
          let aptitude = AptitudeWords(place).words(person.aptitude, at: place.desk.now())
          let unit = ([person.department, person.team].compactMap(\.self) + aptitude)
            .joined(separator: " · ")
          try Output.row([
            (person.active ? "" : "–", 1), (person.id.rawValue, 16), (person.name, 24),
            (role, unit.isEmpty ? 0 : 14), (unit, 0),
          ])
        }
      }
    }
  }

  /// Adds or changes a person.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a person, or change their name, role, team or department.",
      usage: "calmdesk people add [<options>] <id>",
      discussion: """
          calmdesk people add mei --name 陈梅
          calmdesk people add mei --role senior
          calmdesk people add mei --team night --department service
          calmdesk people add mei --team ""        she is in no team any more
        """)

    @OptionGroup var options: DeskOptions

    @Argument(help: "The operating-system user.")
    var id: String

    @Option(help: "As colleagues and customers read it.")
    var name: String?

    @Option(help: "What they may do; an agent when they are new.")
    var role: Role?

    @Option(help: "The team they work in, for reports; “” for none.")
    var team: String?

    @Option(help: "The department they belong to, for reports; “” for none.")
    var department: String?

    func validate() throws {
      if id.isEmpty || id.contains(where: \.isWhitespace) || Scrubber.line(id) != id {
        throw ValidationError("A person's id must be one word, as the system knows the user.")
      }
      if let name, name.allSatisfy(\.isWhitespace) || Scrubber.line(name) != name {
        throw ValidationError("A person's name must be one line of plain text.")
      }
      for (noun, unit) in [("team", team), ("department", department)] {
        if let unit, Scrubber.line(unit) != unit {
          throw ValidationError("A \(noun)'s name must be one line of plain text.")
        }
      }
    }

    /// What is asked for, or else what is known; a blank name is none.
    private static func unit(_ asked: String?, _ known: String?) -> String? {
      guard let asked else { return known }
      let words = asked.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? nil : words
    }

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        let known = try place.desk.store.people().first { $0.id.rawValue == id }
        try place.desk.put(
          Person(
            id: PersonID(id), name: name ?? known?.name ?? id,
            role: role ?? known?.role ?? .agent, team: Self.unit(team, known?.team),
            department: Self.unit(department, known?.department),
            aptitude: known?.aptitude ?? Aptitude()),
          by: place.person)
      }
    }
  }

  /// Ends a person's access.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a person's access; what they did stays on record.",
      usage: "calmdesk people remove [<options>] <id>",
      discussion: """
          calmdesk people remove mei

        What they hold goes back to the queue, calls too, and each case says so; who
        owns a case owns it still. One that did not go is named with the reason.
        """)

    @OptionGroup var options: DeskOptions

    @Argument(help: "The operating-system user.")
    var id: String

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        guard var person = try place.desk.store.people().first(where: { $0.id.rawValue == id })
        else { throw DeskError.unknownPerson(PersonID(id)) }
        person.active = false
        let outcome = try place.desk.put(person, by: place.person)
        for one in outcome.refused {
          Output.error("calmdesk: \(one.ref) did not go back: \(words(of: one.why, at: place))")
        }
        if !outcome.went.isEmpty {
          let count = outcome.went.count
          try Output.line("\(count == 1 ? "1 case" : "\(count) cases") went back to the queue.")
        }
      }
    }

    private func words(of why: ReassignmentOutcome.Why, at place: Workplace) -> String {
      switch why {
      case .refusal(let refusal): place.wording().sentence(for: refusal)
      case .failure(let sentence): sentence
      }
    }
  }
}

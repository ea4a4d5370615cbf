import ArgumentParser
import Desk
import Playbook
import Vocabulary
import Workflow

/// The content the desk works by.
struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook", abstract: "Check, list or show procedures, phrases and remedies.",
    usage: "calmdesk playbook <subcommand> [<options>]",
    discussion: """
        calmdesk playbook check                    file, line and what is wrong
        calmdesk playbook check --playbook ours    with your own folder laid over it
        calmdesk playbook list --json
        calmdesk playbook show six_steps --lang zh-Hant

      Phrases of your own and of your team, by short code, are plain files:
      phrases/own/LANGUAGE.yaml in ~/.config/calmdesk/playbook, in the folder of
      --playbook, and in a folder “playbook” beside a shared desk.
      """,
    subcommands: [Check.self, List.self, Show.self])

  /// Options of commands that need no desk.
  struct Options: ParsableArguments {
    @Option(help: ArgumentHelp("A folder laid over the shipped playbook.", valueName: "folder"))
    var playbook: String?

    @Option(help: ArgumentHelp("The language to print in.", valueName: "language"))
    var lang: LanguageTag?

    func load() throws -> Playbook { try Playbook(path: .current(option: playbook)) }
  }

  /// Validates everything.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check all content; exits with 65 when something is wrong, not for warnings.",
      usage: "calmdesk playbook check [<options>]",
      discussion: """
          calmdesk playbook check
          calmdesk playbook check --playbook ours
        """)

    @OptionGroup var options: Options

    func run() throws {
      try CommandFailure.reporting {
        let playbook = try options.load()
        let problems = PlaybookCheck.run(playbook)
        for problem in problems { try Output.line(problem.description) }
        let warnings =
          PlaybookCheck.warnings(playbook)
          + PlaybookCheck.endingCalendars(playbook, now: Workplace.clock(nil)())
        for warning in warnings { try Output.line("warning: \(warning)") }
        guard problems.isEmpty else { throw CommandFailure.data }
        let phrases = LanguageTag.allCases.map {
          "\($0.rawValue) \(playbook.phrases(in: $0).count)"
        }
        try Output.line(
          "The playbook is sound: \(playbook.procedureIDs.count) procedures, "
            + "\(playbook.remedies.count) remedies, \(playbook.scenarios.count) scenarios, "
            + "phrases \(phrases.joined(separator: ", "))"
            + (warnings.isEmpty ? "." : "; \(warnings.count) warnings."))
      }
    }
  }

  /// Lists what there is.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List procedures with their steps, kinds of phrases and remedies.",
      usage: "calmdesk playbook list [<options>]",
      discussion: """
          calmdesk playbook list --lang zh-Hans
          calmdesk playbook list --json
        """)

    @OptionGroup var options: Options

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      try CommandFailure.reporting {
        let playbook = try options.load()
        let language = options.lang ?? .en
        if json {
          try Output.json(document(playbook, language).line)
          return
        }
        for id in playbook.procedureIDs {
          guard let procedure = playbook.procedure(id) else { continue }
          let steps = procedure.steps.map { $0.words[language]?.name ?? $0.id.rawValue }
          try Output.row([
            (id.rawValue, 32), (procedure.words[language]?.name ?? "", 20),
            (steps.joined(separator: " → "), 0),
          ])
        }
        try Output.line("")
        let wording = playbook.wording(language)
        for (kind, count) in kinds(of: playbook.phrases(in: language)) {
          try Output.row([(kind.rawValue, 32), (wording.name(of: kind), 20), ("\(count)", 0)])
        }
        try Output.line("")
        for remedy in playbook.remedies {
          try Output.row([
            (remedy.id.rawValue, 32), (remedy.name[language] ?? remedy.id.rawValue, 0),
          ])
        }
      }
    }

    /// How many phrases there are of each kind that has any.
    private func kinds(of phrases: [Phrase]) -> [(kind: PhraseKind, count: Int)] {
      PhraseKind.allCases.map { kind in (kind, phrases.count { $0.kind == kind }) }
        .filter { $0.count > 0 }
    }

    private func document(_ playbook: Playbook, _ language: LanguageTag) -> JSONValue {
      let procedures = playbook.procedureIDs.compactMap(playbook.procedure)
      return .object([
        "procedures": .array(
          procedures.map { procedure in
            .object([
              "id": .string(procedure.id.rawValue),
              "name": .optional(procedure.words[language]?.name),
              "steps": .array(procedure.steps.map { .string($0.id.rawValue) }),
              "side_steps": .array(procedure.sideSteps.map { .string($0.id.rawValue) }),
            ])
          }),
        "phrases": .object(
          Dictionary(
            uniqueKeysWithValues: LanguageTag.allCases.map {
              ($0.rawValue, .int(Int64(playbook.phrases(in: $0).count)))
            })),
        "phrase_kinds": .object(
          Dictionary(
            uniqueKeysWithValues: kinds(of: playbook.phrases(in: language)).map {
              ($0.kind.rawValue, .int(Int64($0.count)))
            })),
        "remedies": .array(
          playbook.remedies.map {
            .object([
              "id": .string($0.id.rawValue), "name": .string($0.name[language] ?? $0.id.rawValue),
            ])
          }),
        "scenarios": .array(
          playbook.scenarios.map {
            .object([
              "id": .string($0.id.rawValue), "name": .optional($0.words[language]?.name),
              "channel": .string($0.channel.rawValue),
            ])
          }),
      ])
    }
  }

  /// Shows one procedure, or the phrases of one kind.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a procedure whole, or the phrases of one kind.",
      usage: "calmdesk playbook show [<options>] <name>",
      discussion: """
          calmdesk playbook show six_steps --lang zh-Hant
          calmdesk playbook show regret
        """)

    @OptionGroup var options: Options

    @Argument(help: "A procedure such as six_steps, or a kind of phrase such as regret.")
    var name: String

    func run() throws {
      try CommandFailure.reporting {
        let playbook = try options.load()
        let language = options.lang ?? .en
        if let procedure = playbook.procedure(ProcedureID(name)) {
          try ProcedurePrinter(language: language).print(procedure)
          return
        }
        let phrases = playbook.phrases(in: language).filter { $0.kind.rawValue == name }
        guard !phrases.isEmpty else {
          throw CommandFailure(
            "The playbook has no procedure and no kind of phrase called “\(name)”; "
              + "“calmdesk playbook list” names what it has.", CommandFailure.data)
        }
        for phrase in phrases { try Output.row([(phrase.id.rawValue, 32), (phrase.text, 0)]) }
      }
    }
  }
}

/// A procedure as lines for people.
struct ProcedurePrinter {
  let language: LanguageTag

  func print(_ procedure: Procedure) throws {
    if let words = procedure.words[language] {
      try Output.line("\(words.name) – \(words.purpose)")
    }
    for step in procedure.steps + procedure.sideSteps {
      guard let words = step.words[language] else { continue }
      try Output.line("")
      try Output.line("\(words.name) (\(step.id)) – \(words.purpose)")
      for line in words.todo { try Output.line("  + \(line)") }
      for line in words.never { try Output.line("  ✗ \(line)") }
      for gate in step.gates { try Output.line("  · \(gate.words[language] ?? gate.id.rawValue)") }
    }
  }
}

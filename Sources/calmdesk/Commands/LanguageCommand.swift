import ArgumentParser
import Desk
import Foundation
import Language
import Playbook
import Vocabulary

/// Reads words, outside any case.
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Read heat in customers' words and tone in agents' words.",
    usage: "calmdesk language <subcommand> [<options>] [<file>]",
    discussion: """
      Reads {"text","lang"} as JSON lines and answers each on one line. Offsets
      count Unicode scalars.

        echo '{"text":"再不处理我就去12315投诉你们"}' | calmdesk language heat
        echo '{"text":"Please calm down.","lang":"en"}' | calmdesk language tone
      """,
    subcommands: [HeatReading.self, Tone.self, Evaluate.self, Learn.self])

  /// Reads how hot customers' words are.
  struct HeatReading: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "heat", abstract: "How hot a customer's words are, and which words say so.",
      usage: "calmdesk language heat [<options>] [<file>]",
      discussion: """
          echo '{"text":"Third time now!"}' | calmdesk language heat
          calmdesk language heat messages.jsonl
        """)

    @OptionGroup var options: PlaybookCommand.Options

    @Argument(help: "A file of JSON lines, or - for standard input.", completion: .file())
    var file = "-"

    func run() throws {
      try LanguageCommand.answer(file, options) { text, language, reader in
        let reading = reader.customer(text, language: language, earlier: [])
        return [
          "score": .int(Int64(reading.heat.score)),
          "level": .string(reading.heat.level.rawValue),
          "mood": .string(reading.heat.mood.rawValue),
          "moves": .array(reading.moves.map(\.rawValue).sorted().map(JSONValue.string)),
          "signals": .array(
            reading.heat.signals.map {
              .object([
                "kind": .string($0.kind), "start": .int(Int64($0.span.start)),
                "end": .int(Int64($0.span.end)), "weight": .number($0.weight),
              ])
            }),
        ]
      }
    }
  }

  /// Reads what agents' words do.
  struct Tone: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tone", abstract: "What an agent's words do, and what may hurt in them.",
      usage: "calmdesk language tone [<options>] [<file>]",
      discussion: """
          echo '{"text":"Please calm down."}' | calmdesk language tone
          calmdesk language tone drafts.jsonl
        """)

    @OptionGroup var options: PlaybookCommand.Options

    @Argument(help: "A file of JSON lines, or - for standard input.", completion: .file())
    var file = "-"

    func run() throws {
      try LanguageCommand.answer(file, options) { text, language, reader in
        let reading = reader.agent(text, language: language, customerWords: [])
        return [
          "acts": .array(reading.acts.map(\.rawValue).sorted().map(JSONValue.string)),
          "said": .array(
            reading.said.map {
              .object([
                "act": .string($0.act.rawValue), "start": .int(Int64($0.span.start)),
                "end": .int(Int64($0.span.end)), "question": .optional($0.question?.rawValue),
                "options": $0.options.map { .int(Int64($0)) } ?? .null,
                "dated": $0.isDated.map(JSONValue.bool) ?? .null,
              ])
            }),
          "findings": .array(
            reading.findings.map {
              .object([
                "kind": .string($0.kind), "strength": .string($0.strength.rawValue),
                "start": .int(Int64($0.span.start)), "end": .int(Int64($0.span.end)),
                "why": .string($0.why), "rewrite": .optional($0.rewrite),
              ])
            }),
        ]
      }
    }
  }

  private static func answer(
    _ file: String, _ options: PlaybookCommand.Options,
    _ reading: (String, LanguageTag, Reader) -> [String: JSONValue]
  ) throws {
    try CommandFailure.reporting {
      var lines = try LineReader(path: file)
      let reader = Reader(lexicon: try options.load().lexicon)
      try lines.forEach { line in
        let document = try WordsDocument(line)
        let language = document.language ?? reader.language(of: document.text)
        var answer = reading(document.text, language, reader)
        answer["text"] = .string(document.text)
        answer["lang"] = .string(language.rawValue)
        try Output.json(JSONValue.object(answer).line)
      }
    }
  }
}

import ArgumentParser
import Desk
import Foundation
import Language
import Playbook

extension LanguageCommand {
  /// Holds the readings against what people judged.
  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hold the readings against what people judged.",
      usage: "calmdesk language evaluate [<options>] <file>",
      discussion: """
        The file has JSON lines, or columns with tabs between them and their
        names in the first line: text, lang (optional), and one of

          label     calm, uneasy, angry, explosive; or 1 (hot) and 0; or
                    negative, neutral, positive
          score     a figure on a scale of its own, for a rank correlation
          findings  for agents' words: kinds of what may hurt, with commas
          acts      for agents' words: what they do, with commas

        A dialogue ({"turns","S_mean"}) is read at the customer's last turn, and
        held against the satisfaction it ended in.

        Beside heat stand the named signals alone, and two baselines that know
        no words: exclamation marks counted, and length. In brackets: the bounds
        of 95 in 100 samples drawn anew. "Heat ahead" is heat's figure minus the
        other, on the same samples. Beside findings and acts stand the words
        known by name alone, and somebody who knows no words: everything hurts,
        or every text does what most do.

          calmdesk language evaluate dialogues.jsonl
          calmdesk language evaluate tweets.tsv --part report --json
          calmdesk language evaluate posts.tsv --hot angry --hot furious
        """)

    @OptionGroup var options: PlaybookCommand.Options

    @Argument(help: "A file of labelled texts, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "A label that counts as hot; may be given several times.")
    var hot: [String] = []

    @Option(
      help: ArgumentHelp(
        "Only one half of the texts, split by a hash: tune or report.", valueName: "part"))
    var part: JudgedText.Part?

    @Option(
      help: ArgumentHelp("Which turn of a dialogue: last or first.", valueName: "turn"))
    var turn = JudgedFile.Turn.last

    @Option(help: ArgumentHelp("How many samples are drawn anew.", valueName: "number"))
    var samples = 1000

    @Option(help: ArgumentHelp("Where the draws begin.", valueName: "number"))
    var seed: UInt64 = 1

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
      guard (0...100_000).contains(samples) else {
        throw ValidationError("“--samples” takes a number from 0 to 100000.")
      }
    }

    func run() throws {
      try CommandFailure.reporting {
        let judged = try JudgedFile(path: file, hotLabels: hot, turn: turn)
        for fault in judged.faults.prefix(Self.mostFaults) { Output.error("calmdesk: \(fault)") }
        if judged.faults.count > Self.mostFaults {
          Output.error(
            "calmdesk: \(judged.faults.count - Self.mostFaults) more lines were passed over.")
        }
        let texts = judged.texts.filter { part == nil || $0.part == part }
        guard !texts.isEmpty else {
          throw CommandFailure(
            "No line of \(judged.source) can be used"
              + (part == nil ? "." : " for this part; leave out --part."), CommandFailure.data)
        }
        let kinds = Set(texts.map(\.judgement.name))
        guard kinds.count == 1 else {
          throw CommandFailure(
            "\(judged.source) mixes judgements (\(kinds.sorted().joined(separator: ", "))); put each kind "
              + "into a file of its own.", CommandFailure.data)
        }
        let lexicon = try options.load().lexicon
        let section = LabelHints.Section.allCases.first { texts[0].isJudged(for: $0) }
        if let section {
          try EvaluationPrinter(json).print(
            LabelEvaluation(of: texts, for: section, lexicon: lexicon))
        } else {
          let resampling = Resampling(times: samples, seed: seed)
          try EvaluationPrinter(json)
            .print(HeatEvaluation(of: texts, lexicon: lexicon, resampling: resampling))
        }
        if !judged.faults.isEmpty { throw CommandFailure.data }
      }
    }

    /// Lines named one by one before the rest is only counted.
    private static let mostFaults = 20
  }
}

extension JudgedText.Part: ExpressibleByArgument {}
extension JudgedFile.Turn: ExpressibleByArgument {}

import ArgumentParser
import Desk
import Foundation
import Language
import Playbook
import Vocabulary

extension LanguageCommand {
  /// Learns hints from sentences that people judged.
  struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Learn hints of tone and acts from sentences that people judged.",
      usage: "calmdesk language learn [<options>] <file> ...",
      discussion: """
        The files have JSON lines of agents' sentences with what people said of
        them: the kinds of what may hurt ([] for a good one), or what they do.

          {"lang":"en","text":"You should have read it.","findings":["blame"]}
          {"lang":"en","text":"I'll ring you by 5.","acts":["promise"]}

        What is learned is printed as a lexicon file; put it into lexicons/ of
        your own playbook under a name of its own, and its hints stand in for
        the shipped ones of the same kind and language. How well it reads
        sentences it did not learn from is said on standard error.

          calmdesk language learn tone.jsonl > lexicons/our-hints.yaml
          calmdesk language learn --reads acts --lang zh acts.jsonl
        """)

    @OptionGroup var options: PlaybookCommand.Options

    @Argument(help: "Files of judged sentences, or - for standard input.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("Only tone or acts.", valueName: "section"))
    var reads: LabelHints.Section?

    @Option(help: ArgumentHelp("Only one writing: en or zh.", valueName: "script"))
    var script: LabelHints.Script?

    @Option(help: ArgumentHelp("The share of findings that must be right.", valueName: "share"))
    var tonePrecision = 0.85

    @Option(help: ArgumentHelp("The share of each act that must be right.", valueName: "share"))
    var actPrecision = 0.95

    func validate() throws {
      for share in [tonePrecision, actPrecision] where !(0...1).contains(share) {
        throw ValidationError("A share is a number from 0 to 1, such as 0.9.")
      }
    }

    func run() throws {
      try CommandFailure.reporting {
        var texts: [JudgedText] = []
        var hasFaults = false
        for file in files {
          let judged = try JudgedFile(path: file, hotLabels: [], turn: .last)
          for fault in judged.faults { Output.error("calmdesk: \(fault)") }
          hasFaults = hasFaults || !judged.faults.isEmpty
          texts += judged.texts
        }
        var learner = Learner(lexicon: try options.load().lexicon)
        learner.tonePrecision = tonePrecision
        learner.actPrecision = actPrecision
        var lesson = Learner.Lesson()
        var notes: [String] = []
        for section in LabelHints.Section.allCases where reads == nil || reads == section {
          for writing in LabelHints.Script.allCases where script == nil || script == writing {
            let part = learner.learn(section, in: writing, from: texts)
            lesson.hints += part.hints
            lesson.figures += part.figures
            if part.besides > 0 {
              notes.append(
                "Of \(part.besides) good messages judged for their acts, something was found in "
                  + "\(part.alarms).")
            }
          }
        }
        guard !lesson.hints.isEmpty else {
          throw CommandFailure(
            "Nothing could be learned from \(files.joined(separator: ", ")); it takes some dozen "
              + "sentences of each kind, with “findings” or “acts”, and as many good ones.",
            CommandFailure.data)
        }
        let file = HintsFile.text(lesson.hints, comment: Self.comment(texts.count))
        for line in file.split(separator: "\n") { try Output.line(String(line)) }
        for line in lesson.figures.map(Self.line) + notes { Output.error(line) }
        if hasFaults { throw CommandFailure.data }
      }
    }

    private static func comment(_ count: Int) -> String {
      """
      Hints of what agents' words do and of what may hurt in them, learned from \(count) judged
      sentences by “calmdesk language learn”. Made by the program: teach it other sentences instead
      of editing here. What a hint looks like stands in README.md.
      """
    }

    private static func line(_ figure: Learner.Figure) -> String {
      let name = figure.kind ?? figure.language?.rawValue ?? ""
      func share(_ value: Double?) -> String {
        value.map { String(format: "%.3f", $0) } ?? "–"
      }
      let columns = [
        figure.reads.rawValue, figure.script.rawValue,
        name.padding(toLength: 16, withPad: " ", startingAt: 0),
        "precision \(share(figure.detection.precision))",
        "recall \(share(figure.detection.recall))",
        "(by name alone \(share(figure.named.precision)), \(share(figure.named.recall)))",
      ]
      return columns.joined(separator: "  ")
    }
  }
}

extension LabelHints.Section: ExpressibleByArgument {}
extension LabelHints.Script: ExpressibleByArgument {}

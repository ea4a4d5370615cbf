import ArgumentParser
import Playbook
import Terminal
import Vocabulary

/// A practice shift: simulated customers, on a desk that is thrown away.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Practise on simulated customers who can be calmed; nothing is kept.",
    usage: "calmdesk demo [<options>]",
    discussion: """
        calmdesk demo                       about five minutes, in your language
        calmdesk demo --lang zh-Hant
        calmdesk demo --play                watch a shift being worked
        calmdesk demo --play --speed 2      twice as quick
        calmdesk demo --play > shift.txt    a played shift, to read
        calmdesk demo --seed 7              the same customers, in the same words

      The line at the bottom names the next useful key until you have used it; q
      ends the shift and sums it up. While one is played, space pauses and q leaves.
      """)

  @Option(
    help: ArgumentHelp(
      "The language of the screen and of the customers; without it, the environment's.",
      valueName: "language"))
  var lang: LanguageTag?

  @Option(help: ArgumentHelp("A folder laid over the shipped playbook.", valueName: "folder"))
  var playbook: String?

  @Option(
    help: ArgumentHelp(
      "Who comes and in which words; the same number, the same shift.",
      valueName: "number"))
  var seed: UInt64?

  @Flag(help: "Show a good agent's shift instead; without a terminal, print it.")
  var play = false

  @Option(
    help: ArgumentHelp(
      "How quick customers and the demonstration are, from 0.25 to 20.",
      valueName: "times"))
  var speed: Double = 1

  @Flag(
    help: ArgumentHelp(
      "One thing at a time, in words alone: for screen readers and braille displays."))
  var linear = false

  func validate() throws {
    guard (0.25...20).contains(speed) else {
      throw ValidationError("“--speed” must be between 0.25 and 20.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let isAtTerminal = Terminal.isAtTerminal
      let stage = try PracticeStage(
        lang: lang, playbook: playbook, seed: seed, isPlayed: play, speed: speed,
        isStepped: !isAtTerminal)
      defer { stage.remove() }
      if !isAtTerminal, !play {
        throw CommandFailure(stage.texts["practice.no_terminal"], CommandFailure.noInput)
      }
      if isAtTerminal {
        try PracticeLoop(stage: stage, isLinear: linear).run()
      } else {
        try PlayedTranscript(stage: stage).run()
      }
      try SummaryPrinter(stage: stage).print()
    }
  }
}

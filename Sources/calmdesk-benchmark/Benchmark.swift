import ArgumentParser

/// Measures what the README says about speed, with a reference beside each figure.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calmdesk-benchmark",
    abstract: "Measure the desk beside bare references, in the same run.",
    discussion: """
        calmdesk-benchmark all                            every figure, about a minute
        calmdesk-benchmark reading                        heat and tone of a message
        calmdesk-benchmark console                        keys in the console, no terminal
        calmdesk-benchmark wallboard                      the whole floor at a glance
        calmdesk-benchmark claims                         16 programs on one queue, none doubled
        calmdesk-benchmark floor                          1,000 agents over an hour of stepped time
        calmdesk-benchmark consoles                       a change on the screens of 50 others
        calmdesk-benchmark shift                          memory over an eight-hour shift
        calmdesk-benchmark fill /tmp/big.sqlite --cases 100000   a large desk to try things on
      """,
    subcommands: [
      All.self, CommandsBenchmark.self, LengthBenchmark.self, QueueBenchmark.self,
      ReadingBenchmark.self, ConsoleBenchmark.self, ShiftBenchmark.self, FillCommand.self,
      ManyPhrases.self, WallboardBenchmark.self, ClaimsBenchmark.self, ClaimingProgram.self,
      FloorBenchmark.self, ConsolesBenchmark.self,
    ] + server)

  /// What needs a server.
  private static var server: [any ParsableCommand.Type] {
    #if PostgreSQL
      [ServerBenchmark.self, ClientProgram.self]
    #else
      []
    #endif
  }

  /// Runs every measurement.
  struct All: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every measurement in turn.")

    func run() throws {
      try CommandsBenchmark.parse([]).run()
      try LengthBenchmark.parse([]).run()
      try QueueBenchmark.parse([]).run()
      try WallboardBenchmark.parse([]).run()
    }
  }
}

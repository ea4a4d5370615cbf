import ArgumentParser
import Desk
import DeskSQLite
import Foundation
import Vocabulary
import Workflow

/// Many programs that claim and answer cases from one desk in a file, beside a bare SQLite loop
/// that writes the same rows.
struct ClaimsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Many programs claim and answer from one queue: lost, doubled, rate and the slowest.",
    discussion: """
      Each program takes the next case, answers it and gives it back, until all are answered. After
      each round a bare loop, alone on a copy of the desk, writes the same rows and bytes.
      """)

  @Option(help: "Cases that wait when it begins, at least two a program and round.")
  var cases = 20_000

  @Option(help: "Programs at work at the same time.")
  var programs = 16

  @Option(help: "Rounds, each of a part of the cases and of the bare loop in turn.")
  var rounds = 5

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.path + "/ours.sqlite"
    let bare = scratch.path + "/bare.sqlite"
    let each = max(2, cases / programs / rounds)
    let people = (1...programs).map { PersonID("agent-\($0)") }
    try prepare(path, cases: each * programs * rounds, people: people)
    for part in ["", "-wal"] where FileManager.default.fileExists(atPath: path + part) {
      try FileManager.default.copyItem(atPath: path + part, toPath: bare + part)
    }
    let desk = try BenchDesk(path: path)
    var replay = try CommandReplay(of: desk, onto: bare)
    var rates = (ours: Measure(), bare: Measure())
    var slowest = Measure()
    var commands = 0
    var claims: [String] = []
    var answers: [String] = []
    for _ in 0..<rounds {
      // The first case of each warms it up.
      let race = try ClaimingProgram.race(path, people, cases: each) { _ = try replay.next() }
      commands += race.commands
      rates.ours.add(Double(race.commands) / race.seconds)
      slowest.add(race.slowest)
      claims += race.claimed
      answers += race.answered
      let written = try replay.next()
      rates.bare.add(Double(written.commands) / written.seconds)
      guard written.commands == race.commands else {
        throw ValidationError(
          "\(race.commands) commands were acknowledged, \(written.commands) are on the desk.")
      }
    }
    let ledger = try Ledger(of: desk)
    let sound = try desk.desk.verification()
    let share = rates.ours.median / rates.bare.median * 100
    print(
      """
      \(programs) programs claim and answer \(cases) cases on SQLite: \
      lost \(ledger.lost(claims, answers)), doubled \(ledger.doubled), \
      faults \(sound.faults.count), notes \(sound.notes.count)
        commands a second \(shown(rates.ours.median))   a bare loop with the same rows, alone \
      \(shown(rates.bare.median))   \(shown(share)) %   slowest command \
      \(shown(slowest.percentile(1) * 1000)) ms of \(commands), by round \
      \(slowest.seconds.map { shown($0 * 1000) }.joined(separator: ", ")) ms
      """)
    for fault in (sound.faults + sound.notes).prefix(5) { print("  " + fault) }
  }

  private func prepare(_ path: String, cases: Int, people: [PersonID]) throws {
    try FillCommand.fill(path, cases: cases)
    let desk = try BenchDesk(path: path)
    let founder = try desk.desk.signIn(desk.person, name: "sam")
    for id in people {
      try desk.desk.put(Person(id: id, name: id.rawValue, role: .agent), by: founder)
    }
  }
}

/// What the desk says was claimed and answered.
private struct Ledger {
  private var claimed: [String: Int] = [:]
  private var answered: [String: Int] = [:]

  init(of desk: BenchDesk) throws {
    try desk.store.eachCase { ref in
      for event in try desk.store.events(of: ref, after: 0) {
        switch event.record.event {
        case .claimed: claimed[ref.rawValue, default: 0] += 1
        case .replied: answered[ref.rawValue, default: 0] += 1
        default: break
        }
      }
    }
  }

  /// Acknowledged claims and answers that are not on the desk.
  func lost(_ claims: [String], _ answers: [String]) -> Int {
    claims.count { claimed[$0] == nil } + answers.count { answered[$0] == nil }
  }

  /// Cases that were claimed or answered by two.
  var doubled: Int {
    Set(claimed.filter { $0.value > 1 }.keys).union(answered.filter { $0.value > 1 }.keys).count
  }
}

/// One of the programs of “claims”: waits for the word, works its cases, and says what it did.
struct ClaimingProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims-client", abstract: "One of the programs of “claims”.",
    shouldDisplay: false)

  @Option var desk: String
  @Option var person: String
  @Option var cases: Int

  func run() throws {
    let bench = try BenchDesk(path: desk)
    let person = PersonID(person)
    let name = UUID().uuidString
    var times = Measure()
    var done: [String] = []
    for number in 0..<cases {
      if number == 1 {
        times = Measure()
        print("ready")
        fflush(nil)
        _ = readLine()
      }
      var taken: Performed?
      try times.time {
        taken = try bench.desk.takeNext(
          for: person, command: CommandID("\(name)-\(number)-claim"), present: [])
      }
      guard let ref = taken?.ref else { throw ValidationError("There was no case left.") }
      var result: Case?
      for (step, command) in Self.work.enumerated() {
        try times.time {
          result = try bench.desk.perform(
            DeskRequest(
              by: person, ref: ref,
              envelope: CommandEnvelope(
                id: CommandID("\(name)-\(number)-\(step)"), command: command))
          ).result
        }
      }
      guard result?.state == .waiting, result?.handler == nil else {
        throw ValidationError("\(ref) was answered and is not the customer's turn.")
      }
      done.append(ref.rawValue)
    }
    print(times.percentile(1), done.joined(separator: " "))
  }

  private static let work: [CaseCommand] = [
    .send(
      Draft(text: "It left our depot this morning and is on the van; the driver rings you first.")),
    .release,
  ]

  /// What a race came to.
  struct Race {
    var seconds = 0.0
    var slowest = 0.0
    var commands = 0
    /// Cases acknowledged as claimed, and as answered.
    var claimed: [String] = []
    var answered: [String] = []
  }

  /// Lets programs race, one a person.
  ///
  /// - Parameters:
  ///   - desk: the file.
  ///   - people: who works.
  ///   - cases: that each works; the first of them before the race begins.
  ///   - ready: done between the two.
  /// - Returns: what came of it; the rate is that of the race alone.
  /// - Throws: what `ready` throws, or when a program gives up.
  static func race(
    _ desk: String, _ people: [PersonID], cases: Int, ready: () throws -> Void
  ) throws -> Race {
    let runners = try people.map { person in
      let runner = Process()
      let words = Pipe()
      let answers = Pipe()
      runner.executableURL = Bundle.main.executableURL
      runner.arguments = [
        "claims-client", "--desk", desk, "--person", person.rawValue, "--cases", "\(cases)",
      ]
      runner.standardInput = words
      runner.standardOutput = answers
      try runner.run()
      return (runner, words.fileHandleForWriting, answers.fileHandleForReading)
    }
    for (_, _, answers) in runners { _ = answers.availableData }
    try ready()
    var race = Race()
    let begun = ContinuousClock.now
    for (_, words, _) in runners { words.write(Data("go\n".utf8)) }
    for (runner, _, answers) in runners {
      let text = String(decoding: answers.readDataToEndOfFile(), as: UTF8.self)
      runner.waitUntilExit()
      let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
      guard parts.count == cases + 1, let slowest = Double(parts[0]) else {
        throw ValidationError("A program gave up after \(parts.count) cases.")
      }
      race.slowest = max(race.slowest, slowest)
      race.claimed += parts.dropFirst()
      race.answered += parts.dropFirst()
      race.commands += 3 * (cases - 1)
    }
    let took = ContinuousClock.now - begun
    race.seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    return race
  }
}
